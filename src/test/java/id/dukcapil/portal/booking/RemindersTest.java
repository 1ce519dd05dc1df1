package id.dukcapil.portal.booking;

import static org.assertj.core.api.Assertions.assertThat;

import id.dukcapil.portal.IntegrationTest;
import id.dukcapil.portal.PoisonedRow;
import id.dukcapil.portal.SettableClock;
import id.dukcapil.portal.common.MailRequested;
import id.dukcapil.portal.common.OfficeCode;
import id.dukcapil.portal.notification.letters.Letters;
import id.dukcapil.portal.staff.Office;
import id.dukcapil.portal.staff.OfficeAdministration;
import id.dukcapil.portal.staff.OfficeFacts;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.test.context.support.WithUserDetails;
import org.springframework.test.context.event.ApplicationEvents;
import org.springframework.test.context.event.RecordApplicationEvents;
import org.springframework.transaction.support.TransactionTemplate;

/** The day before. People book on Monday 23 November 2026, 09.00 WIB; reminders begin at 16.00 in the time of the office. */
@IntegrationTest
@RecordApplicationEvents
class RemindersTest {

    private static final OfficeCode IBUN = new OfficeCode("320436");
    private static final LocalDate DAY = LocalDate.of(2026, 12, 3);
    private static final Instant BEFORE_FOUR = Instant.parse("2026-12-02T08:59:00Z");
    private static final Instant AT_FOUR = Instant.parse("2026-12-02T09:00:00Z");

    @Autowired
    Reminders reminders;

    @Autowired
    BookingService bookings;

    @Autowired
    OfficeAdministration administration;

    @Autowired
    CancelLinkInLetter cancelLink;

    @Autowired
    Letters letters;

    @Autowired
    BookingScenario given;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    ApplicationEvents events;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    SettableClock clock;

    @AfterEach
    void resetClock() {
        clock.reset();
    }

    @Test
    void everybodyIsRemindedOnceAtTheSetHour() {
        BookingDetails booking = given.booked(IBUN, DAY);
        clock.set(BEFORE_FOUR);
        reminders.run();
        assertThat(remindersOf(booking)).isZero();
        clock.set(AT_FOUR);
        reminders.run();
        assertThat(remindersOf(booking)).isEqualTo(1);
        clock.set(Instant.parse("2026-12-02T13:00:00Z"));
        reminders.run();
        assertThat(remindersOf(booking)).isEqualTo(1);
    }

    @Test
    void aBookingThatCannotBeRemindedOfKeepsNoOtherFromItsLetter() {
        BookingDetails first = given.booked(IBUN, DAY);
        BookingDetails second = given.booked(IBUN, DAY);
        clock.set(AT_FOUR);
        try (var poisoned = PoisonedRow.againstEntering(
                jdbc, "booking_reminder", "booking_id", first.id().value())) {
            reminders.run();
            poisoned.hasFailed(Reminders.TASK, 1);
            assertThat(remindersOf(first)).isZero();
            assertThat(remindersOf(second)).isOne();
            poisoned.close();
            clock.advance(Duration.ofMinutes(15));
            reminders.run();
            poisoned.hasFailed(Reminders.TASK, 0);
        }
        assertThat(remindersOf(first)).isOne();
        assertThat(remindersOf(second)).isOne();
    }

    @Test
    void theLetterSaysWhenWhereAndHowToCancel() {
        BookingDetails booking = given.booked(IBUN, DAY);
        clock.set(AT_FOUR);
        reminders.run();
        MailRequested mail = events.stream(MailRequested.class)
                .filter(request -> request.template().equals(BookingMails.REMINDER))
                .filter(request -> request.reference().equals(booking.code().value()))
                .findFirst()
                .orElseThrow();
        var facts = new HashMap<>(mail.facts());
        facts.putAll(cancelLink.of(mail.facts()));
        var letter = letters.write(mail.template(), mail.recipient(), facts);
        assertThat(letter.subject()).isEqualTo("Besok: antrean cetak KTP-el, Kamis, 3 Desember 2026");
        assertThat(letter.text())
                .contains("Yth. " + booking.fullName(), "Nomor antrean: %03d".formatted(booking.queueNumber()))
                .contains("Jam layanan  : 07.30–16.00 WIB, istirahat 12.00–13.00", "UKL Kecamatan Ibun")
                .contains("Batalkan pemesanan ini:", "/pembatalan/")
                .doesNotContain(booking.nik().value());
        assertThat(mail.attachment()).isEqualTo(TicketAttachment.KIND);
        assertThat(mail.person()).isEqualTo(booking.nik());
    }

