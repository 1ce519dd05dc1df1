package id.dukcapil.portal.documents;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import org.jspecify.annotations.Nullable;

/** One typed column of a {@link Listing}: its heading and what a row shows in it. */
public final class Column<R> {

    /** What a row shows; null leaves the cell empty. */
    @FunctionalInterface
    public interface Value<R, V> {
        @Nullable
        V of(R row);
    }

    enum Kind {
        TEXT,
        INTEGER,
        DATE,
        TIME,
        DATE_TIME,
        DURATION,
        PERCENT
    }

    private final String heading;
    private final Kind kind;
    private final Value<R, ?> value;

    private Column(String heading, Kind kind, Value<R, ?> value) {
        this.heading = heading;
        this.kind = kind;
        this.value = value;
    }

    /** Also for NIK, KK and booking codes: never read as a number, a date or a formula. */
    public static <R> Column<R> text(String heading, Value<R, String> value) {
        return new Column<>(heading, Kind.TEXT, value);
    }

    /** Whole numbers to count and add. */
    public static <R> Column<R> integer(String heading, Value<R, ? extends Number> value) {
        return new Column<>(heading, Kind.INTEGER, value);
    }

    public static <R> Column<R> date(String heading, Value<R, LocalDate> value) {
        return new Column<>(heading, Kind.DATE, value);
    }

    public static <R> Column<R> time(String heading, Value<R, LocalTime> value) {
        return new Column<>(heading, Kind.TIME, value);
    }

    /** A moment, shown in the organisation's time zone. */
    public static <R> Column<R> dateTime(String heading, Value<R, Instant> value) {
        return new Column<>(heading, Kind.DATE_TIME, value);
    }

    /** Lengths of time to count and add, to the second. */
    public static <R> Column<R> duration(String heading, Value<R, Duration> value) {
        return new Column<>(heading, Kind.DURATION, value);
    }

    /** A share between 0 and 1. */
    public static <R> Column<R> percent(String heading, Value<R, Double> value) {
        return new Column<>(heading, Kind.PERCENT, value);
    }

    String heading() {
        return heading;
    }

    Kind kind() {
        return kind;
    }

    @Nullable
    Object valueIn(R row) {
        return value.of(row);
    }
}
