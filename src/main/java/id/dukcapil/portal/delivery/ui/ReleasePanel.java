package id.dukcapil.portal.delivery.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import id.dukcapil.portal.common.Masking;
import id.dukcapil.portal.common.procedure.StepTaken;
import id.dukcapil.portal.common.ui.DetailPanel;
import id.dukcapil.portal.common.ui.Formats;
import id.dukcapil.portal.common.ui.KeyValueList;
import id.dukcapil.portal.common.ui.StatusBadge;
import id.dukcapil.portal.delivery.ReleaseDetails;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One release beside the list: where it stands, what can be done, and what happened to it. */
class ReleasePanel extends DetailPanel {

    private static final long serialVersionUID = 1L;

    private final transient ZoneId zone;

    ReleasePanel(ZoneId zone) {
        super("rincian pengambilan dokumen");
        this.zone = zone;
    }

    void show(ReleaseDetails release, String office, List<Component> actions, Runnable dismissed) {
        startWith(
                release.title(),
                dismissed,
                new StatusBadge(release.status().label(), ReleaseTones.of(release.status())));
        var buttons = new Div();
        buttons.addClassName("panel-actions");
        actions.forEach(buttons::add);
        add(facts(release, office), buttons, history(release));
    }

    private KeyValueList facts(ReleaseDetails release, String office) {
        return new KeyValueList()
                .with(release.kind(), release.reference())
                .with("Pemilik", release.recipient())
                .with("NIK", Masking.identifier(release.person().value()))
                .with("Kantor", office)
                .with("Surat ke", letter(release.email()))
                .with("Penerbitan ke", Integer.toString(release.generation()))
                .with("Berlaku sampai", Formats.dateTime(release.expiresAt(), zone));
    }

    private static String letter(@Nullable String email) {
        return email == null ? "tanpa e-mail, diserahkan di loket" : Masking.email(email);
    }

    private Section history(ReleaseDetails release) {
        var list = new OrderedList();
        list.addClassName("timeline");
        release.history().forEach(event -> list.add(line(event)));
        return section("Riwayat", list);
    }

    private ListItem line(StepTaken<?, ?> event) {
        var when = new Span(event.actor() + ", " + Formats.shortDateTime(event.at(), zone));
        when.addClassName("muted");
        var item = new ListItem(new Span(event.action().label()), when);
        String why = event.reason();
        if (why != null) {
            var said = new Span(why);
            said.addClassName("muted");
            item.add(said);
        }
        return item;
    }
}
