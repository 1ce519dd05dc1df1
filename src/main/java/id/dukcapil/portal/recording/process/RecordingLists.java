package id.dukcapil.portal.recording.process;

import id.dukcapil.portal.common.Nik;
import id.dukcapil.portal.common.OfficeCode;
import id.dukcapil.portal.common.SearchSource;
import id.dukcapil.portal.common.UtcDateTime;
import id.dukcapil.portal.common.procedure.CaseStatus;
import id.dukcapil.portal.common.procedure.KeysetQuery;
import id.dukcapil.portal.common.procedure.Where;
import id.dukcapil.portal.staff.CurrentStaff;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Recordings for lists and counts; staff see those of their offices. */
@Service
@PreAuthorize("hasAuthority('RECORDING_READ')")
@Transactional(readOnly = true)
public class RecordingLists {

    public static final int COUNT_LIMIT = KeysetQuery.COUNT_LIMIT;

    private static final KeysetQuery<RecordingRow> LIST =
            new KeysetQuery<>("*", "recording_case", "created_at DESC, id DESC", RecordingLists::row);

    private final JdbcClient jdbc;
    private final CurrentStaff staff;

    RecordingLists(JdbcClient jdbc, CurrentStaff staff) {
        this.jdbc = jdbc;
        this.staff = staff;
    }

    /** Recordings that belong together for one of the two operators. */
    public enum Group {
        OPEN("Sedang dilayani", RecordingPhase::isOpen),
        AT_REGISTRATION("Di registrasi", phase -> Objects.equals(phase.row(), 1) || Objects.equals(phase.row(), 2)),
        FOR_RECORDING("Menunggu atau sedang direkam", phase -> Objects.equals(phase.row(), 3)),
        RECORDED("Berhasil direkam", RecordingPhase::isRecorded),
        RETURNED("Persyaratan tidak benar", phase -> phase == RecordingPhase.RETURNED),
        ALREADY("Sudah rekam", phase -> phase == RecordingPhase.ALREADY_RECORDED),
        UNSUCCESSFUL("Tidak berhasil", phase -> phase == RecordingPhase.NOT_RECORDED),
        LEFT("Tidak dilanjutkan", phase -> phase == RecordingPhase.LEFT);

        private final String label;
        private final Predicate<RecordingPhase> phases;

        Group(String label, Predicate<RecordingPhase> phases) {
            this.label = label;
            this.phases = phases;
        }

        public String label() {
            return label;
        }

        List<String> names() {
            return CaseStatus.names(RecordingPhase.class, phases);
        }
    }

    /**
     * @param group null means all
     * @param office null means all that the person may see
     * @param number or its beginning; empty means all
     * @param from opened at or after that moment
     * @param until opened before that moment
     */
    public record RecordingFilter(
            @Nullable Group group,
            @Nullable OfficeCode office,
            String number,
            @Nullable Instant from,
            @Nullable Instant until) {}

    /** @param name empty when it has been forgotten */
    public record RecordingRow(
            UUID id,
            String number,
            String name,
            OfficeCode office,
            RecordingPhase phase,
            int attempts,
            Instant createdAt,
            Instant phaseSince) {

        public Cursor cursor() {
            return new Cursor(createdAt, id);
        }

        /** Where a page ends: rows are ordered by time and id, newest first. */
        public record Cursor(Instant createdAt, UUID id) {}
    }

    /** The rows after a cursor, newest first. @param after null from the beginning */
    public List<RecordingRow> page(RecordingFilter filter, RecordingRow.@Nullable Cursor after, int skip, int limit) {
        Where where = matching(filter);
        if (after != null) {
            where.olderThan("created_at", UtcDateTime.of(after.createdAt()), after.id());
        }
        return LIST.page(jdbc, where, skip, limit);
    }

    /** Matching rows, counted up to {@link #COUNT_LIMIT} + 1. */
    public int count(RecordingFilter filter) {
        return LIST.count(jdbc, matching(filter));
    }

    /** By number or whole NIK, newest first. */
    public List<RecordingRow> lookUp(String text, int limit) {
        Nik nik = Nik.parse(text).value().orElse(null);
        String number = SearchSource.number(text).orElse(null);
        if (nik == null && number == null) {
            return List.of();
        }
        Where reach = new Where().in("office_code", staff.officesInScope(null));
        Where wanted = nik == null ? reach.is("number", number) : reach.is("person_nik", nik.value());
        return LIST.page(jdbc, wanted, 0, limit);
    }

    private Where matching(RecordingFilter filter) {
        Where where = new Where()
                .in("office_code", staff.officesInScope(filter.office()))
                .beginsWith("number", filter.number().strip())
                .between("created_at", UtcDateTime.ofNullable(filter.from()), UtcDateTime.ofNullable(filter.until()));
        Group group = filter.group();
        return group == null ? where : where.in("status", group.names());
    }

    private static RecordingRow row(ResultSet row, int number) throws SQLException {
        return new RecordingRow(
                row.getObject("id", UUID.class),
                row.getString("number"),
                Objects.requireNonNullElse(row.getString("full_name"), ""),
                new OfficeCode(row.getString("office_code")),
                RecordingPhase.valueOf(row.getString("status")),
                row.getInt("attempts"),
                UtcDateTime.read(row, "created_at"),
                UtcDateTime.read(row, "status_since"));
    }
}
