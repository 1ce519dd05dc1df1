package id.dukcapil.portal.booking;

import static org.assertj.core.api.Assertions.assertThat;

import id.dukcapil.portal.IntegrationTest;
import id.dukcapil.portal.booking.BookingScenario.Someone;
import id.dukcapil.portal.common.OfficeCode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Bookings per second that all want the same day, through the whole of {@link BookingService#book}, against the usual way of
 * doing it: lock the day with SELECT … FOR UPDATE, then check and write while holding it. Both in the same run, on the same
 * tables and with the same checks and writes, so that the ratio is that of the locking alone.
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

    /** The usual way: the day is locked before the first check and held to the commit, so all wait for one. */
    private boolean bookHoldingTheDay(Someone someone, LocalDate day) {
        return Boolean.TRUE.equals(transaction.execute(status -> {
            quota.lock(OFFICE, day, new QuotaRule(0, 0));
            return book(someone, day);
        }));
    }
}
