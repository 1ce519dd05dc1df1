package id.dukcapil.portal.sla.archive;

import id.dukcapil.portal.common.ui.parts.ClosedDay;
import id.dukcapil.portal.documents.ContentHash;
import id.dukcapil.portal.documents.paper.OfficialPaper;
import id.dukcapil.portal.documents.paper.OfficialPaper.PaperColumn;
import id.dukcapil.portal.documents.paper.OfficialPapers;
import id.dukcapil.portal.documents.paper.PaperChart;
import id.dukcapil.portal.staff.Organisation;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The official PDF of a paper, made once. */
@Component
class PaperPrint {

    private static final int WORDS = 40;
    private static final int FIGURE = 12;

    private final OfficialPapers papers;
    private final Organisation organisation;

    PaperPrint(OfficialPapers papers, Organisation organisation) {
        this.papers = papers;
        this.organisation = organisation;
    }

    byte[] pdf(ArchivedPaper.Row row, PaperContent content, @Nullable String cause, ContentHash hash) {
        var paper = new OfficialPaper(
                row.edition() == 1
                        ? row.kind().label()
                        : "%s, edisi %d".formatted(row.kind().label(), row.edition()),
                row.number());
        paper.fact("Untuk", content.scope()).fact("Periode", row.period());
        content.facts().forEach(fact -> paper.fact(fact.name(), fact.value()));
        if (cause != null) {
            paper.fact("Edisi %d karena".formatted(row.edition()), cause);
        }
        content.parts().forEach(part -> print(paper, part));
        paper.locked(new ClosedDay(row.madeAt(), "Portal", hash.value(), 0, organisation.timeZone()));
        return papers.printForArchive(paper, row.madeAt());
    }

    private static void print(OfficialPaper paper, PaperContent.Part part) {
        paper.heading(part.heading());
        PaperChart chart = part.chart();
        if (chart != null) {
            paper.chart(chart);
        }
        if (part.rows().isEmpty()) {
            paper.paragraph(part.heads().isEmpty() ? part.note() : "Tidak ada.");
            return;
        }
        List<PaperColumn> columns = new ArrayList<>();
        columns.add(PaperColumn.text(part.heads().getFirst(), WORDS));
        part.heads().stream().skip(1).forEach(head -> columns.add(PaperColumn.figures(head, FIGURE)));
        paper.table(columns, part.rows(), List.of());
        if (!part.note().isEmpty()) {
            paper.paragraph(part.note());
        }
    }
}
