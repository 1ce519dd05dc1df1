package id.dukcapil.portal.staff.signin;

import id.dukcapil.portal.common.OfficeCode;
import id.dukcapil.portal.common.RecordRow;
import id.dukcapil.portal.common.StaffId;
import id.dukcapil.portal.common.UtcDateTime;
import java.time.Clock;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What the door knows of an account: its password's hash and what happened at the last sign-ins. */
@Component
class SignInRecords {

    private static final String ACCOUNT = """
            SELECT id, username, password_hash, full_name, nip, office_code, enabled, must_change_password
            FROM staff_account""";
    private static final RowMapper<Account> ROW = RecordRow.of(Account.class);
    private static final RowMapper<LastSignIn> LAST = RecordRow.of(LastSignIn.class);

    record Account(
            StaffId id,
            String username,
            String passwordHash,
            String fullName,
            @Nullable String nip,
            OfficeCode office,
            boolean enabled,
            boolean mustChangePassword) {

        PasswordPolicy.Owner owner() {
            return new PasswordPolicy.Owner(username, fullName, nip);
        }
    }

    private final JdbcClient jdbc;
    private final Clock clock;

    SignInRecords(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    Optional<Account> find(String username) {
        return jdbc.sql(ACCOUNT + " WHERE username = ?")
                .param(username)
                .query(ROW)
                .optional();
    }

    Optional<Account> findByNip(String nip) {
        return jdbc.sql(ACCOUNT + " WHERE nip = ?").param(nip).query(ROW).optional();
    }

    Account get(StaffId account) {
        return jdbc.sql(ACCOUNT + " WHERE id = ?")
                .param(account.value())
                .query(ROW)
                .single();
    }

    /** Also ends the duty to change it. */
    void writePassword(StaffId account, @Nullable String hash) {
        jdbc.sql("UPDATE staff_account SET password_hash = :hash, must_change_password = FALSE WHERE id = :id")
                .param("hash", hash)
                .param("id", account.value())
                .update();
    }

    /** The same password, kept in a newer way; only if nobody has changed it in between. */
    void renewHash(Account account, @Nullable String hash) {
        jdbc.sql("UPDATE staff_account SET password_hash = :hash WHERE id = :id AND password_hash = :old")
                .param("hash", hash)
                .param("id", account.id().value())
                .param("old", account.passwordHash())
                .update();
    }

    /** @return how many failures there have been since the last sign-in, this one included */
    @Transactional
    int countFailure(StaffId account) {
        jdbc.sql("""
                        INSERT INTO staff_last_sign_in (account_id, failures_since) VALUES (?, 1)
                        ON DUPLICATE KEY UPDATE failures_since = failures_since + 1""").param(account.value()).update();
        return last(account).map(LastSignIn::failuresSince).orElse(1);
    }

    Optional<LastSignIn> last(StaffId account) {
        return jdbc.sql("SELECT at, address, failures_since FROM staff_last_sign_in WHERE account_id = ?")
                .param(account.value())
                .query(LAST)
                .optional();
    }

    void writeSignIn(StaffId account, String address) {
        jdbc.sql("""
                        INSERT INTO staff_last_sign_in (account_id, at, address) VALUES (:account, :now, :address)
                        ON DUPLICATE KEY UPDATE at = :now, address = :address, failures_since = 0""")
                .param("account", account.value())
                .param("now", UtcDateTime.of(clock.instant()))
                .param("address", address)
                .update();
    }
}
