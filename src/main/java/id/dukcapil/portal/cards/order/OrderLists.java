package id.dukcapil.portal.cards.order;

import id.dukcapil.portal.cards.PrintReason;
import id.dukcapil.portal.common.Nik;
import id.dukcapil.portal.common.OfficeCode;
import id.dukcapil.portal.common.RecordRow;
import id.dukcapil.portal.common.UtcDateTime;
import id.dukcapil.portal.common.procedure.CaseStatus;
import id.dukcapil.portal.common.procedure.KeysetQuery;
import id.dukcapil.portal.common.procedure.Where;
import id.dukcapil.portal.staff.CurrentStaff;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Print orders for lists and counts, the oldest first; staff see those of their offices. */
@Service
@PreAuthorize("hasAnyAuthority('CARDS_READ', 'CARDS_HAND_OVER')")
@Transactional(readOnly = true)
public class OrderLists {

    public static final int COUNT_LIMIT = KeysetQuery.COUNT_LIMIT;

    private static final KeysetQuery<OrderRow> LIST =
            new KeysetQuery<>("*", "card_order", "created_at, id", OrderLists::row);

    private final JdbcClient jdbc;
    private final OrderRecords records;
    private final CurrentStaff staff;
    private final Clock clock;

    OrderLists(JdbcClient jdbc, OrderRecords records, CurrentStaff staff, Clock clock) {
        this.jdbc = jdbc;
        this.records = records;
        this.staff = staff;
        this.clock = clock;
    }

    /** Orders that ask for the same work. */
    public enum Group {
        QUEUE("Menunggu cetak", status -> status == OrderStatus.WAITING),
        AT_WORK(
                "Dicetak dan diperiksa",
                status -> status == OrderStatus.PRINTING
                        || status == OrderStatus.PRINTED
                        || status == OrderStatus.CHECKED),
        UNCOLLECTED("Belum diambil", OrderStatus::isUncollected),
        HELD("Ditahan sampai 17 tahun", status -> status == OrderStatus.HELD),
        HANDED_OVER("Diserahkan", status -> status == OrderStatus.HANDED_OVER),
        CANCELLED("Dibatalkan", status -> status == OrderStatus.CANCELLED),
        /** What this place gave away, wherever it stands now. */
        MOVED("Dipindahkan dari sini", status -> true);

        private final String label;
        private final Predicate<OrderStatus> statuses;

        Group(String label, Predicate<OrderStatus> statuses) {
            this.label = label;
            this.statuses = statuses;
        }

        public String label() {
            return label;
        }

        List<String> names() {
            return CaseStatus.names(OrderStatus.class, statuses);
        }
    }

    /** How long a card lies on the shelf. */
    public enum Age {
        WEEK("≤ 7 hari", 0, 7),
        MONTH("8–30 hari", 7, 30),
        QUARTER("31–90 hari", 30, 90),
        LONGER("> 90 hari", 90, 36_500);

        private final String label;
        private final int from;
        private final int to;

        Age(String label, int from, int to) {
            this.label = label;
            this.from = from;
            this.to = to;
        }

        public String label() {
            return label;
        }
    }

    /**
     * @param office null means all that the person may see
     * @param age only of cards that nobody has fetched; null means all
     * @param number or its beginning; empty means all
     */
    public record OrderFilter(
            Group group,
            @Nullable OfficeCode office,
            @Nullable PrintReason reason,
            @Nullable Age age,
            String number) {}

    /** @param name empty when it has been forgotten */
    public record OrderRow(
            UUID id,
            String number,
            String name,
            int birthYear,
            OfficeCode office,
            PrintReason reason,
            OrderStatus status,
            @Nullable String shelf,
            @Nullable Instant readyAt,
            Instant createdAt,
            Instant statusSince) {

        public Cursor cursor() {
            return new Cursor(createdAt, id);
        }

        /** Where a page ends: rows are ordered by time and id. */
        public record Cursor(Instant createdAt, UUID id) {}
    }

    /** @param after null from the beginning */
    public List<OrderRow> page(OrderFilter filter, OrderRow.@Nullable Cursor after, int skip, int limit) {
        Where where = matching(filter);
        if (after != null) {
            where.and(
                            "created_at >= :cursor AND (created_at > :cursor OR id > :cursor_id)",
                            "cursor",
                            UtcDateTime.of(after.createdAt()))
                    .parameter("cursor_id", after.id());
        }
        return LIST.page(jdbc, where, skip, limit);
    }

