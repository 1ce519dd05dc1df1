package id.dukcapil.portal.operations.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.router.AfterNavigationEvent;
import com.vaadin.flow.router.AfterNavigationObserver;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import id.dukcapil.portal.common.Permission;
import id.dukcapil.portal.common.ui.Callout;
import id.dukcapil.portal.common.ui.Figure;
import id.dukcapil.portal.common.ui.Formats;
import id.dukcapil.portal.common.ui.KeyValueList;
import id.dukcapil.portal.common.ui.Page;
import id.dukcapil.portal.common.ui.Tone;
import id.dukcapil.portal.operations.Bytes;
import id.dukcapil.portal.operations.DocumentFolder;
import id.dukcapil.portal.operations.OutsideSystems;
import id.dukcapil.portal.operations.SystemFacts;
import id.dukcapil.portal.operations.SystemState;
import id.dukcapil.portal.operations.Warning;
import id.dukcapil.portal.staff.Organisation;
import jakarta.annotation.security.RolesAllowed;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the portal runs on and how that is doing; what should not stay so stands on top. Nothing here is secret. */
@Route(SystemView.ROUTE)
@PageTitle("Sistem")
@Menu(title = "Sistem", order = 126)
@RolesAllowed(Permission.Name.SYSTEM_READ)
@StyleSheet("context://styles/administration.css")
class SystemView extends Page implements AfterNavigationObserver {

    static final String ROUTE = "sistem";

    private final transient SystemState state;
    private final transient DocumentFolder documents;
    private final transient ZoneId zone;
    private final Div content = new Div();
    private final OutsideSystemsCard outside;

    SystemView(SystemState state, OutsideSystems systems, DocumentFolder documents, Organisation organisation) {
        super("Sistem");
        this.state = state;
        this.documents = documents;
        zone = organisation.timeZone();
        outside = new OutsideSystemsCard(systems);
        content.addClassName("stack");
        add(content);
        setActions(new Button("Periksa lagi", click -> refresh()));
    }

    @Override
    public void afterNavigation(AfterNavigationEvent event) {
        refresh();
    }

    private void refresh() {
        SystemFacts facts = state.facts();
        setSubtitle("Versi %s · diperiksa %s".formatted(facts.program().version(), when(facts.takenAt())));
        content.removeAll();
        addWarnings(state.warnings(facts));
        content.add(figures(facts));
        var cards = new Div(program(facts), database(facts), storage(facts), outside);
        cards.addClassName("system-cards");
        content.add(cards);
        outside.ask(UI.getCurrent());
    }

    private void addWarnings(List<Warning> warnings) {
        List<String> urgent =
                warnings.stream().filter(Warning::urgent).map(Warning::sentence).toList();
        List<String> others = warnings.stream()
                .filter(warning -> !warning.urgent())
                .map(Warning::sentence)
                .toList();
        if (!urgent.isEmpty()) {
            content.add(new Callout("Segera", Tone.LATE, urgent));
        }
        if (!others.isEmpty()) {
            content.add(new Callout("Perhatikan", Tone.WARN, others));
        }
    }

    private static Div figures(SystemFacts facts) {
        var storage = facts.storage();
        var data = facts.database();
        SystemFacts.Backup backup = facts.backup();
        boolean old = backup == null || backup.isOldAt(facts.takenAt());
        return Figure.row(
                new Figure(
                                "Ruang disk tersisa",
                                Bytes.text(storage.free()),
                                "dari " + Bytes.text(storage.total()),
                                storage.isLow() ? Tone.LATE : Tone.NEUTRAL,
                                null)
                        .withBar(
                                storage.total() - storage.free(),
                                storage.total(),
                                storage.isLow() ? Tone.LATE : Tone.INFO),
                new Figure(
                        "Cadangan terakhir",
                        backup == null ? "belum pernah" : age(backup.finishedAt(), facts.takenAt()),
                        backup == null ? "" : Bytes.text(backup.bytes()),
                        old ? Tone.LATE : Tone.NEUTRAL,
                        null),
                new Figure(
                                "Sambungan basis data",
                                String.valueOf(data.connectionsInUse()),
                                data.waiting() == 0 ? "tidak ada yang menunggu" : data.waiting() + " menunggu")
                        .withUnit("/ " + data.connectionsAtMost()),
                new Figure(
                        "Sesi terbuka",
                        Formats.number(facts.program().sessions()),
                        "pada proses ini, menyala "
                                + Formats.duration(facts.program().uptime())));
    }

    private static String age(Instant then, Instant now) {
        return Formats.duration(Duration.between(then, now)) + " lalu";
    }

    private Section program(SystemFacts facts) {
        var program = facts.program();
        return card(
                "Portal",
                new KeyValueList()
                        .with("Versi", program.version())
                        .with("Dibuat", when(program.builtAt()))
                        .with("Java", program.java())
                        .with("Menyala", Formats.duration(program.uptime()))
                        .with("Mode", program.demonstration() ? "demonstrasi" : "pelayanan")
                        .with("Jam portal", when(facts.takenAt()))
                        .with("Selisih dengan basis data", difference(facts.clockAhead())));
    }

    private static String difference(Duration ahead) {
        return ahead.abs().toMillis() < 1000
                ? "kurang dari 1 detik"
                : "%s detik %s"
                        .formatted(
                                Formats.decimal(ahead.abs().toMillis() / 1000.0),
                                ahead.isNegative() ? "lebih lambat" : "lebih cepat");
    }

    private Section database(SystemFacts facts) {
        var data = facts.database();
        return card(
                "Basis data",
                new KeyValueList()
                        .with("Produk", data.product())
                        .with("Letak", data.embedded() ? "bawaan, di PORTAL_HOME" : "server sendiri")
                        .with("Nama basis data", data.schema())
                        .with("Ukuran", Bytes.text(data.bytes()))
                        .with("Versi skema", data.schemaVersion())
                        .with("Skema diubah", when(data.schemaChangedAt())));
    }

    private Section storage(SystemFacts facts) {
        SystemFacts.Backup backup = facts.backup();
        var list = new KeyValueList().with("PORTAL_HOME", facts.storage().home());
        var measured = new Div("menghitung…");
        list.with("Gudang dokumen", measured);
        list.with("Cadangan terakhir", backup == null ? "belum pernah" : when(backup.finishedAt()));
        list.with("Letak cadangan", backup == null ? "" : backup.place());
        measure(measured, UI.getCurrent());
        return card("Penyimpanan", list);
    }

    private void measure(Div place, UI ui) {
        documents
                .measure()
                .thenApply(
                        size -> "%s dokumen, %s".formatted(Formats.number(size.documents()), Bytes.text(size.bytes())))
                .exceptionally(unreadable -> "tidak dapat diukur")
                .thenAccept(
                        text -> ui.accessLater(() -> place.setText(text), null).run());
    }

    private static Section card(String title, KeyValueList facts) {
        var section = new Section(new H2(title), facts);
        section.addClassNames("card", "pad", "stack");
        return section;
    }

    private String when(@Nullable Instant moment) {
        return moment == null ? "" : Formats.dateTime(moment, zone);
    }
}
