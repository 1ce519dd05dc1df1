package id.dukcapil.portal.staff.signin;

import static id.dukcapil.portal.staff.signin.Newcomer.answer;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.dukcapil.portal.common.InvalidInput;
import id.dukcapil.portal.staff.Organisation;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolderStrategy;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.test.web.servlet.MvcResult;

class SecondFactorTest extends AtTheDoor {

    private static final Duration HALF_A_MINUTE = Duration.ofSeconds(30);

    @Autowired
    Organisation organisation;

    @Autowired
    SecondFactorRecords records;

    @Autowired
    SecondFactor factor;

    @Autowired
    SignInProgress progress;

    @Autowired
    UserDetailsService accounts;

    @Autowired
    SecurityContextHolderStrategy security;

    private final byte[] secret = "rahasia ponsel itu..".getBytes(StandardCharsets.US_ASCII);
    private final List<UUID> mandates = new ArrayList<>();
    private Newcomer person;

    @BeforeEach
    void somebodyNew() {
        person = newcomer("kadis");
    }

    /** The position is everybody's. */
    @AfterEach
    void endMandates() {
        mandates.forEach(id ->
                jdbc.sql("DELETE FROM staff_mandate WHERE id = ?").param(id).update());
    }

    @AfterEach
    void nobodyIsIn() {
        security.clearContext();
    }

    @Test
    void whoHasOneIsAskedForItsCodeAndIsNotInBefore() throws Exception {
        setUp();
        MvcResult halfWay = person.signsIn();
        assertThat(answer(halfWay)).isEqualTo("/masuk/kode");
        assertThat(person.opens("/kantor", halfWay)).isEqualTo("/masuk/kode");
        assertThat(person.opens("/masuk/langkah-kedua", halfWay)).isEqualTo("/masuk/kode");
        takeUp(halfWay);
        assertThat(progress.step()).contains(SignInStep.CODE);
        assertThatThrownBy(() -> factor.confirm(factor.begin(), "000000")).isInstanceOf(InvalidInput.class);
    }

    @Test
    void theRightCodeLetsIn() throws Exception {
        setUp();
        MvcResult halfWay = person.signsIn();
        assertThat(enter(halfWay, codeNow())).isEmpty();
        assertThat(person.opens("/kantor", halfWay)).isEqualTo(Newcomer.OPENED);
        assertThat(jdbc.sql("SELECT method FROM staff_session WHERE account_id = ?")
                        .param(person.id.value())
                        .query((row, number) -> String.valueOf(row.getString(1)))
                        .list())
                .containsExactly("PASSWORD_AND_CODE");
    }

    @Test
    void aCodeWorksOnce() {
        setUp();
        assertThat(records.accept(person.id, codeNow())).isTrue();
        assertThat(records.accept(person.id, codeNow())).isFalse();
        clock.advance(HALF_A_MINUTE);
        assertThat(records.accept(person.id, Totp.code(secret, step() - 1))).isFalse();
        assertThat(records.accept(person.id, codeNow())).isTrue();
    }

    @Test
    void aTelephoneMayBeHalfAMinuteWrongButNotMore() {
        setUp();
        assertThat(records.accept(person.id, Totp.code(secret, step() - 2))).isFalse();
        assertThat(records.accept(person.id, Totp.code(secret, step() + 2))).isFalse();
        assertThat(records.accept(person.id, Totp.code(secret, step() + 1))).isTrue();
    }

    @Test
    void guessingCodesIsSlowedDownForThePersonWhereverItComesFrom() throws Exception {
        setUp();
        MvcResult halfWay = person.signsIn();
        for (int i = 0; i < SignInThrottle.FREE_TRIES; i++) {
            assertThatThrownBy(() -> enter(halfWay, "000000"))
                    .hasMessage("Kode tidak cocok, sudah lewat, atau sudah dipakai.");
        }
        person.address = "203.0.113.80";
        MvcResult elsewhere = person.signsIn();
        assertThatThrownBy(() -> enter(elsewhere, codeNow())).hasMessageStartingWith("Terlalu banyak percobaan.");
    }

    @Test
    void guessingRecoveryCodesIsSlowedDownTogetherWithTheAppsCodes() throws Exception {
        setUp();
        String right = records.newRecoveryCodes(person.id).getFirst();
        MvcResult halfWay = person.signsIn();
        assertThatThrownBy(() -> enter(halfWay, "000000"))
                .hasMessage("Kode tidak cocok, sudah lewat, atau sudah dipakai.");
        for (int i = 1; i < SignInThrottle.FREE_TRIES; i++) {
            assertThatThrownBy(() -> enter(halfWay, "AAAAA-BBBBB"))
                    .hasMessage("Kode tidak cocok, sudah lewat, atau sudah dipakai.");
        }
        assertThatThrownBy(() -> enter(halfWay, right)).hasMessage("Terlalu banyak percobaan. Tunggu 30 detik.");
        assertThat(records.unusedRecoveryCodes(person.id)).isEqualTo(10);
        clock.advance(SignInThrottle.FIRST_WAIT);
        assertThat(enter(halfWay, right)).isEmpty();
    }

