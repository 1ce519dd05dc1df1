package id.dukcapil.portal.population.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HtmlContainer;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import id.dukcapil.portal.common.ui.Callout;
import id.dukcapil.portal.common.ui.Formats;
import id.dukcapil.portal.common.ui.KeyValueList;
import id.dukcapil.portal.common.ui.StatusBadge;
import id.dukcapil.portal.common.ui.Tone;
import id.dukcapil.portal.population.importing.ImportPreview;
import id.dukcapil.portal.population.importing.ImportPreview.Sample;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** What a file looks like before it is imported: how it was understood, its columns, its first rows. */
final class ImportPreviewSections {

    private ImportPreviewSections() {}

    /** What to know before starting. */
    static List<Component> warnings(ImportPreview preview) {
        var sections = new ArrayList<Component>();
        if (preview.refused() + preview.warned() > 0) {
            sections.add(new Callout(
                    "Perlu diperhatikan",
                    preview.refused() > 0 ? Tone.LATE : Tone.WARN,
                    "Dari %s baris pertama, %s akan ditolak dan %s diterima tetapi perlu dilihat."
                            .formatted(
                                    Formats.number(preview.looked()),
                                    Formats.number(preview.refused()),
                                    Formats.number(preview.warned()))));
        }
        if (!preview.remarks().isEmpty()) {
            sections.add(new Callout("Catatan", Tone.INFO, preview.remarks()));
        }
        return sections;
    }

    static List<Component> details(ImportPreview preview) {
        return List.of(
                section("Cara berkas dibaca", facts(preview)),
                section("Kolom yang dikenali", columns(preview)),
                section("Baris pertama", samples(preview.first())));
    }

    private static KeyValueList facts(ImportPreview preview) {
        return new KeyValueList()
                .with("Bentuk", preview.understoodAs())
                .with("Baris judul", Formats.number(preview.headingLine()))
                .with("Kolom diabaikan", String.join(", ", preview.ignored()))
                .with("Tidak ada di berkas", String.join(", ", preview.absent()));
    }

    private static Component columns(ImportPreview preview) {
        var list = new UnorderedList();
        list.addClassName("import-columns");
        preview.recognised().forEach(column -> {
            var place = new HtmlContainer("b");
            place.setText(column.place());
            list.add(new ListItem(place, new Span(column.column())));
        });
        return list;
    }

    private static Component samples(List<Sample> samples) {
        var list = new UnorderedList();
        list.addClassName("import-lines");
        samples.forEach(sample -> list.add(sample(sample)));
        return list;
    }

    private static ListItem sample(Sample sample) {
        ListItem item = ImportPanel.line(sample.line(), sample.nik(), List.of());
        String words = Stream.of(sample.name(), sample.familyNumber() == null ? null : "KK " + sample.familyNumber())
                .filter(Objects::nonNull)
                .reduce((name, family) -> name + " · " + family)
                .orElse("");
        if (!words.isEmpty()) {
            item.add(new Div(new Span(words)));
        }
        sample.findings().forEach(finding -> item.add(new Div(ImportPanel.muted(finding))));
        item.add(new StatusBadge(sample.outcome().label(), ImportTones.of(sample.outcome())));
        return item;
    }

    private static Section section(String title, Component content) {
        var heading = new H3(title);
        heading.addClassName("label");
        return new Section(heading, content);
    }
}
