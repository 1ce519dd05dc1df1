package id.dukcapil.portal.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestBuilders.formLogin;
import static org.springframework.security.test.web.servlet.response.SecurityMockMvcResultMatchers.authenticated;
import static org.springframework.security.test.web.servlet.response.SecurityMockMvcResultMatchers.unauthenticated;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;

import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.login.LoginForm;
import com.vaadin.flow.router.QueryParameters;
import id.dukcapil.portal.IntegrationTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.security.test.context.support.WithAnonymousUser;
import org.springframework.security.test.context.support.WithUserDetails;
import org.springframework.test.web.servlet.MockMvc;

@IntegrationTest
class LoginViewTest extends SpringBrowserlessTest {

    @Autowired
    MockMvc mvc;

    @Test
    @WithAnonymousUser
    void whoIsNotSignedInIsSentToTheLogin() throws Exception {
        mvc.perform(get("/").accept(MediaType.TEXT_HTML)).andExpect(redirectedUrl("/login"));
        mvc.perform(get("/uji/kuota").accept(MediaType.TEXT_HTML)).andExpect(redirectedUrl("/login"));
    }

    @Test
    @WithAnonymousUser
    void theLoginIsOpenToEverybodyAndAsksForNothingElse() {
        navigate(LoginView.class);
        assertThat(find(LoginForm.class).single().isError()).isFalse();
        assertThat(find(LoginForm.class).single().isForgotPasswordButtonVisible())
                .isFalse();
    }

    @Test
    @WithAnonymousUser
    void aWrongPasswordIsSaidOnThePage() {
        UI.getCurrent().navigate(LoginView.class, QueryParameters.of("error", ""));
        assertThat(find(LoginForm.class).single().isError()).isTrue();
    }

    @Test
    @WithAnonymousUser
    void theDemonstrationOffersAnAccountForEachRoleAsTheOfficeCallsIt() {
        navigate(LoginView.class);
        assertThat(find(NativeButton.class).all())
                .extracting(button -> button.getElement().getTextRecursively())
                .hasSize(12)
                .contains(
                        "Verifikator (JF Ahli Muda)Neneng Aisyah",
                        "AdministratorWawan Hermawan",
                        "Petugas IKDFitri Handayani",
                        "Anjungan cetak mandiriAnjungan Soreang");
    }

    @Test
    @WithUserDetails("operator")
    void whoIsSignedInAlreadyGoesToTheDesk() {
        UI.getCurrent().navigate(LoginView.ROUTE);
        assertThat(getCurrentView()).isInstanceOf(HomeView.class);
    }

    @Test
    void theFormSignsInWithNameAndPassword() throws Exception {
        mvc.perform(formLogin("/login").user("kadis").password("demo"))
                .andExpect(authenticated().withUsername("kadis"));
    }

    @Test
    void aWrongPasswordLeadsBackToTheForm() throws Exception {
        mvc.perform(formLogin("/login").user("kadis").password("salah"))
                .andExpect(unauthenticated())
                .andExpect(redirectedUrl("/login?error"));
    }
}
