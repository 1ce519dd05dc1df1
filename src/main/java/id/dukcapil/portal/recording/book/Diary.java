package id.dukcapil.portal.recording.book;

import id.dukcapil.portal.common.AuditEvent;
import id.dukcapil.portal.common.InvalidInput;
import id.dukcapil.portal.common.OfficeCode;
import id.dukcapil.portal.common.Permission;
import id.dukcapil.portal.common.TimeOrderedId;
import id.dukcapil.portal.common.UtcDateTime;
import id.dukcapil.portal.common.procedure.ActedBy;
import id.dukcapil.portal.common.procedure.CaseCommands;
import id.dukcapil.portal.common.procedure.KeysetQuery;
import id.dukcapil.portal.common.procedure.Where;
import id.dukcapil.portal.common.ui.Formats;
import id.dukcapil.portal.documents.Column;
import id.dukcapil.portal.documents.Listing;
import id.dukcapil.portal.documents.Spreadsheet;
import id.dukcapil.portal.documents.numbers.DocumentNumbers;
import id.dukcapil.portal.documents.numbers.NumberKind;
import id.dukcapil.portal.documents.paper.OfficialPaper;
import id.dukcapil.portal.documents.paper.OfficialPaper.PaperColumn;
import id.dukcapil.portal.documents.paper.OfficialPapers;
import id.dukcapil.portal.staff.CurrentStaff;
import id.dukcapil.portal.staff.Office;
import id.dukcapil.portal.staff.Offices;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;

/**
 * The diary of the offices (BHPPK): lines by day and range, on paper and as workbook, and corrections as new lines. The NIK is
 * masked except for staff who may open personal data; a printed book with open NIK leaves a trace.
 */
@Service
@PreAuthorize("hasAuthority('RECORDING_READ')")
public class Diary {

    public static final int COUNT_LIMIT = KeysetQuery.COUNT_LIMIT;

    /** Of one print. */
    static final int MOST_LINES = 5_000;

    private static final int LONGEST_NOTE = 300;
    private static final List<PaperColumn> COLUMNS = List.of(
            PaperColumn.text("Nomor", 78),
            PaperColumn.text("Waktu", 41),
            PaperColumn.text("Nama, NIK", 86),
            PaperColumn.text("L/P, lahir", 57),
            PaperColumn.text("Alamat", 62),
            PaperColumn.text("Peristiwa, nomor berkas", 74),
            PaperColumn.text("Petugas", 47),
            PaperColumn.text("Ket.", 70));

    private final DiaryRows rows;
    private final DiarySettings settings;
    private final DocumentNumbers numbers;
    private final NumberKind diaryLines;
    private final Offices offices;
    private final CurrentStaff staff;
    private final CaseCommands commands;
    private final OfficialPapers papers;
    private final Spreadsheet spreadsheet;

    Diary(
            DiaryRows rows,
            DiarySettings settings,
            DocumentNumbers numbers,
            NumberKind diaryLines,
            Offices offices,
            CurrentStaff staff,
            CaseCommands commands,
            OfficialPapers papers,
            Spreadsheet spreadsheet) {
        this.rows = rows;
        this.settings = settings;
        this.numbers = numbers;
        this.diaryLines = diaryLines;
        this.offices = offices;
        this.staff = staff;
        this.commands = commands;
        this.papers = papers;
        this.spreadsheet = spreadsheet;
    }

    /**
     * @param office null means all that the person may see
     * @param from first day; null for none
     * @param to last day; null for none
     */
    public record DiaryFilter(
            @Nullable OfficeCode office,
            @Nullable LocalDate from,
            @Nullable LocalDate to,
            ZoneId zone) {

        private @Nullable Instant start() {
            return from == null ? null : from.atStartOfDay(zone).toInstant();
        }

        private @Nullable Instant end() {
            return to == null ? null : to.plusDays(1).atStartOfDay(zone).toInstant();
        }

        private String words() {
            String first = from == null ? "awal" : Formats.date(from);
            return from != null && from.equals(to)
                    ? first
                    : "%s sampai %s".formatted(first, to == null ? "sekarang" : Formats.date(to));
        }
    }

    /** The lines after a cursor, newest first. @param after null from the beginning */
    public List<DiaryLine> page(DiaryFilter filter, DiaryLine.@Nullable Cursor after, int skip, int limit) {
        Where where = matching(filter);
        if (after != null) {
            where.olderThan("at", UtcDateTime.of(after.at()), after.id());
        }
        return rows.page(where, skip, limit);
    }

    public int count(DiaryFilter filter) {
        return rows.count(matching(filter));
    }

    public Optional<DiaryLine> find(String number) {
        return rows.find(number).filter(line -> staff.require().mayActFor(line.office()));
    }

