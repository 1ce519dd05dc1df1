package id.dukcapil.portal.cards.handover;

import id.dukcapil.portal.cards.handover.Packing.Line;
import id.dukcapil.portal.cards.handover.Packing.Packed;
import id.dukcapil.portal.common.ui.Formats;
import id.dukcapil.portal.documents.paper.NumberWords;
import id.dukcapil.portal.documents.paper.OfficialPaper;
import id.dukcapil.portal.documents.paper.OfficialPaper.PaperColumn;
import id.dukcapil.portal.documents.paper.OfficialPaper.Signer;
import id.dukcapil.portal.documents.paper.OfficialPapers;
import id.dukcapil.portal.staff.Office;
import id.dukcapil.portal.staff.Offices;
import id.dukcapil.portal.staff.Organisation;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;

/** The packing list of a collective hand-over, and its Berita Acara Serah Terima. */
@Service
@PreAuthorize("hasAuthority('CARDS_HAND_OVER')")
public class PackingPapers {

    private final OfficialPapers papers;
    private final Offices offices;
    private final Organisation organisation;

    PackingPapers(OfficialPapers papers, Offices offices, Organisation organisation) {
        this.papers = papers;
        this.offices = offices;
        this.organisation = organisation;
    }

    public byte[] list(Packed packed) {
        Office office = office(packed);
        return papers.print(
                new OfficialPaper("Daftar kemas KTP-el", packed.packing().number())
                        .fact("Untuk", packed.packing().institution())
                        .fact("Dari", office.name())
                        .fact("Dikemas", Formats.dateTime(packed.packing().packedAt(), office.timeZone()))
                        .fact("Kartu", counted(packed.lines().size()))
                        .table(columns("Paraf"), rows(packed.lines()), List.of()));
    }

    /** @throws NullPointerException before the delivery */
    public byte[] statement(Packed packed) {
        Office office = office(packed);
        Instant at = Objects.requireNonNull(packed.packing().deliveredAt());
        LocalDate day = LocalDate.ofInstant(at, office.timeZone());
        String receiver = Objects.requireNonNull(packed.packing().receiver());
        List<Line> taken = packed.lines().stream().filter(Line::isAccepted).toList();
        List<Line> left =
                packed.lines().stream().filter(line -> !line.isAccepted()).toList();
        var paper = new OfficialPaper(
                        "Berita acara serah terima KTP-el", packed.packing().number())
                .paragraph("Pada hari %s, %s menyerahkan %s KTP-el kepada %s, yang diterima oleh %s, %s."
                        .formatted(
                                NumberWords.day(day),
                                office.name(),
                                counted(taken.size()),
                                packed.packing().institution(),
                                receiver,
                                packed.packing().receiverPosition()))
                .table(columns("Tanda terima"), rows(taken), List.of());
        if (!left.isEmpty()) {
            paper.heading("Kembali ke kantor")
                    .paragraph("%s kartu tidak diterima dan kembali ke rak.".formatted(capital(counted(left.size()))))
                    .table(columns("Keterangan"), rows(left), List.of());
        }
        String digest = packed.packing().signatureDigest();
        if (digest != null) {
            paper.paragraph("%s menandatangani di layar; SHA-256 tanda tangan: %s.".formatted(receiver, digest));
        }
        return papers.print(paper.signatures(
                "%s, %s".formatted(organisation.place(), Formats.date(day)),
                List.of(
                        new Signer("Yang menerima,\n" + packed.packing().receiverPosition(), receiver, null),
                        new Signer(
                                "Yang menyerahkan,",
                                Objects.requireNonNull(packed.packing().deliveredBy()),
                                null))));
    }

    /** "23 (dua puluh tiga)" */
    private static String counted(int cards) {
        return "%s (%s)".formatted(Formats.number(cards), NumberWords.of(cards));
    }

    private static String capital(String text) {
        return text.substring(0, 1).toUpperCase(Formats.INDONESIAN) + text.substring(1);
    }

    private static List<PaperColumn> columns(String last) {
        return List.of(
                PaperColumn.figures("No.", 2),
                PaperColumn.text("Pesanan", 7),
                PaperColumn.text("Nama", 11),
                PaperColumn.figures("Lahir", 3),
                PaperColumn.text(last, 6));
    }

    private static List<List<String>> rows(List<Line> lines) {
        var rows = new ArrayList<List<String>>();
        for (Line line : lines) {
            rows.add(List.of(
                    String.valueOf(rows.size() + 1),
                    line.number(),
                    Objects.requireNonNullElse(line.name(), "(identitas dihapus)"),
                    String.valueOf(line.birthYear()),
                    ""));
        }
        return rows;
    }

    private Office office(Packed packed) {
        return offices.find(packed.packing().office()).orElseThrow();
    }
}
