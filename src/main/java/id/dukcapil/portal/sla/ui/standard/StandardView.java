package id.dukcapil.portal.sla.ui.standard;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.DescriptionList;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouterLink;
import id.dukcapil.portal.common.Finding;
import id.dukcapil.portal.common.Permission;
import id.dukcapil.portal.common.ui.Callout;
import id.dukcapil.portal.common.ui.Page;
import id.dukcapil.portal.common.ui.Tone;
import id.dukcapil.portal.sla.Approval;
import id.dukcapil.portal.sla.ServiceStandard;
import id.dukcapil.portal.sla.ServiceStandards;
import id.dukcapil.portal.sla.StandardSection;
import jakarta.annotation.security.RolesAllowed;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One procedure, readable from top to bottom as on paper. */
@Route("standar/:" + StandardView.SLUG)
@RolesAllowed(Permission.Name.STANDARD_READ)
@StyleSheet("context://styles/standards.css")
@StyleSheet("context://styles/report.css")
class StandardView extends Page implements BeforeEnterObserver, HasDynamicTitle {

    static final String SLUG = "slug";

    private static final List<StandardSection> BOXES = List.of(
            StandardSection.LEGAL_BASIS,
            StandardSection.QUALIFICATION,
            StandardSection.RELATED,
            StandardSection.EQUIPMENT,
            StandardSection.RECORD_KEEPING);

    private final transient ServiceStandards standards;
    private final transient StandardPractice practice;
    private final Div content = new Div();
    private String title = "Standar pelayanan";

    StandardView(ServiceStandards standards, StandardPractice practice) {
        super("Standar pelayanan");
        this.standards = standards;
        this.practice = practice;
        addClassName("sop-page");
        content.addClassName("stack");
        addComponentAsFirst(new RouterLink("← Standar pelayanan", StandardsView.class));
        add(content);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        ServiceStandard standard = event.getRouteParameters()
                .get(SLUG)
                .flatMap(standards::find)
                .orElseThrow(() -> new NotFoundException("SOP ini tidak ada dalam daftar standar pelayanan."));
        title = standard.identity().title() + " – " + standard.name();
        show(standard);
    }

    @Override
    public String getPageTitle() {
        return title;
    }

    private void show(ServiceStandard standard) {
        setHeading(standard.name());
        setSubtitle(standard.identity().title() + " · " + standard.regency());
        content.removeAll();
        content.add(new Callout("Peringatan", Tone.LATE, standard.section(StandardSection.WARNING)));
        if (!standard.findings().isEmpty()) {
            content.add(new Callout(
                    "Periksa",
                    Tone.WARN,
                    standard.findings().stream().map(Finding::message).toList()));
        }
        content.add(
                new IdentityBlock(standard),
                practice.of(standard, () -> show(standard)),
                new Section(new H2("Langkah"), new StepsTable(standard)),
                boxes(standard),
                sourceNotes(standard));
    }

    private static Div boxes(ServiceStandard standard) {
        var boxes = new Div();
        boxes.addClassName("sop-boxes");
        for (StandardSection section : BOXES) {
            List<String> sentences = standard.section(section);
            if (sentences.isEmpty()) {
                boxes.add(box(section, new Paragraph("Tidak diisi pada SOP ini.")));
            } else {
                boxes.add(box(section, new OrderedList(items(sentences))));
            }
        }
        return boxes;
    }

    private static Section box(StandardSection section, Component content) {
        var box = new Section(new H2(section.label()), content);
        box.addClassName("sop-box");
        return box;
    }

    private static Section sourceNotes(ServiceStandard standard) {
        var notes = new UnorderedList(items(standard.section(StandardSection.SOURCE_NOTE)));
        var section = new Section(
                new H2(StandardSection.SOURCE_NOTE.label()),
                new Paragraph("Sumber: " + standard.source() + "."),
                notes);
        section.addClassName("sop-source");
        return section;
    }

    private static ListItem[] items(List<String> sentences) {
        return sentences.stream().map(ListItem::new).toArray(ListItem[]::new);
    }

    /** The block in the corner of a procedure's first page: number, dates, who signed it. */
    private static final class IdentityBlock extends DescriptionList {

        private static final String BLANK = "tidak diisi";

        IdentityBlock(ServiceStandard standard) {
            addClassName("sop-identity");
            String division = standard.division();
            entry("Instansi", standard.agency() + " " + standard.regency());
            if (division != null) {
                entry("Bidang", division);
            }
            entry("Nomor SOP", standard.identity().number());
            entry("Nomor SK", standard.identity().decree());
            entry("Tanggal pembuatan/penerbitan", standard.issued());
            entry("Tanggal revisi", standard.revised());
            entry("Tanggal efektif", standard.effective());
            entry("Disahkan oleh", approval(standard.approval()));
        }

        private void entry(String term, @Nullable String description) {
            var value = new Description(description == null ? BLANK : description);
            if (description == null) {
                value.addClassName("sop-blank");
            }
            add(new Term(term), value);
        }

        private static String approval(@Nullable Approval approval) {
            return approval == null
                    ? "tidak terbaca pada salinan"
                    : "%s\n%s\nNIP %s".formatted(approval.title(), approval.name(), approval.printedNip());
        }
    }
}
