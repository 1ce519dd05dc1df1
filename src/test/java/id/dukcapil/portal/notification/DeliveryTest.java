package id.dukcapil.portal.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import id.dukcapil.portal.IntegrationTest;
import id.dukcapil.portal.SettableClock;
import id.dukcapil.portal.common.MailRequested;
import id.dukcapil.portal.notification.SmtpSink.Fate;
import java.io.IOException;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Mails that wait are handed over once, whatever the mail server, the network and other processes do. */
@IntegrationTest
class DeliveryTest {

    @Autowired
    MailWorld given;

    @Autowired
    Outbox outbox;

    @Autowired
    SettableClock clock;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transaction;

    private final Deque<Fate> fates = new ArrayDeque<>();

    @BeforeEach
    void nothingElseWaits() {
        given.nothingElseWaits();
    }

    @AfterEach
    void resetClock() {
        clock.reset();
    }

    private synchronized Fate nextFate() {
        return fates.isEmpty() ? Fate.ACCEPTED : fates.removeFirst();
    }

    private SmtpSink sink() throws IOException {
        return SmtpSink.answering(this::nextFate);
    }

    private MailId mail(String reference) {
        return given.waiting(MailWorld.cancellation("siti@contoh.id", reference));
    }

    @Test
    void whatWaitsIsHandedOverOnceOverFewConnections() throws Exception {
        try (var sink = sink()) {
            var mails = new ArrayList<MailId>();
            for (int i = 0; i < 60; i++) {
                mails.add(mail("BANYAK-" + i));
            }
            assertThat(given.process(sink.port()).deliverDue()).isEqualTo(60);
            assertThat(mails)
                    .allSatisfy(mail -> assertThat(given.statusOf(mail)).isEqualTo(MailStatus.SENT));
            assertThat(given.historyOf(mails.getFirst())).containsExactly("ACCEPTED");
            assertThat(sink.received())
                    .hasSize(60)
                    .allSatisfy((id, times) -> assertThat(times).hasValue(1));
            assertThat(sink.connections()).isBetween(1, 4);
        }
    }

    @Test
    void aConnectionIsUsedAgainByTheNextRun() throws Exception {
        try (var sink = sink()) {
            var process = given.process(sink.port());
            mail("SATU");
            assertThat(process.deliverDue()).isEqualTo(1);
            mail("DUA");
            assertThat(process.deliverDue()).isEqualTo(1);
            assertThat(sink.connections()).isEqualTo(1);
            clock.advance(Duration.ofMinutes(2));
            mail("TIGA");
            assertThat(process.deliverDue()).isEqualTo(1);
            assertThat(sink.connections()).isEqualTo(2);
        }
    }

    @Test
    void aMailThatIsPutOffIsTriedAgainLaterWithTheSameMessageId() throws Exception {
        try (var sink = sink()) {
            fates.add(Fate.TRY_LATER);
            MailId mail = mail("TUNDA");
            var process = given.process(sink.port());
            assertThat(process.deliverDue()).isZero();
            assertThat(given.statusOf(mail)).isEqualTo(MailStatus.WAITING);
            assertThat(process.deliverDue()).as("not before its time").isZero();
            clock.advance(Duration.ofMinutes(2));
            assertThat(process.deliverDue()).isEqualTo(1);
            assertThat(given.historyOf(mail)).containsExactly("TRY_LATER", "ACCEPTED");
            assertThat(sink.received()).containsOnlyKeys("<" + mail + ".1@disdukcapil.contoh.go.id>");
        }
    }

    @Test
    void anAddressThatIsRefusedFailsAtOnceAndItsAddressStaysOutOfTheHistory() throws Exception {
        try (var sink = sink()) {
            fates.add(Fate.REFUSED);
            MailId mail = mail("TOLAK");
            given.process(sink.port()).deliverDue();
            assertThat(given.statusOf(mail)).isEqualTo(MailStatus.FAILED);
            String said = jdbc.sql("SELECT CONCAT(code, ' ', text) FROM notification_event WHERE mail_id = ?")
                    .param(mail.value())
                    .query((row, number) -> row.getString(1))
                    .single();
            assertThat(said).startsWith("550 550 5.1.1 No such user").doesNotContain("siti");
        }
    }

