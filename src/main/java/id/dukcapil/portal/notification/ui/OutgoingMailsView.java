package id.dukcapil.portal.notification.ui;

import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import id.dukcapil.portal.common.Permission;
import id.dukcapil.portal.common.ui.AddressedPage;
import id.dukcapil.portal.common.ui.ListAndPanel;
import id.dukcapil.portal.common.ui.Notify;
import id.dukcapil.portal.notification.MailDetails;
import id.dukcapil.portal.notification.MailFilter;
import id.dukcapil.portal.notification.MailId;
import id.dukcapil.portal.notification.MailLists;
import id.dukcapil.portal.notification.MailStatus;
import id.dukcapil.portal.notification.OutboxState;
import id.dukcapil.portal.staff.Organisation;
import jakarta.annotation.security.RolesAllowed;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Surat keluar: see what the portal has sent or could not send, read it, send it again, take it out. */
@Route(OutgoingMailsView.ROUTE)
@PageTitle("Surat keluar")
@Menu(title = "Surat keluar", order = 120)
@RolesAllowed(Permission.Name.MAIL_READ)
@StyleSheet("context://styles/notification.css")
class OutgoingMailsView extends AddressedPage {

    static final String ROUTE = "surat-keluar";

    private static final long serialVersionUID = 1L;
    private static final String MAIL = "surat";

    private final transient MailLists lists;
    private final transient MailActions actions;
    private final OutboxBanner banner = new OutboxBanner();
    private final MailTabs tabs = new MailTabs(this::showState);
    private final MailFilters filters;
    private final MailGrid grid;
    private final MailPanel panel;
    private final ListAndPanel content;

    OutgoingMailsView(MailLists lists, MailActions actions, Organisation organisation) {
        super("Surat keluar", ROUTE);
        this.lists = lists;
        this.actions = actions;
        filters = new MailFilters(lists.kinds(), organisation.timeZone(), this::go);
        grid = new MailGrid(lists, organisation.timeZone());
        panel = new MailPanel(organisation.timeZone());
        content = new ListAndPanel(grid, panel, row -> go(url().with(MAIL, row.id())))
                .whenEmpty(
                        "Tidak ada surat yang cocok",
                        "Ubah saringan di atas, atau cari dengan nomor perkara atau kode booking yang tertulis pada surat.");
        add(banner, tabs, filters, content);
        fillHeight(content);
        setActions(actions.ofList(filters::filter, this::refresh));
    }

    @Override
    protected void refresh() {
        filters.show(url());
        MailFilter filter = filters.filter();
        int count = lists.count(filter);
        filters.setCount(Math.min(count, MailLists.COUNT_LIMIT), count > MailLists.COUNT_LIMIT);
        tabs.show(MailFilters.status(url()), lists.counts(filter.withStatuses(Set.of())));
        grid.show(filter, count);
        content.showList(count);
        OutboxState state = lists.state();
        banner.show(state);
        setSubtitle(OutboxBanner.line(state));
        showChosen();
    }

    private void showChosen() {
        Optional<MailDetails> chosen = url().text(MAIL).flatMap(MailId::parse).flatMap(lists::find);
        if (chosen.isEmpty() && url().has(MAIL)) {
            Notify.warning("Surat itu tidak ada.");
        }
        content.showChosen(
                chosen, mail -> panel.show(mail, actions.of(mail, this::refresh), () -> go(url().with(MAIL, null))));
    }

    private void showState(@Nullable MailStatus status) {
        go(url().with(MailFilters.STATUS, status == null ? null : status.name()).with(MAIL, null));
    }
}
