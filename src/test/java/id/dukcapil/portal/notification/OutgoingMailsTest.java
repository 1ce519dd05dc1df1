package id.dukcapil.portal.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import id.dukcapil.portal.IntegrationTest;
import id.dukcapil.portal.SettableClock;
import id.dukcapil.portal.common.InvalidInput;
import id.dukcapil.portal.common.Nik;
import id.dukcapil.portal.common.Retention;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.test.context.support.WithUserDetails;
import org.springframework.transaction.IllegalTransactionStateException;
import org.springframework.transaction.support.TransactionTemplate;

/** The administrator Wawan Hermawan looks after the outbox; no mail server is configured. */
@IntegrationTest
@WithUserDetails("admin")
class OutgoingMailsTest {

    private static final String DOMAIN = "disdukcapil.contoh.go.id";

    @Autowired
    MailWorld given;

    @Autowired
    OutgoingMails mails;

    @Autowired
    MailLists lists;

    @Autowired
    MailChanges changes;

    @Autowired
    Outbox outbox;

    @Autowired
    Retention mailRetention;

    @Autowired
    MailsAboutPerson aboutPerson;

    @Autowired
    ApplicationEventPublisher events;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    SettableClock clock;

    @AfterEach
    void resetClock() {
        clock.reset();
    }

    private MailId in(MailStatus status, String reference) {
        MailId mail = given.put(MailWorld.cancellation("siti@contoh.id", reference), MailStatus.HELD);
        jdbc.sql("UPDATE notification_mail SET status = ? WHERE id = ?")
                .param(status.name())
                .param(mail.value())
                .update();
        return mail;
    }

    @Test
    void withoutAMailServerAMailIsKeptAndCanBeRead() {
        transaction.executeWithoutResult(
                status -> events.publishEvent(MailWorld.cancellation("siti@contoh.id", "SIMPAN")));
        MailRow row = lists.page(reference("SIMPAN"), null, 0, 10).getFirst();
        assertThat(row.status()).isEqualTo(MailStatus.HELD);
        assertThat(row.to()).isEqualTo("s•••@contoh.id");
        assertThat(row.kind()).isEqualTo("Pembatalan pemesanan");
        assertThat(mails.letter(row.id()).orElseThrow().text()).contains("Yth. Siti Nurhasanah", "SIMPAN");
        assertThat(lists.state().connected()).isFalse();
        assertThat(lists.state().server()).isEqualTo("SMTP belum dikonfigurasi; surat disimpan.");
        assertThatExceptionOfType(InvalidInput.class)
                .isThrownBy(() -> mails.resend(row.id(), null))
                .withMessage("SMTP belum dikonfigurasi; surat disimpan.");
    }

    @Test
    void aPromiseOutsideATransactionIsNone() {
        assertThatExceptionOfType(IllegalTransactionStateException.class)
                .isThrownBy(() -> events.publishEvent(MailWorld.cancellation("siti@contoh.id", "TANPA")));
    }

    @Test
    void aMailIsSentAgainInANewRoundWithAMessageIdOfItsOwn() {
        MailId mail = in(MailStatus.FAILED, "ULANG");
        assertThat(changes.resend(mail, "siti.baru@contoh.id", DOMAIN, "Wawan Hermawan"))
                .isTrue();
        MailDetails details = lists.find(mail).orElseThrow();
        assertThat(details.row().status()).isEqualTo(MailStatus.WAITING);
        assertThat(details.messageId()).isEqualTo(mail + ".2@" + DOMAIN);
        assertThat(outbox.claim(1_000, Duration.ofMinutes(10)))
                .filteredOn(claimed -> claimed.id().equals(mail))
                .singleElement()
                .satisfies(claimed -> {
                    assertThat(claimed.request().to()).isEqualTo("siti.baru@contoh.id");
                    assertThat(claimed.attempt()).isEqualTo(1);
                });
        assertThat(details.history())
                .extracting(MailDetails.Event::kind, MailDetails.Event::actor)
                .containsExactly(org.assertj.core.groups.Tuple.tuple(MailEventKind.READDRESSED, "Wawan Hermawan"));
    }

