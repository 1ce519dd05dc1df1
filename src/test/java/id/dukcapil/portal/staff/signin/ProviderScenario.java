package id.dukcapil.portal.staff.signin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import id.dukcapil.portal.IntegrationTest;
import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockHttpSession;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.servlet.MockMvc;

/** A browser between the portal and a single sign-on provider; the tests built on it share one portal. */
@IntegrationTest
abstract class ProviderScenario {

    static final OidcProvider PROVIDER = new OidcProvider();

    @DynamicPropertySource
    static void provider(DynamicPropertyRegistry settings) {
        settings.add("portal.oidc.issuer", PROVIDER::issuer);
        settings.add("portal.oidc.client-id", () -> OidcProvider.CLIENT);
        settings.add("portal.oidc.client-secret", () -> "rahasia");
    }

    @Autowired
    MockMvc mvc;

    MockHttpSession session = new MockHttpSession();

    @BeforeEach
    void theProviderIsThere() {
        PROVIDER.away(false);
        PROVIDER.signsWithForeignKey(false);
        PROVIDER.whileAsked(() -> {});
        session = new MockHttpSession();
    }

    /** From the button to the provider and back with its answer. */
    MockHttpServletResponse comeBack(Map<String, Object> claims) throws Exception {
        return answerTo(askTheProvider(), claims);
    }

    Map<String, String> askTheProvider() throws Exception {
        return askTheProvider("/oauth2/authorization/sso");
    }

    /** @return what the browser is sent to the provider with */
    Map<String, String> askTheProvider(String door) throws Exception {
        String there = Objects.requireNonNull(mvc.perform(get(door).session(session))
                .andReturn()
                .getResponse()
                .getRedirectedUrl());
        assertThat(there).startsWith(PROVIDER.issuer() + "/authorize?");
        return OidcProvider.form(URI.create(there).getRawQuery());
    }

    MockHttpServletResponse answerTo(Map<String, String> question, Map<String, Object> claims) throws Exception {
        var complete = new HashMap<>(claims);
        complete.putIfAbsent("nonce", Objects.requireNonNull(question.get("nonce")));
        String code = UUID.randomUUID().toString();
        PROVIDER.accepted(code, complete);
        return returnsWith(code, Objects.requireNonNull(question.get("state")));
    }

    MockHttpServletResponse returnsWith(String code, String state) throws Exception {
        return mvc.perform(get("/login/oauth2/code/sso")
                        .param("code", code)
                        .param("state", state)
                        .accept("text/html")
                        .session(session))
                .andReturn()
                .getResponse();
    }

    Authentication signedIn() {
        var context = (SecurityContext) Objects.requireNonNull(session.getAttribute("SPRING_SECURITY_CONTEXT"));
        return Objects.requireNonNull(context.getAuthentication());
    }
}
