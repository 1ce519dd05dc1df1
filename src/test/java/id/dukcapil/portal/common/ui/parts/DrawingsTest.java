package id.dukcapil.portal.common.ui.parts;

import static id.dukcapil.portal.common.ui.parts.StepsAndForksTest.deep;
import static id.dukcapil.portal.common.ui.parts.StepsAndForksTest.text;
import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.dom.Element;
import id.dukcapil.portal.common.ui.Tone;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.ClassPathResource;

class DrawingsTest {

    @Test
    void barsShareOneScaleAndTheirFiguresLeadToTheRows() {
        var table = new BarTable(
                "Langkah",
                "Orang",
                List.of(
                        new BarTable.Bar("1 Aplikasi", 24, "24", "aktivasi?langkah=1"),
                        new BarTable.Bar("6 Arsip", 12, 18.0, "12", null, Tone.WARN)));
        assertThat(drawn(table))
                .contains("width=\"100.0\"", "class=\"warn\" width=\"50.0\"", "class=\"limit\" x1=\"75.0\"");
        assertThat(links(table)).containsExactly("aktivasi?langkah=1");
        assertThat(text(table)).contains("Langkah", "6 Arsip", "12");
    }

    @Test
    void barsOfNothingAreEmptyAndNothingOverflows() {
        var table = new BarTable("Langkah", "Orang", List.of(new BarTable.Bar("1 Aplikasi", 0, "0", null)));
        assertThat(drawn(table)).contains("width=\"0.0\"");
    }

    @Test
    void aLineSharesItsColumnsWithTheRowBelowAndShowsTheLimit() {
        var table = new LineTable(
                "Jam",
                List.of("08", "09", "10"),
                List.of(
                        new LineTable.Line(
                                "Hari ini",
                                Arrays.asList(
                                        new LineTable.Point(14, "antrean?jam=8"), new LineTable.Point(24, null), null)),
                        new LineTable.Line(
                                "Kemarin",
                                List.of(
                                        new LineTable.Point(0, null),
                                        new LineTable.Point(1, null),
                                        new LineTable.Point(2, null)))),
                12L,
                "garis putus: batas 12");
        assertThat(drawn(table))
                .contains("points=\"5,44.0 15,4.0 \"", "class=\"limit\" x1=\"0\" x2=\"30\" y1=\"52.0\"");
        assertThat(text(table)).contains("Jam080910", "Hari ini1424", "Kemarin012", "garis putus: batas 12");
        assertThat(links(table)).containsExactly("antrean?jam=8");
    }

    @Test
    void linesAreDrawnByTheLibraryOnTheSameScaleOnlyWhereThatIsAskedFor() {
        var lines = List.of(new LineTable.Line("Hari ini", List.of(new LineTable.Point(14, null))));
        assertThat(chart(new LineTable("Jam", List.of("08"), lines, 20L, "batas 20")))
                .isEmpty();
        assertThat(chart(new LineTable("Jam", List.of("08"), lines, 20L, "batas 20").interactive()))
                .hasValueSatisfying(chart -> {
                    assertThat(chart.getAttribute("top")).isEqualTo("20");
                    assertThat(chart.getAttribute("limit")).isEqualTo("20");
                    assertThat(new ClassPathResource("META-INF/resources/" + chart.getAttribute("src")).exists())
                            .isTrue();
                });
        assertThat(chart(new LineTable("Jam", List.of("08"), lines, null, "").interactive()))
                .hasValueSatisfying(
                        chart -> assertThat(chart.hasAttribute("limit")).isFalse());
    }

    private static Optional<Element> chart(LineTable table) {
        return deep(table)
                .flatMap(part -> part.getElement().getChildren())
                .filter(element -> !element.isTextNode() && "line-chart".equals(element.getTag()))
                .findFirst();
    }

    @Test
    void thePartsOfAWholeAreNamedCountedAndLinked() {
        var bar = new StackedBar(List.of(
                new StackedBar.Part("aktif", 15, StackedBar.Shade.MAIN, "ikd?aktif"),
                new StackedBar.Part("keluar", 0, StackedBar.Shade.GREY, "ikd?keluar")));
        assertThat(text(bar)).isEqualTo("15 aktif0 keluar");
        assertThat(links(bar)).containsExactly("ikd?aktif", "ikd?keluar");
        assertThat(deep(bar).filter(part -> "i".equals(part.getElement().getTag())))
                .hasSize(1);
    }

    private static String drawn(Component part) {
        return deep(part)
                .map(inside -> inside.getElement().getProperty("innerHTML", ""))
                .collect(Collectors.joining());
    }

    private static List<String> links(Component part) {
        return deep(part)
                .filter(Anchor.class::isInstance)
                .map(inside -> ((Anchor) inside).getHref())
                .toList();
    }
}
