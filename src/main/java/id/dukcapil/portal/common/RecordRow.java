package id.dukcapil.portal.common;

import java.lang.reflect.Constructor;
import java.lang.reflect.RecordComponent;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.BeanInstantiationException;
import org.springframework.jdbc.core.RowMapper;

/**
 * Reads the rows of a query as records. A component is read from the column of its name: {@code createdAt} from
 * {@code created_at}, {@code office} of type {@code OfficeCode} from {@code office_code}. Enums are read by name,
 * instants as {@link UtcDateTime}, records of one component around their value, and larger ones from the same row.
 * Null stays null in a component that is {@code @Nullable}; elsewhere a missing instant or enum is an error.
 */
public final class RecordRow<R extends Record> implements RowMapper<R> {

    private static final Map<Class<?>, Reading> READINGS = Map.of(
            String.class, ResultSet::getString,
            int.class, ResultSet::getInt,
            long.class, ResultSet::getLong,
            boolean.class, ResultSet::getBoolean,
            byte[].class, ResultSet::getBytes,
            Instant.class, UtcDateTime::read,
            ZoneId.class, (row, column) -> ZoneId.of(row.getString(column)));

    private interface Reading {
        @Nullable
        Object of(ResultSet row, String column) throws SQLException;
    }

    private final Constructor<R> constructor;
    private final Map<RecordComponent, RowMapper<?>> readings;

    private RecordRow(Constructor<R> constructor, Map<RecordComponent, RowMapper<?>> readings) {
        this.constructor = constructor;
        this.readings = readings;
    }

    public static <R extends Record> RecordRow<R> of(Class<R> type) {
        var readings = new LinkedHashMap<RecordComponent, RowMapper<?>>();
        for (RecordComponent component : type.getRecordComponents()) {
            readings.put(component, reading(component, column(component)));
        }
        try {
            Class<?>[] types =
                    readings.keySet().stream().map(RecordComponent::getType).toArray(Class[]::new);
            Constructor<R> constructor = type.getDeclaredConstructor(types);
            constructor.setAccessible(true);
            return new RecordRow<>(constructor, readings);
        } catch (NoSuchMethodException e) {
            throw new IllegalArgumentException(e);
        }
    }

    /** For a column with another name than its component. */
    public RecordRow<R> from(String component, String column) {
        return with(component, reading(component(component), column));
    }

    /** For a component that is more than the value of one column. */
    public RecordRow<R> with(String component, RowMapper<?> reading) {
        var changed = new LinkedHashMap<>(readings);
        changed.put(component(component), reading);
        return new RecordRow<>(constructor, changed);
    }

    @Override
    public R mapRow(ResultSet row, int number) throws SQLException {
        var values = new @Nullable Object[readings.size()];
        int place = 0;
        for (RowMapper<?> reading : readings.values()) {
            values[place++] = reading.mapRow(row, number);
        }
        try {
            // BeanUtils would read the parameter types of the constructor again for every row
            return constructor.newInstance(values);
        } catch (ReflectiveOperationException refused) {
            throw new BeanInstantiationException(constructor, "The row does not fit", refused);
        }
    }

    private RecordComponent component(String name) {
        return readings.keySet().stream()
                .filter(component -> component.getName().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(constructor.getName() + " has no " + name));
    }

    private static String column(RecordComponent component) {
        String name = inColumns(component.getName());
        String type = inColumns(component.getType().getSimpleName());
        String last = type.substring(type.lastIndexOf('_') + 1);
        boolean identity = component.getType().isRecord() && (last.equals("id") || last.equals("code"));
        return identity && !name.endsWith(last) ? name + "_" + last : name;
    }

    private static String inColumns(String name) {
        return name.replaceAll("([A-Z])", "_$1").toLowerCase(Locale.ROOT);
    }

    private static RowMapper<?> reading(RecordComponent component, String column) {
        RowMapper<?> reading = reading(component.getType(), column);
        boolean nullable = component.getAnnotatedType().isAnnotationPresent(Nullable.class);
        return nullable && !isSpread(component.getType())
                ? (row, number) -> row.getObject(column) == null ? null : reading.mapRow(row, number)
                : reading;
    }

    @SuppressWarnings({"rawtypes", "unchecked"})
    private static RowMapper<?> reading(Class<?> type, String column) {
        Reading known = READINGS.get(type);
        if (known != null) {
            return (row, number) -> known.of(row, column);
        } else if (type.isEnum()) {
            return (row, number) -> Enum.valueOf((Class<Enum>) type, row.getString(column));
        } else if (type.isRecord()) {
            RecordRow<?> read = of(type.asSubclass(Record.class));
            return isSpread(type) ? read : read.from(type.getRecordComponents()[0].getName(), column);
        }
        return (row, number) -> row.getObject(column, type);
    }

    /** Whether a record is read from several columns. */
    private static boolean isSpread(Class<?> type) {
        return type.isRecord() && type.getRecordComponents().length > 1;
    }
}
