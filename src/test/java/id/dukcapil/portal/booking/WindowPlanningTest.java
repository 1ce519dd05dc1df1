package id.dukcapil.portal.booking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import id.dukcapil.portal.IntegrationTest;
import id.dukcapil.portal.SettableClock;
import id.dukcapil.portal.common.AuditEvent;
import id.dukcapil.portal.common.InvalidInput;
import id.dukcapil.portal.common.OfficeCode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.test.context.support.WithUserDetails;
import org.springframework.test.context.event.ApplicationEvents;
import org.springframework.test.context.event.RecordApplicationEvents;

/** The window of an office: who entered it when and why, and what it does to booking. Today is Monday, 09.00 WIB. */
@IntegrationTest
@WithUserDetails("perencana")
@RecordApplicationEvents
class WindowPlanningTest {

    private static final OfficeCode CIPARAY = new OfficeCode("320429");
    private static final OfficeCode DINAS = new OfficeCode("DINAS");
    private static final OfficeCode MAJALAYA = new OfficeCode("320433");
    private static final LocalDate NEXT_MONDAY = LocalDate.of(2026, 11, 30);
    private static final BookingWindow A_WEEK = new BookingWindow(7, LocalTime.of(7, 0), true, 100, null);

    @Autowired
    ApplicationEvents told;

    @Autowired
    WindowPlanning planning;

    @Autowired
    QuotaCalendar calendar;

    @Autowired
    BookingService bookings;

    @Autowired
    BookingScenario given;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    SettableClock clock;

    @AfterEach
    void asBefore() {
        clock.reset();
        List.of(CIPARAY, DINAS, MAJALAYA).forEach(given::withoutWindow);
    }

    @Test
    void withoutARowTheSettingHoldsFromMidnight() {
        WindowPlanning.Planned planned = planning.of(CIPARAY);
        assertThat(planned.window()).isEqualTo(BookingWindow.fromMidnight(30));
        assertThat(planned.version()).isZero();
        assertThat(planned.history()).isEmpty();
    }

    @Test
    void aWindowSaysWhoEnteredItWhenAndWhy() {
        planning.enter(CIPARAY, A_WEEK, " Antrean semalaman di depan kantor ", 0);
        planning.enter(
                CIPARAY,
                new BookingWindow(14, LocalTime.of(8, 0), false, 60, LocalTime.of(10, 30)),
                "Libur panjang",
                1);
        WindowPlanning.Planned planned = planning.of(CIPARAY);
        assertThat(planned.window().daysAhead()).isEqualTo(14);
        assertThat(planned.window().releaseAt()).isEqualTo(LocalTime.of(10, 30));
        assertThat(planned.history())
                .containsExactly(
                        new WindowPlanning.Change(
                                "14 hari ke depan, dibuka pukul 08.00, petugas tidak menunggu jam itu, satu aplikasi paling"
                                        + " banyak 60%, kursi dilepas pukul 10.30",
                                "Libur panjang", "Rizki Pratama", clock.instant()),
                        new WindowPlanning.Change(
                                "7 hari ke depan, dibuka pukul 07.00",
                                "Antrean semalaman di depan kantor",
                                "Rizki Pratama",
                                clock.instant()));
        assertThat(told.stream(AuditEvent.class))
                .contains(AuditEvent.of("Jendela pemesanan", "320429", "Jendela diubah")
                        .at(CIPARAY)
                        .changing(
                                "Jendela",
                                "30 hari ke depan, dibuka pukul 00.00",
                                "7 hari ke depan, dibuka pukul 07.00")
                        .because("Antrean semalaman di depan kantor"));
        assertThat(calendar.window(MAJALAYA)).as("other offices keep theirs").isEqualTo(BookingWindow.fromMidnight(30));
    }

    @Test
    void aWindowWithoutAReasonIsNotEntered() {
        assertThatExceptionOfType(InvalidInput.class).isThrownBy(() -> planning.enter(CIPARAY, A_WEEK, "  ", 0));
        assertThatExceptionOfType(InvalidInput.class)
                .isThrownBy(() -> planning.enter(CIPARAY, A_WEEK, "x".repeat(301), 0));
        assertThat(planning.of(CIPARAY).history()).isEmpty();
    }

    @Test
    void whoSawAnOlderWindowIsToldWhatHoldsNow() {
        planning.enter(CIPARAY, A_WEEK, "Percobaan", 0);
        assertThatExceptionOfType(QuotaConflict.class)
                .isThrownBy(() -> planning.enter(CIPARAY, BookingWindow.fromMidnight(3), "Lain", 0))
                .withMessageContaining("Rizki Pratama")
                .withMessageContaining("7 hari ke depan, dibuka pukul 07.00");
    }

