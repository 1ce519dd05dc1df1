package id.dukcapil.portal.sla.report;

import static java.util.stream.Collectors.toMap;

import id.dukcapil.portal.common.OfficeCode;
import id.dukcapil.portal.common.Permission;
import id.dukcapil.portal.common.RecordRow;
import id.dukcapil.portal.common.procedure.Where;
import id.dukcapil.portal.common.ui.Formats;
import id.dukcapil.portal.documents.Column;
import id.dukcapil.portal.documents.FrontSheet;
import id.dukcapil.portal.documents.export.ExportKind;
import id.dukcapil.portal.sla.stay.Answer;
import id.dukcapil.portal.sla.stay.Tally;
import id.dukcapil.portal.staff.CurrentStaff;
import id.dukcapil.portal.staff.Organisation;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The performance report as a workbook: cover, definitions and a sheet with bars for each view of the figures, then every ended
 * step that the figures are of. What stands on the sheets comes from the same answer as what stands on the page.
 */
@Component
class StayListing implements ExportKind<ReportFilter, StayListing.Line> {

    /** As on the page: an officer with fewer steps is not shown. */
    private static final int FEWEST = 20;

    /** The page is cut out along the key before anything is joined; any other plan reads what is left of the period each time. */
    private static final String ROWS = """
            SELECT s.id, c.number, d.short_name AS standard, s.step, o.name AS office, a.full_name AS officer, s.for_office,
                   s.began, s.ended, s.worked, s.target, s.late
            FROM (SELECT s.* FROM sla_stay s FORCE INDEX (PRIMARY) WHERE %s ORDER BY s.id LIMIT :limit) s
            JOIN sla_case c ON c.id = s.case_id JOIN sla_standard d ON d.slug = s.standard
            JOIN staff_office o ON o.code = s.office_code LEFT JOIN staff_account a ON a.id = s.officer
            ORDER BY s.id""";

    private static final RecordRow<Line> LINE = RecordRow.of(Line.class);

    private final PerformanceReports reports;
    private final CurrentStaff staff;
    private final Organisation organisation;
    private final JdbcClient jdbc;
    private final Clock clock;