    @Test
    void theWaitForCodesIsToldInMinutesOnceItIsLong() throws Exception {
        setUp();
        MvcResult halfWay = person.signsIn();
        for (int failures = 1; failures <= SignInThrottle.FREE_TRIES + 2; failures++) {
            assertThatThrownBy(() -> enter(halfWay, "AAAAA-BBBBB"))
                    .hasMessage("Kode tidak cocok, sudah lewat, atau sudah dipakai.");
            clock.advance(SignInThrottle.waitAfter(failures, SignInThrottle.FREE_TRIES));
        }
        assertThatThrownBy(() -> enter(halfWay, "AAAAA-BBBBB"))
                .hasMessage("Kode tidak cocok, sudah lewat, atau sudah dipakai.");
        assertThatThrownBy(() -> enter(halfWay, "AAAAA-BBBBB")).hasMessage("Terlalu banyak percobaan. Tunggu 4 menit.");
    }

    @Test
    void whoeverSitsDownAtAnOpenScreenCannotGuessTheCodeThere() {
        setUp();
        as(person.username);
        for (int i = 0; i < SignInThrottle.FREE_TRIES; i++) {
            assertThatThrownBy(() -> factor.remove("000000"))
                    .hasMessage("Kode tidak cocok, sudah lewat, atau sudah dipakai.");
        }
        assertThatThrownBy(() -> factor.remove(codeNow())).hasMessageStartingWith("Terlalu banyak percobaan.");
        assertThatThrownBy(() -> factor.newRecoveryCodes(codeNow()))
                .hasMessageStartingWith("Terlalu banyak percobaan.");
        assertThat(records.exists(person.id)).isTrue();
        clock.advance(SignInThrottle.FIRST_WAIT);
        assertThat(factor.newRecoveryCodes(codeNow())).hasSize(10);
    }

    @Test
    void whoHasOneCannotQuietlyPutAnotherInItsPlace() {
        setUp();
        as(person.username);
        var enrolment = factor.begin();
        String right = Totp.code(base32(enrolment.typed()), step());
        assertThatThrownBy(() -> factor.confirm(enrolment, right)).hasMessageContaining("sudah memiliki langkah kedua");
        assertThat(records.accept(person.id, codeNow())).isTrue();
    }

    @Test
    void aRecoveryCodeWorksOnceHoweverItIsTyped() throws Exception {
        setUp();
        List<String> codes = records.newRecoveryCodes(person.id);
        assertThat(codes).hasSize(10).doesNotHaveDuplicates().allMatch(code -> code.matches("[A-Z2-7]{5}-[A-Z2-7]{5}"));
        String typed = " " + codes.getFirst().toLowerCase(Locale.ROOT).replace("-", " ");
        assertThat(enter(person.signsIn(), typed)).isEmpty();
        assertThat(records.acceptRecovery(person.id, codes.getFirst())).isFalse();
        assertThat(records.unusedRecoveryCodes(person.id)).isEqualTo(9);
        var other = newcomer("kadis");
        assertThat(records.acceptRecovery(other.id, codes.get(1))).isFalse();
    }

    @Test
    void neitherTheSecretNorTheCodesCanBeReadInTheDatabase() {
        setUp();
        String code = records.newRecoveryCodes(person.id).getFirst();
        String stored = jdbc.sql("SELECT HEX(secret) FROM staff_second_factor WHERE account_id = ?")
                .param(person.id.value())
                .query((row, number) -> String.valueOf(row.getString(1)))
                .single();
        assertThat(stored).doesNotContain(HexFormat.of().withUpperCase().formatHex(secret));
        String hashes = jdbc.sql("SELECT GROUP_CONCAT(HEX(code_hash)) FROM staff_recovery_code WHERE account_id = ?")
                .param(person.id.value())
                .query((row, number) -> String.valueOf(row.getString(1)))
                .single();
        assertThat(hashes)
                .doesNotContain(HexFormat.of().withUpperCase().formatHex(code.getBytes(StandardCharsets.US_ASCII)));
    }

