package id.dukcapil.portal.staff.signin;

import static id.dukcapil.portal.staff.signin.Newcomer.answer;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import id.dukcapil.portal.SettableClock;
import id.dukcapil.portal.staff.signin.OpenSessions.Row;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpSession;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolderStrategy;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.test.web.servlet.MvcResult;

class SessionsTest extends AtTheDoor {

    private static final Duration IDLE = Duration.ofMinutes(30);

    @Autowired
    OpenSessions sessions;

    @Autowired
    SessionRecords records;

    @Autowired
    OwnAccount account;

    @Autowired
    UserDetailsService accounts;

    @Autowired
    SecurityContextHolderStrategy security;

    private Newcomer person;

    @BeforeEach
    void somebodyNew() {
        person = newcomer("operator");
    }

    @Test
    void theListSaysWhoIsSignedInFromWhere() throws Exception {
        person.signsIn();
        asAdministrator();
        assertThat(sessions.of(person.id)).singleElement().satisfies(row -> {
            assertThat(row.username()).isEqualTo(person.username);
            assertThat(row.address()).isEqualTo(person.address);
            assertThat(row.device()).isEqualTo("Chrome di Windows");
            assertThat(row.startedAt()).isEqualTo(SettableClock.MONDAY_MORNING);
            assertThat(row.method()).isEqualTo(SignInMethod.PASSWORD);
        });
        assertThat(sessions.count(person.username)).isEqualTo(1);
        assertThat(sessions.page(person.username, null, 0, 10)).hasSize(1);
        assertThat(sessions.count("%")).isZero();
    }

    @Test
    void theListIsReadPageByPageWithoutLosingAnybody() throws Exception {
        for (int i = 0; i < 3; i++) {
            clock.advance(Duration.ofMinutes(1));
            person.signsIn();
        }
        asAdministrator();
        List<Row> all = sessions.page(person.username, null, 0, 10);
        Row first = all.getFirst();
        assertThat(sessions.page(person.username, new OpenSessions.Place(first.lastSeenAt(), first.id()), 0, 10))
                .isEqualTo(all.subList(1, 3));
    }

    @Test
    void whatAnAdministratorEndsIsOverAtTheNextRequestAndTheLoginSaysWhy() throws Exception {
        MvcResult signedIn = person.signsIn();
        assertThat(person.opens("/kantor", signedIn)).isEqualTo(Newcomer.OPENED);
        asAdministrator();
        sessions.end(sessions.of(person.id).getFirst());

        MvcResult met = person.meets("/kantor", signedIn);
        assertThat(answer(met)).isEqualTo("/login");
        assertThat(EndedSession.take(met.getRequest().getSession(false))).contains(SessionEnd.ENDED_BY_ADMINISTRATOR);
        assertThat(EndedSession.metBy(met.getRequest())).contains(SessionEnd.ENDED_BY_ADMINISTRATOR);
        assertThat(person.opens("/kantor", met)).isEqualTo("/login");
    }

    @Test
    void afterTheEndTheSameAddressOpensAgain() throws Exception {
        MvcResult signedIn = person.signsIn();
        asAdministrator();
        sessions.endAllOf(person.id, person.username);
        MvcResult met = person.meets("/kantor?cari=soreang", signedIn);
        assertThat(answer(person.signsIn(person.username, Newcomer.PASSWORD, Newcomer.sessionOf(met))))
                .startsWith("http://localhost/kantor?cari=soreang");
    }

    @Test
    void whoeverDoesSomethingNowAndThenStaysIn() throws Exception {
        MvcResult signedIn = person.signsIn();
        for (int i = 0; i < 3; i++) {
            clock.advance(IDLE.minusSeconds(1));
            assertThat(person.opens("/kantor", signedIn)).isEqualTo(Newcomer.OPENED);
        }
        clock.advance(IDLE);
        assertThat(person.opens("/kantor", signedIn)).isEqualTo("423");
    }

    @Test
    void anOpenPageByItselfKeepsNoSessionOpen() throws Exception {
        MvcResult signedIn = person.signsIn();
        for (int minutes = 0; minutes < 30; minutes += 5) {
            assertThat(person.opens("/?v-r=heartbeat&v-uiId=0", signedIn)).isEqualTo(Newcomer.OPENED);
            clock.advance(Duration.ofMinutes(5));
        }
        assertThat(person.opens("/kantor", signedIn)).isEqualTo("423");
    }

    @Test
    void anAccountThatIsClosedIsOutAtTheNextRequest() throws Exception {
        MvcResult signedIn = person.signsIn();
        person.with("enabled = FALSE");
        assertThat(person.opens("/kantor", signedIn)).isEqualTo("/login");
    }

    @Test
    void signingOutEndsTheRecord() throws Exception {
        MvcResult signedIn = person.signsIn();
        mvc.perform(post("/logout").session(Newcomer.sessionOf(signedIn)).with(csrf()));
        assertThat(openSessions()).isZero();
    }

    @Test
    void oneSessionTooManyEndsTheOldest() throws Exception {
        MvcResult oldest = person.signsIn();
        MvcResult second = person.signsIn();
        for (int i = 0; i < 4; i++) {
            clock.advance(Duration.ofSeconds(1));
            person.signsIn();
        }
        assertThat(openSessions()).isEqualTo(5);
        assertThat(List.of(person.opens("/kantor", oldest), person.opens("/kantor", second)))
                .containsExactlyInAnyOrder("/login", Newcomer.OPENED);
    }

