package id.dukcapil.portal.activation.report;

import id.dukcapil.portal.common.AuditEvent;
import id.dukcapil.portal.common.OfficeCode;
import id.dukcapil.portal.common.TimeOrderedId;
import id.dukcapil.portal.common.UtcDateTime;
import id.dukcapil.portal.documents.ContentHash;
import id.dukcapil.portal.documents.DocumentHolder;
import id.dukcapil.portal.documents.frozen.FrozenContents;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * Keeps closed days. The content is in the row and, under its hash, in the document store; a keyed seal binds hash, office
 * and day. So a change by SQL is noticed when the report is read, the audit trail is told, and what was closed is still
 * there.
 */
@Component
class ReportArchive implements DocumentHolder {

    static final String RECORD = "Laporan harian IKD";
    private static final String SEAL = "activation-report";
    private static final String COLUMNS =
            "SELECT id, number, office_code, day, content, hash, seal, closed_at, closed_by,"
                    + " closed_by_nip, tampered_at FROM activation_report ";
    private static final RowMapper<Stored> ROW = ReportArchive::stored;

    private final JdbcClient jdbc;
    private final JdbcTemplate batches;
    private final DayRows acts;
    private final FrozenContents contents;
    private final JsonMapper json;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    ReportArchive(
            JdbcClient jdbc,
            JdbcTemplate batches,
            DayRows acts,
            FrozenContents contents,
            JsonMapper json,
            ApplicationEventPublisher events,
            Clock clock) {
        this.jdbc = jdbc;
        this.batches = batches;
        this.acts = acts;
        this.contents = contents;
        this.json = json;
        this.events = events;
        this.clock = clock;
    }

    private record Stored(
            UUID id,
            String number,
            OfficeCode office,
            LocalDate day,
            FrozenContents.Frozen frozen,
            Instant closedAt,
            String closedBy,
            @Nullable String closedByNip,
            boolean known) {

        String belongsTo() {
            return ReportArchive.belongsTo(number, office, day);
        }
    }

    /** @param number of the report */
    record Closed(String number, OfficeCode office, DayReport report, Closing closing) {

        String belongsTo() {
            return ReportArchive.belongsTo(number, office, report.day());
        }
    }

    /** Stores closed days. @return their hashes */
    List<String> put(List<Closed> days) {
        List<FrozenContents.Frozen> frozen = contents.freeze(
                SEAL,
                days.stream()
                        .map(day -> new FrozenContents.Owned(day.belongsTo(), json.writeValueAsString(day.report())))
                        .toList());
        batches.batchUpdate(
                """
                INSERT INTO activation_report (id, number, office_code, day, content, hash, seal, closed_at, closed_by,
                  closed_by_nip, by_itself)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""",
                IntStream.range(0, days.size())
                        .mapToObj(i -> row(days.get(i), frozen.get(i)))
                        .toList());
        return frozen.stream().map(FrozenContents.Frozen::hash).toList();
    }

    private static @Nullable Object[] row(Closed day, FrozenContents.Frozen frozen) {
        Closing closing = day.closing();
        return new @Nullable Object[] {
            TimeOrderedId.at(closing.at()),
            day.number(),
            day.office().value(),
            day.report().day(),
            frozen.content(),
            frozen.hash(),
            frozen.seal(),
            UtcDateTime.of(closing.at()),
            closing.by(),
            closing.nip(),
            closing.byItself()
        };
    }

    /** @param nip 18 digits; null when nobody closed it */
    record Closing(Instant at, String by, @Nullable String nip, boolean byItself) {}

    boolean isClosed(OfficeCode office, LocalDate day) {
        return jdbc.sql("SELECT EXISTS (SELECT 1 FROM activation_report WHERE office_code = ? AND day = ?)")
                .params(office.value(), day)
                .query(Boolean.class)
                .single();
    }

    Optional<ClosedReport> find(OfficeCode office, LocalDate day) {
        return jdbc.sql(COLUMNS + "WHERE office_code = ? AND day = ?")
                .params(office.value(), day)
                .query(ROW)
                .optional()
                .map(this::opened);
    }

    Optional<ClosedReport> find(String number) {
        return jdbc.sql(COLUMNS + "WHERE number = ?")
                .param(number)
                .query(ROW)
                .optional()
                .map(this::opened);
    }

    /** Where neither row nor stored copy can be trusted, the acts of the day are counted anew. */
    private ClosedReport opened(Stored row) {
        FrozenContents.Opened opened = contents.open(SEAL, row.belongsTo(), row.frozen());
        if (!opened.intact() && !row.known()) {
            tell(row, opened.sealed());
        }
        return new ClosedReport(
                row.id(),
                row.number(),
                row.office(),
                row.day(),
                opened.content()
                        .map(content -> json.readValue(content, DayReport.class))
                        .orElseGet(() -> DayCounting.of(row.number(), row.day(), acts.of(row.office(), row.day()))),
                row.frozen().hash(),
                row.closedAt(),
                row.closedBy(),
                row.closedByNip(),
                opened.intact(),
                corrections(row.id()));
    }

    /** Once for each report; the mark is no part of what is sealed. */
    private void tell(Stored row, boolean sealed) {
        jdbc.sql("UPDATE activation_report SET tampered_at = ? WHERE id = ?")
                .params(UtcDateTime.of(clock.instant()), row.id())
                .update();
        events.publishEvent(
                AuditEvent.of(RECORD, row.number(), "Perubahan di luar portal ditemukan")
                        .at(row.office())
                        .because(
                                sealed
                                        ? "Isi baris tidak cocok dengan SHA-256 saat ditutup; salinan penyimpanan dokumen dipakai"
                                        : "SHA-256 atau segel diganti; angka dihitung ulang dari langkah, bandingkan dengan penutupan di jejak ini"));
    }

    private List<ClosedReport.Correction> corrections(UUID report) {
        return jdbc.sql(
                        "SELECT made_at, made_by, text FROM activation_correction WHERE report_id = ? ORDER BY made_at, id")
                .param(report)
                .query((row, number) -> new ClosedReport.Correction(
                        UtcDateTime.read(row, "made_at"), row.getString("made_by"), row.getString("text")))
                .list();
    }

    void correct(UUID report, UUID id, ClosedReport.Correction correction) {
        jdbc.sql("INSERT INTO activation_correction (id, report_id, text, made_at, made_by) VALUES (?, ?, ?, ?, ?)")
                .params(id, report, correction.text(), UtcDateTime.of(correction.at()), correction.by())
                .update();
    }

    @Override
    public boolean holds(ContentHash hash) {
        return jdbc.sql("SELECT EXISTS (SELECT 1 FROM activation_report WHERE hash = ?)")
                .param(hash.value())
                .query(Boolean.class)
                .single();
    }

    private static String belongsTo(String number, OfficeCode office, LocalDate day) {
        return "%s|%s|%s".formatted(number, office, day);
    }

    private static Stored stored(ResultSet row, int number) throws SQLException {
        return new Stored(
                row.getObject("id", UUID.class),
                row.getString("number"),
                new OfficeCode(row.getString("office_code")),
                row.getObject("day", LocalDate.class),
                new FrozenContents.Frozen(row.getString("content"), row.getString("hash"), row.getString("seal")),
                UtcDateTime.read(row, "closed_at"),
                row.getString("closed_by"),
                row.getString("closed_by_nip"),
                row.getObject("tampered_at") != null);
    }
}
