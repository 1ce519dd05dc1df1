package id.dukcapil.portal.notification;

import id.dukcapil.portal.common.MailEnded;
import id.dukcapil.portal.common.MailHasLeft;
import id.dukcapil.portal.common.MailRequested;
import id.dukcapil.portal.common.MailWithdrawn;
import id.dukcapil.portal.common.RecordRow;
import id.dukcapil.portal.common.UtcDateTime;
import id.dukcapil.portal.common.procedure.Where;
import java.time.Clock;
import java.time.LocalDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * What people and far servers do with mails of the outbox. Every change asks for the state it starts from, so that of
 * two who act at once one finds nothing to do.
 */
@Repository
@Transactional
class MailChanges {

    /** Assignments run from left to right: the Message-ID is made with the new round. */
    private static final String NEW_ROUND = "status = 'WAITING', round = round + 1, attempts = 0,"
            + " round_started_at = :now, due_at = :now, finished_at = NULL,"
            + " message_id = CONCAT(id, '.', round, '@', :domain)";

    private record PromisedMail(MailId id, MailStatus status) {}

    private static final RowMapper<PromisedMail> PROMISED = RecordRow.of(PromisedMail.class);

    private final JdbcClient jdbc;
    private final Outbox outbox;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    MailChanges(JdbcClient jdbc, Outbox outbox, ApplicationEventPublisher events, Clock clock) {
        this.jdbc = jdbc;
        this.outbox = outbox;
        this.events = events;
        this.clock = clock;
    }

    /** A server further on sent it back. @return false when it is no mail of ours that was sent */
    boolean bounced(MailId id, String explanation) {
        boolean changed = end(id, MailStatus.BOUNCED);
        if (changed) {
            happened(id, MailEventKind.BOUNCED, explanation, null);
            tellOfBounce(id, explanation);
        }
        return changed;
    }

    private boolean end(MailId id, MailStatus ending) {
        return jdbc.sql("""
                        UPDATE notification_mail SET status = :ending, finished_at = :now
                        WHERE id = :id AND status IN (:before)""")
                        .param("ending", ending.name())
                        .param("now", now())
                        .param("id", id.value())
                        .param("before", MailStatus.before(ending))
                        .update()
                > 0;
    }

    private void tellOfBounce(MailId id, String explanation) {
        RowMapper<MailRequested> requested = (row, number) -> outbox.request(row);
        jdbc.sql("SELECT * FROM notification_mail WHERE id = ?")
                .param(id.value())
                .query(requested)
                .optional()
                .ifPresent(mail -> events.publishEvent(new MailEnded(
                        mail.template(), mail.reference(), mail.facts(), MailEnded.End.BOUNCED, explanation)));
    }

    /**
     * Begins a new round of attempts, with a Message-ID of its own: readers drop what they have seen before.
     *
     * @param newAddress null: the same as before
     * @return false when the mail is not in a state for that, for instance because somebody else was quicker
     */
    boolean resend(MailId id, @Nullable String newAddress, String domain, String actor) {
        int changed = jdbc.sql("UPDATE notification_mail SET " + NEW_ROUND
                        + ", to_address = COALESCE(:to, to_address) WHERE id = :id AND status IN (:before)"
                        + " AND anonymised_at IS NULL")
                .param("now", now())
                .param("domain", domain)
                .param("to", newAddress)
                .param("id", id.value())
                .param("before", MailStatus.resendable())
                .update();
        if (changed > 0) {
            happened(id, newAddress == null ? MailEventKind.RESENT : MailEventKind.READDRESSED, null, actor);
        }
        return changed > 0;
    }

    boolean cancel(MailId id, String actor) {
        boolean changed = end(id, MailStatus.CANCELLED);
        if (changed) {
            happened(id, MailEventKind.CANCELLED, null, actor);
        }
        return changed;
    }

    /** @throws MailHasLeft when the mail is being delivered or has been; the caller's transaction is to be rolled back */
    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    void withdraw(MailWithdrawn withdrawn) {
        for (PromisedMail mail : promised(withdrawn)) {
            if (mail.status() == MailStatus.IN_DELIVERY || mail.status() == MailStatus.SENT) {
                throw new MailHasLeft(withdrawn.reference());
            }
            if (mail.status().canBecome(MailStatus.CANCELLED)) {
                jdbc.sql("UPDATE notification_mail SET status = 'CANCELLED', finished_at = :now WHERE id = :id")
                        .param("now", now())
                        .param("id", mail.id().value())
                        .update();
                happened(mail.id(), MailEventKind.CANCELLED, "Keputusannya ditarik kembali", null);
            }
        }
    }

    private List<PromisedMail> promised(MailWithdrawn withdrawn) {
        outbox.writePromised();
        return jdbc.sql("""
                        SELECT id, status FROM notification_mail
                        WHERE reference = :reference AND template = :template AND created_at >= :since FOR UPDATE""")
                .param("reference", withdrawn.reference())
                .param("template", withdrawn.template())
                .param("since", UtcDateTime.of(withdrawn.since()))
                .query(PROMISED)
                .list();
    }

    /**
     * Begins a new round for everything that matches and has failed or is held. What came back is left out: its address
     * has to be corrected first.
     *
     * @return how many
     */
    int resendAll(Where where, String domain, String actor) {
        String which = where.text() + " AND status IN ('FAILED', 'HELD') AND anonymised_at IS NULL";
        jdbc.sql("INSERT INTO notification_event (mail_id, at, kind, actor_name)"
                        + " SELECT id, :now, 'RESENT', :actor FROM notification_mail WHERE " + which + " FOR UPDATE")
                .params(where.parameters())
                .param("now", now())
                .param("actor", actor)
                .update();
        return jdbc.sql("UPDATE notification_mail SET " + NEW_ROUND + " WHERE " + which)
                .params(where.parameters())
                .param("now", now())
                .param("domain", domain)
                .update();
    }

    /** When the change is really done; a mail that is not committed yet cannot be claimed. */
    void afterCommit(Runnable work) {
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                work.run();
            }
        });
    }

    private void happened(MailId id, MailEventKind kind, @Nullable String text, @Nullable String actor) {
        jdbc.sql("INSERT INTO notification_event (mail_id, at, kind, text, actor_name) VALUES (?, ?, ?, ?, ?)")
                .param(id.value())
                .param(now())
                .param(kind.name())
                .param(text == null ? null : Outbox.shortened(text))
                .param(actor)
                .update();
    }

    private LocalDateTime now() {
        return UtcDateTime.of(clock.instant());
    }
}
