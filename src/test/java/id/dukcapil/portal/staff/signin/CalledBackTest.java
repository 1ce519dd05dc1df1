package id.dukcapil.portal.staff.signin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.dukcapil.portal.staff.CurrentStaff;
import id.dukcapil.portal.staff.signin.SignInSettings.SecondFactorMode;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockHttpSession;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolderStrategy;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.transaction.support.TransactionTemplate;

/** Somebody is in with a password alone when a role of theirs begins to demand a second factor. */
class CalledBackTest extends AtTheDoor {

    private static final String STEP = "/masuk/langkah-kedua";

    @Autowired
    SignInRecords records;

    @Autowired
    SecondFactorRecords factors;

    @Autowired
    SecondFactor factor;

    @Autowired
    SessionRecords sessions;

    @Autowired
    SignInProgress progress;

    @Autowired
    ScreenLock lock;

    @Autowired
    KnownDevices devices;

    @Autowired
    UserDetailsService accounts;

    @Autowired
    CurrentStaff currentStaff;

    @Autowired
    SecurityContextHolderStrategy security;

    @Autowired
    ApplicationEventPublisher events;

    @Autowired
    TransactionTemplate transaction;

    private final byte[] secret = "rahasia ponsel itu..".getBytes(StandardCharsets.US_ASCII);
    private Newcomer person;
    private MockHttpSession session;

    @BeforeEach
    void somebodyIsInWithAPassword() throws Exception {
        person = newcomer("operator");
        session = Newcomer.sessionOf(person.signsIn());
    }

    @AfterEach
    void nobodyIsIn() {
        security.clearContext();
    }

    @Test
    void aRoleThatDemandsNothingChangesNothing() throws Exception {
        assertThat(opens("/kantor")).isNull();
        assertThat(authentication().getAuthorities()).isNotEmpty();
    }

    @Test
    void theNextPageIsTheOneThatSetsItUpAndNothingElseOpensAnyMore() throws Exception {
        person.alsoIs("kadis");
        assertThat(opens("/kantor?cari=soreang")).isEqualTo(STEP);
        assertThat(authentication().getPrincipal()).isInstanceOf(UnfinishedSignIn.class);
        assertThat(authentication().getAuthorities()).isEmpty();
        assertThat(opens("/pegawai")).isEqualTo(STEP);
        assertThat(opens(STEP)).isNull();
    }

    @Test
    void afterTheStepThePageThatWasWantedOpensAndTheSessionIsOneInTheList() throws Exception {
        person.alsoIs("kadis");
        opens("/kantor?cari=soreang");
        takeUp();
        var enrolment = factor.begin();
        assertThatThrownBy(() -> progress.enrolled(enrolment, request(STEP), new MockHttpServletResponse()))
                .isInstanceOf(AccessDeniedException.class);
        factor.confirm(enrolment, Totp.code(SecondFactorTest.base32(enrolment.typed()), Totp.stepOf(clock.instant())));
        assertThat(progress.enrolled(enrolment, request(STEP), new MockHttpServletResponse()))
                .startsWith("kantor?cari=soreang");
        assertThat(authentication().getAuthorities()).isNotEmpty();
        assertThat(openSessions()).containsExactly("PASSWORD_AND_CODE");
        assertThat(opens("/kantor")).isNull();
    }

    @Test
    void whoHasSetItUpInThisSessionStaysIn() throws Exception {
        factors.enter(person.id, secret, Totp.code(secret, Totp.stepOf(clock.instant())));
        person.alsoIs("kadis");
        assertThat(opens("/kantor")).isNull();
    }

    @Test
    void whoShowedACodeToComeInStaysIn() throws Exception {
        factors.enter(person.id, secret, Totp.code(secret, Totp.stepOf(clock.instant())));
        session = Newcomer.sessionOf(person.signsIn());
        takeUp();
        clock.advance(Duration.ofSeconds(30));
        var request = request("/masuk/kode");
        progress.enterCode(Totp.code(secret, Totp.stepOf(clock.instant())), request, new MockHttpServletResponse());
        factors.remove(person.id);
        person.alsoIs("kadis");
        assertThat(opens("/kantor")).isNull();
    }

    @Test
    void whatAnOpenPageSendsByItselfIsNotAnsweredWithAnotherPage() throws Exception {
        person.alsoIs("kadis");
        var heartbeat = request("/");
        heartbeat.setParameter("v-r", "heartbeat");
        assertThat(passes(heartbeat)).isNull();
        assertThat(authentication().getAuthorities()).isNotEmpty();
    }

    @Test
    void whoNeedsNoStepAnyMoreIsLetIn() throws Exception {
        person.alsoIs("kadis");
        assertThat(opens("/kantor")).isEqualTo(STEP);
        jdbc.sql("DELETE FROM staff_account_role WHERE account_id = ? AND role_code = 'kadis'")
                .param(person.id.value())
                .update();
        assertThat(opens("/kantor")).isNull();
        assertThat(authentication().getAuthorities()).isNotEmpty();
    }

    @Test
    void theDemonstrationCallsNobodyBack() throws Exception {
        person.alsoIs("kadis");
        takeUp();
        assertThat(progress.isCalledBack()).isFalse();
        assertThat(person.opens("/kantor", person.signsIn())).isEqualTo(Newcomer.OPENED);
    }

    /** @return where the portal sends the browser instead; null when the page opens */
    private @Nullable String opens(String address) throws Exception {
        return passes(request(address));
    }

    private @Nullable String passes(MockHttpServletRequest request) throws Exception {
        takeUp();
        var response = new MockHttpServletResponse();
        new StepGate(strict()).doFilter(request, response, new MockFilterChain());
        return response.getRedirectedUrl();
    }

    private MockHttpServletRequest request(String address) {
        String[] parts = address.split("\\?", 2);
        var request = new MockHttpServletRequest("GET", parts[0]);
        if (parts.length > 1) {
            request.setQueryString(parts[1]);
        }
        request.setRemoteAddr(person.address);
        request.setSession(session);
        return request;
    }

    /** As it is everywhere but in the demonstration. */
    private SignIns strict() {
        var settings = new SignInSettings(
                12,
                SecondFactorMode.REQUIRED,
                null,
                5,
                Duration.ofMinutes(30),
                Duration.ofMinutes(2),
                Duration.ofHours(4));
        return new SignIns(
                records,
                factors,
                settings,
                sessions,
                lock,
                devices,
                accounts,
                currentStaff,
                security,
                events,
                transaction);
    }

    private void takeUp() {
        security.setContext((SecurityContext) Objects.requireNonNull(
                session.getAttribute(HttpSessionSecurityContextRepository.SPRING_SECURITY_CONTEXT_KEY)));
    }

    private Authentication authentication() {
        takeUp();
        return Objects.requireNonNull(security.getContext().getAuthentication());
    }

    private List<String> openSessions() {
        return jdbc.sql("SELECT method FROM staff_session WHERE account_id = ? AND ended_at IS NULL")
                .param(person.id.value())
                .query((row, number) -> String.valueOf(row.getString(1)))
                .list();
    }
}