    StayListing(
            PerformanceReports reports, CurrentStaff staff, Organisation organisation, JdbcClient jdbc, Clock clock) {
        this.reports = reports;
        this.staff = staff;
        this.organisation = organisation;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** @param worked seconds @param target seconds */
    record Line(
            long id,
            String number,
            String standard,
            int step,
            String office,
            @Nullable String officer,
            boolean forOffice,
            LocalDateTime began,
            LocalDateTime ended,
            int worked,
            @Nullable Integer target,
            boolean late) {

        String outcome() {
            if (!forOffice) {
                return "Menunggu pemohon";
            }
            return target == null ? "Tanpa standar" : late ? "Lewat standar" : "Tepat waktu";
        }
    }

    private record Fact(String name, String value) {}

    private record Group(String name, Tally tally) {}

    @Override
    public String key() {
        return "performance";
    }

    @Override
    public String record() {
        return "Laporan SLA";
    }

    @Override
    public String title() {
        return "Laporan kinerja SLA, rincian langkah";
    }

    @Override
    public String fileName() {
        return "laporan-sla";
    }

    @Override
    public Permission permission() {
        return Permission.REPORT_READ;
    }

    @Override
    public Class<ReportFilter> filterType() {
        return ReportFilter.class;
    }

    @Override
    public List<Column<Line>> columns() {
        return List.of(
                Column.text("Nomor", Line::number),
                Column.text("Prosedur", Line::standard),
                Column.integer("Langkah", Line::step),
                Column.text("Kantor", Line::office),
                Column.text("Petugas", Line::officer),
                Column.dateTime("Masuk", line -> moment(line.began())),
                Column.dateTime("Selesai", line -> moment(line.ended())),
                Column.duration("Waktu kerja", line -> Duration.ofSeconds(line.worked())),
                Column.duration("Standar", line -> line.target() == null ? null : Duration.ofSeconds(line.target())),
                Column.text("Hasil", Line::outcome));
    }

    /** The time on the clocks of the office, which the sheet shows in the zone of the organisation. */
    private Instant moment(LocalDateTime local) {
        ZoneOffset offset = organisation.timeZone().getRules().getOffset(local);
        return local.toInstant(offset);
    }

    @Override
    public OptionalInt count(ReportFilter filter) {
        return OptionalInt.of(reports.answer(filter).steps().values().stream()
                .mapToInt(Tally::count)
                .sum());
    }

    @Override
    @Transactional(readOnly = true)
    public List<Line> page(ReportFilter filter, @Nullable Line after, int limit) {
        Where where = new Where()
                .and("s.step > 0 AND s.sign = 1 AND NOT s.reversed")
                .and("s.id > :after", "after", after == null ? null : after.id())
                .in("s.office_code", staff.officesInScope(filter.office()))
                .is("s.standard", filter.standard())
                .between(
                        "s.ended",
                        filter.from().atStartOfDay(),
                        filter.to().plusDays(1).atStartOfDay());
        return jdbc.sql(ROWS.formatted(where.text()))
                .params(where.parameters())
                .param("limit", limit)
                .query(LINE)
                .list();
    }

    @Override
    public List<FrontSheet<?>> front(ReportFilter filter) {
        Answer answer = reports.answer(filter);
        Map<String, String> standards = names("SELECT slug, short_name FROM sla_standard");
        Map<String, String> offices = names("SELECT code, name FROM staff_office");
        Map<UUID, String> officers = reports.names(answer.officers().keySet());
        return List.of(
                facts("Sampul", cover(filter, answer, standards, offices)),
                facts(
                        "Definisi",
                        Definitions.all().entrySet().stream()
                                .map(one -> new Fact(one.getKey(), one.getValue()))
                                .toList()),
                groups("Prosedur", answer.standards(), slug -> standards.getOrDefault(slug, slug), true),
                groups(
                        "Langkah",
                        answer.steps(),
                        key -> "%s, %d%s"
                                .formatted(
                                        standards.getOrDefault(key.standard(), key.standard()),
                                        key.step(),
                                        key.forOffice() ? "" : " (pemohon)"),
                        true),
                groups("Kantor", answer.offices(), code -> offices.getOrDefault(code.value(), code.value()), true),
                groups(
                        "Petugas",
                        answer.officers().entrySet().stream()
                                .filter(one -> one.getValue().count() >= FEWEST)
                                .collect(toMap(Map.Entry::getKey, Map.Entry::getValue)),
                        id -> officers.getOrDefault(id, "Tanpa akun"),
                        false),
                groups("Hari", answer.days(), Object::toString, true));
    }

    private List<Fact> cover(
            ReportFilter filter, Answer answer, Map<String, String> standards, Map<String, String> offices) {
        Tally cases = answer.cases();
        OfficeCode office = filter.office();
        String standard = filter.standard();
        return List.of(
                new Fact("Laporan", "Laporan kinerja layanan menurut standar"),
                new Fact("Instansi", organisation.regency()),
                new Fact("Periode", Formats.date(filter.from()) + " – " + Formats.date(filter.to())),
                new Fact("Prosedur", standard == null ? "Semua" : standards.getOrDefault(standard, standard)),
                new Fact(
                        "Kantor",
                        office == null
                                ? "Semua dalam jangkauan"
                                : offices.getOrDefault(office.value(), office.value())),
                new Fact("Edisi kalender", reports.calendarEdition(filter)),
                new Fact("Dibuat", Formats.dateTime(clock.instant(), organisation.timeZone())),
                new Fact("Berkas selesai", Formats.number(cases.count())),
                new Fact("Tepat waktu", cases.measured() == 0 ? "–" : Formats.percent(cases.onTimeShare())),
                new Fact("Median waktu kerja", Formats.decimal(cases.median() / 60.0) + " menit"),
                new Fact("P90 waktu kerja", Formats.decimal(cases.p90() / 60.0) + " menit"));
    }

    private Map<String, String> names(String sql) {
        return jdbc.sql(sql).query((row, number) -> Map.entry(row.getString(1), row.getString(2))).list().stream()
                .collect(toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private static FrontSheet<Fact> facts(String title, List<Fact> facts) {
        return new FrontSheet<>(
                title, List.of(Column.text("Hal", Fact::name), Column.text("Isi", Fact::value)), facts, 0);
    }

    private static <K> FrontSheet<Group> groups(
            String title, Map<K, Tally> tallies, Function<K, String> name, boolean drawn) {
        var groups = new ArrayList<Group>();
        tallies.forEach((key, tally) -> groups.add(new Group(name.apply(key), tally)));
        groups.sort(Comparator.comparing(Group::name));
        return new FrontSheet<>(
                title,
                List.of(
                        Column.text(title, Group::name),
                        Column.integer("Selesai", group -> group.tally().count()),
                        Column.integer("Berstandar", group -> group.tally().measured()),
                        Column.integer("Tepat waktu", group -> group.tally().onTime()),
                        Column.percent(
                                "Bagian tepat waktu",
                                group -> group.tally().measured() == 0
                                        ? null
                                        : group.tally().onTimeShare()),
                        Column.duration(
                                "Median",
                                group -> Duration.ofSeconds(group.tally().median())),
                        Column.duration(
                                "P90", group -> Duration.ofSeconds(group.tally().p90())),
                        Column.duration(
                                "Terlama",
                                group -> Duration.ofSeconds(group.tally().worst())),
                        Column.duration(
                                "Jumlah waktu kerja",
                                group -> Duration.ofSeconds(group.tally().seconds()))),
                groups,
                drawn ? 1 : 0);
    }
}
