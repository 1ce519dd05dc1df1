package id.dukcapil.portal.audit;

import id.dukcapil.portal.common.OfficeCode;
import id.dukcapil.portal.common.TimeOrderedId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The WHERE clause of a filter; only fixed text, every value is a parameter. A range of time is one of identifiers, because
 * these begin with the moment, and so it fits every index.
 */
final class TrailQuery {

    private final List<String> conditions = new ArrayList<>();
    private final Map<String, Object> parameters = new HashMap<>();

    /** @param only null for whoever sees all offices */
    TrailQuery(TrailFilter filter, @Nullable OfficeCode only) {
        conditions.add("TRUE");
        equal("person", filter.person());
        equal("kind", filter.kind());
        equal("reference", filter.reference());
        equal("action", filter.action());
        equal("office", filter.office() == null ? null : filter.office().value());
        if (only != null) {
            add("office = :ownOffice", "ownOffice", only.value());
        }
        if (TrailFilter.PORTAL.equals(filter.actor())) {
            conditions.add("actor_id IS NULL");
        } else {
            equal("actor_id", filter.actor());
        }
        if (filter.from() != null) {
            add("id >= :from", "from", TimeOrderedId.beginningOf(filter.from()));
        }
        if (filter.until() != null) {
            add("id < :until", "until", TimeOrderedId.beginningOf(filter.until()));
        }
    }

    /** Only what is older than that row. */
    void before(UUID id) {
        add("id < :before", "before", id);
    }

    String where() {
        return String.join(" AND ", conditions);
    }

    Map<String, Object> parameters() {
        return parameters;
    }

    private void equal(String column, @Nullable Object value) {
        if (value != null) {
            add(column + " = :" + column, column, value);
        }
    }

    private void add(String condition, String name, Object value) {
        conditions.add(condition);
        parameters.put(name, value);
    }
}