    @Test
    void aCutConnectionIsFollowedByAnotherAttemptOnANewOne() throws Exception {
        try (var sink = sink()) {
            fates.addAll(List.of(Fate.CUT, Fate.STALLED));
            MailId mail = mail("PUTUS");
            var process = given.process(sink.port());
            process.deliverDue();
            assertThat(given.statusOf(mail)).isEqualTo(MailStatus.WAITING);
            clock.advance(Duration.ofMinutes(2));
            process.deliverDue();
            assertThat(given.historyOf(mail)).containsExactly("BROKEN_OFF", "ACCEPTED");
            assertThat(sink.received().values()).hasSize(1);
        }
    }

    @Test
    void afterEnoughAttemptsAMailHasFailed() throws Exception {
        try (var sink = sink()) {
            fates.addAll(List.of(Fate.TRY_LATER, Fate.CUT, Fate.TRY_LATER));
            MailId mail = mail("GAGAL");
            var process = given.process(sink.port());
            for (int i = 0; i < 3; i++) {
                process.deliverDue();
                clock.advance(Duration.ofHours(1));
            }
            assertThat(given.statusOf(mail)).isEqualTo(MailStatus.FAILED);
            assertThat(given.historyOf(mail)).containsExactly("TRY_LATER", "BROKEN_OFF", "TRY_LATER");
        }
    }

    @Test
    void whenTheServerIsDownForAnHourMailsWaitCalmlyAndThenGoOut() throws Exception {
        int port;
        try (var free = new ServerSocket(0)) {
            port = free.getLocalPort();
        }
        var process = given.process(port);
        var log = listenTo(Delivery.class);
        var mails = List.of(mail("PADAM-1"), mail("PADAM-2"), mail("PADAM-3"));
        for (int second = 0; second < 3_600; second += 15) {
            process.deliverDue();
            clock.advance(Duration.ofSeconds(15));
        }
        assertThat(process.serverIsSilent()).isTrue();
        assertThat(mails).allSatisfy(mail -> {
            assertThat(given.statusOf(mail)).isEqualTo(MailStatus.WAITING);
            assertThat(given.historyOf(mail))
                    .as("a silent server is no attempt")
                    .isEmpty();
        });
        assertThat(log.list).as("the log says it once").hasSize(1);

        try (var sink = sink()) {
            var reached = given.process(sink.port());
            assertThat(reached.deliverDue()).isEqualTo(3);
        }
    }

    private static ListAppender<ILoggingEvent> listenTo(Class<?> type) {
        var appender = new ListAppender<ILoggingEvent>();
        appender.start();
        ((Logger) LoggerFactory.getLogger(type)).addAppender(appender);
        return appender;
    }

    @Test
    void aMailLeavesAsSoonAsItsPromiseIsCommitted() throws Exception {
        try (var sink = sink()) {
            MailServer server = given.server(sink.port(), MailWorld.settings(MailWorld.noBounces()));
            var entry = new OutboxEntry(outbox, given.process(server), server);
            for (String reference : List.of("SEGERA-1", "SEGERA-2")) {
                MailRequested request = MailWorld.cancellation("siti@contoh.id", reference);
                transaction.executeWithoutResult(status -> entry.promise(request));
            }
            await().untilAsserted(() -> assertThat(sink.received()).hasSize(2));
        }
    }

    @Test
    void aProcessThatIsStoppedGivesBackWhatItHasNotTried() throws Exception {
        try (var sink = sink()) {
            MailId mail = mail("HENTI");
            var process = given.process(sink.port());
            process.stop();
            assertThat(process.deliverDue()).isZero();
            assertThat(given.statusOf(mail)).isEqualTo(MailStatus.WAITING);
            assertThat(given.historyOf(mail)).isEmpty();
            assertThat(sink.received()).isEmpty();
            assertThat(given.process(sink.port()).deliverDue()).isEqualTo(1);
        }
    }

