package id.dukcapil.portal.staff.ui;

import com.vaadin.flow.component.Text;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import id.dukcapil.portal.common.ui.Callout;
import id.dukcapil.portal.common.ui.Formats;
import id.dukcapil.portal.common.ui.Tone;
import id.dukcapil.portal.staff.Signatory;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Who signs today, with the lines as they are printed below a signature. */
class AuthorityCard extends Div {

    /** @param signatory null when the position is vacant and nobody stands in */
    AuthorityCard(@Nullable Signatory signatory, LocalDate today) {
        if (signatory == null) {
            add(
                    new Callout(
                            "Tidak ada",
                            Tone.LATE,
                            "Hari ini tidak ada yang berwenang menandatangani: jabatan Kepala Dinas kosong dan belum ada Plt. yang dicatat."));
            return;
        }
        addClassNames("card", "authority");
        var when = new Span("Berwenang menandatangani · " + Formats.longDate(today));
        when.addClassName("label");
        var title = new Paragraph(signatory.title());
        title.addClassName("title");
        var printed = new Paragraph();
        printed.addClassName("muted");
        String separator = "";
        for (String piece : printedLines(signatory)) {
            printed.add(new Text(separator), unbroken(piece));
            separator = " · ";
        }
        var signature = new Div(when, title, new H2(signatory.fullName()), printed);
        signature.addClassName("signature");
        add(signature, basis(signatory));
    }

    private static List<String> printedLines(Signatory signatory) {
        return Stream.of(signatory.civilRank(), signatory.nip() == null ? null : "NIP " + signatory.nip())
                .filter(Objects::nonNull)
                .toList();
    }

    /** A NIP in groups is read as one number only on one line. */
    private static Span unbroken(String text) {
        var span = new Span(text);
        span.addClassName("unbroken");
        return span;
    }

    private static Paragraph basis(Signatory signatory) {
        var mandate = signatory.mandate();
        var basis = new Paragraph(
                mandate != null
                        ? "Berdasarkan surat perintah %s tanggal %s, sampai dengan %s."
                                .formatted(
                                        mandate.number(),
                                        Formats.date(mandate.issuedOn()),
                                        Formats.longDate(mandate.until()))
                        : signatory.account() == null
                                ? "Pejabat definitif. Belum ada akun pegawai aktif dengan NIP ini."
                                : "Pejabat definitif, tanpa mandat.");
        basis.addClassName("basis");
        return basis;
    }
}
