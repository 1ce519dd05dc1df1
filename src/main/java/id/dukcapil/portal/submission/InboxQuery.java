package id.dukcapil.portal.submission;

import id.dukcapil.portal.common.OfficeCode;
import id.dukcapil.portal.common.UtcDateTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The statements of the inbox. Every status in question is a branch that walks its own index in the order wanted and stops as
 * soon as it has a page; the few rows of all branches are then put together. Counting wants no order, so there one walk goes
 * through all statuses. So no statement sorts or counts more than it shows, and nothing in it but fixed text comes from
 * anywhere but a parameter.
 */
final class InboxQuery {

    private static final String ROWS = """
            SELECT STRAIGHT_JOIN r.id, r.number, r.office_code, r.applicant_name, r.applicant_nik, r.reason_code, r.origin,
                   r.status, r.created_at, r.status_since, r.step_due_at, r.holder_id, r.holder_name, r.held_until, r.version,
                   found.place
            FROM (SELECT id, place FROM (%s) branches ORDER BY place%s, id%2$s LIMIT :limit OFFSET :skip) found
            JOIN submission_request r ON r.id = found.id
            ORDER BY found.place%2$s, found.id%2$s""";

    private static final String COUNT = "SELECT COUNT(*) FROM (%s) counted";

    private final InboxOrder order;
    private final List<String> branches = new ArrayList<>();
    private final Map<String, Object> parameters = new HashMap<>();

    /** What is counted where it is not the branches. */
    private @Nullable String counted;

    private InboxQuery(InboxOrder order) {
        this.order = order;
    }

    /**
     * What lies in a queue.
     *
     * @param office the only one within reach or the one chosen; none for all
     */
    static InboxQuery ofQueue(
            InboxFilter filter, Collection<SubmissionStatus> statuses, @Nullable OfficeCode office, Instant now) {
        var query = new InboxQuery(filter.order());
        String conditions = query.commonConditions(filter, office, now);
        String index = "submission_inbox_%s%s%s"
                .formatted(
                        office == null ? "" : "office_",
                        filter.reasonCode() == null ? "" : "reason_",
                        filter.order().index());
        String source = "submission_request FORCE INDEX (" + index + ")";
        var names = new ArrayList<String>();
        for (SubmissionStatus status : statuses) {
            String name = "status" + names.size();
            names.add(":" + name);
            query.parameters.put(name, status.name());
            query.branch(source, "listed_as = :" + name + conditions);
        }
        query.counted = "SELECT 1 FROM %s WHERE listed_as IN (%s)%s LIMIT :most"
                .formatted(source, String.join(", ", names), conditions);
        return query;
    }

    /** What somebody holds: so little that it may be sorted. */
    static InboxQuery ofHolder(InboxFilter filter, Object holder, @Nullable OfficeCode office, Instant now) {
        var query = new InboxQuery(filter.order());
        String conditions = query.commonConditions(filter, office, now);
        query.parameters.put("holder", holder);
        query.parameters.put("now", UtcDateTime.of(now));
        query.branch(
                "submission_request FORCE INDEX (submission_inbox_holder)",
                "holder_id = :holder AND held_until > :now AND listed_as IS NOT NULL" + conditions);
        return query;
    }

    /** What a text names, the newest first. */
    static InboxQuery ofText(InboxText text, @Nullable OfficeCode office) {
        var query = new InboxQuery(InboxOrder.NEWEST);
        String reach = office == null ? "" : " AND office_code = :office";
        if (office != null) {
            query.parameters.put("office", office.value());
        }
        text.branches(office != null).forEach(branch -> query.branch(branch.source(), branch.condition() + reach));
        query.parameters.putAll(text.parameters());
        return query;
    }

    private String commonConditions(InboxFilter filter, @Nullable OfficeCode office, Instant now) {
        var conditions = new StringBuilder();
        if (office != null) {
            conditions.append(" AND office_code = :office");
            parameters.put("office", office.value());
        }
        if (filter.reasonCode() != null) {
            conditions.append(" AND reason_code = :reason");
            parameters.put("reason", filter.reasonCode());
        }
        Instant from = filter.window().from(now);
        if (from != null) {
            conditions.append(" AND ").append(order.column()).append(" >= :from");
            parameters.put("from", UtcDateTime.of(from));
        }
        Instant to = filter.window().to(now);
        if (to != null) {
            conditions.append(" AND ").append(order.column()).append(" < :to");
            parameters.put("to", UtcDateTime.of(to));
        }
        return conditions.toString();
    }

    private void branch(String source, String condition) {
        branches.add("SELECT id, %s AS place FROM %s WHERE %s".formatted(order.column(), source, condition));
    }

    /** Wants {@code :limit} and {@code :skip}, and {@code :beyond} for what one branch must give at most. */
    String page(InboxRow.@Nullable Cursor after) {
        String beyond = "";
        if (after != null) {
            beyond = " AND " + order.beyond(":afterPlace", ":afterId");
            parameters.put("afterPlace", UtcDateTime.of(after.place()));
            parameters.put("afterId", after.id());
        }
        String direction = order.direction();
        String tail = "%s ORDER BY %s%s, id%3$s LIMIT :beyond".formatted(beyond, order.column(), direction);
        return ROWS.formatted(joined(tail), direction);
    }

    /** Wants {@code :most}; nothing counts further. */
    String count() {
        return COUNT.formatted(
                counted == null
                        ? "SELECT 1 FROM (%s) branches LIMIT :most".formatted(joined(" LIMIT :most"))
                        : counted);
    }

    private String joined(String tail) {
        return branches.stream().map(branch -> "(" + branch + tail + ")").collect(Collectors.joining(" UNION ALL "));
    }

    Map<String, Object> parameters() {
        return parameters;
    }

    boolean matchesNothing() {
        return branches.isEmpty();
    }
}