    @Test
    void aProcessThatWasKilledKeepsNothing() throws Exception {
        MailId mail = mail("MATI");
        assertThat(outbox.claim(200, Duration.ofMinutes(10))).hasSize(1);
        try (var sink = sink()) {
            var other = given.process(sink.port());
            assertThat(other.deliverDue()).as("the claim still holds").isZero();
            clock.advance(Duration.ofMinutes(11));
            assertThat(other.deliverDue()).isEqualTo(1);
            assertThat(given.historyOf(mail)).containsExactly("UNKNOWN", "ACCEPTED");
        }
    }

    @Test
    void whoHasLostTheClaimChangesNothing() {
        MailId mail = mail("TELAT");
        ClaimedMail late = outbox.claim(1, Duration.ofMinutes(1)).getFirst();
        clock.advance(Duration.ofMinutes(2));
        outbox.recover();
        ClaimedMail other = outbox.claim(1, Duration.ofMinutes(1)).getFirst();
        var now = clock.instant();
        outbox.record(List.of(new Outcome(late, MailEventKind.REFUSED, 550, "", MailStatus.FAILED, now, now)));
        assertThat(given.statusOf(mail)).isEqualTo(MailStatus.IN_DELIVERY);
        outbox.giveBack(List.of(late));
        assertThat(given.statusOf(mail)).isEqualTo(MailStatus.IN_DELIVERY);
        outbox.giveBack(List.of(other));
        assertThat(given.statusOf(mail)).isEqualTo(MailStatus.WAITING);
    }

    @Test
    void severalProcessesShareTheQueueAndSendNothingTwice() throws Exception {
        try (var sink = sink();
                var processes = Executors.newFixedThreadPool(4)) {
            for (int i = 0; i < 500; i++) {
                mail("BERSAMA-" + i);
            }
            Callable<Integer> work = () -> given.process(sink.port()).deliverDue();
            int sent = 0;
            for (var outcome : processes.invokeAll(List.of(work, work, work, work))) {
                sent += outcome.get();
            }
            assertThat(sent).isEqualTo(500);
            assertThat(sink.received())
                    .hasSize(500)
                    .allSatisfy((id, times) -> assertThat(times).hasValue(1));
        }
    }

    @Test
    void aLetterThatCannotBeWrittenFailsAloneAndSaysWhy() throws Exception {
        try (var sink = sink()) {
            MailId broken = given.waiting(new MailRequested(
                    "booking/cancelled", "siti@contoh.id", "Siti", Map.of(), "Pemesanan", "RUSAK", null));
            MailId sound = mail("UTUH");
            given.process(sink.port()).deliverDue();
            assertThat(given.statusOf(broken)).isEqualTo(MailStatus.FAILED);
            assertThat(given.historyOf(broken)).containsExactly("NOT_MADE");
            assertThat(given.statusOf(sound)).isEqualTo(MailStatus.SENT);
        }
    }

    @Test
    void anAttachmentThatCannotBeMadeIsTriedAgain() throws Exception {
        try (var sink = sink()) {
            MailRequested plain = MailWorld.cancellation("siti@contoh.id", "LAMPIRAN");
            MailId mail = given.waiting(new MailRequested(
                    plain.template(),
                    plain.to(),
                    plain.recipient(),
                    plain.facts(),
                    "Pemesanan",
                    "LAMPIRAN",
                    "unknown"));
            given.process(sink.port()).deliverDue();
            assertThat(given.statusOf(mail)).isEqualTo(MailStatus.WAITING);
            assertThat(given.historyOf(mail)).containsExactly("NOT_MADE");
        }
    }

    @Test
    void anAddressThatIsNoneIsRefusedWithoutAskingTheServer() throws Exception {
        try (var sink = sink()) {
            MailId mail = given.waiting(MailWorld.cancellation("bukan alamat", "ALAMAT"));
            given.process(sink.port()).deliverDue();
            assertThat(given.statusOf(mail)).isEqualTo(MailStatus.FAILED);
            assertThat(sink.received()).isEmpty();
        }
    }
}
