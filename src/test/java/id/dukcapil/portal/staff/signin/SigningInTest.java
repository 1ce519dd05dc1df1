package id.dukcapil.portal.staff.signin;

import static id.dukcapil.portal.staff.signin.Newcomer.answer;
import static org.assertj.core.api.Assertions.assertThat;

import id.dukcapil.portal.SettableClock;
import id.dukcapil.portal.common.AuditEvent;
import jakarta.servlet.http.Cookie;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpSession;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors;
import org.springframework.test.context.event.ApplicationEvents;
import org.springframework.test.context.event.RecordApplicationEvents;
import org.springframework.test.web.servlet.MvcResult;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;

@RecordApplicationEvents
class SigningInTest extends AtTheDoor {

    private static final String WRONG = "bukan kata sandinya";

    @Autowired
    SignInThrottle throttle;

    @Autowired
    ApplicationEvents published;

    private Newcomer person;

    @BeforeEach
    void somebodyNew() {
        person = newcomer("operator");
    }

    @Test
    void nameAndPasswordOpenTheDoor() throws Exception {
        assertThat(answer(person.signsIn())).isEqualTo("/");
        assertThat(actions()).contains("Masuk");
    }

    @Test
    void theSessionGetsANewNumberWhenItsOwnerComesIn() throws Exception {
        var plantedByAStranger = new MockHttpSession();
        String before = plantedByAStranger.getId();
        MvcResult signedIn = person.signsIn(person.username, Newcomer.PASSWORD, plantedByAStranger);
        assertThat(Newcomer.sessionOf(signedIn).getId()).isNotEqualTo(before);
    }

    @Test
    void somebodyUnknownAWrongPasswordAndAClosedAccountGetTheSameAnswer() throws Exception {
        assertThat(answer(person.signsIn(WRONG))).isEqualTo("/login?error");
        assertThat(answer(person.signsIn("tidak-ada-" + UUID.randomUUID(), WRONG, new MockHttpSession())))
                .isEqualTo("/login?error");
        person.with("enabled = FALSE");
        assertThat(answer(person.signsIn())).isEqualTo("/login?error");
    }

    @Test
    void afterFiveFailuresTheNextTryHasToWaitAndTheWaitGrows() throws Exception {
        failFiveTimes(person.username);
        assertThat(answer(person.signsIn())).isEqualTo("/login?tunggu=30");
        clock.advance(Duration.ofSeconds(30));
        assertThat(answer(person.signsIn(WRONG))).isEqualTo("/login?error");
        assertThat(answer(person.signsIn(WRONG))).isEqualTo("/login?tunggu=60");
        clock.advance(Duration.ofSeconds(60));
        assertThat(answer(person.signsIn())).isEqualTo("/");
    }

    @Test
    void aNameThatDoesNotExistWaitsTheSame() throws Exception {
        String nobody = "tidak-ada-" + UUID.randomUUID();
        failFiveTimes(nobody);
        assertThat(answer(person.signsIn(nobody, WRONG, new MockHttpSession()))).isEqualTo("/login?tunggu=30");
        assertThat(answer(person.signsIn(nobody.toUpperCase(Locale.ROOT), WRONG, new MockHttpSession())))
                .isEqualTo("/login?tunggu=30");
    }

    @Test
    void otherSpellingsThatTheDatabaseTakesForTheSameNameShareOneCount() throws Exception {
        failFiveTimes(person.username);
        assertThat(answer(person.signsIn(person.username.toUpperCase(Locale.ROOT), WRONG, new MockHttpSession())))
                .isEqualTo("/login?tunggu=30");
    }

    @Test
    void aStrangerElsewhereDoesNotShutTheOwnerOut() throws Exception {
        String own = person.address;
        person.address = "203.0.113.9";
        failFiveTimes(person.username);
        person.address = own;
        assertThat(answer(person.signsIn())).isEqualTo("/");
    }

    @Test
    void aStrangerAtTheSameAddressDoesNotShutOutADeviceThatIsKnown() throws Exception {
        person.signsIn();
        var known = person.device;
        person.device = null;
        failFiveTimes(person.username);
        assertThat(answer(person.signsIn())).isEqualTo("/login?tunggu=30");
        person.device = known;
        assertThat(answer(person.signsIn())).isEqualTo("/");
    }

