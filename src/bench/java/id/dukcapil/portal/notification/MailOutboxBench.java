package id.dukcapil.portal.notification;

import static org.assertj.core.api.Assertions.assertThat;

import id.dukcapil.portal.IntegrationTest;
import id.dukcapil.portal.common.MailRequested;
import id.dukcapil.portal.notification.SmtpSink.Fate;
import id.dukcapil.portal.notification.letters.Letter;
import id.dukcapil.portal.notification.letters.Letters;
import java.time.Clock;
import java.time.Duration;
import java.util.HashSet;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mail.MailException;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.mail.javamail.MimeMessageHelper;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/**
 * Mails per second through the outbox, against the usual way of sending one per event over a new connection. The server is
 * the same for both: it takes 2 ms for every answer as one on the same campus does, puts 3 % off, stalls on some and
 * cuts connections. Then the delivering process is killed again and again: nothing may be lost, and only what was in flight may
 * go out twice. {@code -Dbench.mails=2000} is quick.
 */
@IntegrationTest
class MailOutboxBench {

    private static final int MAILS = Integer.getInteger("bench.mails", 20_000);
    private static final int KILLS = 4;
    private static final Duration ANSWER = Duration.ofMillis(2);
    private static final Duration STALL = Duration.ofMillis(300);
    private static final int TOGETHER = 500;

    /** Done and not yet written down: what waits, what is being written, and one per connection. */
    private static final int IN_FLIGHT_AT_MOST = 2 * OutcomeRecorder.AHEAD + 1 + MailProcess.SETTINGS.connections();

    @Autowired
    MailWorld given;

    @Autowired
    JdbcTemplate jdbc;

    @Autowired
    PlatformTransactionManager transactions;

    @Autowired
    JsonMapper json;

    @Autowired
    Environment environment;

    private final Random random = new Random(20_261_121);

    @BeforeEach
    void nothingElseWaits() {
        given.nothingElseWaits();
    }

    private synchronized Fate fate() {
        int die = random.nextInt(1_000);
        if (die < 30) {
            return Fate.TRY_LATER;
        }
        if (die < 35) {
            return Fate.STALLED;
        }
        if (die < 45) {
            return Fate.CUT;
        }
        return die < 47 ? Fate.CUT_AFTER_KEEPING : Fate.ACCEPTED;
    }

    @Test
    void mailsPerSecond() throws Exception {
        var outbox = new Outbox(jdbc, transactions, json, event -> {}, Clock.systemUTC());
        int calm = MAILS / 2;
        try (var sink = new SmtpSink(ANSWER, STALL, this::fate, false)) {
            double plain = plainPerSecond(sink, Math.max(100, MAILS / 50));
            promise(outbox, MAILS / 10);
            outboxPerSecond(outbox, sink, MAILS / 10);
            promise(outbox, calm);
            double perSecond = outboxPerSecond(outbox, sink, calm);
            sink.received().clear();
            int cutBefore = sink.keptAndCut();

            promise(outbox, MAILS - calm);
            Set<String> promised = waiting();
            int inFlight = deliverWithKills(outbox, sink);
            int duplicates = sink.received().values().stream()
                    .mapToInt(times -> times.get() - 1)
                    .sum();
            int cut = sink.keptAndCut() - cutBefore;
            promised.removeAll(sink.received().keySet());
            int lost = promised.size();
            System.out.printf(
                    Locale.ROOT,
                    "BENCH mail-outbox mails_per_s=%.0f plain_per_s=%.0f ratio=%.1f kills=%d lost=%d duplicates=%d"
                            + " claimed_at_kills=%d cut_after_keeping=%d%n",
                    perSecond,
                    plain,
                    perSecond / plain,
                    KILLS,
                    lost,
                    duplicates,
                    inFlight,
                    cut);
            assertThat(lost).isZero();
            assertThat(duplicates).isLessThanOrEqualTo(KILLS * IN_FLIGHT_AT_MOST + cut);
            assertThat(perSecond).isGreaterThan(plain);
        }
    }

