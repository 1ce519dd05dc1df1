package id.dukcapil.portal.cards.ui.order;

import com.vaadin.flow.component.html.Anchor;
import id.dukcapil.portal.cards.handover.Handover;
import id.dukcapil.portal.cards.handover.Handovers;
import id.dukcapil.portal.common.ui.Formats;
import id.dukcapil.portal.common.ui.KeyValueList;
import id.dukcapil.portal.common.ui.parts.Sheet;
import id.dukcapil.portal.staff.Office;
import java.util.Locale;
import java.util.Objects;

/** The latest hand-overs of the day. */
class HandedToday extends Sheet {

    HandedToday(Handovers handovers, Office office) {
        super("Hari ini");
        note("%s diserahkan".formatted(Formats.number(handovers.countToday(office.code()))));
        var list = new KeyValueList();
        for (Handover one : handovers.today(office.code())) {
            list.with(
                    Formats.time(one.at(), office.timeZone()),
                    new Anchor(
                            OrdersNavigation.handOver(one.number()),
                            "%s · %s · lama %s"
                                    .formatted(
                                            Objects.requireNonNullElse(one.holder(), "(identitas dihapus)"),
                                            one.receiver().label().toLowerCase(Locale.ROOT),
                                            one.oldCard().label().toLowerCase(Locale.ROOT))));
        }
        padded(list);
    }
}
