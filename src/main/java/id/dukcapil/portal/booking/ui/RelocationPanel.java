package id.dukcapil.portal.booking.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Span;
import id.dukcapil.portal.booking.BookingCode;
import id.dukcapil.portal.booking.RelocatedPerson;
import id.dukcapil.portal.booking.Relocation;
import id.dukcapil.portal.common.ui.DetailPanel;
import id.dukcapil.portal.common.ui.Formats;
import id.dukcapil.portal.common.ui.KeyValueList;
import id.dukcapil.portal.common.ui.StatusBadge;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Bookings that were moved together: why, by whom, and everybody with the old and the new day. */
class RelocationPanel extends DetailPanel {

    RelocationPanel() {
        super("rincian pemindahan");
    }

    /** @param takeBack asks whether all shall go back; null when this person may not or it was done already */
    void show(Relocation relocation, List<RelocatedPerson> people, ZoneId zone, @Nullable Runnable takeBack) {
        startWith(
                "%s orang dipindahkan".formatted(Formats.number(relocation.people())),
                new StatusBadge(RelocationsView.label(relocation), RelocationsView.tone(relocation)));
        add(facts(relocation, zone));
        if (takeBack != null) {
            var button = new Button("Batalkan pemindahan", click -> takeBack.run());
            button.addThemeVariants(ButtonVariant.LUMO_ERROR);
            add(actions(button));
        }
        var list = new OrderedList();
        list.addClassName("latest");
        people.forEach(person -> list.add(line(person)));
        add(section("Yang dipindahkan", list));
    }

    private static KeyValueList facts(Relocation relocation, ZoneId zone) {
        var facts = new KeyValueList()
                .with("Alasan", relocation.reason())
                .with("Oleh", relocation.madeBy())
                .with("Pada", Formats.dateTime(relocation.madeAt(), zone));
        Instant back = relocation.takenBackAt();
        return back == null
                ? facts
                : facts.with("Dibatalkan oleh", Objects.requireNonNullElse(relocation.takenBackBy(), ""))
                        .with("Pada", Formats.dateTime(back, zone))
                        .with("Alasan pembatalan", Objects.requireNonNullElse(relocation.takenBackWhy(), ""));
    }

    private static ListItem line(RelocatedPerson person) {
        var way = new Span("%s → %s · %s%s"
                .formatted(
                        Formats.shortDate(person.fromDate()),
                        Formats.shortDate(person.toDate()),
                        person.status().label(),
                        person.priority() ? " · didahulukan" : ""));
        way.addClassName("muted");
        BookingCode now = Objects.requireNonNullElse(person.returned(), person.to());
        var code = new Anchor(BookingNavigation.booking(now), now.value());
        code.setRouterIgnore(false);
        return new ListItem(new Div(new Span(person.name() + " "), code), way);
    }
}
