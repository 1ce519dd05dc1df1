package id.dukcapil.portal.activation.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import id.dukcapil.portal.activation.report.DayReport;
import id.dukcapil.portal.activation.report.ReportTable;
import id.dukcapil.portal.common.ui.Formats;
import id.dukcapil.portal.common.ui.Tone;
import id.dukcapil.portal.common.ui.parts.BarTable;
import id.dukcapil.portal.common.ui.parts.BarTable.Bar;
import id.dukcapil.portal.common.ui.parts.Sheet;
import id.dukcapil.portal.common.ui.parts.StackedBar;
import id.dukcapil.portal.common.ui.parts.StackedBar.Part;
import id.dukcapil.portal.common.ui.parts.StackedBar.Shade;
import java.util.List;

/** The figures of the day beside the people: how many, how far, where from, how long. */
class DayFigures extends Div {

    private static final int OFFICER_LIMIT = 90;

    DayFigures() {
        addClassName("day-figures");
    }

    /** @param report where the figures lead */
    void show(DayReport day, String report) {
        removeAll();
        add(
                new Sheet("Hari ini: %s orang".formatted(Formats.number(day.served())))
                        .padded(new StackedBar(List.of(
                                new Part("aktif baru", day.fresh(), Shade.MAIN, report),
                                new Part("berjalan", day.open(), Shade.OPEN, report),
                                new Part("keluar", day.dropOuts(), Shade.GREY, report)))),
                new Sheet("Menurut langkah", steps(day, report)).note("median, batas 5 mnt"),
                new Sheet("Tempat dan domisili", places(day, report)).note("yang aktif baru"),
                officer(day));
    }

    private static BarTable steps(DayReport day, String report) {
        return new BarTable(
                "Langkah",
                "Masuk · keluar · mnt",
                day.steps().stream()
                        .map(step -> new Bar(
                                step.number() + " " + PersonStrip.STEPS.get(step.number() - 1),
                                step.entered(),
                                "%s · %s · %s"
                                        .formatted(
                                                Formats.number(step.entered()),
                                                Formats.number(step.left()),
                                                ReportTable.minutes(step.times().median())
                                                        .replace(" mnt", "")),
                                report))
                        .toList());
    }

    private static BarTable places(DayReport day, String report) {
        return new BarTable(
                "Tempat",
                "Kabupaten + luar",
                day.places().stream()
                        .map(place -> new Bar(
                                place.name(),
                                place.total(),
                                "%s + %s".formatted(Formats.number(place.local()), Formats.number(place.outside())),
                                report))
                        .toList());
    }

    private static Sheet officer(DayReport day) {
        Integer median = day.officer().median();
        String text = median == null
                ? "Belum ada yang selesai diukur; batas 90 detik per orang."
                : "Median %s detik per orang (langkah 4 dan 6), P90 %s, batas 90."
                        .formatted(
                                Formats.number(median),
                                day.officer().p90() == null
                                        ? "–"
                                        : Formats.number(day.officer().p90()));
        var line = new Paragraph(text);
        if (median != null && median > OFFICER_LIMIT) {
            line.addClassName(Tone.WARN.cssClass());
        }
        return new Sheet("Waktu petugas").padded(line);
    }
}