    @Test
    void ofTwoWhoSendTheSameMailAgainOneDoesNothing() throws Exception {
        MailId mail = in(MailStatus.FAILED, "BERDUA");
        Callable<Boolean> click = () -> changes.resend(mail, null, DOMAIN, "Wawan Hermawan");
        int done = 0;
        try (var hands = Executors.newFixedThreadPool(2)) {
            for (var outcome : hands.invokeAll(List.of(click, click))) {
                done += outcome.get() ? 1 : 0;
            }
        }
        assertThat(done).isEqualTo(1);
        assertThat(given.historyOf(mail)).containsExactly("RESENT");
    }

    @Test
    void everythingThatFailedOrIsHeldAndMatchesIsSentAgain() {
        MailId failed = in(MailStatus.FAILED, "SEMUA-1");
        MailId held = in(MailStatus.HELD, "SEMUA-2");
        MailId bounced = in(MailStatus.BOUNCED, "SEMUA-3");
        MailId sent = in(MailStatus.SENT, "SEMUA-4");
        MailId other = in(MailStatus.FAILED, "LAIN-1");
        int count = changes.resendAll(MailLists.matching(reference("SEMUA")), DOMAIN, "Wawan Hermawan");
        assertThat(count).isEqualTo(2);
        assertThat(List.of(failed, held, bounced, sent, other))
                .extracting(given::statusOf)
                .containsExactly(
                        MailStatus.WAITING, MailStatus.WAITING, MailStatus.BOUNCED, MailStatus.SENT, MailStatus.FAILED);
        assertThat(given.historyOf(held)).containsExactly("RESENT");
    }

    @Test
    void aMailIsTakenOutBeforeItLeavesAndNotAfterwards() {
        MailId held = in(MailStatus.HELD, "BATAL-1");
        assertThat(mails.cancel(held)).isTrue();
        assertThat(mails.cancel(held)).isFalse();
        assertThat(given.statusOf(held)).isEqualTo(MailStatus.CANCELLED);
        assertThat(mails.cancel(in(MailStatus.SENT, "BATAL-2"))).isFalse();
    }

    @Test
    void aMailThatComesBackIsMarkedWithWhatTheFarServerSaid() {
        MailId sent = in(MailStatus.SENT, "PENTAL");
        assertThat(changes.bounced(sent, "5.1.1: user unknown")).isTrue();
        assertThat(changes.bounced(sent, "5.1.1: user unknown"))
                .as("a second report")
                .isFalse();
        MailDetails details = lists.find(sent).orElseThrow();
        assertThat(details.row().status()).isEqualTo(MailStatus.BOUNCED);
        assertThat(details.history().getLast().text()).isEqualTo("5.1.1: user unknown");
        assertThat(details.allowed()).containsExactly(MailDetails.Action.RESEND);
    }

    @Test
    void aListIsReadPageByPageNewestFirst() {
        for (int i = 0; i < 5; i++) {
            in(MailStatus.SENT, "HALAMAN-" + i);
            clock.advance(Duration.ofMinutes(1));
        }
        MailFilter filter = reference("HALAMAN");
        assertThat(lists.count(filter)).isEqualTo(5);
        List<MailRow> first = lists.page(filter, null, 0, 2);
        List<MailRow> second = lists.page(filter, first.getLast().cursor(), 1, 2);
        assertThat(first).extracting(MailRow::reference).containsExactly("HALAMAN-4", "HALAMAN-3");
        assertThat(second).extracting(MailRow::reference).containsExactly("HALAMAN-1", "HALAMAN-0");
        assertThat(lists.counts(filter)).containsEntry(MailStatus.SENT, 5).containsEntry(MailStatus.FAILED, 0);
        assertThat(lists.count(new MailFilter(
                        Set.of(MailStatus.SENT),
                        "booking/cancelled",
                        "HALAMAN",
                        SettableClock.MONDAY_MORNING.plusSeconds(60),
                        SettableClock.MONDAY_MORNING.plusSeconds(180))))
                .isEqualTo(2);
        assertThat(lists.count(new MailFilter(Set.of(), "booking/moved", "HALAMAN", null, null)))
                .isZero();
    }