    public int count(OrderFilter filter) {
        return LIST.count(jdbc, matching(filter));
    }

    /** Cards that nobody has fetched, by the time they wait. */
    public Map<Age, Integer> ages(@Nullable OfficeCode office) {
        var ages = new EnumMap<Age, Integer>(Age.class);
        for (Age age : Age.values()) {
            ages.put(age, count(new OrderFilter(Group.UNCOLLECTED, office, null, age, "")));
        }
        return ages;
    }

    /**
     * A day of an office.
     *
     * @param printed good cards of that day
     * @param waiting orders in the queue now
     * @param uncollected cards on the shelf and in the safe now
     */
    public record PrintDay(int printed, int spoilt, int handedOver, int waiting, int uncollected) {

        public boolean isEmpty() {
            return printed + spoilt + handedOver + waiting + uncollected == 0;
        }
    }

    public PrintDay day(OfficeCode office, LocalDate day) {
        staff.requireScope(office);
        return jdbc.sql("""
                        SELECT
                          (SELECT COUNT(*) FROM card_printed WHERE office_code = :office AND printed_on = :day
                             AND outcome = :good) AS printed,
                          (SELECT COUNT(*) FROM card_printed WHERE office_code = :office AND printed_on = :day
                             AND outcome <> :good) AS spoilt,
                          (SELECT COUNT(*) FROM card_handover WHERE office_code = :office AND handed_on = :day)
                             AS handed_over,
                          (SELECT COUNT(*) FROM card_order WHERE office_code = :office AND status IN (:queue)) AS waiting,
                          (SELECT COUNT(*) FROM card_order WHERE office_code = :office AND status IN (:shelf))
                             AS uncollected""")
                .param("office", office.value())
                .param("day", day)
                .param("good", PrintOutcome.GOOD.name())
                .param("queue", Group.QUEUE.names())
                .param("shelf", Group.UNCOLLECTED.names())
                .query(RecordRow.of(PrintDay.class))
                .single();
    }

    private Where matching(OrderFilter filter) {
        Where where = new Where()
                .in(filter.group() == Group.MOVED ? "moved_from" : "office_code", staff.officesInScope(filter.office()))
                .in("status", filter.group().names())
                .is("reason", filter.reason())
                .beginsWith("number", filter.number().strip().toUpperCase(Locale.ROOT));
        Age age = filter.age();
        if (age != null) {
            Instant now = clock.instant();
            where.and("ready_at <= :youngest", "youngest", UtcDateTime.of(now.minus(Duration.ofDays(age.from))))
                    .and("ready_at > :oldest", "oldest", UtcDateTime.of(now.minus(Duration.ofDays(age.to))));
        }
        return where;
    }

    /** By number; nothing for an order out of reach. */
    public Optional<OrderDetails> find(String number) {
        return records.findByNumber(number).map(PrintOrder::details).filter(this::isSeenHere);
    }

    /** At its place, and at the place that it was moved away from. */
    private boolean isSeenHere(OrderDetails order) {
        OfficeCode before = order.movedFrom();
        return staff.require().mayActFor(order.office())
                || before != null && staff.require().mayActFor(before);
    }

    /** The order of a person whose card lies ready at an office within reach. */
    public Optional<OrderDetails> readyOf(Nik nik) {
        return records.findByPersonNikOrderByCreatedAt(nik.value()).stream()
                .map(PrintOrder::details)
                .filter(order -> order.status().isOpen() && staff.require().mayActFor(order.office()))
                .findFirst();
    }

    /** The order that was asked for a case of another procedure, such as a booking, by the code that its paper bears. */
    public Optional<OrderDetails> ofReference(String reference) {
        return records.findFirstByReferenceOrderByCreatedAtDesc(reference)
                .map(PrintOrder::details)
                .filter(order -> staff.require().mayActFor(order.office()));
    }

    private static OrderRow row(ResultSet row, int number) throws SQLException {
        return new OrderRow(
                row.getObject("id", UUID.class),
                row.getString("number"),
                Objects.requireNonNullElse(row.getString("full_name"), ""),
                row.getInt("birth_year"),
                new OfficeCode(row.getString("office_code")),
                PrintReason.valueOf(row.getString("reason")),
                OrderStatus.valueOf(row.getString("status")),
                row.getString("shelf"),
                UtcDateTime.readNullable(row, "ready_at"),
                UtcDateTime.read(row, "created_at"),
                UtcDateTime.read(row, "status_since"));
    }
}