    @Test
    void aForgedDeviceCookieHelpsNobody() throws Exception {
        person.device = new Cookie(KnownDevices.COOKIE, UUID.randomUUID() + "." + "A".repeat(22));
        failFiveTimes(person.username);
        person.device = new Cookie(KnownDevices.COOKIE, UUID.randomUUID() + "." + "B".repeat(22));
        assertThat(answer(person.signsIn(WRONG))).isEqualTo("/login?tunggu=30");
    }

    @Test
    void theKnownDeviceOfOnePersonIsUnknownForAnother() throws Exception {
        person.signsIn();
        var other = newcomer("operator");
        other.device = person.device;
        for (int i = 0; i < 5; i++) {
            other.signsIn(WRONG);
        }
        other.device = null;
        assertThat(answer(other.signsIn())).isEqualTo("/login?tunggu=30");
    }

    @Test
    void oneAddressTryingManyNamesIsSlowedDown() {
        String address = "198.51.100." + (int) (Math.random() * 250);
        int admitted = 0;
        for (int i = 0; i < SignInThrottle.FREE_TRIES_OF_AN_ADDRESS + 10; i++) {
            admitted += throttle.knock(attempt("orang-" + i, address)).isEmpty() ? 1 : 0;
        }
        assertThat(admitted).isEqualTo(SignInThrottle.FREE_TRIES_OF_AN_ADDRESS);
    }

    @Test
    void guessesFromManyAddressesDelayAnUnknownDeviceOnceAndByHalfAMinute() throws Exception {
        guessFromManyAddresses();

        assertThat(answer(person.signsIn())).isEqualTo("/login?tunggu=30");
        clock.advance(Duration.ofSeconds(30));
        guessFromManyAddresses();
        assertThat(answer(person.signsIn())).isEqualTo("/");
    }

    @Test
    void guessesFromManyAddressesDoNotDelayAKnownDevice() throws Exception {
        person.signsIn();
        guessFromManyAddresses();

        assertThat(person.device).isNotNull();
        assertThat(answer(person.signsIn())).isEqualTo("/");
    }

    @Test
    void underSuchAnAttackAPlaceHasOneTryPerHalfAMinute() throws Exception {
        guessFromManyAddresses();
        String account = person.id.toString();
        assertThat(throttle.knock(attempt(account, "192.0.2.77"))).contains(SignInThrottle.FIRST_WAIT);

        for (int tries = 0; tries < 4; tries++) {
            clock.advance(SignInThrottle.FIRST_WAIT);
            assertThat(throttle.knock(attempt(account, "192.0.2.77"))).isEmpty();
            assertThat(throttle.knock(attempt(account, "192.0.2.77"))).contains(SignInThrottle.FIRST_WAIT);
        }
    }

    @Test
    void anAttackIsForgottenAfterAQuietHour() throws Exception {
        guessFromManyAddresses();
        clock.advance(SignInThrottle.FORGOTTEN_AFTER.plusSeconds(1));

        assertThat(answer(person.signsIn())).isEqualTo("/");
    }

    /** As many as the account has free tries, no two from one address. */
    private void guessFromManyAddresses() {
        for (int i = 0; i < SignInThrottle.FREE_TRIES_OF_AN_ACCOUNT; i++) {
            throttle.knock(attempt(person.id.toString(), "stranger-" + UUID.randomUUID()));
        }
    }

    @Test
    void manyTriesAtTheSameMomentDoNotSlipThrough() throws Exception {
        String name = "serentak-" + UUID.randomUUID();
        try (var crowd = Executors.newVirtualThreadPerTaskExecutor()) {
            long admitted = IntStream.range(0, 40)
                    .mapToObj(i -> crowd.submit(
                            () -> throttle.knock(attempt(name, name)).isEmpty()))
                    .toList()
                    .stream()
                    .filter(SigningInTest::get)
                    .count();
            assertThat(admitted).isEqualTo(SignInThrottle.FREE_TRIES);
        }
    }

    @Test
    void theWaitIsNeverLongerThanAQuarterOfAnHour() {
        assertThat(SignInThrottle.waitAfter(4, 5)).isZero();
        assertThat(SignInThrottle.waitAfter(5, 5)).isEqualTo(Duration.ofSeconds(30));
        assertThat(SignInThrottle.waitAfter(8, 5)).isEqualTo(Duration.ofMinutes(4));
        assertThat(SignInThrottle.waitAfter(5_000, 5)).isEqualTo(Duration.ofMinutes(15));
    }

