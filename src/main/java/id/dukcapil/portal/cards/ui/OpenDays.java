package id.dukcapil.portal.cards.ui;

import com.vaadin.flow.component.html.Div;
import id.dukcapil.portal.cards.closing.CardClosings;
import id.dukcapil.portal.common.OfficeCode;
import id.dukcapil.portal.common.ui.Callout;
import id.dukcapil.portal.common.ui.Formats;
import id.dukcapil.portal.common.ui.Tone;
import id.dukcapil.portal.common.ui.parts.FigureLink;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;

/** Says above every page about cards which days of the office nobody has closed; it stops nothing. */
public class OpenDays extends Div {

    private final transient CardClosings closings;

    public OpenDays(CardClosings closings) {
        this.closings = closings;
    }

    public final void show(OfficeCode office) {
        removeAll();
        List<LocalDate> open = closings.openDays(office);
        setVisible(!open.isEmpty());
        if (open.isEmpty()) {
            return;
        }
        var callout = new Callout(
                "%d hari belum ditutup".formatted(open.size()),
                Tone.WARN,
                open.stream().map(Formats::shortDate).collect(Collectors.joining(", "))
                        + ". Penutupan berikutnya mencakupnya; pekerjaan tidak terhenti.");
        callout.add(new FigureLink("Tutup hari", CardsNavigation.closingOf(office)));
        add(callout);
    }
}
