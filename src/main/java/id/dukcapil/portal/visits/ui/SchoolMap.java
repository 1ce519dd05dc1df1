package id.dukcapil.portal.visits.ui;

import com.vaadin.flow.component.Html;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import id.dukcapil.portal.common.ui.Formats;
import id.dukcapil.portal.visits.school.School;
import java.util.Comparator;
import java.util.DoubleSummaryStatistics;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The schools of the regency as points by their coordinates, one of them set off; no tiles, so it works without a line. */
@StyleSheet("context://styles/visits.css")
class SchoolMap extends Div {

    private static final double WIDTH = 300;
    private static final double NEAR = 5;

    SchoolMap(List<School> all, School chosen) {
        List<School> placed = all.stream().filter(School::isOnTheMap).toList();
        double east = of(chosen.longitude());
        double north = of(chosen.latitude());
        DoubleSummaryStatistics across = span(placed, School::longitude);
        DoubleSummaryStatistics along = span(placed, School::latitude);
        double scale = WIDTH / Math.max(0.01, across.getMax() - across.getMin());
        double height = Math.clamp((along.getMax() - along.getMin()) * scale, 60, 320);
        var points = new StringBuilder();
        for (School school : placed) {
            boolean here = school.npsn().equals(chosen.npsn());
            points.append(String.format(
                    Locale.ROOT,
                    "<circle class=\"%s\" cx=\"%.1f\" cy=\"%.1f\" r=\"%d\"></circle>",
                    here ? "here" : "there",
                    (of(school.longitude()) - across.getMin()) * scale + 8,
                    (along.getMax() - of(school.latitude())) * scale + 8,
                    here ? 7 : 2));
        }
        addClassName("school-map");
        // Numbers only, so that no text of others comes into the markup; the sentence below says the same
        add(new Html(String.format(
                Locale.ROOT,
                "<div><svg viewBox=\"0 0 %.0f %.0f\" aria-hidden=\"true\">%s</svg></div>",
                WIDTH + 16,
                height + 16,
                points)));
        long near = placed.stream()
                .filter(school -> !school.npsn().equals(chosen.npsn()) && school.kilometresTo(north, east) <= NEAR)
                .count();
        String nearest = placed.stream()
                .filter(school -> !school.npsn().equals(chosen.npsn()))
                .min(Comparator.comparingDouble(school -> school.kilometresTo(north, east)))
                .map(school -> "; terdekat %s, %s km"
                        .formatted(school.name(), Formats.decimal(school.kilometresTo(north, east))))
                .orElse("");
        add(new Paragraph(
                "%s, %s · %d sekolah dalam 5 km%s".formatted(coordinate(north), coordinate(east), near, nearest)));
    }

    private static DoubleSummaryStatistics span(List<School> schools, Function<School, @Nullable Double> place) {
        return schools.stream().mapToDouble(school -> of(place.apply(school))).summaryStatistics();
    }

    private static double of(@Nullable Double place) {
        return Objects.requireNonNull(place);
    }

    private static String coordinate(double degrees) {
        return String.format(Formats.INDONESIAN, "%.4f", degrees);
    }
}
