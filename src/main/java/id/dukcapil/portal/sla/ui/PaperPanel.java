package id.dukcapil.portal.sla.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Paragraph;
import id.dukcapil.portal.common.ui.Callout;
import id.dukcapil.portal.common.ui.DetailPanel;
import id.dukcapil.portal.common.ui.FileLink;
import id.dukcapil.portal.common.ui.KeyValueList;
import id.dukcapil.portal.common.ui.PdfDialog;
import id.dukcapil.portal.common.ui.StatusBadge;
import id.dukcapil.portal.common.ui.Tone;
import id.dukcapil.portal.sla.archive.ArchivedPaper;
import id.dukcapil.portal.sla.archive.PaperContent;
import id.dukcapil.portal.sla.archive.Papers;
import java.time.ZoneId;
import java.util.function.Function;

/** One archived paper beside the list: its figures, its lock and its PDF. */
class PaperPanel extends DetailPanel {

    private final transient Papers papers;
    private final transient Function<ArchivedPaper.Row, String> place;
    private final transient ZoneId zone;

    PaperPanel(Papers papers, Function<ArchivedPaper.Row, String> place, ZoneId zone) {
        super("rincian laporan");
        this.papers = papers;
        this.place = place;
        this.zone = zone;
    }

    void show(ArchivedPaper paper) {
        ArchivedPaper.Row row = paper.row();
        startWith(
                "%s, %s".formatted(row.kind().label(), row.period()),
                new StatusBadge("Edisi " + row.edition(), row.edition() == 1 ? Tone.NEUTRAL : Tone.INFO));
        offer(
                "Lihat PDF",
                () -> new PdfDialog(row.kind().label(), row.fileName(), () -> papers.pdf(row.number())).open());
        offer(new FileLink("Unduh PDF", row.fileName(), FileLink.PDF, out -> out.write(papers.pdf(row.number()))));
        var facts = new KeyValueList().with("Kantor", place.apply(row)).with("Nomor", row.number());
        paper.content().facts().forEach(fact -> facts.with(fact.name(), fact.value()));
        String cause = paper.cause();
        if (cause != null) {
            facts.with("Edisi ini karena", cause);
        }
        facts.with("Dikunci", paper.lock(zone).sentence()).with("SHA-256", paper.hash());
        if (!paper.intact()) {
            add(new Callout(
                    "Diubah di luar portal",
                    Tone.LATE,
                    "Baris basis data tidak cocok dengan segelnya; lihat jejak audit dan bandingkan dengan PDF."));
        }
        add(facts, actions);
        paper.content().parts().forEach(part -> add(section(part.heading(), table(part))));
    }

    private static Component table(PaperContent.Part part) {
        if (part.rows().isEmpty()) {
            return new Paragraph(part.heads().isEmpty() ? part.note() : "Tidak ada.");
        }
        var table = new DataTable(part.heading(), part.heads().toArray(String[]::new));
        part.rows()
                .forEach(row -> table.row(
                        DataTable.text(row.getFirst()),
                        row.stream().skip(1).map(DataTable::text).toArray(Component[]::new)));
        return part.note().isEmpty() ? table : table.note(part.note());
    }
}
