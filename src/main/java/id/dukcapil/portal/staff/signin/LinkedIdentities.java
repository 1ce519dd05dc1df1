package id.dukcapil.portal.staff.signin;

import id.dukcapil.portal.common.AuditEvent;
import id.dukcapil.portal.common.StaffId;
import id.dukcapil.portal.common.UtcDateTime;
import id.dukcapil.portal.staff.signin.SignInRecords.Account;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Which person at the provider is which account here; bound at the first sign-in, one to one. */
@Component
class LinkedIdentities {

    private static final RowMapper<StaffId> ACCOUNT = (row, number) -> new StaffId(row.getObject(1, UUID.class));

    private final JdbcClient jdbc;
    private final ApplicationEventPublisher events;
    private final TransactionTemplate transaction;
    private final Clock clock;

    LinkedIdentities(JdbcClient jdbc, ApplicationEventPublisher events, TransactionTemplate transaction, Clock clock) {
        this.jdbc = jdbc;
        this.events = events;
        this.transaction = transaction;
        this.clock = clock;
    }

    Optional<StaffId> find(String issuer, String subject) {
        return jdbc.sql("SELECT account_id FROM staff_linked_identity WHERE issuer = ? AND subject = ?")
                .param(issuer)
                .param(subject)
                .query(ACCOUNT)
                .optional();
    }

    /** @return false when the account already belongs to another person at that provider */
    boolean link(String issuer, String subject, Account account) {
        try {
            transaction.executeWithoutResult(status -> write(issuer, subject, account));
            return true;
        } catch (DuplicateKeyException taken) {
            // Also when the same person came in twice at the same moment
            return find(issuer, subject).filter(account.id()::equals).isPresent();
        }
    }

    private void write(String issuer, String subject, Account account) {
        jdbc.sql("""
                        INSERT INTO staff_linked_identity (issuer, subject, account_id, linked_at)
                        VALUES (:issuer, :subject, :account, :now)""")
                .param("issuer", issuer)
                .param("subject", subject)
                .param("account", account.id().value())
                .param("now", UtcDateTime.of(clock.instant()))
                .update();
        events.publishEvent(
                AuditEvent.of("Akun pegawai", account.username(), "Diikat pada identitas layanan masuk tunggal")
                        .at(account.office()));
    }
}
