package id.dukcapil.portal.cards.closing;

import id.dukcapil.portal.common.ui.Formats;
import id.dukcapil.portal.documents.Column;
import id.dukcapil.portal.documents.Listing;
import id.dukcapil.portal.documents.Spreadsheet;
import id.dukcapil.portal.documents.paper.OfficialPaper;
import id.dukcapil.portal.documents.paper.OfficialPaper.PaperColumn;
import id.dukcapil.portal.documents.paper.OfficialPaper.Signer;
import id.dukcapil.portal.documents.paper.OfficialPapers;
import id.dukcapil.portal.staff.Office;
import id.dukcapil.portal.staff.Organisation;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;

/** The stock card of an office: its closed days, on paper and as a workbook. */
@Service
@PreAuthorize("hasAuthority('CARDS_READ')")
public class StockCards {

    private static final List<Column<Closing>> COLUMNS = List.of(
            Column.date("Hari", Closing::day),
            Column.text("Nomor penutupan", Closing::number),
            Column.integer("Awal", closing -> closing.balance().opening()),
            Column.integer("Terima", closing -> closing.balance().received()),
            Column.integer("Transfer masuk", closing -> closing.balance().transferredIn()),
            Column.integer("Cetak baik", closing -> closing.balance().printed()),
            Column.integer("Gagal cetak", closing -> closing.balance().misprinted()),
            Column.integer("Rusak", closing -> closing.balance().damaged()),
            Column.integer("Dikirim", closing -> closing.balance().sent()),
            Column.integer("Kembali ke pusat", closing -> closing.balance().returned()),
            Column.integer("Koreksi", closing -> closing.balance().corrections()),
            Column.integer("Seharusnya", closing -> closing.balance().expected()),
            Column.integer("Dihitung", Closing::counted),
            Column.integer("Selisih", Closing::difference),
            Column.text("Alasan selisih", Closing::reason),
            Column.text("Dihitung oleh", Closing::countedName),
            Column.text("Orang kedua", Closing::secondName),
            Column.text("SHA-256", Closing::hash));

    private final CardClosings closings;
    private final OfficialPapers paper;
    private final Spreadsheet spreadsheet;
    private final Organisation organisation;

    StockCards(CardClosings closings, OfficialPapers paper, Spreadsheet spreadsheet, Organisation organisation) {
        this.closings = closings;
        this.paper = paper;
        this.spreadsheet = spreadsheet;
        this.organisation = organisation;
    }

    public byte[] xlsx(Office office) {
        return spreadsheet.bytes(
                new Listing<>("Kartu stok blangko KTP-el", office.name() + ", hari yang sudah ditutup", COLUMNS),
                closings.latest(office.code()));
    }

    public byte[] pdf(Office office) {
        List<Closing> days = closings.latest(office.code()).reversed();
        var content = new OfficialPaper("Kartu stok blangko KTP-el")
                .fact("Kantor", office.name())
                .fact("Masa", days.isEmpty() ? "belum ada hari yang ditutup" : period(days))
                .table(
                        Stream.concat(
                                        Stream.of(PaperColumn.text("Hari", 20)),
                                        Stream.of(
                                                        "Awal", "Terima", "Masuk", "Baik", "Gagal", "Rusak", "Kirim",
                                                        "Retur", "Kor.", "Neraca", "Hitung", "Selisih")
                                                .map(head -> PaperColumn.figures(head, 12)))
                                .toList(),
                        days.stream().map(StockCards::cells).toList(),
                        List.of());
        days.stream()
                .filter(day -> day.reason() != null)
                .forEach(day -> content.paragraph("%s, %s: %s (dihitung %s dan %s)"
                        .formatted(
                                Formats.date(day.day()),
                                day.number(),
                                day.reason(),
                                day.countedName(),
                                day.secondName())));
        return paper.print(
                content.signatures(organisation.place(), List.of(new Signer("Mengetahui,", ".".repeat(40), null))));
    }

    private static String period(List<Closing> days) {
        return "%s sampai %s"
                .formatted(
                        Formats.date(days.getFirst().day()),
                        Formats.date(days.getLast().day()));
    }

    private static List<String> cells(Closing day) {
        DayBalance balance = day.balance();
        return Stream.concat(
                        Stream.of(Formats.shortDate(day.day())),
                        Stream.of(
                                        balance.opening(),
                                        balance.received(),
                                        balance.transferredIn(),
                                        balance.printed(),
                                        balance.misprinted(),
                                        balance.damaged(),
                                        balance.sent(),
                                        balance.returned(),
                                        balance.corrections(),
                                        balance.expected(),
                                        day.counted(),
                                        day.difference())
                                .map(cards -> Formats.number(Objects.requireNonNull(cards))))
                .toList();
    }
}
