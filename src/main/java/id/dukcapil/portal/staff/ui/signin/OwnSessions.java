package id.dukcapil.portal.staff.ui.signin;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import id.dukcapil.portal.common.ui.Confirm;
import id.dukcapil.portal.common.ui.Formats;
import id.dukcapil.portal.common.ui.NetworkAddress;
import id.dukcapil.portal.common.ui.Notify;
import id.dukcapil.portal.common.ui.StatusBadge;
import id.dukcapil.portal.common.ui.Tone;
import id.dukcapil.portal.staff.signin.OpenSessions;
import id.dukcapil.portal.staff.signin.OpenSessions.Row;
import java.time.ZoneId;
import java.util.List;

/** Where somebody is signed in, with the means to end it. */
class OwnSessions extends Composite<Div> {

    private final transient OpenSessions sessions;
    private final ZoneId zone;

    OwnSessions(OpenSessions sessions, ZoneId zone) {
        this.sessions = sessions;
        this.zone = zone;
        getContent().addClassName("stack");
        refresh();
    }

    final void refresh() {
        List<Row> rows = sessions.own();
        getContent().removeAll();
        rows.forEach(row -> getContent().add(line(row)));
        if (rows.stream().anyMatch(row -> !row.own())) {
            getContent().add(new Button("Akhiri semua sesi lain", click -> endOthers()));
        }
    }

    private Div line(Row row) {
        var device = new Div(new Span(row.device()));
        device.addClassName("title");
        if (row.locked()) {
            device.add(new StatusBadge("Terkunci", Tone.WARN));
        }
        var facts = new Span("%s · terakhir aktif %s · masuk %s dengan %s"
                .formatted(
                        NetworkAddress.shown(row.address()),
                        Formats.shortDateTime(row.lastSeenAt(), zone),
                        Formats.shortDateTime(row.startedAt(), zone),
                        row.method().label().toLowerCase(Formats.INDONESIAN)));
        facts.addClassName("muted");
        var text = new Div(device, facts);
        text.addClassName("text");
        var line = new Div(text);
        line.add(row.own() ? new StatusBadge("Sesi ini", Tone.OK) : end(row));
        line.addClassName("session");
        return line;
    }

    private Button end(Row row) {
        var end = new Button("Akhiri", click -> {
            sessions.endOwn(row.id());
            Notify.done("Sesi di %s diakhiri.".formatted(row.device()));
            refresh();
        });
        end.setAriaLabel("Akhiri sesi di " + row.device());
        return end;
    }

    private void endOthers() {
        Confirm.ask(
                "Akhiri semua sesi lain?",
                "Di perangkat lain Anda harus masuk lagi. Sesi ini tetap berjalan.",
                "Akhiri sesi lain",
                () -> {
                    Notify.done("%d sesi diakhiri.".formatted(sessions.endOtherOwn()));
                    refresh();
                });
    }
}
