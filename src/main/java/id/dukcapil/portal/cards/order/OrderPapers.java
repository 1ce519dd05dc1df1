package id.dukcapil.portal.cards.order;

import id.dukcapil.portal.cards.order.OrderLists.Group;
import id.dukcapil.portal.cards.order.OrderLists.OrderFilter;
import id.dukcapil.portal.common.OfficeCode;
import id.dukcapil.portal.common.ui.Formats;
import id.dukcapil.portal.documents.PdfRenderer;
import id.dukcapil.portal.documents.Template;
import id.dukcapil.portal.documents.paper.OfficialPaper;
import id.dukcapil.portal.documents.paper.OfficialPaper.PaperColumn;
import id.dukcapil.portal.documents.paper.OfficialPapers;
import id.dukcapil.portal.staff.Office;
import id.dukcapil.portal.staff.Offices;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;

/** Papers of the print room: the label of the packet, because a KTP-el bears no barcode, and the list of a batch. */
@Service
@PreAuthorize("hasAuthority('CARDS_PRINT')")
public class OrderPapers {

    /** What an office prints on a day fits on it. */
    private static final int LONGEST_BATCH = 300;

    private static final Template LABEL = new Template("cards/packet-label-80mm");

    private final OrderLists lists;
    private final PdfRenderer pdf;
    private final OfficialPapers papers;
    private final Offices offices;
    private final Clock clock;

    OrderPapers(OrderLists lists, PdfRenderer pdf, OfficialPapers papers, Offices offices, Clock clock) {
        this.lists = lists;
        this.pdf = pdf;
        this.papers = papers;
        this.offices = offices;
        this.clock = clock;
    }

    /** For the roll of 80 mm: the order as Code 128, the name, and the last four digits that stand on the card. */
    public Optional<byte[]> label(String number) {
        return lists.find(number)
                .map(order -> pdf.render(
                        LABEL,
                        Map.of(
                                "NUMBER", order.number(),
                                "NAME", order.name(),
                                "NIK_END", lastFour(order),
                                "SHELF", order.shelf() == null ? "" : order.shelf(),
                                "OFFICE_NAME", office(order.office()).name()),
                        List.of()));
    }

    private static String lastFour(OrderDetails order) {
        return "NIK berakhir " + order.nik().value().substring(12);
    }

    /** What waits at an office, in the order of printing. */
    public byte[] batch(OfficeCode code) {
        Office office = office(code);
        var rows = new ArrayList<List<String>>();
        for (var order : lists.page(new OrderFilter(Group.QUEUE, code, null, null, ""), null, 0, LONGEST_BATCH)) {
            rows.add(List.of(
                    String.valueOf(rows.size() + 1),
                    order.number(),
                    order.name(),
                    String.valueOf(order.birthYear()),
                    order.reason().label(),
                    ""));
        }
        String now = Formats.dateTime(clock.instant(), office.timeZone());
        return papers.print(new OfficialPaper("Daftar cetak KTP-el")
                .fact("Dicetak", now)
                .fact("Tempat cetak", office.name())
                .fact("Pesanan", Formats.number(rows.size()))
                .table(
                        List.of(
                                PaperColumn.figures("No.", 2),
                                PaperColumn.text("Pesanan", 7),
                                PaperColumn.text("Nama", 10),
                                PaperColumn.figures("Lahir", 3),
                                PaperColumn.text("Alasan", 5),
                                PaperColumn.text("Nomor seri", 6)),
                        rows,
                        List.of()));
    }

    private Office office(OfficeCode code) {
        return offices.find(code).orElseThrow();
    }
}
