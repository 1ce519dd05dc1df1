package id.dukcapil.portal.notification;

import id.dukcapil.portal.common.UtcDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The condition of a filter; only fixed text, every value is a parameter. */
final class MailQuery {

    private final List<String> conditions = new ArrayList<>(List.of("1 = 1"));
    private final Map<String, Object> parameters = new HashMap<>();

    MailQuery(MailFilter filter) {
        if (!filter.statuses().isEmpty()) {
            add(
                    "status IN (:statuses)",
                    "statuses",
                    filter.statuses().stream().map(Enum::name).toList());
        }
        if (filter.template() != null) {
            add("template = :template", "template", filter.template());
        }
        if (!filter.reference().isEmpty()) {
            add("reference LIKE :reference", "reference", filter.reference().replaceAll("[%_\\\\]", "") + "%");
        }
        if (filter.from() != null) {
            add("created_at >= :from", "from", UtcDateTime.of(filter.from()));
        }
        if (filter.until() != null) {
            add("created_at < :until", "until", UtcDateTime.of(filter.until()));
        }
    }

    /** Only what comes after that row in a list with the newest first. */
    void after(MailRow.Cursor cursor) {
        conditions.add("created_at <= :cursorTime AND (created_at < :cursorTime OR id < :cursorId)");
        parameters.put("cursorTime", UtcDateTime.of(cursor.createdAt()));
        parameters.put("cursorId", cursor.id().value());
    }

    private void add(String condition, String name, Object value) {
        conditions.add(condition);
        parameters.put(name, value);
    }

    String where() {
        return String.join(" AND ", conditions);
    }

    Map<String, Object> parameters() {
        return parameters;
    }
}