    private static MailFilter reference(String beginning) {
        return new MailFilter(Set.of(), null, beginning, null, null);
    }

    @Test
    void whatIsHeldAboutAPersonIsFoundAndAfterAYearForgotten() {
        var nik = new Nik("3204014101900007");
        clock.set(Instant.parse("2025-11-20T02:00:00Z"));
        MailId old = given.put(MailWorld.cancellation("siti@contoh.id", "LAMA").concerning(nik), MailStatus.HELD);
        clock.advance(Duration.ofSeconds(1));
        MailId waiting = given.put(
                MailWorld.cancellation("siti@contoh.id", "LAMA-TUNGGU").concerning(nik), MailStatus.WAITING);
        clock.reset();
        assertThat(aboutPerson.about(nik)).hasSize(2).first().satisfies(item -> {
            assertThat(item.title()).isEqualTo("Pembatalan pemesanan");
            assertThat(item.values())
                    .containsEntry("Pemesanan", "LAMA")
                    .containsEntry("Alamat e-mail", "siti@contoh.id")
                    .containsEntry("Keadaan", "Ditahan");
        });

        Instant yearAgo = SettableClock.MONDAY_MORNING.minus(Duration.ofDays(365));
        assertThat(mailRetention.endedBefore(yearAgo)).hasValue(1);
        assertThat(mailRetention.removeEndedBefore(yearAgo, 10)).isEqualTo(1);
        assertThat(mailRetention.removeEndedBefore(yearAgo, 10)).isZero();
        assertThat(mailRetention.endedBefore(yearAgo)).hasValue(0);
        assertThat(aboutPerson.about(nik)).hasSize(1);
        assertThat(given.statusOf(waiting)).isEqualTo(MailStatus.WAITING);
        MailDetails forgotten = lists.find(old).orElseThrow();
        assertThat(forgotten.anonymised()).isTrue();
        assertThat(forgotten.row().reference()).isEqualTo("LAMA");
        assertThat(forgotten.allowed()).doesNotContain(MailDetails.Action.RESEND);
        assertThat(mails.letter(old)).isEmpty();
        assertThat(changes.resend(old, null, DOMAIN, "Wawan Hermawan")).isFalse();
        Map<String, @Nullable Object> row = jdbc.sql("SELECT * FROM notification_mail WHERE id = ?")
                .param(old.value())
                .query()
                .singleRow();
        assertThat(row.values().toString()).doesNotContain("siti", "Siti", nik.value());
    }

    @Test
    void theFiguresTellHowManyWaitAndSinceWhen() {
        given.nothingElseWaits();
        assertThat(outbox.oldestWaiting()).isEmpty();
        given.waiting(MailWorld.cancellation("siti@contoh.id", "ANGKA"));
        clock.advance(Duration.ofMinutes(7));
        assertThat(lists.state().oldestWaiting()).isEqualTo(Duration.ofMinutes(7));
        assertThat(outbox.depth(100)).isEqualTo(1);
    }

    @Test
    @WithUserDetails("kadis")
    void whoMayNotReadTheOutboxIsRefused() {
        assertThatExceptionOfType(AccessDeniedException.class).isThrownBy(() -> lists.count(MailFilter.everything()));
        assertThatExceptionOfType(AccessDeniedException.class)
                .isThrownBy(() -> mails.resendAll(MailFilter.everything()));
    }
}
