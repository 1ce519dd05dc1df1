package id.dukcapil.portal.calendar.ui;

import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import id.dukcapil.portal.calendar.OfficeDay;
import id.dukcapil.portal.calendar.Ramadan;
import id.dukcapil.portal.calendar.ServiceHours;
import id.dukcapil.portal.common.ui.DetailPanel;
import id.dukcapil.portal.common.ui.Formats;
import id.dukcapil.portal.common.ui.KeyValueList;
import id.dukcapil.portal.common.ui.StatusBadge;
import id.dukcapil.portal.common.ui.Tone;
import id.dukcapil.portal.staff.Office;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** When one office serves in the coming days, and in the next fasting month. */
class OfficeHoursPanel extends DetailPanel {

    OfficeHoursPanel() {
        super("jam layanan");
    }

    /**
     * @param days the first is today
     * @param now the time in the office
     */
    void show(Office office, List<OfficeDay> days, LocalTime now, @Nullable Ramadan ramadan) {
        startWith(office.name(), state(days.getFirst(), now));
        add(new KeyValueList()
                .with("Alamat", Objects.requireNonNullElse(office.address(), ""))
                .with("Telepon", Objects.requireNonNullElse(office.phone(), ""))
                .with("Sekarang", Formats.time(now) + " " + Formats.zone(office.timeZone())));
        add(actions);
        var list = new OrderedList();
        list.addClassName("office-days");
        days.forEach(day -> list.add(item(day, ramadan)));
        add(section("%d hari ke depan".formatted(days.size()), list));
    }

    /** The hours that hold in Ramadan, read off its days. */
    void showRamadan(Ramadan ramadan, List<OfficeDay> days) {
        var when = new Paragraph(Formats.date(ramadan.from()) + " – " + Formats.date(ramadan.to()) + " ");
        when.add(new StatusBadge(Certainty.label(ramadan.certainty()), Certainty.tone(ramadan.certainty())));
        var week = new UnorderedList();
        week.addClassName("latest");
        HoursText.week(days).forEach(line -> week.add(new ListItem(line)));
        add(section("Jam layanan Ramadan", when, week));
    }

    private static StatusBadge state(OfficeDay today, LocalTime now) {
        ServiceHours hours = today.hours();
        if (hours == null || now.isBefore(hours.opens()) || !now.isBefore(hours.closes())) {
            return new StatusBadge("Sedang tutup", Tone.NEUTRAL);
        }
        return hours.servesAt(now)
                ? new StatusBadge("Sedang buka", Tone.OK)
                : new StatusBadge("Sedang istirahat", Tone.WARN);
    }

    private static ListItem item(OfficeDay day, @Nullable Ramadan ramadan) {
        var date = new Span(Formats.shortDate(day.date()));
        date.addClassName("date");
        var item = new ListItem(date, hours(day));
        notes(day, ramadan).forEach(text -> {
            var note = new Span(text);
            note.addClassName("note");
            item.add(note);
        });
        item.setClassName("closed", !day.isOpen());
        item.setClassName("holiday", day.holiday() != null);
        return item;
    }

    private static Span hours(OfficeDay day) {
        ServiceHours hours = day.hours();
        return new Span(hours == null ? "Tutup" : HoursText.open(hours));
    }

    private static List<String> notes(OfficeDay day, @Nullable Ramadan ramadan) {
        var notes = new ArrayList<String>();
        if (day.holiday() != null) {
            notes.add(day.holiday().name());
        }
        if (day.exception() != null) {
            notes.add(day.exception());
        }
        if (day.hours() != null && !day.hours().rest().isZero()) {
            notes.add(HoursText.rest(day.hours()));
        }
        if (ramadan != null && ramadan.contains(day.date())) {
            notes.add("Ramadan");
        }
        return notes;
    }
}