    private Where matching(DiaryFilter filter) {
        return new Where()
                .in("office_code", staff.officesInScope(filter.office()))
                .between("at", UtcDateTime.ofNullable(filter.start()), UtcDateTime.ofNullable(filter.end()));
    }

    /** Adds a line that says what is wrong with that one, which stays. */
    @PreAuthorize("hasAuthority('RECORDING_REGISTER')")
    public Optional<DiaryLine> correct(String number, String text) {
        String words = text.strip();
        if (words.isEmpty() || words.length() > LONGEST_NOTE) {
            throw new InvalidInput("reason", "Koreksi harus diisi, paling banyak %d huruf.".formatted(LONGEST_NOTE));
        }
        return commands.inTransaction(() -> find(number).map(wrong -> corrected(wrong, words)));
    }

    private DiaryLine corrected(DiaryLine wrong, String text) {
        ActedBy by = commands.actor();
        var line = new DiaryLine(
                TimeOrderedId.at(by.at()),
                numbers.next(diaryLines, offices.find(wrong.office()).orElseThrow()),
                wrong.office(),
                by.at(),
                "Koreksi nomor " + wrong.number(),
                wrong.recording(),
                wrong.nik(),
                wrong.name(),
                wrong.female(),
                wrong.born(),
                wrong.address(),
                by.actor().name(),
                text,
                wrong.number());
        rows.append(line);
        commands.tell(AuditEvent.of("BHPPK", line.number(), "Koreksi dicatat")
                .about(line.nik())
                .at(line.office())
                .changing("Baris yang dikoreksi", null, wrong.number())
                .because(text));
        return line;
    }

    /** The book of that range on paper. @throws InvalidInput when it has too many lines for one print */
    public byte[] pdf(DiaryFilter filter) {
        List<DiaryLine> lines = printed(filter);
        Office place = Optional.ofNullable(filter.office())
                .flatMap(offices::find)
                .orElseGet(() -> staff.officesInScope().getFirst());
        var paper = new OfficialPaper(settings.heading())
                .fact("Kantor", place.name())
                .fact("Hari", filter.words())
                .fact("Banyaknya", lines.size() + " baris")
                .table(
                        COLUMNS,
                        lines.stream().map(line -> cells(line, filter.zone())).toList(),
                        List.of());
        return papers.print(paper);
    }

    public void xlsx(DiaryFilter filter, OutputStream out) throws IOException {
        List<DiaryLine> lines = printed(filter);
        spreadsheet.write(
                new Listing<>(
                        settings.heading(),
                        filter.words(),
                        List.of(
                                Column.text("Nomor", DiaryLine::number),
                                Column.dateTime("Waktu", DiaryLine::at),
                                Column.text("Nama", DiaryLine::name),
                                Column.text("NIK", this::nik),
                                Column.text("L/P", DiaryLine::sex),
                                Column.text("Tempat/tanggal lahir", DiaryLine::born),
                                Column.text("Alamat", DiaryLine::address),
                                Column.text("Peristiwa/layanan", DiaryLine::event),
                                Column.text("Nomor berkas", DiaryLine::recording),
                                Column.text("Petugas", DiaryLine::officer),
                                Column.text("Keterangan", DiaryLine::note))),
                lines.stream(),
                out);
    }

    /** In the order of the day. */
    private List<DiaryLine> printed(DiaryFilter filter) {
        List<DiaryLine> lines = rows.page(matching(filter), 0, MOST_LINES + 1).reversed();
        if (lines.size() > MOST_LINES) {
            throw new InvalidInput(
                    "from",
                    "Lebih dari %s baris. Cetak per bulan atau per kantor.".formatted(Formats.number(MOST_LINES)));
        }
        if (staff.may(Permission.PERSON_REVEAL)) {
            commands.tell(AuditEvent.of("BHPPK", filter.words(), "Dicetak dengan NIK terbuka")
                    .at(filter.office())
                    .changing("Baris", null, lines.size()));
        }
        return lines;
    }

    private List<String> cells(DiaryLine line, ZoneId zone) {
        return List.of(
                line.number(),
                Formats.shortDateTime(line.at(), zone),
                "%s\n%s".formatted(text(line.name()), nik(line)),
                "%s\n%s".formatted(line.sex(), text(line.born())),
                text(line.address()),
                "%s\n%s".formatted(line.event(), line.recording()),
                line.officer(),
                text(line.note()));
    }

    private String nik(DiaryLine line) {
        if (line.nik() == null) {
            return "";
        }
        return staff.may(Permission.PERSON_REVEAL)
                ? line.nik().value()
                : line.nik().masked();
    }

    private static String text(@Nullable String value) {
        return Objects.requireNonNullElse(value, "");
    }
}