    @Test
    void aQuietHourIsForgotten() throws Exception {
        for (int i = 0; i < 4; i++) {
            person.signsIn(WRONG);
        }
        clock.advance(Duration.ofMinutes(61));
        person.signsIn(WRONG);
        assertThat(answer(person.signsIn())).isEqualTo("/");
    }

    @Test
    void theJobForgetsOldCountsAndKeepsFreshOnes() throws Exception {
        person.signsIn(WRONG);
        clock.advance(Duration.ofMinutes(61));
        failFiveTimes(person.username);
        throttle.clear();
        assertThat(jdbc.sql("SELECT COUNT(*) FROM staff_sign_in_throttle WHERE last_at < ?")
                        .param(LocalDateTime.ofInstant(clock.instant().minus(Duration.ofHours(1)), ZoneOffset.UTC))
                        .query(Integer.class)
                        .single())
                .isZero();
        assertThat(answer(person.signsIn())).isEqualTo("/login?tunggu=30");
    }

    @Test
    void anAddressThatACallerMerelyClaimsIsNotBelieved() throws Exception {
        for (int i = 0; i < 5; i++) {
            mvc.perform(login(WRONG).header("X-Forwarded-For", "192.0.2." + i));
        }
        assertThat(answer(mvc.perform(login(Newcomer.PASSWORD).header("X-Forwarded-For", "192.0.2.77"))
                        .andReturn()))
                .isEqualTo("/login?tunggu=30");
    }

    @Test
    void anOldHashIsReplacedWhenItsOwnerComesIn() throws Exception {
        person.with("password_hash = '{bcrypt}" + new BCryptPasswordEncoder(4).encode(Newcomer.PASSWORD) + "'");
        assertThat(answer(person.signsIn())).isEqualTo("/");
        assertThat(hash()).startsWith("{argon2}");
        assertThat(answer(person.signsIn())).isEqualTo("/");
    }

    @Test
    void aBurstOfFailuresStandsInTheAuditTrail() throws Exception {
        failFiveTimes(person.username);
        assertThat(actions()).contains("Percobaan masuk gagal berulang");
    }

    @Test
    void theNextSignInTellsOfTheOneBeforeAndOfFailuresSince() throws Exception {
        person.signsIn();
        person.signsIn(WRONG);
        person.signsIn(WRONG);
        clock.advance(Duration.ofMinutes(5));
        MvcResult signedIn = person.signsIn();
        var last = LastSignIn.take(Newcomer.sessionOf(signedIn)).orElseThrow();
        assertThat(last).isEqualTo(new LastSignIn(SettableClock.MONDAY_MORNING, person.address, 2));
        assertThat(LastSignIn.take(Newcomer.sessionOf(signedIn))).isEmpty();
    }

    @Test
    void aGivenPasswordOpensOnlyThePageWhereItIsChanged() throws Exception {
        person.with("must_change_password = TRUE");
        MvcResult signedIn = person.signsIn();
        assertThat(answer(signedIn)).isEqualTo("/masuk/kata-sandi");
        for (String page : new String[] {"/", "/kantor", "/akun", "/login", "/swagger-ui.htm"}) {
            assertThat(person.opens(page, signedIn)).isEqualTo("/masuk/kata-sandi");
        }
        assertThat(person.opens("/masuk/kata-sandi", signedIn)).isEqualTo(Newcomer.OPENED);
        assertThat(actions()).doesNotContain("Masuk");
    }

    private MockHttpServletRequestBuilder login(String password) {
        return MockMvcRequestBuilders.post("/login")
                .param("username", person.username)
                .param("password", password)
                .with(SecurityMockMvcRequestPostProcessors.csrf());
    }

    private void failFiveTimes(String name) throws Exception {
        for (int i = 0; i < 5; i++) {
            assertThat(answer(person.signsIn(name, WRONG, new MockHttpSession())))
                    .isEqualTo("/login?error");
        }
    }

    private String hash() {
        return String.valueOf(jdbc.sql("SELECT password_hash FROM staff_account WHERE id = ?")
                .param(person.id.value())
                .query(String.class)
                .single());
    }

    private List<String> actions() {
        return published.stream(AuditEvent.class)
                .filter(event -> event.reference().equals(person.username))
                .map(AuditEvent::action)
                .toList();
    }

    private static SignInThrottle.Attempt attempt(String name, String address) {
        return new SignInThrottle.Attempt(name, address, Optional.empty());
    }

    private static boolean get(Future<Boolean> future) {
        try {
            return future.get();
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }
}
