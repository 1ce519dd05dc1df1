package id.dukcapil.portal.booking;

import static org.assertj.core.api.Assertions.assertThat;

import id.dukcapil.portal.IntegrationTest;
import id.dukcapil.portal.SettableClock;
import id.dukcapil.portal.booking.BookingScenario.Someone;
import id.dukcapil.portal.common.OfficeCode;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.test.context.support.WithUserDetails;
import org.springframework.transaction.support.TransactionTemplate;

/** What monitoring is told of the work of the offices. */
@IntegrationTest
class BookingMetricsTest {

    private static final OfficeCode NAGREG = new OfficeCode("320426");
    private static final OfficeCode DINAS = new OfficeCode("DINAS");
    private static final LocalDate DAY = LocalDate.of(2026, 12, 8);

    @Autowired
    MeterRegistry figures;

    @Autowired
    BookingService bookings;

    @Autowired
    Reception reception;

    @Autowired
    OfficeQueues queues;

    @Autowired
    BookingScenario given;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    SettableClock clock;

    @AfterEach
    void resetClock() {
        clock.reset();
    }

    @Test
    void aBookingIsCountedByItsOriginOnceItIsCommitted() {
        double before = counted("portal.bookings.made", "origin", "channel");
        transaction.executeWithoutResult(open -> {
            given.booked(NAGREG, DAY);
            assertThat(counted("portal.bookings.made", "origin", "channel")).isEqualTo(before);
        });
        assertThat(counted("portal.bookings.made", "origin", "channel")).isEqualTo(before + 1);
    }

    @Test
    void whatWasRolledBackIsNotCounted() {
        double made = counted("portal.bookings.made", "origin", "channel");
        double cancelled = counted("portal.bookings.changed", "to", "cancelled");
        double refused = refused("already-booked");
        transaction.executeWithoutResult(doomed -> {
            Someone someone = given.somebodyReadyToPrint();
            BookingDetails booking = given.booked(someone, NAGREG, DAY);
            given.asBds(() -> bookings.book(given.requestFor(someone, DINAS, DAY)));
            given.asBds(() -> bookings.cancel(booking.code(), "uji"));
            doomed.setRollbackOnly();
        });
        assertThat(counted("portal.bookings.made", "origin", "channel")).isEqualTo(made);
        assertThat(counted("portal.bookings.changed", "to", "cancelled")).isEqualTo(cancelled);
        assertThat(refused("already-booked")).isEqualTo(refused);
    }

    @Test
    void aRefusalIsCountedByItsReason() {
        Someone someone = given.somebodyReadyToPrint();
        given.booked(someone, NAGREG, DAY);
        double before = refused("already-booked");
        given.asBds(() -> bookings.book(given.requestFor(someone, DINAS, DAY)));
        assertThat(refused("already-booked")).isEqualTo(before + 1);
        assertThat(figures.getMeters().toString())
                .doesNotContain(someone.nik().value())
                .doesNotContain(someone.name());
    }

    @Test
    @WithUserDetails("operator")
    void aDoubleClickIsOneBooking() {
        Someone someone = given.somebodyReadyToPrint();
        var request = new NewBooking(
                someone.nik().value(),
                someone.name(),
                null,
                "081234567890",
                DINAS.value(),
                DAY,
                BookingOrigin.COUNTER,
                "hitung-sekali");
        double before = counted("portal.bookings.made", "origin", "counter");
        bookings.book(request);
        bookings.book(request);
        assertThat(counted("portal.bookings.made", "origin", "counter")).isEqualTo(before + 1);
    }

    @Test
    void anOfficeKnowsItsSeatsAndWhoIsExpectedAndWhoHasCome() {
        clock.set(Instant.parse("2026-12-08T02:00:00Z"));
        given.quotaOf(DINAS, DAY, 30, 2);
        OfficeQueue before = queueOfDinas();
        BookingDetails comes = given.booked(DINAS, DAY);
        given.booked(DINAS, DAY);
        given.asStaff("operator", () -> reception.checkIn(comes.code(), DINAS));
        OfficeQueue after = queueOfDinas();
        assertThat(after.seatsToday()).isEqualTo(before.seatsToday() - 2);
        assertThat(after.seatsAhead()).isEqualTo(before.seatsAhead() - 2);
        assertThat(after.expected()).isEqualTo(before.expected() + 1);
        assertThat(after.arrived()).isEqualTo(before.arrived() + 1);
    }

    @Test
    void whoHasComeCountsUntilMidnightInTheOfficeAndNoLonger() {
        clock.set(Instant.parse("2026-12-08T02:00:00Z"));
        given.quotaOf(DINAS, DAY, 30, 2);
        BookingDetails comes = given.booked(DINAS, DAY);
        given.asStaff("operator", () -> reception.checkIn(comes.code(), DINAS));
        clock.set(Instant.parse("2026-12-08T16:59:59Z"));
        assertThat(queueOfDinas().arrived()).isPositive();
        clock.set(Instant.parse("2026-12-08T17:00:00Z"));
        assertThat(queueOfDinas().arrived()).isZero();
    }

    @Test
    void theFiguresOfAnOfficeAreReadOnceAMinute() {
        clock.set(Instant.parse("2026-12-08T02:00:00Z"));
        given.quotaOf(NAGREG, DAY, 30, 2);
        var registry = new SimpleMeterRegistry();
        new QueueMetrics(registry, queues, clock).begin();
        double before = expected(registry);
        given.booked(NAGREG, DAY);
        assertThat(expected(registry)).isEqualTo(before);
        clock.advance(Duration.ofMinutes(1));
        assertThat(expected(registry)).isEqualTo(before + 1);
    }

    private OfficeQueue queueOfDinas() {
        return Objects.requireNonNull(queues.read().get(DINAS));
    }

    private static double expected(MeterRegistry registry) {
        return registry.get("portal.queue.expected")
                .tag("office", NAGREG.value())
                .gauge()
                .value();
    }

    private double refused(String reason) {
        return counted("portal.bookings.refused", "reason", reason, "origin", "channel");
    }

    private double counted(String name, String... tags) {
        return figures.get(name).tags(tags).counter().count();
    }
}