    private void promise(Outbox outbox, int mails) {
        var transaction = new TransactionTemplate(transactions);
        for (int done = 0; done < mails; done += TOGETHER) {
            int from = done;
            transaction.executeWithoutResult(status -> {
                for (int i = from; i < Math.min(mails, from + TOGETHER); i++) {
                    outbox.put(
                            MailWorld.cancellation("warga" + i + "@contoh.id", "UKUR-" + i),
                            MailStatus.WAITING,
                            "disdukcapil.contoh.go.id");
                }
            });
        }
    }

    /** The Message-IDs of everything that has still to go out. */
    private Set<String> waiting() {
        return new HashSet<>(jdbc.queryForList(
                "SELECT CONCAT('<', message_id, '>') FROM notification_mail WHERE status = 'WAITING'", String.class));
    }

    private static double outboxPerSecond(Outbox outbox, SmtpSink sink, int mails) throws InterruptedException {
        Delivery delivery = MailProcess.delivery(outbox, sink.port(), Clock.systemUTC());
        long start = System.nanoTime();
        while (outbox.depth(1) > 0) {
            delivery.deliverDue();
            TimeUnit.MILLISECONDS.sleep(20);
        }
        double seconds = (System.nanoTime() - start) / 1e9;
        delivery.stop();
        return mails / seconds;
    }

    /** One event after the other, each with a connection of its own; what fails is simply sent again. */
    private static double plainPerSecond(SmtpSink sink, int mails) throws Exception {
        JavaMailSenderImpl sender = MailProcess.sender(sink.port());
        var letters = new Letters(MailProcess.ORGANISATION);
        byte[] emblem = MailProcess.emblem().png();
        long start = System.nanoTime();
        for (int i = 0; i < mails; i++) {
            MailRequested request = MailWorld.cancellation("warga" + i + "@contoh.id", "BIASA-" + i);
            Letter letter = letters.write(request.template(), request.recipient(), request.facts());
            var message = new MimeMessageHelper(sender.createMimeMessage(), true, "UTF-8");
            message.setFrom("layanan@disdukcapil.contoh.go.id");
            message.setTo(request.to());
            message.setSubject(letter.subject());
            message.setText(letter.text(), letter.html());
            message.addInline(Letter.EMBLEM, new ByteArrayResource(emblem), "image/png");
            sendUntilItIsTaken(sender, message);
        }
        return mails / ((System.nanoTime() - start) / 1e9);
    }

    private static void sendUntilItIsTaken(JavaMailSenderImpl sender, MimeMessageHelper message) {
        var attempts = new AtomicInteger();
        while (attempts.incrementAndGet() < 20) {
            try {
                sender.send(message.getMimeMessage());
                return;
            } catch (MailException refusedForNow) {
                assertThat(attempts).hasValueLessThan(20);
            }
        }
    }

    /** @return how many mails were claimed at the moments of the kills, all together */
    private int deliverWithKills(Outbox outbox, SmtpSink sink) throws Exception {
        String database = environment.getRequiredProperty("spring.datasource.url");
        int all = outbox.depth(Integer.MAX_VALUE);
        int claimed = 0;
        for (int kill = 1; kill <= KILLS; kill++) {
            Process process = MailProcess.start(database, sink.port());
            awaitReceived(sink, all * kill / (KILLS + 1));
            process.destroyForcibly().waitFor();
            claimed += JdbcClient.create(jdbc)
                    .sql("SELECT COUNT(*) FROM notification_mail WHERE status = 'IN_DELIVERY'")
                    .query((row, number) -> row.getInt(1))
                    .single();
        }
        Process last = MailProcess.start(database, sink.port());
        assertThat(last.waitFor(10, TimeUnit.MINUTES)).isTrue();
        assertThat(last.exitValue()).isZero();
        return claimed;
    }

    private static void awaitReceived(SmtpSink sink, int mails) throws InterruptedException {
        while (sink.received().size() < mails) {
            TimeUnit.MILLISECONDS.sleep(5);
        }
    }
}