    @Test
    void whoeverHasJustSignedInStaysInThoughTheClockStandsStillOrGoesBack() throws Exception {
        for (int i = 0; i < 20; i++) {
            assertThat(person.opens("/kantor", person.signsIn())).isEqualTo(Newcomer.OPENED);
        }
        clock.advance(Duration.ofHours(-1));
        assertThat(person.opens("/kantor", person.signsIn())).isEqualTo(Newcomer.OPENED);
        assertThat(openSessions()).isEqualTo(5);
    }

    @Test
    void lastSeenIsWrittenOnceAMinute() throws Exception {
        MvcResult signedIn = person.signsIn();
        clock.advance(Duration.ofSeconds(59));
        person.opens("/kantor", signedIn);
        assertThat(lastSeen()).isEqualTo("2026-11-23 02:00:00");
        clock.advance(Duration.ofSeconds(1));
        person.opens("/kantor", signedIn);
        assertThat(lastSeen()).isEqualTo("2026-11-23 02:01:00");
    }

    @Test
    void theJobEndsWhatNobodyCameBackTo() throws Exception {
        person.signsIn();
        clock.advance(IDLE.plusHours(4));
        records.clear();
        assertThat(openSessions()).isEqualTo(1);
        clock.advance(Duration.ofMinutes(2));
        records.clear();
        assertThat(openSessions()).isZero();
        clock.advance(SessionRecords.KEPT.plusDays(1));
        records.clear();
        assertThat(jdbc.sql("SELECT COUNT(*) FROM staff_session WHERE account_id = ?")
                        .param(person.id.value())
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    void onesOwnOtherSessionsCanBeEndedButNobodyElses() throws Exception {
        person.signsIn();
        var other = newcomer("operator");
        other.signsIn();
        UUID ofOther = jdbc.sql("SELECT id FROM staff_session WHERE account_id = ?")
                .param(other.id.value())
                .query((row, number) -> row.getObject(1, UUID.class))
                .single();
        as(person.username, new SignedInDetails(UUID.randomUUID(), SignInMethod.PASSWORD));
        sessions.endOwn(ofOther);
        assertThat(records.look(ofOther).end()).isEmpty();
        assertThat(sessions.endOtherOwn()).isEqualTo(1);
        assertThat(openSessions()).isZero();
        assertThatThrownBy(() -> sessions.of(other.id)).isInstanceOf(AccessDeniedException.class);
        assertThatThrownBy(() -> sessions.endAllOf(other.id, other.username)).isInstanceOf(AccessDeniedException.class);
    }

    @Test
    void aNewPasswordEndsTheOtherSessionsAndNotThisOne() throws Exception {
        MvcResult here = person.signsIn();
        MvcResult elsewhere = person.signsIn();
        var own = OpenSession.of(Newcomer.sessionOf(here).getAttribute(OpenSession.ATTRIBUTE));
        as(person.username, new SignedInDetails(Objects.requireNonNull(own).id(), SignInMethod.PASSWORD));
        account.changePassword(Newcomer.PASSWORD, "tukang becak lewat depan");
        security.clearContext();

        assertThat(person.opens("/kantor", here)).isEqualTo(Newcomer.OPENED);
        assertThat(person.opens("/kantor", elsewhere)).isEqualTo("/login");
        assertThat(answer(person.signsIn())).isEqualTo("/login?error");
        assertThat(answer(person.signsIn("tukang becak lewat depan"))).isEqualTo("/");
    }

    @Test
    void whoeverSitsDownAtAnOpenScreenCannotGuessThePasswordThere() {
        as(person.username, new SignedInDetails(UUID.randomUUID(), SignInMethod.PASSWORD));
        for (int i = 0; i < 5; i++) {
            assertThatThrownBy(() -> account.changePassword("salah", "tukang becak lewat depan"))
                    .hasMessage("Kata sandi sekarang tidak cocok.");
        }
        assertThatThrownBy(() -> account.changePassword(Newcomer.PASSWORD, "tukang becak lewat depan"))
                .hasMessageStartingWith("Terlalu banyak percobaan.");
    }

    @Test
    void aSessionNumberInventedByTheBrowserOpensNothing() throws Exception {
        var invented = new MockHttpSession(null, "0".repeat(32));
        assertThat(answer(mvc.perform(get("/kantor").accept("text/html").session(invented))
                        .andReturn()))
                .isEqualTo("/login");
    }

    private void asAdministrator() {
        as("admin", new SignedInDetails(UUID.randomUUID(), SignInMethod.PASSWORD));
    }

    private void as(String username, SignedInDetails details) {
        var principal = accounts.loadUserByUsername(username);
        var authentication =
                UsernamePasswordAuthenticationToken.authenticated(principal, null, principal.getAuthorities());
        authentication.setDetails(details);
        var context = security.createEmptyContext();
        context.setAuthentication(authentication);
        security.setContext(context);
    }

    private int openSessions() {
        return jdbc.sql("SELECT COUNT(*) FROM staff_session WHERE account_id = ? AND ended_at IS NULL")
                .param(person.id.value())
                .query(Integer.class)
                .single();
    }

    private String lastSeen() {
        return String.valueOf(jdbc.sql(
                        "SELECT DATE_FORMAT(last_seen_at, '%Y-%m-%d %H:%i:%s') FROM staff_session WHERE account_id = ?")
                .param(person.id.value())
                .query((row, number) -> row.getString(1))
                .single());
    }
}
