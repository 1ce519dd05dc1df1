package id.dukcapil.portal.staff.signin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import id.dukcapil.portal.SettableClock;
import jakarta.servlet.ServletException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockHttpSession;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Somebody without a password of the portal left the desk, and comes back through the single sign-on (decision 0048). */
class ProviderUnlockTest extends ProviderScenario {

    private static final Duration IDLE = Duration.ofMinutes(30);
    private static final Duration LOCKED_FOR = Duration.ofHours(4);
    private static final String BEGIN = "/kunci/penyedia/sso";
    private static final String LAST_PAGE = "/kunci/jendela";
    private static final String MESSAGE = "/?v-r=uidl&v-uiId=0";
    private static final String REFUSED = "Pembukaan sesi lewat layanan masuk tunggal ditolak";
    private static final String OPENED = "Sesi dibuka kembali";

    @Autowired
    JdbcClient jdbc;

    @Autowired
    PasswordEncoder passwords;

    @Autowired
    SettableClock clock;

    @Autowired
    SessionRecords records;

    @Autowired
    JsonMapper json;

    private Newcomer person;

    @BeforeEach
    void somebodyWithoutAPasswordOfThePortalIsIn() throws Exception {
        person = new Newcomer(jdbc, passwords, mvc, "operator");
        person.with("must_change_password = TRUE");
        comeBack(Map.of("sub", subject(person), "preferred_username", person.username));
    }

    @AfterEach
    void backToMondayMorning() {
        clock.reset();
    }

    @Test
    void theScreenIsLockedInsteadOfTheSessionEnding() throws Exception {
        assertThat(asks().path("lockable").asBoolean()).isTrue();
        clock.advance(IDLE);
        assertThat(asks().path("state").asString()).isEqualTo("locked");
        assertThat(asks().path("password").asBoolean()).isFalse();
        assertThat(asks().path("provider").asString()).isEqualTo("SSO pemerintah");
        assertThat(sends(post(MESSAGE))).isEqualTo("423");
    }

    @Test
    void theOwnerMayLockItAtOnce() throws Exception {
        sends(post("/kunci").with(csrf()));
        assertThat(state()).isEqualTo("locked");
    }

    @Test
    void theProviderIsAskedForANewSignIn() throws Exception {
        isLocked();
        assertThat(askTheProvider(BEGIN))
                .containsEntry("prompt", "login")
                .containsEntry("max_age", "0")
                .containsEntry("redirect_uri", "http://localhost/login/oauth2/code/sso")
                .containsKeys("nonce", "state");
        assertThat(state()).isEqualTo("locked");
    }

    @Test
    void signingInAgainAtTheProviderOpensTheSameSessionForTheSamePerson() throws Exception {
        isLocked();
        UUID session = session();
        MockHttpServletResponse answer = returnsAs(subject(person), clock.instant());
        assertThat(answer.getRedirectedUrl()).isEqualTo(LAST_PAGE);
        assertThat(state()).isEqualTo("open");
        assertThat(sends(post(MESSAGE))).isEqualTo(Newcomer.OPENED);
        assertThat(signedIn().getName()).isEqualTo(person.username);
        assertThat(session()).isEqualTo(session);
        assertThat(audited(OPENED)).isEqualTo(1);
        assertThat(audited("Masuk")).isEqualTo(1);
        clock.advance(IDLE);
        assertThat(state()).isEqualTo("locked");
    }

    @Test
    void whoeverHasAPasswordTooMayUseEither() throws Exception {
        person.with("must_change_password = FALSE");
        isLocked();
        assertThat(asks().path("password").asBoolean()).isTrue();
        returnsAs(subject(person), clock.instant());
        assertThat(state()).isEqualTo("open");
        isLocked();
        unlocksWith(Newcomer.PASSWORD);
        assertThat(state()).isEqualTo("open");
    }

    @Test
    void thePasswordThatWasGivenAndNeverUsedDoesNotOpenIt() throws Exception {
        isLocked();
        assertThat(unlocksWith(Newcomer.PASSWORD)).isEqualTo("403");
        assertThat(state()).isEqualTo("locked");
    }

    @Test
    void aSessionThatAPasswordOpenedIsNotUnlockedByTheProvider() throws Exception {
        person.with("must_change_password = FALSE");
        session = Newcomer.sessionOf(person.signsIn());
        isLocked();
        assertThat(asks().hasNonNull("provider")).isFalse();
        assertThat(sends(get(BEGIN))).isEqualTo(LAST_PAGE);
        assertThat(state()).isEqualTo("locked");
    }

