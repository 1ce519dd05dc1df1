package id.dukcapil.portal.staff.signin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import jakarta.servlet.ServletException;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolderStrategy;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.test.web.servlet.MvcResult;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import tools.jackson.databind.json.JsonMapper;

/** What the server answers while nobody sits before an open session, and what opens it again. */
class ScreenLockTest extends AtTheDoor {

    private static final Duration IDLE = Duration.ofMinutes(30);
    private static final Duration LOCKED_FOR = Duration.ofHours(4);
    private static final String PASSED = Newcomer.OPENED;
    private static final String MESSAGE = "/?v-r=uidl&v-uiId=0";
    private static final String HEARTBEAT = "/?v-r=heartbeat&v-uiId=0";

    @Autowired
    OpenSessions sessions;

    @Autowired
    SessionRecords records;

    @Autowired
    UserDetailsService accounts;

    @Autowired
    SecurityContextHolderStrategy security;

    @Autowired
    JsonMapper json;

    private Newcomer person;
    private MvcResult signedIn;

    @BeforeEach
    void somebodyIsSignedIn() throws Exception {
        person = newcomer("operator");
        signedIn = person.signsIn();
    }

    @Test
    void theScreenLocksAtExactlyTheTimeThatIsSet() throws Exception {
        clock.advance(IDLE.minusSeconds(1));
        assertThat(state()).isEqualTo("open");
        clock.advance(Duration.ofSeconds(1));
        assertThat(state()).isEqualTo("locked");
    }

