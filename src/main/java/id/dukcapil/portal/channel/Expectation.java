package id.dukcapil.portal.channel;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.temporal.TemporalAccessor;
import java.util.Arrays;
import java.util.Collection;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.util.ClassUtils;

/** What a field should have looked like, as the end of an Indonesian sentence. */
final class Expectation {

    private Expectation() {}

    static String sentence(String field, @Nullable Class<?> type) {
        return "%s harus berupa %s.".formatted(FieldNames.label(field), of(type));
    }

    private static String of(@Nullable Class<?> declared) {
        if (declared == null) {
            return "nilai yang sesuai dengan dokumentasi";
        }
        Class<?> type = ClassUtils.resolvePrimitiveIfNecessary(declared);
        if (type.isEnum()) {
            return "salah satu dari: "
                    + Arrays.stream(type.getEnumConstants())
                            .map(Object::toString)
                            .collect(Collectors.joining(", "));
        }
        return temporal(type) ? temporalForm(type) : plain(type);
    }

    private static boolean temporal(Class<?> type) {
        return TemporalAccessor.class.isAssignableFrom(type);
    }

    private static String temporalForm(Class<?> type) {
        if (type == LocalDate.class) {
            return "tanggal yang ada, dalam bentuk 2026-11-23";
        }
        if (type == LocalTime.class) {
            return "jam dalam bentuk 09:15";
        }
        return type == Instant.class || type == OffsetDateTime.class
                ? "waktu dalam bentuk 2026-11-23T09:15:00+07:00"
                : "waktu";
    }

    private static String plain(Class<?> type) {
        if (type == String.class) {
            return "teks";
        }
        if (type == Boolean.class) {
            return "true atau false";
        }
        if (type == BigDecimal.class || type == Double.class || type == Float.class) {
            return "angka";
        }
        if (Number.class.isAssignableFrom(type)) {
            return "bilangan bulat";
        }
        if (type == UUID.class) {
            return "UUID";
        }
        if (Collection.class.isAssignableFrom(type) || type.isArray()) {
            return "daftar";
        }
        return type.isRecord() ? "objek" : "nilai yang sesuai dengan dokumentasi";
    }
}
