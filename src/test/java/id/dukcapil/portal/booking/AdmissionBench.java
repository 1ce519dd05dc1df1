package id.dukcapil.portal.booking;

import static org.assertj.core.api.Assertions.assertThat;

import id.dukcapil.portal.IntegrationTest;
import id.dukcapil.portal.booking.BookingScenario.Someone;
import id.dukcapil.portal.common.OfficeCode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Bookings per second that all want the same day, through the whole of {@link BookingService#book}, against the usual way of
 * doing it: lock the day with SELECT … FOR UPDATE, check everything while holding it, count up, insert. Both in the same
 * run, on the same tables and with the same checks.
 */
@Tag("bench")
@IntegrationTest
@Import(BookingScenario.class)
class AdmissionBench {

    private static final OfficeCode OFFICE = new OfficeCode("320406");
    private static final LocalDate MONDAY = LocalDate.of(2026, 11, 30);
    private static final int THREADS = 32;
    private static final int PEOPLE = 150;
    private static final int ROUNDS = 2;

    @Autowired
    BookingService bookings;

    @Autowired
    BookingScenario given;

    @Autowired
    QuotaRows quota;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transaction;

    @Test
    void bookingsPerSecondOnOneDay() throws Exception {
        List<Someone> people = given.people(
                "recording_status = 'PRINT_READY_RECORD' AND birth_date < '2005-01-01'", PEOPLE * (ROUNDS + 1) * 2);
        int share = Math.min(PEOPLE, people.size() / ((ROUNDS + 1) * 2));
        double allocated = 0;
        double pessimistic = 0;
        // The first round only warms up; then both take turns, so that what slows the machine slows both
        for (int round = 0; round <= ROUNDS; round++) {
            var first = people.subList(2 * round * share, (2 * round + 1) * share);
            var second = people.subList((2 * round + 1) * share, (2 * round + 2) * share);
            double one = perSecond(first, MONDAY.plusDays(round % 5), this::book);
            double other = perSecond(second, MONDAY.plusDays(7 + round % 5), this::bookHoldingTheDay);
            if (round > 0) {
                allocated += one / ROUNDS;
                pessimistic += other / ROUNDS;
            }
        }
        System.out.printf(
                Locale.ROOT,
                "BENCH booking-admission bookings_per_s=%.1f pessimistic_per_s=%.1f ratio=%.2f%n",
                allocated,
                pessimistic,
                allocated / pessimistic);
    }

    /** One way of booking; true when there was a seat. */
    private interface Way {
        boolean book(Someone someone, LocalDate day);
    }

    private double perSecond(List<Someone> people, LocalDate day, Way way) throws Exception {
        given.quotaOf(OFFICE, day, people.size(), 0);
        var calls = new ArrayList<Callable<Boolean>>();
        people.forEach(someone -> calls.add(() -> way.book(someone, day)));
        long start = System.nanoTime();
        try (var threads = Executors.newFixedThreadPool(THREADS)) {
            for (var outcome : threads.invokeAll(calls)) {
                assertThat(outcome.get()).isTrue();
            }
        }
        double seconds = (System.nanoTime() - start) / 1e9;
        assertThat(quota.find(OFFICE, day).orElseThrow().booked()).isEqualTo(people.size());
        return people.size() / seconds;
    }

    private boolean book(Someone someone, LocalDate day) {
        var decision = given.asBds(() -> bookings.book(given.requestFor(someone, OFFICE, day)));
        return decision instanceof BookingDecision.Accepted;
    }

    /** The usual way: the day is locked from the first check to the commit, so all wait for one. */
    private boolean bookHoldingTheDay(Someone someone, LocalDate day) {
        return Boolean.TRUE.equals(transaction.execute(status -> {
            int booked = number(
                    "SELECT booked FROM booking_quota_day WHERE office_code = ? AND service_date = ? FOR UPDATE",
                    OFFICE.value(),
                    day);
            int capacity = number(
                    "SELECT capacity FROM booking_quota_day WHERE office_code = ? AND service_date = ?",
                    OFFICE.value(),
                    day);
            boolean known = number(
                            "SELECT COUNT(*) FROM population_person WHERE nik = ?",
                            someone.nik().value())
                    == 1;
            boolean free = number(
                            "SELECT COUNT(*) FROM booking_booking WHERE active_nik = ?",
                            someone.nik().value())
                    == 0;
            if (booked >= capacity || !known || !free) {
                return false;
            }
            int number = number(
                            "SELECT last_number FROM booking_quota_day WHERE office_code = ? AND service_date = ?",
                            OFFICE.value(),
                            day)
                    + 1;
            UUID id = UUID.randomUUID();
            jdbc.sql(
                            "UPDATE booking_quota_day SET booked = booked + 1, last_number = ? WHERE office_code = ? AND service_date = ?")
                    .params(number, OFFICE.value(), day)
                    .update();
            jdbc.sql("""
                            INSERT INTO booking_booking (id, code, office_code, service_date, queue_number, nik, full_name,
                              phone, origin, name_differs, status, created_at, version)
                            VALUES (?, ?, ?, ?, ?, ?, ?, '081234567890', 'CHANNEL', FALSE, 'BOOKED', NOW(6), 0)""")
                    .params(
                            id,
                            id.toString().substring(0, 9),
                            OFFICE.value(),
                            day,
                            number,
                            someone.nik().value(),
                            someone.name())
                    .update();
            jdbc.sql("""
                            INSERT INTO booking_transition (id, booking_id, ordinal, to_status, action, actor_kind, actor_name, at)
                            VALUES (UUID(), ?, 0, 'BOOKED', 'BOOK', 'SYSTEM', 'Uji', NOW(6))""").param(id).update();
            return true;
        }));
    }

    private int number(String sql, Object... parameters) {
        return jdbc.sql(sql)
                .params(parameters)
                .query((row, index) -> row.getInt(1))
                .single();
    }
}
