package id.dukcapil.portal.sla.ui.standard;

import com.vaadin.flow.component.html.Article;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.RouteParameters;
import com.vaadin.flow.router.RouterLink;
import id.dukcapil.portal.common.ui.StatusBadge;
import id.dukcapil.portal.common.ui.Tone;
import id.dukcapil.portal.sla.StandardSummary;

/** One procedure on the shelf; the whole card opens it. */
class StandardCard extends Article {

    StandardCard(StandardSummary standard) {
        addClassName("sop-card");
        add(number(standard), name(standard), facts(standard), total(standard));
    }

    private static Paragraph number(StandardSummary standard) {
        var line = new Paragraph(standard.identity().title() + " · " + standard.regency());
        line.addClassName("sop-number");
        return line;
    }

    private static H2 name(StandardSummary standard) {
        return new H2(new RouterLink(
                standard.name(), StandardView.class, new RouteParameters(StandardView.SLUG, standard.slug())));
    }

    private static Paragraph facts(StandardSummary standard) {
        var facts =
                new Paragraph("%d langkah oleh %s".formatted(standard.steps(), String.join(", ", standard.actors())));
        facts.addClassName("sop-facts");
        return facts;
    }

    private static Paragraph total(StandardSummary standard) {
        var total = new Paragraph();
        total.addClassName("sop-total");
        Integer printed = standard.printedTotal();
        total.add(new Span(
                printed == null ? "Total waktu tidak tercantum" : "Total tercantum %d menit".formatted(printed)));
        total.add(new Span("Jumlah langkah " + standard.total().words()));
        if (standard.totalsDiffer()) {
            total.add(new StatusBadge("Berbeda", Tone.WARN));
        }
        return total;
    }
}