    @Test
    void aPortalThatWasAwayCatchesUpUntilMidnightAndNotLater() {
        BookingDetails booking = given.booked(IBUN, DAY);
        BookingDetails later = given.booked(IBUN, DAY.plusDays(1));
        clock.set(Instant.parse("2026-12-02T16:59:00Z"));
        reminders.run();
        assertThat(remindersOf(booking)).isEqualTo(1);
        clock.set(Instant.parse("2026-12-03T17:00:00Z"));
        reminders.run();
        assertThat(remindersOf(later)).as("its day has begun").isZero();
    }

    @Test
    void whoBookedOrWasMovedTodayHasJustBeenWrittenTo() {
        BookingDetails elsewhere = given.booked(IBUN, DAY.plusDays(4));
        clock.set(Instant.parse("2026-12-02T02:00:00Z"));
        BookingDetails fresh = given.booked(IBUN, DAY);
        BookingDetails moved = given.asBds(() -> given.moved(elsewhere.code().value(), IBUN, DAY));
        clock.set(AT_FOUR);
        reminders.run();
        assertThat(remindersOf(fresh)).isZero();
        assertThat(remindersOf(moved)).isZero();
    }

    @Test
    void whoCancelledOrMovedAwayIsLeftAlone() {
        BookingDetails cancelled = given.booked(IBUN, DAY);
        BookingDetails moved = given.booked(IBUN, DAY);
        given.asBds(() -> bookings.cancel(cancelled.code(), "berhalangan").orElseThrow());
        given.asBds(() -> given.moved(moved.code().value(), IBUN, DAY.plusDays(5)));
        clock.set(AT_FOUR);
        reminders.run();
        assertThat(remindersOf(cancelled) + remindersOf(moved)).isZero();
    }

    @Test
    void aRunThatDiesInTheMiddleIsMadeUpForAndNobodyGetsTwo() {
        BookingDetails booking = given.booked(IBUN, DAY);
        clock.set(AT_FOUR);
        transaction.executeWithoutResult(dying -> {
            reminders.run();
            dying.setRollbackOnly();
        });
        assertThat(remindersOf(booking)).isZero();
        reminders.run();
        reminders.run();
        assertThat(remindersOf(booking)).isEqualTo(1);
    }

    @Test
    void twoRunsAtTheSameTimeRemindEachOnce() throws Exception {
        List<BookingDetails> booked =
                List.of(given.booked(IBUN, DAY), given.booked(IBUN, DAY), given.booked(IBUN, DAY));
        clock.set(AT_FOUR);
        Callable<Boolean> run = () -> {
            reminders.run();
            return true;
        };
        try (var processes = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var done : processes.invokeAll(List.of(run, run, run))) {
                assertThat(done.get()).isTrue();
            }
        }
        reminders.run();
        assertThat(booked)
                .allSatisfy(booking -> assertThat(remindersOf(booking)).isEqualTo(1));
    }

    @Test
    void nobodyIsRemindedOfAClosedDoor() {
        BookingDetails booking = given.booked(IBUN, DAY.plusDays(7));
        transaction.executeWithoutResult(undone -> {
            undone.setRollbackOnly();
            jdbc.sql("""
                            INSERT INTO calendar_service_override (office_code, override_date, serves, reason)
                            VALUES ('320436', '2026-12-10', FALSE, 'Listrik padam')""").update();
            clock.set(Instant.parse("2026-12-09T09:00:00Z"));
            reminders.run();
            assertThat(reminded(booking)).isFalse();
        });
    }

    @Test
    @WithUserDetails("admin")
    void theHourIsThatOfTheOffice() {
        transaction.executeWithoutResult(undone -> {
            undone.setRollbackOnly();
            OfficeCode makassar = administration.open(
                    "320497",
                    new OfficeFacts(
                            "UKL Uji WITA",
                            Office.Kind.UKL,
                            ZoneId.of("Asia/Makassar"),
                            null,
                            null,
                            LocalDate.of(2026, 11, 24)));
            BookingDetails wib = given.booked(IBUN, DAY);
            BookingDetails wita = given.booked(makassar, DAY);
            clock.set(Instant.parse("2026-12-02T08:00:00Z"));
            reminders.run();
            assertThat(reminded(wita)).isTrue();
            assertThat(reminded(wib)).isFalse();
        });
    }

    /** Inside a transaction too, where the letters themselves are written only at its end. */
    private boolean reminded(BookingDetails booking) {
        return jdbc.sql("SELECT EXISTS (SELECT 1 FROM booking_reminder WHERE booking_id = ?)")
                .param(booking.id().value())
                .query(Boolean.class)
                .single();
    }

    private int remindersOf(BookingDetails booking) {
        return jdbc.sql("SELECT COUNT(*) FROM notification_mail WHERE reference = ? AND template = 'booking/reminder'")
                .param(booking.code().value())
                .query((row, number) -> row.getInt(1))
                .single();
    }
}
