package id.dukcapil.portal.notification;

import id.dukcapil.portal.common.MailRequested;
import id.dukcapil.portal.documents.Emblem;
import id.dukcapil.portal.notification.smtp.SmtpServer;
import id.dukcapil.portal.staff.Organisation;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.transaction.support.TransactionTemplate;

/** What the tests of the outbox start from: mails that wait, and a portal with a mail server. */
@TestComponent
public class MailWorld {

    private static final RowMapper<MailStatus> STATUS = (row, number) -> MailStatus.valueOf(row.getString("status"));
    private static final RowMapper<String> KIND = (row, number) -> row.getString("kind");

    private final Outbox outbox;
    private final MailComposer composer;
    private final Organisation organisation;
    private final Emblem emblem;
    private final TransactionTemplate transaction;
    private final JdbcClient jdbc;
    private final Clock clock;

    MailWorld(
            Outbox outbox,
            MailComposer composer,
            Organisation organisation,
            Emblem emblem,
            TransactionTemplate transaction,
            JdbcClient jdbc,
            Clock clock) {
        this.outbox = outbox;
        this.composer = composer;
        this.organisation = organisation;
        this.emblem = emblem;
        this.transaction = transaction;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    public static MailSettings settings(MailSettings.Bounces bounces) {
        return new MailSettings(
                true,
                "layanan@disdukcapil.contoh.go.id",
                "tanya@disdukcapil.contoh.go.id",
                4,
                100,
                Duration.ofMinutes(1),
                new MailSettings.Retry(
                        Duration.ofMinutes(1), Duration.ofHours(4), 3, Duration.ofDays(3), Duration.ofSeconds(30)),
                Duration.ofMinutes(10),
                bounces);
    }

    static MailSettings.Bounces noBounces() {
        return new MailSettings.Bounces(null, null, 993, null, null, true, "INBOX");
    }

    SmtpServer server(int port, MailSettings settings) {
        var sender = new JavaMailSenderImpl();
        sender.setHost("127.0.0.1");
        sender.setPort(port);
        sender.getJavaMailProperties().put("mail.smtp.timeout", "5000");
        sender.getJavaMailProperties().put("mail.smtp.connectiontimeout", "5000");
        return new SmtpServer(Optional.of(sender), settings, organisation, emblem, clock);
    }

    /** A process of the portal that delivers to that server. */
    Delivery process(int port) {
        return process(server(port, settings(noBounces())));
    }

    Delivery process(MailServer server) {
        var delivery = new Delivery(
                outbox,
                composer,
                server,
                settings(noBounces()),
                new MailMetrics(new SimpleMeterRegistry(), outbox, clock),
                clock);
        delivery.start();
        return delivery;
    }

    public static MailRequested cancellation(String to, String reference) {
        return new MailRequested(
                "booking/cancelled",
                to,
                "Siti Nurhasanah",
                Map.of(
                        "date", "Senin, 7 Desember 2026",
                        "office", "UKL Kecamatan Soreang",
                        "number", "055",
                        "code", reference,
                        "reason", "berhalangan"),
                "Pemesanan",
                reference,
                null);
    }

    public MailId waiting(MailRequested request) {
        return put(request, MailStatus.WAITING);
    }

    public MailId put(MailRequested request, MailStatus status) {
        return transaction.execute(done -> outbox.put(request, status, "disdukcapil.contoh.go.id"));
    }

    MailStatus statusOf(MailId mail) {
        return jdbc.sql("SELECT status FROM notification_mail WHERE id = ?")
                .param(mail.value())
                .query(STATUS)
                .single();
    }

    java.util.List<String> historyOf(MailId mail) {
        return jdbc.sql("SELECT kind FROM notification_event WHERE mail_id = ? ORDER BY id")
                .param(mail.value())
                .query(KIND)
                .list();
    }

    /** Other tests leave mails that wait; they must not be counted among one's own. */
    void nothingElseWaits() {
        jdbc.sql("UPDATE notification_mail SET status = 'CANCELLED', claim = NULL"
                        + " WHERE status IN ('WAITING', 'IN_DELIVERY')")
                .update();
    }
}
