package id.dukcapil.portal.common;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RecordRowTest {

    private static final UUID DEPUTY = UUID.fromString("0197f1f0-0000-7000-8000-000000000001");

    private record Span(LocalDate validFrom, @Nullable LocalDate validTo) {}

    private record Line(
            OfficeCode office,
            @Nullable StaffId deputy,
            Actor.Kind kind,
            int queueNumber,
            @Nullable Integer code,
            Instant createdAt,
            @Nullable Instant endedAt,
            Span span) {}

    private final ResultSet row = mock(ResultSet.class);

    @BeforeEach
    void aRow() throws SQLException {
        has("office_code", "MPP");
        has("kind", "STAFF");
        when(row.getInt("queue_number")).thenReturn(7);
        has("created_at", LocalDateTime.of(2026, 3, 2, 1, 30));
        has("valid_from", LocalDate.of(2026, 3, 1));
    }

    @Test
    void readsEachComponentFromTheColumnOfItsName() throws SQLException {
        has("deputy_id", DEPUTY);
        has("code", 550);
        has("ended_at", LocalDateTime.of(2026, 3, 2, 2, 0));
        has("valid_to", LocalDate.of(2026, 3, 9));

        assertThat(read(RecordRow.of(Line.class)))
                .isEqualTo(new Line(
                        new OfficeCode("MPP"),
                        new StaffId(DEPUTY),
                        Actor.Kind.STAFF,
                        7,
                        550,
                        Instant.parse("2026-03-02T01:30:00Z"),
                        Instant.parse("2026-03-02T02:00:00Z"),
                        new Span(LocalDate.of(2026, 3, 1), LocalDate.of(2026, 3, 9))));
    }

    @Test
    void leavesNullWhereTheComponentIsNullable() throws SQLException {
        Line line = read(RecordRow.of(Line.class));

        assertThat(line.deputy()).isNull();
        assertThat(line.code()).isNull();
        assertThat(line.endedAt()).isNull();
        assertThat(line.span().validTo()).isNull();
    }

    @Test
    void refusesARowWithoutAnInstantThatBelongsThere() throws SQLException {
        has("created_at", null);

        assertThatThrownBy(() -> read(RecordRow.of(Line.class))).isInstanceOf(NullPointerException.class);
    }

    @Test
    void readsFromAnotherColumnOrInAnotherWayWhereItIsToldTo() throws SQLException {
        has("workplace", "DINAS");

        Line line = read(RecordRow.of(Line.class)
                .from("office", "workplace")
                .with("queueNumber", (row, number) -> 100 + row.getInt("queue_number")));

        assertThat(line.office()).isEqualTo(new OfficeCode("DINAS"));
        assertThat(line.queueNumber()).isEqualTo(107);
    }

    @Test
    void refusesAComponentThatTheRecordDoesNotHave() {
        var line = RecordRow.of(Line.class);

        assertThatThrownBy(() -> line.from("offce", "workplace")).hasMessageContaining("has no offce");
    }

    private Line read(RecordRow<Line> line) throws SQLException {
        return line.mapRow(row, 0);
    }

    private void has(String column, @Nullable Object value) throws SQLException {
        when(row.getObject(column)).thenReturn(value);
        if (value != null) {
            when(row.getObject(column, (Class<Object>) value.getClass())).thenReturn(value);
        } else {
            when(row.getObject(column, LocalDateTime.class)).thenReturn(null);
        }
        when(row.getString(column)).thenReturn(String.valueOf(value));
    }
}
