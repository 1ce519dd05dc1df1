package id.dukcapil.portal.booking;

import static org.assertj.core.api.Assertions.assertThat;

import id.dukcapil.portal.IntegrationTest;
import id.dukcapil.portal.common.OfficeCode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The quota calendar of every office for the 92 days that the API gives at once, all of them with bookings; beside it the
 * same calendar asked day by day, which is how it would be without bulk reading.
 */
@IntegrationTest
class QuotaMonthBench {

    private static final boolean QUICK = Boolean.getBoolean("bench.quick");

    /** Rounds before the measurement, so that JIT compilation affects neither form. */
    private static final int WARMING_UP = 30;

    private static final int ROUNDS = QUICK ? 5 : 40;
    private static final int DAY_BY_DAY_OFFICES = QUICK ? 2 : 10;
    private static final LocalDate FIRST = LocalDate.of(2026, 11, 23);
    private static final LocalDate LAST = FIRST.plusDays(91);

    @Autowired
    BookingScenario given;

    @Autowired
    QuotaCalendar calendar;

    @Autowired
    JdbcClient jdbc;

    @Test
    void thirtyThreeOfficesAndNinetyTwoDays() {
        List<OfficeCode> offices = jdbc.sql("SELECT code FROM staff_office ORDER BY code LIMIT 33")
                .query((row, number) -> new OfficeCode(row.getString(1)))
                .list();
        assertThat(offices).hasSize(33);
        bringAllDaysIntoBeing();

        var calls = new ArrayList<Long>();
        var rounds = new ArrayList<Long>();
        for (int round = -WARMING_UP; round < ROUNDS; round++) {
            long start = System.nanoTime();
            for (OfficeCode office : offices) {
                long call = System.nanoTime();
                assertThat(given.asBds(() -> calendar.days(office, FIRST, LAST)))
                        .hasSize(92);
                calls.add(System.nanoTime() - call);
            }
            if (round < 0) {
                calls.clear();
            } else {
                rounds.add(System.nanoTime() - start);
            }
        }
        double dayByDay = dayByDay(offices.subList(0, DAY_BY_DAY_OFFICES));
        System.out.printf(
                Locale.ROOT,
                "BENCH quota-month offices=33 days=92 office_p50_ms=%.2f office_p99_ms=%.2f all_p50_ms=%.1f all_p99_ms=%.1f"
                        + " day_by_day_office_ms=%.1f ratio=%.1f%n",
                millis(calls, 0.5),
                millis(calls, 0.99),
                millis(rounds, 0.5),
                millis(rounds, 0.99),
                dayByDay,
                dayByDay / millis(calls, 0.5));
    }

    /** Every day has a row of its own, as after three months of bookings. */
    private void bringAllDaysIntoBeing() {
        jdbc.sql("""
                        INSERT IGNORE INTO booking_quota_day
                          (office_code, service_date, capacity, reserved_internal, follows_rule)
                        SELECT o.code, DATE_ADD(:first, INTERVAL s.seq DAY), 150, 10, TRUE
                        FROM (SELECT code FROM staff_office ORDER BY code LIMIT 33) o, seq_0_to_91 s""").param("first", FIRST).update();
    }

    private double dayByDay(List<OfficeCode> offices) {
        var times = new ArrayList<Long>();
        for (OfficeCode office : offices) {
            long start = System.nanoTime();
            LongStream.rangeClosed(0, 91)
                    .mapToObj(FIRST::plusDays)
                    .forEach(day -> given.asBds(() -> calendar.day(office, day)));
            times.add(System.nanoTime() - start);
        }
        return millis(times, 0.5);
    }

    private static double millis(List<Long> nanos, double quantile) {
        List<Long> sorted = nanos.stream().sorted().toList();
        return sorted.get((int) Math.min(sorted.size() - 1, Math.floor(sorted.size() * quantile))) / 1e6;
    }
}
