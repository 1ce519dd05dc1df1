package id.dukcapil.portal.staff.signin;

import id.dukcapil.portal.common.RecordRow;
import id.dukcapil.portal.common.StaffId;
import id.dukcapil.portal.common.UtcDateTime;
import id.dukcapil.portal.staff.Organisation;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The second factors as they are kept: secrets sealed, recovery codes as keyed hashes, each code good for once. */
@Component
class SecondFactorRecords {

    static final int RECOVERY_CODES = 10;

    private static final String PURPOSE = "second-factor";
    private static final String RECOVERY = "recovery";
    private static final SecureRandom RANDOM = new SecureRandom();

    /** A clock of a telephone may be one step ahead or behind. */
    private static final int DRIFT = 1;

    private static final RowMapper<Stored> ROW = RecordRow.of(Stored.class);

    private record Stored(byte[] secret, long lastStep) {}

    private final JdbcClient jdbc;
    private final SealingKey key;
    private final Organisation organisation;
    private final Clock clock;

    SecondFactorRecords(JdbcClient jdbc, SealingKey key, Organisation organisation, Clock clock) {
        this.jdbc = jdbc;
        this.key = key;
        this.organisation = organisation;
        this.clock = clock;
    }

    boolean exists(StaffId account) {
        return stored(account).isPresent();
    }

    /** Whether one of the account's roles demands it, or the role of a position the account stands in for today. */
    boolean isRequired(StaffId account) {
        return jdbc.sql("""
                        SELECT COUNT(*) FROM staff_role WHERE second_factor_required AND code IN (
                          SELECT role_code FROM staff_account_role WHERE account_id = :account
                          UNION SELECT p.role_code FROM staff_mandate m JOIN staff_position p ON p.code = m.position_code
                          WHERE m.deputy_id = :account AND m.revoked_at IS NULL
                            AND :today BETWEEN m.valid_from AND m.valid_until)""")
                        .param("account", account.value())
                        .param("today", organisation.today(clock))
                        .query(Integer.class)
                        .single()
                > 0;
    }

    /**
     * Keeps a new secret once its first code was right; that code is used up by this.
     *
     * @return whether the code was right
     */
    @Transactional
    boolean enter(StaffId account, byte[] secret, String code) {
        Optional<Long> step = stepOf(secret, code, 0);
        step.ifPresent(used -> jdbc.sql("""
                                INSERT INTO staff_second_factor (account_id, secret, last_step, set_up_at)
                                VALUES (:account, :secret, :step, :now)
                                ON DUPLICATE KEY UPDATE secret = :secret, last_step = :step, set_up_at = :now""")
                .param("account", account.value())
                .param("secret", key.seal(PURPOSE, account.toString(), secret))
                .param("step", used)
                .param("now", UtcDateTime.of(clock.instant()))
                .update());
        return step.isPresent();
    }

    /** @return whether the code is the app's own of this half minute and has not been used before */
    boolean accept(StaffId account, String code) {
        return stored(account)
                .flatMap(stored ->
                        stepOf(key.open(PURPOSE, account.toString(), stored.secret()), code, stored.lastStep()))
                .filter(step -> jdbc.sql("""
                                UPDATE staff_second_factor SET last_step = :step
                                WHERE account_id = :account AND last_step < :step""")
                                .param("step", step)
                                .param("account", account.value())
                                .update()
                        == 1)
                .isPresent();
    }

    /** @return whether it is one of the account's codes that was still unused */
    boolean acceptRecovery(StaffId account, String code) {
        return jdbc.sql("""
                        UPDATE staff_recovery_code SET used_at = :now
                        WHERE account_id = :account AND code_hash = :hash AND used_at IS NULL""")
                        .param("now", UtcDateTime.of(clock.instant()))
                        .param("account", account.value())
                        .param("hash", hash(account, code))
                        .update()
                == 1;
    }

    /** Replaces all earlier ones; they can be read only now. */
    @Transactional
    List<String> newRecoveryCodes(StaffId account) {
        forgetRecoveryCodes(account);
        var codes = new ArrayList<String>();
        for (int i = 0; i < RECOVERY_CODES; i++) {
            byte[] random = new byte[7];
            RANDOM.nextBytes(random);
            String text = Totp.base32(random).substring(0, 10);
            String code = text.substring(0, 5) + "-" + text.substring(5);
            codes.add(code);
            jdbc.sql("INSERT INTO staff_recovery_code (account_id, code_hash) VALUES (?, ?)")
                    .params(account.value(), hash(account, code))
                    .update();
        }
        return List.copyOf(codes);
    }

    int unusedRecoveryCodes(StaffId account) {
        return jdbc.sql("SELECT COUNT(*) FROM staff_recovery_code WHERE account_id = ? AND used_at IS NULL")
                .param(account.value())
                .query(Integer.class)
                .single();
    }

    @Transactional
    boolean remove(StaffId account) {
        forgetRecoveryCodes(account);
        return jdbc.sql("DELETE FROM staff_second_factor WHERE account_id = ?")
                        .param(account.value())
                        .update()
                > 0;
    }

    private void forgetRecoveryCodes(StaffId account) {
        jdbc.sql("DELETE FROM staff_recovery_code WHERE account_id = ?")
                .param(account.value())
                .update();
    }

    private Optional<Stored> stored(StaffId account) {
        return jdbc.sql("SELECT secret, last_step FROM staff_second_factor WHERE account_id = ?")
                .param(account.value())
                .query(ROW)
                .optional();
    }

    private Optional<Long> stepOf(byte[] secret, String code, long usedUpTo) {
        long now = Totp.stepOf(clock.instant());
        for (long step = Math.max(now - DRIFT, usedUpTo + 1); step <= now + DRIFT; step++) {
            if (MessageDigest.isEqual(ascii(Totp.code(secret, step)), ascii(code))) {
                return Optional.of(step);
            }
        }
        return Optional.empty();
    }

    private byte[] hash(StaffId account, String code) {
        String plain = code.toUpperCase(Locale.ROOT).replaceAll("[^A-Z2-7]", "");
        return key.sign(RECOVERY, account + "|" + plain);
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
