package id.dukcapil.portal.common.procedure;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The condition of a list query. Its text is constant; every value is a named parameter. */
public final class Where {

    private final List<String> parts = new ArrayList<>();
    private final Map<String, Object> parameters = new HashMap<>();

    /** A condition without parameters. */
    public Where and(String part) {
        parts.add(part);
        return this;
    }

    /** @param value null leaves the condition out */
    public Where and(String part, String name, @Nullable Object value) {
        if (value != null) {
            parts.add(part);
            parameters.put(name, value);
        }
        return this;
    }

    /** @param value an enum by its name; null leaves the condition out */
    public Where is(String column, @Nullable Object value) {
        String name = name(column);
        return and(column + " = :" + name, name, value instanceof Enum<?> constant ? constant.name() : value);
    }

    /** An empty collection matches nothing. */
    public Where in(String column, Collection<?> values) {
        String name = name(column);
        return values.isEmpty() ? and("FALSE") : and(column + " IN (:" + name + ")", name, values);
    }

    /** @param beginning without wildcards; empty leaves the condition out */
    public Where beginsWith(String column, String beginning) {
        String name = name(column);
        return and(column + " LIKE :" + name, name, beginning.isEmpty() ? null : prefix(beginning));
    }

    /** The half-open range of the list. @param from null for none; @param until null for none */
    public Where between(String column, @Nullable Object from, @Nullable Object until) {
        return and(column + " >= :from", "from", from).and(column + " < :until", "until", until);
    }

    /** Rows after a cursor in descending order of a column and the id, in the form that MariaDB reads from an index. */
    public Where olderThan(String column, Object value, Object id) {
        return and("%1$s <= :cursor AND (%1$s < :cursor OR id < :cursor_id)".formatted(column), "cursor", value)
                .parameter("cursor_id", id);
    }

    /** A parameter is called like its column, without the alias of the table. */
    private static String name(String column) {
        return column.substring(column.indexOf('.') + 1);
    }

    /** A further parameter of a condition. */
    public Where parameter(String name, Object value) {
        parameters.put(name, value);
        return this;
    }

    public Where parameters(Map<String, ?> values) {
        parameters.putAll(values);
        return this;
    }

    /** A pattern for LIKE that matches texts with this beginning. */
    public static String prefix(String beginning) {
        return beginning.replaceAll("[%_\\\\]", "") + "%";
    }

    public String text() {
        return parts.isEmpty() ? "TRUE" : String.join(" AND ", parts);
    }

    public Map<String, Object> parameters() {
        return parameters;
    }
}
