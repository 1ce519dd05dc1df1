package id.dukcapil.portal.staff.signin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import id.dukcapil.portal.common.ActingParty;
import id.dukcapil.portal.common.OutsideSystem;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockHttpSession;
import org.springframework.security.core.Authentication;

/** Signing in through the government's single sign-on, with a real authorization code flow against a small provider. */
class SingleSignOnTest extends ProviderScenario {

    @Autowired
    JdbcClient jdbc;

    @Autowired
    SingleSignOnProbe probe;

    @Test
    void aKnownPersonGetsInWithThePermissionsOfTheAccount() throws Exception {
        MockHttpServletResponse answer = comeBack(Map.of("sub", "s-operator", "preferred_username", "operator"));

        assertThat(answer.getRedirectedUrl()).isEqualTo("/");
        Authentication in = signedIn();
        assertThat(in.getPrincipal()).isInstanceOf(ActingParty.class);
        assertThat(in.getName()).isEqualTo("operator");
        assertThat(in.getAuthorities()).extracting(Object::toString).contains("BOOKING_CREATE");
    }

    @Test
    void anAccountIsAlsoFoundByNip() throws Exception {
        comeBack(Map.of("sub", "s-cetak", "preferred_username", "orang.lain", "nip", "19880923 201101 1 002"));

        assertThat(signedIn().getName()).isEqualTo("cetak");
    }

    @Test
    void nobodyGetsAnAccountBySigningIn() throws Exception {
        MockHttpServletResponse answer = comeBack(Map.of("sub", "s-baru", "preferred_username", "pegawai.baru"));

        assertThat(answer.getRedirectedUrl()).isEqualTo("/login?sso=tidak-dikenal");
        assertNobodyIsIn();
    }

    @Test
    void aNameGivenToSomebodyElseAtTheProviderOpensNothing() throws Exception {
        comeBack(Map.of("sub", "s-perencana", "preferred_username", "perencana"));
        session = new MockHttpSession();

        MockHttpServletResponse answer = comeBack(Map.of("sub", "s-penerus", "preferred_username", "perencana"));

        assertThat(answer.getRedirectedUrl()).isEqualTo("/login?sso=orang-lain");
        assertNobodyIsIn();
    }

    @Test
    void whoIsRenamedAtTheProviderKeepsTheAccount() throws Exception {
        comeBack(Map.of("sub", "s-registrasi", "preferred_username", "registrasi"));
        session = new MockHttpSession();

        comeBack(Map.of("sub", "s-registrasi", "preferred_username", "manajer"));

        assertThat(signedIn().getName()).isEqualTo("registrasi");
    }

    @Test
    void anAccountThatIsSwitchedOffStaysShut() throws Exception {
        comeBack(Map.of("sub", "s-perekaman", "preferred_username", "perekaman"));
        session = new MockHttpSession();
        enable("perekaman", false);
        try {
            MockHttpServletResponse answer = comeBack(Map.of("sub", "s-perekaman", "preferred_username", "perekaman"));

            assertThat(answer.getRedirectedUrl()).isEqualTo("/login?sso=dinonaktifkan");
            assertNobodyIsIn();
        } finally {
            enable("perekaman", true);
        }
    }

    @Test
    void aTokenThatTheProviderDidNotSignIsWorthNothing() throws Exception {
        PROVIDER.signsWithForeignKey(true);

        MockHttpServletResponse answer = comeBack(Map.of("sub", "s-operator", "preferred_username", "operator"));

        assertThat(answer.getRedirectedUrl()).isEqualTo("/login?sso=gagal");
        assertNobodyIsIn();
    }

    @Test
    void anAnswerToAQuestionNobodyAskedIsRefused() throws Exception {
        PROVIDER.accepted("kode", Map.of("sub", "s-operator", "preferred_username", "operator"));

        MockHttpServletResponse answer = mvc.perform(get("/login/oauth2/code/sso")
                        .param("code", "kode")
                        .param("state", "karangan")
                        .session(session))
                .andReturn()
                .getResponse();

        assertThat(answer.getRedirectedUrl()).isEqualTo("/login?sso=gagal");
        assertNobodyIsIn();
    }

    @Test
    void aProviderThatGoesAwayInTheMiddleLeadsBackToTheDoor() throws Exception {
        Map<String, String> question = askTheProvider();
        PROVIDER.away(true);

        MockHttpServletResponse answer = answerTo(question, Map.of("sub", "s-operator"));

        assertThat(answer.getRedirectedUrl()).isEqualTo("/login?sso=gagal");
        assertNobodyIsIn();
    }

    @Test
    void theSystemPageSaysWhetherTheProviderAnswers() {
        assertThat(probe.probe().state()).isEqualTo(OutsideSystem.State.ANSWERS);
        PROVIDER.away(true);
        assertThat(probe.probe().state()).isEqualTo(OutsideSystem.State.SILENT);
    }

    private void assertNobodyIsIn() {
        assertThat(session.isInvalid() ? null : session.getAttribute("SPRING_SECURITY_CONTEXT"))
                .isNull();
    }

    private void enable(String username, boolean enabled) {
        jdbc.sql("UPDATE staff_account SET enabled = ? WHERE username = ?")
                .param(enabled)
                .param(username)
                .update();
    }
}
