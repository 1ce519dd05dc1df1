package id.dukcapil.portal.booking.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import id.dukcapil.portal.booking.StockAcceptance;
import id.dukcapil.portal.booking.StockOutlook;
import id.dukcapil.portal.booking.StockProposal.ProposedDay;
import id.dukcapil.portal.common.ui.Formats;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The blank cards above the calendar: when they run out, the line over the days, and what is proposed for those shown. */
class StockPart extends Div {

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
     * @param preview shows what the proposals would change; null for those who only look on
     * @param relocate moves those for whom there is no card; null for those who may not
     */
    void show(
            StockOutlook outlook,
            List<LocalDate> days,
            @Nullable Consumer<List<ProposedDay>> preview,
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
        if (days.isEmpty() || preview == null) {
            return;
        }
        List<ProposedDay> acceptable = outlook.proposal().acceptable(days.getFirst(), days.getLast());
        if (!acceptable.isEmpty()) {
            actions.add(new Button(
                    "Lihat usulan %s hari".formatted(Formats.number(acceptable.size())),
                    click -> preview.accept(acceptable)));
        }
    }

    /** Says which proposals were accepted last, and takes them back. */
    void showAccepted(StockAcceptance last, ZoneId zone, Runnable takeBack) {
        var what = new Span("%s menerima usulan %s hari, %s."
                .formatted(
                        last.acceptedBy(),
                        Formats.number(last.days().size()),
                        Formats.shortDateTime(last.acceptedAt(), zone)));
        what.addClassName("muted");
        var button = new Button("Batalkan perubahan itu", click -> takeBack.run());
        button.addThemeVariants(ButtonVariant.TERTIARY);
        button.setDisableOnClick(true);
        var line = new Div(what, button);
        line.addClassName("stock-accepted");
        actions.add(line);
    }
}
