package id.dukcapil.portal.booking.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import id.dukcapil.portal.booking.StockOutlook;
import id.dukcapil.portal.booking.StockProposal.ProposedDay;
import id.dukcapil.portal.common.ui.Formats;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The blank cards above the calendar: when they run out, the line over the days, and what is proposed for those shown. */
class StockPart extends Div {

    private static final long serialVersionUID = 1L;

    private final Paragraph sentence = new Paragraph();
    private final StockLine line = new StockLine();
    private final Div actions = new Div();

    StockPart() {
        addClassName("stock-part");
        actions.addClassName("stock-actions");
        var head = new Div(sentence, actions);
        head.addClassName("stock-head");
        add(head, line);
    }

    /**
     * @param days those the calendar shows, from today on
     * @param accept takes proposals over; null for who only looks on
     * @param relocate moves those for whom there is no card; null for who may not
     */
    void show(
            StockOutlook outlook,
            List<LocalDate> days,
            @Nullable Consumer<List<ProposedDay>> accept,
            @Nullable Runnable relocate) {
        sentence.setText(outlook.sentence());
        sentence.setClassName("short", outlook.proposal().lacking() > 0);
        line.show(outlook, days);
        actions.removeAll();
        if (relocate != null && outlook.proposal().lacking() > 0) {
            actions.add(new Button(
                    "Pindahkan %s pemesanan"
                            .formatted(Formats.number(outlook.proposal().lacking())),
                    click -> relocate.run()));
        }
        if (days.isEmpty() || accept == null) {
            return;
        }
        List<ProposedDay> acceptable = outlook.proposal().acceptable(days.getFirst(), days.getLast());
        if (!acceptable.isEmpty()) {
            var button = new Button(
                    "Terima usulan %s hari".formatted(Formats.number(acceptable.size())),
                    click -> accept.accept(acceptable));
            button.setTooltipText(
                    "Kuota hari yang ditampilkan mengikuti stok; alasannya tercatat di riwayat tiap hari");
            button.setDisableOnClick(true);
            actions.add(button);
        }
    }
}