    @Test
    void aSecretCopiedToAnotherAccountDoesNotOpenIt() {
        setUp();
        var other = newcomer("operator");
        jdbc.sql("""
                        INSERT INTO staff_second_factor (account_id, secret, last_step, set_up_at)
                        SELECT ?, secret, 0, set_up_at FROM staff_second_factor WHERE account_id = ?""").params(other.id.value(), person.id.value()).update();
        assertThatThrownBy(() -> records.accept(other.id, codeNow())).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void theRolesThatSignOrAdministerNeedIt() {
        assertThat(records.isRequired(person.id)).isTrue();
        assertThat(records.isRequired(newcomer("admin").id)).isTrue();
        assertThat(records.isRequired(newcomer("operator").id)).isFalse();
    }

    @Test
    void whoStandsInForTheHeadNeedsItWhileTheMandateIsValid() {
        var deputy = newcomer("operator");
        LocalDate today = LocalDate.ofInstant(clock.instant(), organisation.timeZone());
        mandate(deputy, today.plusDays(1), today.plusDays(3), false);
        mandate(deputy, today.minusDays(3), today.minusDays(1), false);
        mandate(deputy, today, today, true);
        assertThat(records.isRequired(deputy.id)).isFalse();
        clock.advance(Duration.ofDays(1));
        assertThat(records.isRequired(deputy.id)).isTrue();
        clock.advance(Duration.ofDays(3));
        assertThat(records.isRequired(deputy.id)).isFalse();
    }

    @Test
    void inTheDemonstrationItIsOnlyOffered() throws Exception {
        assertThat(answer(person.signsIn())).isEqualTo("/");
        as(person.username);
        assertThat(factor.state()).isEqualTo(new SecondFactor.State(false, 0, true, false));
    }

    @Test
    void itIsSetUpWithItsFirstCodeAndTakenOffOnlyWithAnother() {
        as(person.username);
        var enrolment = factor.begin();
        byte[] fresh = base32(enrolment.typed());
        assertThatThrownBy(() -> factor.confirm(enrolment, "12345")).isInstanceOf(InvalidInput.class);
        assertThat(factor.state().setUp()).isFalse();
        String first = Totp.code(fresh, step());
        assertThat(factor.confirm(enrolment, first)).hasSize(10);
        assertThatThrownBy(() -> factor.remove(first)).isInstanceOf(InvalidInput.class);
        clock.advance(HALF_A_MINUTE);
        factor.remove(Totp.code(fresh, step()));
        assertThat(factor.state().setUp()).isFalse();
    }

    @Test
    void anAdministratorResetsItAndNobodyElse() {
        setUp();
        as(person.username);
        assertThatThrownBy(() -> factor.reset(person.id)).isInstanceOf(AccessDeniedException.class);
        as("admin");
        assertThat(factor.reset(person.id)).isTrue();
        assertThat(factor.reset(person.id)).isFalse();
        assertThat(records.exists(person.id)).isFalse();
    }

    @Test
    void anAdministratorsOwnIsTakenOffWithACodeAndNotByAReset() {
        var administrator = newcomer("admin");
        records.enter(administrator.id, secret, Totp.code(secret, step() - 1));
        as(administrator.username);
        assertThatThrownBy(() -> factor.reset(administrator.id))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining("administrator lain");
        assertThat(records.exists(administrator.id)).isTrue();
    }

    private void mandate(Newcomer deputy, LocalDate from, LocalDate until, boolean revoked) {
        var id = UUID.randomUUID();
        jdbc.sql("""
                        INSERT INTO staff_mandate (id, position_code, kind, deputy_id, valid_from, valid_until, number,
                          issued_on, reason, given_at, given_by, revoked_at)
                        VALUES (:id, 'HEAD', 'PLH', :deputy, :from, :until, 'UJI/1', :from, 'Uji', '2026-01-02', 'Uji',
                          IF(:revoked, '2026-01-03', NULL))""")
                .param("id", id)
                .param("deputy", deputy.id.value())
                .param("from", from)
                .param("until", until)
                .param("revoked", revoked)
                .update();
        mandates.add(id);
    }

    private void setUp() {
        records.enter(person.id, secret, Totp.code(secret, step() - 1));
    }

    private String codeNow() {
        return Totp.code(secret, step());
    }

    private long step() {
        return Totp.stepOf(clock.instant());
    }

    private void takeUp(MvcResult halfWay) {
        security.setContext((SecurityContext) Objects.requireNonNull(Newcomer.sessionOf(halfWay)
                .getAttribute(HttpSessionSecurityContextRepository.SPRING_SECURITY_CONTEXT_KEY)));
    }

    private String enter(MvcResult halfWay, String code) {
        takeUp(halfWay);
        var request = new MockHttpServletRequest();
        request.setRemoteAddr(person.address);
        request.setSession(Newcomer.sessionOf(halfWay));
        try {
            return progress.enterCode(code, request, new MockHttpServletResponse());
        } finally {
            security.clearContext();
        }
    }

    private void as(String username) {
        var principal = accounts.loadUserByUsername(username);
        SecurityContext context = security.createEmptyContext();
        context.setAuthentication(
                UsernamePasswordAuthenticationToken.authenticated(principal, null, principal.getAuthorities()));
        security.setContext(context);
    }

    static byte[] base32(String text) {
        var bits = new StringBuilder();
        for (char letter : text.replace(" ", "").toCharArray()) {
            bits.append("%5s"
                    .formatted(Integer.toBinaryString("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".indexOf(letter)))
                    .replace(' ', '0'));
        }
        byte[] bytes = new byte[bits.length() / 8];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (byte) Integer.parseInt(bits.substring(i * 8, i * 8 + 8), 2);
        }
        return bytes;
    }
}
