package id.dukcapil.portal.calendar.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import id.dukcapil.portal.calendar.Holiday;
import id.dukcapil.portal.calendar.HolidayImport.Change;
import id.dukcapil.portal.calendar.HolidayImport.Effect;
import id.dukcapil.portal.calendar.HolidayImport.Plan;
import id.dukcapil.portal.common.ui.Callout;
import id.dukcapil.portal.common.ui.Formats;
import id.dukcapil.portal.common.ui.StatusBadge;
import id.dukcapil.portal.common.ui.Tone;
import java.util.ArrayList;
import java.util.List;

/** What an import would do, holiday by holiday. */
class HolidayPlan extends Div {

    void show(Plan plan) {
        removeAll();
        if (!plan.refused().isEmpty()) {
            add(new Callout(
                    "Ditolak",
                    Tone.LATE,
                    plan.refused().stream()
                            .map(line -> "Baris %d: %s".formatted(line.line(), line.why()))
                            .toList()));
        }
        add(new Span("%d baru, %d berubah, %d dihapus, %d tetap."
                .formatted(
                        plan.count(Effect.NEW),
                        plan.count(Effect.CHANGED),
                        plan.count(Effect.REMOVED),
                        plan.count(Effect.SAME))));
        if (plan.people() > 0) {
            add(new Callout(
                    "Pemesanan",
                    Tone.WARN,
                    "%s orang sudah memesan pada tanggal yang menjadi libur. Pindahkan pemesanan mereka setelah impor."
                            .formatted(Formats.number(plan.people()))));
        }
        var list = new UnorderedList();
        list.addClassName("holiday-plan");
        plan.changes().forEach(change -> list.add(item(change)));
        add(list);
    }

    private static ListItem item(Change change) {
        Holiday holiday = change.shown();
        var item = new ListItem(
                new StatusBadge(change.effect().label(), tone(change.effect())),
                new Span(Formats.longDate(holiday.date())),
                new Span(holiday.name()));
        details(change).forEach(text -> {
            var note = new Span(text);
            note.addClassName("muted");
            item.add(note);
        });
        return item;
    }

    private static List<String> details(Change change) {
        var details = new ArrayList<String>();
        Holiday before = change.before();
        Holiday after = change.after();
        if (change.effect() == Effect.CHANGED && before != null && after != null) {
            if (!before.name().equals(after.name())) {
                details.add("nama semula: " + before.name());
            }
            if (before.kind() != after.kind()) {
                details.add("jenis semula: " + before.kind().label().toLowerCase(Formats.INDONESIAN));
            }
            if (!before.basis().equals(after.basis())) {
                details.add("dasar semula: " + before.basis());
            }
            if (!before.certainty().equals(after.certainty())) {
                details.add("menjadi terkonfirmasi");
            }
        }
        if (change.people() > 0) {
            details.add(Formats.number(change.people()) + " orang sudah memesan");
        }
        return details;
    }

    private static Tone tone(Effect effect) {
        return switch (effect) {
            case NEW -> Tone.OK;
            case SAME -> Tone.NEUTRAL;
            case CHANGED -> Tone.INFO;
            case REMOVED -> Tone.LATE;
        };
    }
}