    @Test
    void somebodyElseAtTheProviderOpensNothingAndDoesNotTakeTheSessionOver() throws Exception {
        var colleague = new Newcomer(jdbc, passwords, mvc, "admin");
        MockHttpSession locked = session;
        session = new MockHttpSession();
        comeBack(Map.of("sub", subject(colleague), "preferred_username", colleague.username));
        session = locked;
        isLocked();
        returnsAs(subject(colleague), clock.instant());
        assertStaysLocked(UnlockRefusal.OTHER_PERSON);
        assertThat(signedIn().getName()).isEqualTo(person.username);
        assertThat(audited(REFUSED)).isEqualTo(1);
    }

    @Test
    void somebodyUnknownIsNotLinkedByTheWay() throws Exception {
        isLocked();
        Map<String, String> question = askTheProvider(BEGIN);
        answerTo(
                question,
                Map.of("sub", "s-asing", "preferred_username", person.username, "auth_time", seconds(clock.instant())));
        assertStaysLocked(UnlockRefusal.OTHER_PERSON);
        assertThat(jdbc.sql("SELECT COUNT(*) FROM staff_linked_identity WHERE subject = 's-asing'")
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    void anIdentityThatWasTakenOffTheAccountMeanwhileOpensNothing() throws Exception {
        isLocked();
        jdbc.sql("DELETE FROM staff_linked_identity WHERE account_id = ?")
                .param(person.id.value())
                .update();
        returnsAs(subject(person), clock.instant());
        assertStaysLocked(UnlockRefusal.OTHER_PERSON);
    }

    /** The provider took its own open session for good enough. */
    @ParameterizedTest
    @CsvSource({"-61,locked", "-60,open", "0,open", "60,open", "61,locked"})
    void onlyASignInAfterTheQuestionCounts(int seconds, String state) throws Exception {
        isLocked();
        returnsAs(subject(person), clock.instant().plusSeconds(seconds));
        assertThat(state()).isEqualTo(state);
    }

    @Test
    void anOldSignInIsRefusedWithASentenceAndAudited() throws Exception {
        isLocked();
        returnsAs(subject(person), clock.instant().minus(IDLE));
        assertStaysLocked(UnlockRefusal.STALE);
        assertThat(audited(REFUSED)).isEqualTo(1);
    }

    @Test
    void withoutATimeNothingOpens() throws Exception {
        isLocked();
        answerTo(askTheProvider(BEGIN), Map.of("sub", subject(person)));
        assertStaysLocked(UnlockRefusal.STALE);
    }

    @Test
    void aTimeThatIsNoneOpensNothing() throws Exception {
        isLocked();
        answerTo(askTheProvider(BEGIN), Map.of("sub", subject(person), "auth_time", "baru saja"));
        assertStaysLocked(UnlockRefusal.STALE);
        assertThat(audited(REFUSED)).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource({"6,open", "7,locked"})
    void anAnswerThatLayAboutForMinutesIsTooOld(int minutes, String state) throws Exception {
        isLocked();
        Map<String, String> question = askTheProvider(BEGIN);
        Instant signedIn = clock.instant();
        clock.advance(Duration.ofMinutes(minutes));
        answerTo(question, Map.of("sub", subject(person), "auth_time", seconds(signedIn)));
        assertThat(state()).isEqualTo(state);
    }

    @Test
    void aTokenThatTheProviderDidNotSignOpensNothing() throws Exception {
        isLocked();
        PROVIDER.signsWithForeignKey(true);
        returnsAs(subject(person), clock.instant());
        assertStaysLocked(UnlockRefusal.INVALID);
        assertThat(audited(REFUSED)).isEqualTo(1);
    }

    @Test
    void aTokenForAnotherQuestionOpensNothing() throws Exception {
        isLocked();
        answerTo(
                askTheProvider(BEGIN),
                Map.of("sub", subject(person), "auth_time", seconds(clock.instant()), "nonce", "karangan"));
        assertStaysLocked(UnlockRefusal.INVALID);
    }

    @ParameterizedTest
    @ValueSource(strings = {"kunci.karangan", "kunci."})
    void anAnswerNobodyAskedForOpensNothing(String state) throws Exception {
        isLocked();
        askTheProvider(BEGIN);
        accepted("kode");
        assertThat(returnsWith("kode", state).getRedirectedUrl()).isEqualTo(LAST_PAGE);
        assertStaysLocked(UnlockRefusal.NOT_ASKED);
    }

    @Test
    void anAnswerCountsOnce() throws Exception {
        isLocked();
        Map<String, String> question = askTheProvider(BEGIN);
        answerTo(question, Map.of("sub", subject(person), "auth_time", seconds(clock.instant())));
        isLocked();
        answerTo(question, Map.of("sub", subject(person), "auth_time", seconds(clock.instant())));
        assertThat(state()).isEqualTo("locked");
        assertThat(asks().path("sentence").asString()).isEqualTo(UnlockRefusal.NOT_ASKED.sentence());
        assertThat(audited(OPENED)).isEqualTo(1);
    }

    @Test
    void theAnswerOfAnotherBrowserOpensNothingHere() throws Exception {
        isLocked();
        MockHttpSession here = session;
        session = new MockHttpSession();
        Instant now = clock.instant();
        clock.reset();
        comeBack(Map.of("sub", subject(person), "preferred_username", person.username));
        clock.advance(Duration.between(clock.instant(), now));
        Map<String, String> question = askTheProvider(BEGIN);
        session = here;
        answerTo(question, Map.of("sub", subject(person), "auth_time", seconds(now)));
        assertStaysLocked(UnlockRefusal.NOT_ASKED);
    }

    @Test
    void whoeverTurnsBackAtTheProviderFindsTheScreenLocked() throws Exception {
        isLocked();
        Map<String, String> question = askTheProvider(BEGIN);
        mvc.perform(get("/login/oauth2/code/sso")
                .param("error", "access_denied")
                .param("state", Objects.requireNonNull(question.get("state")))
                .session(session));
        assertStaysLocked(UnlockRefusal.DECLINED);
        assertThat(audited(REFUSED)).isZero();
    }

    @Test
    void theOrdinarySignInIsNoWayAroundTheLock() throws Exception {
        Map<String, String> question = askTheProvider();
        isLocked();
        assertThat(sends(get("/oauth2/authorization/sso").accept("text/html"))).isEqualTo("423");
        MockHttpServletResponse answer =
                answerTo(question, Map.of("sub", subject(person), "auth_time", seconds(clock.instant())));
        assertThat(answer.getStatus()).isEqualTo(423);
        assertThat(state()).isEqualTo("locked");
    }

    @Test
    void theStateOfTheOrdinarySignInWithTheMarkOfTheLockOpensNothing() throws Exception {
        Map<String, String> question = askTheProvider();
        isLocked();
        var disguised = new HashMap<>(question);
        disguised.merge("state", "", (state, none) -> "kunci." + state);
        answerTo(disguised, Map.of("sub", subject(person), "auth_time", seconds(clock.instant())));
        assertStaysLocked(UnlockRefusal.NOT_ASKED);
    }

    @Test
    void theAnswerToALockNeverSignsAnybodyIn() throws Exception {
        isLocked();
        Map<String, String> question = askTheProvider(BEGIN);
        sends(post("/logout").with(csrf()));
        session = new MockHttpSession();
        MockHttpServletResponse answer =
                answerTo(question, Map.of("sub", subject(person), "auth_time", seconds(clock.instant())));
        assertThat(answer.getRedirectedUrl()).isEqualTo(LAST_PAGE);
        assertThat(session.getAttribute("SPRING_SECURITY_CONTEXT")).isNull();
        assertThat(state()).isEqualTo("over");
    }

    @Test
    void anAnswerThatComesWhenThePasswordHasOpenedItChangesNothing() throws Exception {
        person.with("must_change_password = FALSE");
        isLocked();
        Map<String, String> question = askTheProvider(BEGIN);
        unlocksWith(Newcomer.PASSWORD);
        answerTo(question, Map.of("sub", "s-siapa", "auth_time", seconds(clock.instant())));
        assertThat(state()).isEqualTo("open");
        assertThat(signedIn().getName()).isEqualTo(person.username);
        assertThat(audited(OPENED)).isEqualTo(1);
    }

    @Test
    void failuresAreSlowedDown() throws Exception {
        isLocked();
        for (int i = 0; i < SignInThrottle.FREE_TRIES; i++) {
            returnsAs("s-orang-" + i, clock.instant());
        }
        returnsAs(subject(person), clock.instant());
        assertThat(asks().path("sentence").asString())
                .isEqualTo("Terlalu banyak percobaan. Tunggu 30 detik, lalu coba lagi.");
        assertThat(state()).isEqualTo("locked");
        clock.advance(SignInThrottle.FIRST_WAIT);
        returnsAs(subject(person), clock.instant());
        assertThat(state()).isEqualTo("open");
    }

    @Test
    void aProviderThatIsAwayIsSaidAndTheOwnerMaySignOut() throws Exception {
        isLocked();
        PROVIDER.away(true);
        assertThat(sends(get(BEGIN))).isEqualTo(LAST_PAGE);
        assertStaysLocked(UnlockRefusal.UNREACHABLE);
        UUID session = session();
        sends(post("/logout").with(csrf()));
        assertThat(records.look(session).end()).contains(SessionEnd.SIGNED_OUT);
    }

    @Test
    void aProviderThatGoesAwayInTheMiddleIsNoFaultOfTheOwner() throws Exception {
        isLocked();
        for (int i = 0; i < SignInThrottle.FREE_TRIES + 2; i++) {
            Map<String, String> question = askTheProvider(BEGIN);
            PROVIDER.away(true);
            answerTo(question, Map.of("sub", subject(person), "auth_time", seconds(clock.instant())));
            assertStaysLocked(UnlockRefusal.UNREACHABLE);
            PROVIDER.away(false);
        }
        assertThat(audited(REFUSED)).isZero();
        returnsAs(subject(person), clock.instant());
        assertThat(state()).isEqualTo("open");
    }

    @Test
    void anAccountThatWasClosedMeanwhileIsNotOpened() throws Exception {
        isLocked();
        Map<String, String> question = askTheProvider(BEGIN);
        close();
        answerTo(question, Map.of("sub", subject(person), "auth_time", seconds(clock.instant())));
        assertThat(state()).isEqualTo("over");
        assertThat(audited(OPENED)).isZero();
    }

    @Test
    void anAccountThatIsClosedWhileTheProviderAnswersIsNotOpened() throws Exception {
        isLocked();
        PROVIDER.whileAsked(this::close);
        returnsAs(subject(person), clock.instant());
        assertThat(audited(OPENED)).isZero();
        assertThat(state()).isEqualTo("over");
    }

    @Test
    void aSessionThatAnAdministratorEndsWhileTheProviderAnswersStaysOver() throws Exception {
        isLocked();
        PROVIDER.whileAsked(() -> records.endAll(person.id, null, SessionEnd.ENDED_BY_ADMINISTRATOR, null));
        returnsAs(subject(person), clock.instant());
        assertThat(state()).isEqualTo("over");
        assertThat(audited(OPENED)).isZero();
    }

    @Test
    void theLockEndsTheSessionWhenNobodyComesBack() throws Exception {
        isLocked();
        Map<String, String> question = askTheProvider(BEGIN);
        clock.advance(LOCKED_FOR);
        answerTo(question, Map.of("sub", subject(person), "auth_time", seconds(clock.instant())));
        assertThat(state()).isEqualTo("over");
        assertThat(audited(OPENED)).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {BEGIN, LAST_PAGE, "/login/oauth2/code/sso?state=kunci.x"})
    void theWindowDoesNothingButAskAndReturn(String address) throws Exception {
        isLocked();
        assertThat(sends(post(address).with(csrf()))).isEqualTo("405");
        assertThat(state()).isEqualTo("locked");
    }

    @Test
    void theLastPageOfTheWindowIsThereForStrangersToo() throws Exception {
        session = new MockHttpSession();
        assertThat(mvc.perform(get(LAST_PAGE).session(session))
                        .andReturn()
                        .getResponse()
                        .getContentAsString())
                .contains("<portal-unlock-window>");
        assertThat(sends(get(BEGIN))).isEqualTo(LAST_PAGE);
    }

    private static String subject(Newcomer person) {
        return "s-" + person.username;
    }

    private static long seconds(Instant at) {
        return at.getEpochSecond();
    }

    private void isLocked() throws Exception {
        clock.advance(IDLE);
        assertThat(state()).isEqualTo("locked");
    }

    private MockHttpServletResponse returnsAs(String subject, Instant signedIn) throws Exception {
        return answerTo(askTheProvider(BEGIN), Map.of("sub", subject, "auth_time", seconds(signedIn)));
    }

    private void accepted(String code) {
        PROVIDER.accepted(code, Map.of("sub", subject(person), "auth_time", seconds(clock.instant())));
    }

    private void close() {
        person.with("enabled = FALSE, authority_version = authority_version + 1");
    }

    private void assertStaysLocked(UnlockRefusal refusal) throws Exception {
        JsonNode standing = asks();
        assertThat(standing.path("state").asString()).isEqualTo("locked");
        assertThat(standing.path("sentence").asString()).isEqualTo(refusal.sentence());
        assertThat(sends(post(MESSAGE))).isEqualTo("423");
        assertThat(audited(OPENED)).isZero();
    }

    private String state() throws Exception {
        return asks().path("state").asString();
    }

    private JsonNode asks() throws Exception {
        return json.readTree(mvc.perform(get("/kunci").session(session))
                .andReturn()
                .getResponse()
                .getContentAsString());
    }

    private String unlocksWith(String password) throws Exception {
        return sends(post("/kunci/buka").param("password", password).with(csrf()));
    }

    private String sends(MockHttpServletRequestBuilder request) throws Exception {
        try {
            return Newcomer.answer(mvc.perform(request.session(session)).andReturn());
        } catch (ServletException beyondTheDoor) {
            assertThat(beyondTheDoor).hasMessageContaining("springServlet");
            return Newcomer.OPENED;
        }
    }

    private UUID session() {
        List<UUID> open = jdbc.sql("SELECT id FROM staff_session WHERE account_id = ? AND ended_at IS NULL")
                .param(person.id.value())
                .query((row, number) -> row.getObject(1, UUID.class))
                .list();
        assertThat(open).hasSize(1);
        return open.getFirst();
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
}