    @Test
    void ofTwoPlannersAtOnceOneIsHeard() throws Exception {
        try (var threads = Executors.newFixedThreadPool(2)) {
            var start = new CountDownLatch(1);
            List<Future<Boolean>> both = List.of(
                    threads.submit(() -> entersAfter(start, A_WEEK)),
                    threads.submit(() -> entersAfter(start, BookingWindow.fromMidnight(3))));
            start.countDown();
            assertThat(both.get(0).get() ^ both.get(1).get()).isTrue();
        }
        assertThat(planning.of(CIPARAY).history()).hasSize(1);
    }

    private boolean entersAfter(CountDownLatch start, BookingWindow window) throws InterruptedException {
        start.await();
        return given.asStaff("perencana", () -> {
            try {
                planning.enter(CIPARAY, window, "Bersamaan", 0);
                return true;
            } catch (QuotaConflict late) {
                return false;
            }
        });
    }

    @Test
    void theDayOpensForEveryoneAtTheHourAndForNobodyBefore() {
        planning.enter(MAJALAYA, A_WEEK, "Percobaan", 0);
        at("2026-11-22T23:59:59.999Z");
        QuotaDay before = calendar.day(MAJALAYA, NEXT_MONDAY);
        assertThat(before.state()).isEqualTo(QuotaState.CLOSED);
        assertThat(before.opensAt()).isEqualTo(Instant.parse("2026-11-23T00:00:00Z"));
        assertThat(before.availableToStaff()).isZero();
        Refusal refusal = refused();
        assertThat(refusal.message()).contains("belum dibuka; dibuka Senin, 23 November 2026 pukul 07.00 WIB");
        assertThat(refusal.until()).isEqualTo(before.opensAt());
        assertThat(refusal.nextFreeDays()).doesNotContain(NEXT_MONDAY).isNotEmpty();
        assertThat(calendar.lastBookableDay(MAJALAYA)).isEqualTo(NEXT_MONDAY.minusDays(1));

        at("2026-11-23T00:00:00Z");
        assertThat(calendar.day(MAJALAYA, NEXT_MONDAY).opensAt()).isNull();
        assertThat(given.booked(MAJALAYA, NEXT_MONDAY).date()).isEqualTo(NEXT_MONDAY);
    }

    @Test
    void staffWhoDoNotWaitBookFromMidnight() {
        planning.enter(DINAS, new BookingWindow(7, LocalTime.of(7, 0), false, 100, null), "Untuk lansia", 0);
        at("2026-11-22T17:00:00Z");
        QuotaDay day = calendar.day(DINAS, NEXT_MONDAY);
        assertThat(day.available()).isZero();
        assertThat(day.availableToStaff()).isPositive();
        var someone = given.somebodyReadyToPrint();
        var byPhone = new NewBooking(
                someone.nik().value(),
                someone.name(),
                null,
                "081234567890",
                "DINAS",
                NEXT_MONDAY,
                BookingOrigin.PHONE,
                null);
        assertThat(given.<BookingDecision>asStaff("operator", () -> bookings.book(byPhone)))
                .isInstanceOf(BookingDecision.Accepted.class);
    }

    @Test
    void bookingsThatWereMadeStayWhenTheWindowShrinks() {
        BookingDetails booking = given.booked(CIPARAY, LocalDate.of(2026, 12, 15));
        planning.enter(CIPARAY, A_WEEK, "Blangko menipis", 0);
        assertThat(given.asBds(() -> bookings.find(booking.code()).orElseThrow().status()))
                .isEqualTo(BookingStatus.BOOKED);
        assertThat(calendar.day(CIPARAY, LocalDate.of(2026, 12, 15)).booked()).isEqualTo(1);
    }

    @Test
    @WithUserDetails("operator")
    void onlyPlannersEnterWindows() {
        assertThatExceptionOfType(AccessDeniedException.class)
                .isThrownBy(() -> planning.enter(DINAS, A_WEEK, "Coba", 0));
    }

    private Refusal refused() {
        var request = given.requestFor(given.somebodyWithoutBooking(), MAJALAYA, NEXT_MONDAY);
        return switch (given.<BookingDecision>asBds(() -> bookings.book(request))) {
            case BookingDecision.Refused refused -> refused.refusal();
            case BookingDecision.Accepted accepted ->
                throw new AssertionError(accepted.booking().code());
        };
    }

    private void at(String instant) {
        clock.set(Instant.parse(instant));
    }
}
