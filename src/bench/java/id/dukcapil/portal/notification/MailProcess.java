package id.dukcapil.portal.notification;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import id.dukcapil.portal.documents.Emblem;
import id.dukcapil.portal.notification.letters.Letters;
import id.dukcapil.portal.notification.smtp.SmtpServer;
import id.dukcapil.portal.platform.PortalHome;
import id.dukcapil.portal.staff.Organisation;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import tools.jackson.databind.json.JsonMapper;

/**
 * The part of the portal that delivers, alone in a process of its own, so that it can be killed in the middle. Arguments: the
 * address of the database and the port of the mail server.
 */
final class MailProcess {

    static final Organisation ORGANISATION = new Organisation(
            "Dinas Kependudukan dan Pencatatan Sipil",
            "Pemerintah Kabupaten Bandung",
            "Kabupaten Bandung",
            "3204",
            ZoneId.of("Asia/Jakarta"),
            "Kompleks Pemerintah Kabupaten Bandung, Soreang",
            "(022) 0000-0000",
            "disdukcapil.contoh.go.id",
            "layanan@disdukcapil.contoh.go.id",
            "40911",
            List.of());

    /** As in production, but with pauses and claims short enough for a measurement. */
    static final MailSettings SETTINGS = new MailSettings(
            true,
            null,
            null,
            8,
            100,
            Duration.ofMinutes(1),
            new MailSettings.Retry(
                    Duration.ofMillis(200), Duration.ofSeconds(2), 60, Duration.ofDays(3), Duration.ofMillis(200)),
            Duration.ofSeconds(5),
            new MailSettings.Bounces(null, null, 993, null, null, true, "INBOX"));

    private MailProcess() {}

    public static void main(String[] arguments) throws Exception {
        var pool = new HikariConfig();
        pool.setJdbcUrl(arguments[0]);
        pool.setUsername("root");
        pool.setMaximumPoolSize(4);
        pool.setTransactionIsolation("TRANSACTION_READ_COMMITTED");
        try (var dataSource = new HikariDataSource(pool)) {
            Clock clock = Clock.systemUTC();
            var outbox = new Outbox(
                    new JdbcTemplate(dataSource),
                    new JdbcTransactionManager(dataSource),
                    JsonMapper.builder().build(),
                    event -> {},
                    clock);
            Delivery delivery = delivery(outbox, Integer.parseInt(arguments[1]), clock);
            System.out.println("ready");
            while (outbox.depth(1) > 0) {
                delivery.deliverDue();
                TimeUnit.MILLISECONDS.sleep(50);
            }
            delivery.stop();
        }
    }

    static Delivery delivery(Outbox outbox, int port, Clock clock) {
        var delivery = new Delivery(
                outbox,
                new MailComposer(new Letters(ORGANISATION), List.of(), List.of()),
                new SmtpServer(Optional.of(sender(port)), SETTINGS, ORGANISATION, emblem(), clock),
                SETTINGS,
                new MailMetrics(new SimpleMeterRegistry(), outbox, clock),
                clock);
        delivery.start();
        return delivery;
    }

    static Emblem emblem() {
        return new Emblem(new PortalHome(Path.of("target", "no-such-home")));
    }

    static JavaMailSenderImpl sender(int port) {
        var sender = new JavaMailSenderImpl();
        sender.setHost("127.0.0.1");
        sender.setPort(port);
        sender.getJavaMailProperties().put("mail.smtp.timeout", "10000");
        sender.getJavaMailProperties().put("mail.smtp.connectiontimeout", "10000");
        return sender;
    }

    /** Starts one; it is ready when it has said so. */
    static Process start(String database, int port) throws IOException {
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of("-Xmx256m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Djava.awt.headless=true"));
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), MailProcess.class.getName()));
        command.addAll(List.of(database, String.valueOf(port)));
        Process process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        var said = process.inputReader();
        String line = said.readLine();
        while (line != null && !line.equals("ready")) {
            line = said.readLine();
        }
        Thread.ofVirtual().start(() -> said.lines().forEach(ignored -> {}));
        return process;
    }
}
