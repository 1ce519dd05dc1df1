package id.dukcapil.portal.staff.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import id.dukcapil.portal.common.ui.Formats;
import id.dukcapil.portal.staff.Mandate;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;

/** Two months back and three ahead at a glance: when somebody stands in, and where today is. The list below says the same in words. */
class MandateTimeline extends Div {

    private static final int MONTHS_BACK = 2;
    private static final int MONTHS = 6;

    private final LocalDate first;
    private final long days;

    MandateTimeline(List<Mandate> mandates, LocalDate today) {
        addClassNames("card", "mandate-timeline");
        getElement().setAttribute("aria-hidden", "true");
        YearMonth start = YearMonth.from(today).minusMonths(MONTHS_BACK);
        first = start.atDay(1);
        days = ChronoUnit.DAYS.between(first, start.plusMonths(MONTHS).atDay(1));
        for (int month = 0; month < MONTHS; month++) {
            add(monthName(start.plusMonths(month)));
        }
        mandates.stream()
                .filter(mandate -> mandate.revocation() == null)
                .filter(mandate ->
                        !mandate.until().isBefore(first) && mandate.from().isBefore(first.plusDays(days)))
                .forEach(mandate -> add(bar(mandate, today)));
        add(place(marker(), today, today));
    }

    private Div monthName(YearMonth month) {
        var name = new Div(new Span(Formats.month(month)));
        name.addClassName("month");
        return place(name, month.atDay(1), month.atEndOfMonth());
    }

    private Div bar(Mandate mandate, LocalDate today) {
        var bar = new Div(new Span(mandate.kind().abbreviation() + " " + mandate.deputyName()));
        bar.addClassNames("stretch", MandateItem.tone(mandate.stateOn(today)).cssClass());
        return place(bar, mandate.from(), mandate.until());
    }

    private static Div marker() {
        var marker = new Div();
        marker.addClassName("today");
        return marker;
    }

    private Div place(Div piece, LocalDate from, LocalDate until) {
        double left = percent(Math.max(0, ChronoUnit.DAYS.between(first, from)));
        double right = percent(Math.min(days, ChronoUnit.DAYS.between(first, until) + 1));
        piece.getStyle().set("left", css(left)).set("width", css(right - left));
        return piece;
    }

    private double percent(long day) {
        return day * 100.0 / days;
    }

    private static String css(double percent) {
        return String.format(Locale.ROOT, "%.3f%%", percent);
    }
}
