package id.dukcapil.portal.staff.signin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import id.dukcapil.portal.IntegrationTest;
import id.dukcapil.portal.common.ActingParty;
import id.dukcapil.portal.common.OutsideSystem;
import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockHttpSession;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.servlet.MockMvc;

/** Signing in through the government's single sign-on, with a real authorization code flow against a small provider. */
@IntegrationTest
class SingleSignOnTest {

    private static final OidcProvider PROVIDER = new OidcProvider();

    @DynamicPropertySource
    static void provider(DynamicPropertyRegistry settings) {
        settings.add("portal.oidc.issuer", PROVIDER::issuer);
        settings.add("portal.oidc.client-id", () -> OidcProvider.CLIENT);
        settings.add("portal.oidc.client-secret", () -> "rahasia");
    }

    @AfterAll
    static void closeTheProvider() {
        PROVIDER.close();
    }

    @Autowired
    MockMvc mvc;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    SingleSignOnProbe probe;

    private MockHttpSession session = new MockHttpSession();

    @BeforeEach
    void theProviderIsThere() {
        PROVIDER.away(false);
        PROVIDER.signsWithForeignKey(false);
        session = new MockHttpSession();
    }

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

    /** From the button to the provider and back with its answer. */
    private MockHttpServletResponse comeBack(Map<String, Object> claims) throws Exception {
        return answerTo(askTheProvider(), claims);
    }

    private Map<String, String> askTheProvider() throws Exception {
        String there = Objects.requireNonNull(
                mvc.perform(get("/oauth2/authorization/sso").session(session))
                        .andReturn()
                        .getResponse()
                        .getRedirectedUrl());
        assertThat(there).startsWith(PROVIDER.issuer() + "/authorize?");
        return OidcProvider.form(URI.create(there).getRawQuery());
    }

    private MockHttpServletResponse answerTo(Map<String, String> question, Map<String, Object> claims)
            throws Exception {
        var complete = new HashMap<>(claims);
        complete.put("nonce", Objects.requireNonNull(question.get("nonce")));
        String code = UUID.randomUUID().toString();
        PROVIDER.accepted(code, complete);
        return mvc.perform(get("/login/oauth2/code/sso")
                        .param("code", code)
                        .param("state", Objects.requireNonNull(question.get("state")))
                        .session(session))
                .andReturn()
                .getResponse();
    }

    private Authentication signedIn() {
        var context = (SecurityContext) Objects.requireNonNull(session.getAttribute("SPRING_SECURITY_CONTEXT"));
        return Objects.requireNonNull(context.getAuthentication());
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
