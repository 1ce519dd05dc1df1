package id.dukcapil.portal.booking.ui;

import com.vaadin.flow.component.Html;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import id.dukcapil.portal.booking.StockOutlook;
import id.dukcapil.portal.common.ui.Formats;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** How the stock of blank cards is expected to fall over the days that are shown, with the safety stock as a dashed line. */
class StockLine extends Div {

    private static final int HEIGHT = 60;

    StockLine() {
        addClassName("stock-line");
    }

    /** @param days the days shown, from today on; the line stays away when no forecast reaches them */
    void show(StockOutlook outlook, List<LocalDate> days) {
        List<LocalDate> reached =
                days.stream().filter(day -> outlook.leftAfter(day).isPresent()).toList();
        removeAll();
        setVisible(reached.size() > 1);
        if (!isVisible()) {
            return;
        }
        List<Integer> left = reached.stream()
                .map(day -> outlook.leftAfter(day).orElseThrow())
                .toList();
        int top =
                Math.max(1, Math.max(outlook.supply().stock(), outlook.supply().safetyStock()));
        add(picture(left, top, outlook.supply().safetyStock(), spoken(reached, left)), legend(outlook, reached, left));
    }

    /**
     * Numbers only, so nothing that anybody typed comes into the markup. The picture stands inside another element because
     * {@link Html} writes the attributes of its root in lower case, which a picture does not understand.
     */
    private static Html picture(List<Integer> left, int top, int safety, String spoken) {
        String points = IntStream.range(0, left.size())
                .mapToObj(i -> "%d,%d".formatted(i * 10, height(left.get(i), top)))
                .collect(Collectors.joining(" "));
        int width = (left.size() - 1) * 10;
        int safe = height(safety, top);
        return new Html("""
                <div><svg viewBox="0 0 %d %d" preserveAspectRatio="none" role="img" aria-label="%s">\
                <polygon class="area" points="0,%d %s %d,%d"></polygon>\
                <line class="safety" x1="0" y1="%d" x2="%d" y2="%d"></line>\
                <polyline class="left" points="%s"></polyline></svg></div>""".formatted(width, HEIGHT, spoken, HEIGHT, points, width, HEIGHT, safe, width, safe, points));
    }

    private static int height(int cards, int top) {
        return HEIGHT - (int) ((long) cards * (HEIGHT - 4) / top);
    }

    private static String spoken(List<LocalDate> days, List<Integer> left) {
        return IntStream.range(0, days.size())
                .mapToObj(i -> Formats.date(days.get(i)) + " " + Formats.number(left.get(i)))
                .collect(Collectors.joining(", ", "Perkiraan stok blangko pada akhir hari: ", ""));
    }

    private static Div legend(StockOutlook outlook, List<LocalDate> days, List<Integer> left) {
        var legend = new Div(
                new Span("%s: %s".formatted(Formats.shortDate(days.getFirst()), Formats.number(left.getFirst()))),
                new Span("garis putus: stok pengaman "
                        + Formats.number(outlook.supply().safetyStock())),
                new Span("%s: %s".formatted(Formats.shortDate(days.getLast()), Formats.number(left.getLast()))));
        legend.addClassName("legend");
        legend.getElement().setAttribute("aria-hidden", "true");
        return legend;
    }
}
