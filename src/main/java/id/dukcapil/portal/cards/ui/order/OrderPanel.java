package id.dukcapil.portal.cards.ui.order;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Paragraph;
import id.dukcapil.portal.cards.order.OrderDetails;
import id.dukcapil.portal.cards.ui.order.OrderChoices.Choice;
import id.dukcapil.portal.common.ui.DetailPanel;
import id.dukcapil.portal.common.ui.Formats;
import id.dukcapil.portal.common.ui.KeyValueList;
import id.dukcapil.portal.common.ui.StatusBadge;
import id.dukcapil.portal.common.ui.Timeline;
import id.dukcapil.portal.staff.Office;
import java.util.List;

/** One print order beside the queue: what is asked for now as numbered buttons, its facts and what happened so far. */
class OrderPanel extends DetailPanel {

    OrderPanel() {
        super("rincian pesanan");
    }

    void show(OrderDetails order, Office office, List<Choice> choices) {
        startWith(order.name(), new StatusBadge(order.status().label(), QueueView.tone(order.status())));
        for (int i = 0; i < choices.size(); i++) {
            Choice choice = choices.get(i);
            var button = new Button(
                    "%d  %s".formatted(i + 1, choice.label()),
                    click -> choice.act().run());
            button.setDisableOnClick(true);
            button.addClickListener(click -> button.setEnabled(true));
            if (i == 0) {
                button.addThemeVariants(ButtonVariant.PRIMARY);
            }
            offer(button);
        }
        if (!choices.isEmpty()) {
            var hint = new Paragraph(OrderChoices.hint(order.status()));
            hint.addClassName("muted");
            add(hint, actions);
        }
        add(facts(order, office), section("Riwayat", Timeline.of(order.history(), office.timeZone())));
    }

    private static KeyValueList facts(OrderDetails order, Office office) {
        var facts = new KeyValueList()
                .with("Pesanan", order.number())
                .with("NIK", order.nik().masked())
                .with("Tahun lahir", String.valueOf(order.birthYear()))
                .with("Alasan", order.reason().label())
                .with("Tempat cetak", office.name());
        if (order.letter() != null) {
            facts.with("Surat kepolisian", order.letter());
        }
        if (order.reference() != null) {
            facts.with("Diminta untuk", order.reference());
        }
        if (order.heldUntil() != null) {
            facts.with("Dicetak mulai", Formats.date(order.heldUntil()));
        }
        if (order.serial() != null) {
            facts.with("Nomor seri", order.serial());
        }
        if (order.shelf() != null) {
            facts.with("Rak", order.shelf());
        }
        if (order.misprints() > 0) {
            facts.with("Gagal cetak", order.misprints() + " kali");
        }
        return facts;
    }
}
