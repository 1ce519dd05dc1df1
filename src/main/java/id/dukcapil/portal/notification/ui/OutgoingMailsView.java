package id.dukcapil.portal.notification.ui;

import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import id.dukcapil.portal.common.Permission;
import id.dukcapil.portal.common.ui.Formats;
import id.dukcapil.portal.common.ui.ListFilters;
import id.dukcapil.portal.common.ui.RegisterPage;
import id.dukcapil.portal.common.ui.Tone;
import id.dukcapil.portal.notification.MailFilter;
import id.dukcapil.portal.notification.MailId;
import id.dukcapil.portal.notification.MailLists;
import id.dukcapil.portal.notification.MailRow;
import id.dukcapil.portal.notification.MailStatus;
import id.dukcapil.portal.notification.OutboxState;
import id.dukcapil.portal.staff.Organisation;
import jakarta.annotation.security.RolesAllowed;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Surat keluar: see what the portal has sent or could not send, read it, send it again, take it out. */
@Route(OutgoingMailsView.ROUTE)
@PageTitle("Surat keluar")
@Menu(title = "Surat keluar", order = 120)
@RolesAllowed(Permission.Name.MAIL_READ)
@StyleSheet("context://styles/notification.css")
class OutgoingMailsView extends RegisterPage<MailRow> {

    static final String ROUTE = "surat-keluar";

    private static final String MAIL = "surat";
    private static final String STATUS = "status";

    private final transient MailLists lists;
    private final transient ZoneId zone;
    private final OutboxBanner banner = new OutboxBanner();
    private final MailTabs tabs = new MailTabs(status ->
            go(url().with(STATUS, status == null ? null : status.name()).with(MAIL, null)));
    private final TextField reference = filters.text("Cari", "Nomor perkara atau kode booking", ListFilters.SEARCH);
    private final Select<String> kind;
    private final ListFilters.Period period;

    OutgoingMailsView(MailLists lists, MailActions actions, Organisation organisation) {
        super("Surat keluar", ROUTE);
        this.lists = lists;
        zone = organisation.timeZone();
        reference.addClassName("mail-reference");
        Map<String, String> kinds = lists.kinds();
        kind = filters.select(
                "Jenis surat",
                "Semua jenis",
                "jenis",
                List.copyOf(kinds.keySet()),
                template -> kinds.getOrDefault(template, template),
                template -> template);
        period = filters.period();
        addColumns();
        list(this::filter, lists::count, MailLists.COUNT_LIMIT, lists::page, MailRow::cursor);
        var panel = new MailPanel(zone);
        open(
                panel,
                MAIL,
                MailRow::id,
                id -> MailId.parse(id).flatMap(lists::find),
                mail -> panel.show(mail, actions.of(mail, this::refresh)),
                "Surat itu tidak ada.");
        whenEmpty(
                "Tidak ada surat yang cocok",
                "Ubah saringan di atas, atau cari dengan nomor perkara atau kode booking yang tertulis pada surat.");
        setActions(actions.ofList(this::filter, this::refresh));
        lay(banner, tabs);
    }

    private void addColumns() {
        grid.column("Diminta", "9.5rem", row -> Formats.shortDateTime(row.createdAt(), zone));
        grid.column("Jenis surat", "11rem", MailRow::kind).setFlexGrow(2);
        grid.column("Nomor", 1, MailRow::reference);
        grid.column("Kepada", 1, MailRow::to);
        grid.column("Coba", "4.5rem", MailRow::attempts);
        grid.badge("Keadaan", "8rem", row -> row.status().label(), row -> tone(row.status()));
        grid.cards(
                MailRow::kind,
                row -> List.of(row.reference() + " · " + row.to(), Formats.shortDateTime(row.createdAt(), zone)));
    }

    /** The colour beside each status word. */
    static Tone tone(MailStatus status) {
        return switch (status) {
            case WAITING, IN_DELIVERY -> Tone.INFO;
            case SENT -> Tone.OK;
            case FAILED, BOUNCED -> Tone.LATE;
            case HELD -> Tone.WARN;
            case CANCELLED -> Tone.NEUTRAL;
        };
    }

    @Override
    protected void refresh() {
        super.refresh();
        tabs.show(status(), lists.counts(filter().withStatuses(Set.of())));
        OutboxState state = lists.state();
        banner.show(state);
        setSubtitle(OutboxBanner.line(state));
    }

    /** Null for all. */
    private @Nullable MailStatus status() {
        return url().constant(STATUS, MailStatus.class).orElse(null);
    }

    private MailFilter filter() {
        MailStatus status = status();
        return new MailFilter(
                status == null ? Set.of() : Set.of(status),
                kind.getValue(),
                reference.getValue(),
                period.start(zone),
                period.end(zone));
    }
}
