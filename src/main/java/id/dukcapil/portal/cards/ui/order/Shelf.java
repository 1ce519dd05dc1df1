package id.dukcapil.portal.cards.ui.order;

import id.dukcapil.portal.cards.order.OrderLists.Age;
import id.dukcapil.portal.cards.order.OrderLists.Group;
import id.dukcapil.portal.common.ui.Formats;
import id.dukcapil.portal.common.ui.Tone;
import id.dukcapil.portal.common.ui.parts.BarTable;
import id.dukcapil.portal.common.ui.parts.BarTable.Bar;
import id.dukcapil.portal.common.ui.parts.Sheet;
import java.util.Map;

/** Cards that nobody has fetched, by the time they wait; each figure leads to its list. */
class Shelf extends Sheet {

    Shelf(Map<Age, Integer> ages) {
        super("Belum diambil");
        note("%s kartu"
                .formatted(Formats.number(
                        ages.values().stream().mapToInt(Integer::intValue).sum())));
        padded(new BarTable(
                "Di rak",
                "Kartu",
                ages.entrySet().stream()
                        .map(age -> new Bar(
                                age.getKey().label(),
                                age.getValue(),
                                null,
                                Formats.number(age.getValue()),
                                "%s?keadaan=%s&umur=%s"
                                        .formatted(OrdersNavigation.QUEUE, Group.UNCOLLECTED, age.getKey()),
                                age.getKey() == Age.LONGER ? Tone.WARN : Tone.NEUTRAL))
                        .toList()));
    }
}