    @Test
    void askingHowItStandsIsNoActivity() throws Exception {
        clock.advance(IDLE.minusSeconds(1));
        state();
        clock.advance(Duration.ofSeconds(1));
        assertThat(sends(post(MESSAGE))).isEqualTo("423");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                MESSAGE,
                "/?v-r=init&location=kantor",
                "/VAADIN/dynamic/resource/0/4b927dd9-dcbb-408e-9ecb-0ea8f6ca3dda/daftar.xlsx",
                "/VAADIN/dynamic/resource/0/4b927dd9-dcbb-408e-9ecb-0ea8f6ca3dda/daftar.xlsx?v-r=heartbeat",
                "/VAADIN/push?v-r=uidl",
                "/VAADIN/push?v-r=push&v-uiId=0&x-atmosphere-post-body=%7B%7D",
                "/?v-r=uidl&x=v-r=heartbeat",
                "/kantor?v-r=heartbeat",
                "/kantor"
            })
    void nothingIsCarriedOutOrHandedOutWhileItIsLocked(String address) throws Exception {
        clock.advance(IDLE);
        assertThat(sends(get(address))).isEqualTo("423");
        assertThat(sends(post(address).with(csrf()))).isEqualTo("423");
    }

    @ParameterizedTest
    @ValueSource(strings = {HEARTBEAT, "/VAADIN/push?v-r=push&v-uiId=0", "/VAADIN/build/indexhtml-0.js"})
    void theOpenPageStaysAliveMeanwhileAndStaysLocked(String address) throws Exception {
        for (int minutes = 0; minutes < 120; minutes += 5) {
            clock.advance(Duration.ofMinutes(5));
            assertThat(sends(get(address))).isEqualTo(PASSED);
        }
        assertThat(sends(post(MESSAGE))).isEqualTo("423");
    }

    @Test
    void theRightPasswordOpensItAndTheNextClickWorks() throws Exception {
        clock.advance(IDLE);
        assertThat(sends(post(MESSAGE))).isEqualTo("423");
        MvcResult unlocked = unlocks(Newcomer.PASSWORD);
        assertThat(unlocked.getResponse().getStatus()).isEqualTo(200);
        assertThat(answer(unlocked, "state")).isEqualTo("open");
        assertThat(sends(post(MESSAGE))).isEqualTo(PASSED);
        assertThat(audited("Sesi dibuka kembali")).isEqualTo(1);
        clock.advance(IDLE);
        assertThat(state()).isEqualTo("locked");
    }

    @Test
    void aWrongPasswordLeavesItLocked() throws Exception {
        clock.advance(IDLE);
        MvcResult refused = unlocks("bukan ini");
        assertThat(refused.getResponse().getStatus()).isEqualTo(403);
        assertThat(answer(refused, "state")).isEqualTo("locked");
        assertThat(answer(refused, "sentence")).isEqualTo("Kata sandi tidak cocok.");
        assertThat(sends(post(MESSAGE))).isEqualTo("423");
        assertThat(audited("Sesi dibuka kembali")).isZero();
    }

    @Test
    void guessingAtTheLockIsSlowedDownAndAuditedAsAtTheDoor() throws Exception {
        clock.advance(IDLE);
        for (int i = 0; i < SignInThrottle.FREE_TRIES; i++) {
            assertThat(unlocks("tebakan " + i).getResponse().getStatus()).isEqualTo(403);
        }
        MvcResult slowed = unlocks(Newcomer.PASSWORD);
        assertThat(slowed.getResponse().getStatus()).isEqualTo(429);
        assertThat(slowed.getResponse().getHeader("Retry-After")).isEqualTo("30");
        assertThat(answer(slowed, "sentence")).isEqualTo("Terlalu banyak percobaan. Tunggu 30 detik, lalu coba lagi.");
        assertThat(audited("Percobaan masuk gagal berulang")).isEqualTo(1);

        clock.advance(SignInThrottle.FIRST_WAIT);
        assertThat(answer(unlocks(Newcomer.PASSWORD), "state")).isEqualTo("open");
    }

    @Test
    void thePasswordOfSomebodyElseOpensNothing() throws Exception {
        var colleague = newcomer("operator");
        colleague.with("password_hash = '" + passwords.encode("kucing di atas lemari arsip") + "'");
        MvcResult ofColleague = colleague.signsIn("kucing di atas lemari arsip");
        clock.advance(IDLE);
        assertThat(unlocks("kucing di atas lemari arsip").getResponse().getStatus())
                .isEqualTo(403);
        assertThat(answer(unlocks(ofColleague, "kucing di atas lemari arsip"), "state"))
                .isEqualTo("open");
        assertThat(state()).isEqualTo("locked");
    }

    @Test
    void twoAtOnceOpenItOnce() throws Exception {
        clock.advance(IDLE);
        state();
        Callable<String> unlocking = () -> answer(unlocks(Newcomer.PASSWORD), "state");
        try (var windows = Executors.newVirtualThreadPerTaskExecutor()) {
            for (Future<String> window : windows.invokeAll(List.of(unlocking, unlocking))) {
                assertThat(window.get()).isEqualTo("open");
            }
        }
        assertThat(audited("Sesi dibuka kembali")).isEqualTo(1);
        assertThat(sends(post(MESSAGE))).isEqualTo(PASSED);
    }

    @Test
    void theLockEndsTheSessionWhenNobodyComesBack() throws Exception {
        clock.advance(IDLE.plus(LOCKED_FOR).minusSeconds(1));
        assertThat(state()).isEqualTo("locked");
        clock.advance(Duration.ofSeconds(1));
        MvcResult over = asks();
        assertThat(answer(over, "state")).isEqualTo("over");
        assertThat(EndedSession.take(over.getRequest().getSession(false))).contains(SessionEnd.IDLE);
        assertThat(answer(unlocks(over, Newcomer.PASSWORD), "state")).isEqualTo("over");
        assertThat(person.opens("/kantor", over)).isEqualTo("/login");
    }

    @Test
    void theBrowserMayLockAtOnce() throws Exception {
        assertThat(locks()).isEqualTo("locked");
        assertThat(sends(post(MESSAGE))).isEqualTo("423");
        clock.advance(LOCKED_FOR);
        assertThat(state()).isEqualTo("over");
    }

    @Test
    void nobodyLocksOrUnlocksFromAnotherSite() throws Exception {
        assertThat(sends(post("/kunci"))).isEqualTo("403");
        assertThat(sends(post("/kunci").with(csrf()).header("Sec-Fetch-Site", "cross-site")))
                .isEqualTo("403");
        assertThat(state()).isEqualTo("open");
        locks();
        assertThat(sends(post("/kunci/buka").param("password", Newcomer.PASSWORD)))
                .isEqualTo("403");
        assertThat(state()).isEqualTo("locked");
    }

    @Test
    void aLockedSessionIsListedAndCanBeEnded() throws Exception {
        clock.advance(IDLE);
        state();
        asAdministrator();
        assertThat(sessions.of(person.id))
                .singleElement()
                .satisfies(row -> assertThat(row.locked()).isTrue());
        sessions.end(sessions.page(person.username, null, 0, 10).getFirst());
        security.clearContext();
        assertThat(answer(unlocks(Newcomer.PASSWORD), "state")).isEqualTo("over");
        assertThat(audited("Sesi dibuka kembali")).isZero();
    }

    @Test
    void aSleepingComputerIsListedAsLockedToo() throws Exception {
        asAdministrator();
        clock.advance(IDLE);
        assertThat(sessions.of(person.id).getFirst().locked()).isFalse();
        clock.advance(SessionGuard.WRITTEN_EVERY.plusSeconds(1));
        assertThat(sessions.of(person.id).getFirst().locked()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"enabled = FALSE", "credential_version = credential_version + 1"})
    void aClosedAccountOrANewPasswordEndsALockedSession(String change) throws Exception {
        clock.advance(IDLE);
        state();
        person.with(change + ", authority_version = authority_version + 1");
        assertThat(answer(unlocks(Newcomer.PASSWORD), "state")).isEqualTo("over");
        assertThat(sends(get("/kantor").accept("text/html"))).isEqualTo("/login");
    }

    @Test
    void aRoleThatIsTakenAwayMeanwhileIsGoneAfterwards() throws Exception {
        clock.advance(IDLE);
        state();
        assertThat(authorities()).contains("BOOKING_READ");
        jdbc.sql("DELETE FROM staff_account_role WHERE account_id = ?")
                .param(person.id.value())
                .update();
        person.with("authority_version = authority_version + 1");
        unlocks(Newcomer.PASSWORD);
        assertThat(authorities()).doesNotContain("BOOKING_READ");
    }

    private String authorities() {
        return String.valueOf(Newcomer.sessionOf(signedIn).getAttribute("SPRING_SECURITY_CONTEXT"));
    }

    @Test
    void withoutAPasswordOfOnesOwnTheSessionEndsInsteadOfLocking() throws Exception {
        person.with("must_change_password = TRUE");
        assertThat(locks()).isEqualTo("open");
        clock.advance(IDLE);
        assertThat(state()).isEqualTo("over");
        assertThat(sends(get("/kantor").accept("text/html"))).isEqualTo("/login");
    }

    @Test
    void aClockThatIsSetBackNeitherOpensALockNorKeepsASessionOpen() throws Exception {
        clock.advance(Duration.ofHours(-1));
        assertThat(sends(post(MESSAGE))).isEqualTo(PASSED);
        clock.advance(IDLE);
        assertThat(state()).isEqualTo("locked");
        clock.advance(Duration.ofHours(-1));
        assertThat(sends(post(MESSAGE))).isEqualTo("423");
        clock.advance(LOCKED_FOR);
        assertThat(state()).isEqualTo("over");
    }

    @Test
    void aClockThatIsSetForwardCostsAPasswordAtMost() throws Exception {
        clock.advance(Duration.ofHours(1));
        assertThat(sends(post(MESSAGE))).isEqualTo("423");
        unlocks(Newcomer.PASSWORD);
        assertThat(sends(post(MESSAGE))).isEqualTo(PASSED);
    }

    @Test
    void theContainerKeepsTheSessionForAsLongAsTheLock() {
        assertThat(Newcomer.sessionOf(signedIn).getMaxInactiveInterval())
                .isGreaterThan((int) IDLE.plus(LOCKED_FOR).toSeconds());
    }

    @Test
    void oneSessionTooManyEndsTheLockedOneFirst() throws Exception {
        clock.advance(Duration.ofSeconds(1));
        MvcResult leftAlone = person.signsIn();
        MvcResult first = signedIn;
        signedIn = leftAlone;
        locks();
        for (int i = 0; i < 4; i++) {
            clock.advance(Duration.ofSeconds(1));
            person.signsIn();
        }
        assertThat(state()).isEqualTo("over");
        assertThat(person.opens("/kantor", first)).isEqualTo(PASSED);
    }

    @Test
    void signingOutWorksFromTheLockScreen() throws Exception {
        clock.advance(IDLE);
        state();
        sends(post("/logout").with(csrf()));
        assertThat(records.look(session()).end()).contains(SessionEnd.SIGNED_OUT);
    }

    private String state() throws Exception {
        return answer(asks(), "state");
    }

    private MvcResult asks() throws Exception {
        return mvc.perform(get("/kunci").session(Newcomer.sessionOf(signedIn))).andReturn();
    }

    private String locks() throws Exception {
        return answer(
                mvc.perform(post("/kunci").session(Newcomer.sessionOf(signedIn)).with(csrf()))
                        .andReturn(),
                "state");
    }

    private MvcResult unlocks(String password) throws Exception {
        return unlocks(signedIn, password);
    }

    private MvcResult unlocks(MvcResult who, String password) throws Exception {
        return mvc.perform(post("/kunci/buka")
                        .param("password", password)
                        .session(Newcomer.sessionOf(who))
                        .with(csrf())
                        .with(from -> {
                            from.setRemoteAddr(person.address);
                            return from;
                        }))
                .andReturn();
    }

    /** @return the status, or where the browser is sent, or {@link #PASSED} when the guard let it through */
    private String sends(MockHttpServletRequestBuilder request) throws Exception {
        try {
            return Newcomer.answer(
                    mvc.perform(request.session(Newcomer.sessionOf(signedIn))).andReturn());
        } catch (ServletException beyondTheDoor) {
            assertThat(beyondTheDoor).hasMessageContaining("springServlet");
            return PASSED;
        }
    }

    private String answer(MvcResult result, String field) throws Exception {
        return json.readTree(result.getResponse().getContentAsString())
                .path(field)
                .asString();
    }

    private UUID session() {
        return jdbc.sql("SELECT id FROM staff_session WHERE account_id = ?")
                .param(person.id.value())
                .query((row, number) -> row.getObject(1, UUID.class))
                .single();
    }

    private int audited(String action) {
        // Sealed or not yet
        return jdbc.sql("""
                        SELECT (SELECT COUNT(*) FROM audit_inbox WHERE reference = :who AND action = :action)
                          + (SELECT COUNT(*) FROM audit_trail WHERE reference = :who AND action = :action)""")
                .param("who", person.username)
                .param("action", action)
                .query(Integer.class)
                .single();
    }

    private void asAdministrator() {
        var principal = accounts.loadUserByUsername("admin");
        var authentication =
                UsernamePasswordAuthenticationToken.authenticated(principal, null, principal.getAuthorities());
        authentication.setDetails(new SignedInDetails(UUID.randomUUID(), SignInMethod.PASSWORD));
        var context = security.createEmptyContext();
        context.setAuthentication(authentication);
        security.setContext(context);
    }
}
