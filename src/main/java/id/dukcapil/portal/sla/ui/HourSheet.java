package id.dukcapil.portal.sla.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableRow;
import com.vaadin.flow.component.html.Span;
import id.dukcapil.portal.common.ui.EmptyState;
import id.dukcapil.portal.common.ui.Formats;
import id.dukcapil.portal.common.ui.parts.Sheet;
import id.dukcapil.portal.sla.report.Figures;
import id.dukcapil.portal.sla.stay.Answer;
import java.time.DayOfWeek;
import java.util.List;
import java.util.stream.IntStream;

/** The share of late steps by weekday and hour of their beginning, as a heat map. */
final class HourSheet extends Sheet {

    /** @param week a list of 24 hours for each weekday, Monday first */
    HourSheet(List<List<Answer.Share>> week, CaseLinks links) {
        super("Terlambat menurut jam masuk");
        note("% dari langkah yang dimulai pada jam itu");
        List<Integer> hours = IntStream.range(0, 24)
                .filter(hour -> week.stream().anyMatch(day -> day.get(hour).measured() > 0))
                .boxed()
                .toList();
        if (hours.isEmpty()) {
            add(new EmptyState("Belum ada yang terukur", "Tidak ada langkah berstandar yang selesai."));
            return;
        }
        var table = new NativeTable();
        table.addClassName("heat");
        NativeTableRow head = table.getHead().addRow();
        head.addHeaderCell().setText("");
        hours.forEach(hour -> head.addHeaderCell().setText("%02d".formatted(hour)));
        for (int day = 0; day < week.size(); day++) {
            List<Answer.Share> shares = week.get(day);
            if (shares.stream().anyMatch(share -> share.measured() > 0)) {
                NativeTableRow row = table.getBody().addRow();
                row.addHeaderCell().setText(Formats.shortWeekday(DayOfWeek.of(day + 1)));
                for (int hour : hours) {
                    row.addDataCell().add(cell(day, hour, shares.get(hour), links));
                }
            }
        }
        var frame = new Div(table);
        frame.addClassName("drawing-frame");
        add(frame);
    }

    private static Component cell(int day, int hour, Answer.Share share, CaseLinks links) {
        if (share.measured() == 0) {
            return new Span(Figures.NONE);
        }
        long percent = Math.round(100.0 * share.late() / share.measured());
        var cell = new Anchor(links.hour(day, hour), String.valueOf(percent));
        cell.getStyle().set("--v", String.valueOf(percent));
        cell.getElement()
                .setAttribute(
                        "title",
                        "%s dari %s terlambat"
                                .formatted(Formats.number(share.late()), Formats.number(share.measured())));
        return cell;
    }
}
