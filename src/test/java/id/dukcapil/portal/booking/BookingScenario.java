package id.dukcapil.portal.booking;

import id.dukcapil.portal.channel.ApiClient;
import id.dukcapil.portal.common.Nik;
import id.dukcapil.portal.common.OfficeCode;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.core.context.SecurityContextHolderStrategy;
import org.springframework.transaction.support.TransactionTemplate;

/** What the booking tests start from: people who may book, days with a quota, somebody who acts. */
@TestComponent
public class BookingScenario {

    public record Someone(Nik nik, String name) {}

    private static final Deque<Someone> unusedPeople = new ArrayDeque<>();
    private static final ApiClient BDS = new ApiClient(UUID.randomUUID(), "Uji BDS");

    private final JdbcClient jdbc;
    private final QuotaRows quota;
    private final TransactionTemplate transaction;

    private final SecurityContextHolderStrategy security;

    BookingScenario(
            JdbcClient jdbc, QuotaRows quota, TransactionTemplate transaction, SecurityContextHolderStrategy security) {
        this.security = security;
        this.jdbc = jdbc;
        this.quota = quota;
        this.transaction = transaction;
    }

    /** A different adult with a print-ready record at every call, so that tests do not meet each other's bookings. */
    public synchronized Someone somebodyReadyToPrint() {
        if (unusedPeople.isEmpty()) {
            unusedPeople.addAll(people("recording_status = 'PRINT_READY_RECORD' AND birth_date < '2005-01-01'", 900));
        }
        return unusedPeople.pop();
    }

    public List<Someone> people(String condition, int limit) {
        return jdbc
                .sql("SELECT nik, full_name FROM population_person WHERE " + condition
                        + " AND nik NOT IN (SELECT nik FROM booking_booking) ORDER BY nik DESC LIMIT " + limit)
                .query((row, number) -> new Someone(new Nik(row.getString(1)), row.getString(2)))
                .stream()
                .map(someone -> someone)
                .toList();
    }

    public void quotaOf(OfficeCode office, LocalDate date, int capacity, int reserved) {
        transaction.executeWithoutResult(status -> {
            var day = quota.lock(office, date, new QuotaRule(capacity, reserved));
            quota.write(
                    new QuotaRows.Row(
                            office,
                            date,
                            new QuotaRule(capacity, reserved),
                            0,
                            0,
                            false,
                            null,
                            null,
                            null,
                            day.version()),
                    "Uji");
        });
    }

    public NewBooking requestFor(Someone someone, OfficeCode office, LocalDate date) {
        return new NewBooking(
                someone.nik().value(),
                someone.name(),
                "pemohon@contoh.id",
                "081234567890",
                office.value(),
                date,
                BookingOrigin.CHANNEL,
                null);
    }

    /** Runs as the BDS app, on whichever thread. */
    public <T> T asBds(Supplier<T> work) {
        return asBds(security, work);
    }

    /** In another application context, which keeps its own security context. */
    static <T> T asBds(SecurityContextHolderStrategy security, Supplier<T> work) {
        var context = security.createEmptyContext();
        context.setAuthentication(UsernamePasswordAuthenticationToken.authenticated(
                BDS, null, AuthorityUtils.createAuthorityList("SCOPE_booking")));
        var before = security.getContext();
        security.setContext(context);
        try {
            return work.get();
        } finally {
            security.setContext(before);
        }
    }
}
