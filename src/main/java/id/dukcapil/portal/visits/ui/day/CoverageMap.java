package id.dukcapil.portal.visits.ui.day;

import com.vaadin.flow.component.Html;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import id.dukcapil.portal.visits.coverage.CoverageFigures.SchoolPoint;
import java.util.DoubleSummaryStatistics;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Schools by their coordinates: the ring as large as the school, filled as far as its pupils are recorded. */
@StyleSheet("context://styles/visits.css")
class CoverageMap extends Div {

    private static final double WIDTH = 420;
    private static final double MARGIN = 14;

    CoverageMap(List<SchoolPoint> schools) {
        addClassNames("school-map", "coverage-map");
        DoubleSummaryStatistics across = span(schools, SchoolPoint::longitude);
        DoubleSummaryStatistics along = span(schools, SchoolPoint::latitude);
        if (schools.isEmpty()) {
            add(new Paragraph("Belum ada sekolah dengan letak dan daftar siswa."));
            return;
        }
        double scale = WIDTH / Math.max(0.01, across.getMax() - across.getMin());
        double height = Math.clamp((along.getMax() - along.getMin()) * scale, 60, 520);
        var points = new StringBuilder();
        for (SchoolPoint school : schools) {
            double radius = 4 + Math.min(6, school.pupils() / 40.0);
            double x = (of(school.longitude()) - across.getMin()) * scale + MARGIN;
            double y = (along.getMax() - of(school.latitude())) * scale + MARGIN;
            double filled = radius * Math.sqrt((double) school.recorded() / Math.max(1, school.pupils()));
            points.append(circle("ring", x, y, radius)).append(circle("fill", x, y, filled));
        }
        // Numbers only, so that no text of others comes into the markup; the table beside says the same
        add(new Html(String.format(
                Locale.ROOT,
                "<div><svg viewBox=\"0 0 %.0f %.0f\" aria-hidden=\"true\">%s</svg></div>",
                WIDTH + 2 * MARGIN,
                height + 2 * MARGIN,
                points)));
        add(new Paragraph(
                "Lingkar: banyaknya siswa 16 tahun ke atas. Isi: bagian yang sudah terekam. %d sekolah berdaftar siswa."
                        .formatted(schools.size())));
    }

    private static String circle(String name, double x, double y, double radius) {
        return String.format(
                Locale.ROOT, "<circle class=\"%s\" cx=\"%.1f\" cy=\"%.1f\" r=\"%.1f\"></circle>", name, x, y, radius);
    }

    private static DoubleSummaryStatistics span(
            List<SchoolPoint> schools, Function<SchoolPoint, @Nullable Double> place) {
        return schools.stream().mapToDouble(school -> of(place.apply(school))).summaryStatistics();
    }

    private static double of(@Nullable Double place) {
        return Objects.requireNonNull(place);
    }
}
