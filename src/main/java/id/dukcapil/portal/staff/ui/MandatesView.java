package id.dukcapil.portal.staff.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.router.AfterNavigationEvent;
import com.vaadin.flow.router.AfterNavigationObserver;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import id.dukcapil.portal.common.Permission;
import id.dukcapil.portal.common.ui.EmptyState;
import id.dukcapil.portal.common.ui.Formats;
import id.dukcapil.portal.common.ui.Notify;
import id.dukcapil.portal.common.ui.Page;
import id.dukcapil.portal.common.ui.ReasonDialog;
import id.dukcapil.portal.staff.AccountLists;
import id.dukcapil.portal.staff.CurrentStaff;
import id.dukcapil.portal.staff.Mandate;
import id.dukcapil.portal.staff.Mandates;
import id.dukcapil.portal.staff.Organisation;
import id.dukcapil.portal.staff.StaffConflict;
import jakarta.annotation.security.RolesAllowed;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;

/** Mandat Plh/Plt: who signs for the head today, and who stood in or will stand in, by which letter. */
@Route(MandatesView.ROUTE)
@PageTitle("Mandat Plh/Plt")
@Menu(title = "Mandat Plh/Plt", order = 112)
@RolesAllowed(Permission.Name.STAFF_READ)
@StyleSheet("context://styles/people.css")
class MandatesView extends Page implements AfterNavigationObserver {

    static final String ROUTE = "mandat";

    private final transient Mandates mandates;
    private final transient AccountLists people;
    private final transient Organisation organisation;
    private final transient Clock clock;
    private final boolean mayEdit;
    private final Div content = new Div();

    MandatesView(Mandates mandates, AccountLists people, CurrentStaff staff, Organisation organisation, Clock clock) {
        super("Mandat Plh/Plt");
        this.mandates = mandates;
        this.people = people;
        this.organisation = organisation;
        this.clock = clock;
        mayEdit = staff.may(Permission.STAFF_EDIT);
        setSubtitle("Siapa yang menandatangani bila Kepala Dinas berhalangan atau jabatannya kosong");
        content.addClassName("stack");
        add(content);
        if (mayEdit) {
            var create = new Button("Mandat baru", click -> enter());
            create.addThemeVariants(ButtonVariant.PRIMARY);
            setActions(create);
        }
    }

    @Override
    public void afterNavigation(AfterNavigationEvent event) {
        refresh();
    }

    private void refresh() {
        LocalDate today = organisation.today(clock);
        List<Mandate> all = mandates.all();
        content.removeAll();
        content.add(
                new AuthorityCard(mandates.signatoryOn(clock.instant()).orElse(null), today),
                new MandateTimeline(all, today),
                list(all, today));
    }

    private Component list(List<Mandate> all, LocalDate today) {
        if (all.isEmpty()) {
            return new EmptyState(
                    "Belum ada mandat", "Bila Kepala Dinas cuti atau dinas luar, catat surat perintah Plh. di sini.");
        }
        var list = new OrderedList();
        list.addClassName("mandates");
        all.forEach(mandate -> {
            var item = new MandateItem(mandate, today, organisation.timeZone());
            if (mayEdit && item.isOpen()) {
                item.offerRevoking(() -> revoke(mandate));
            }
            list.add(item);
        });
        return list;
    }

    private void enter() {
        new MandateDialog(mandates, people, given -> {
                    Notify.done("Mandat %s untuk %s dicatat.".formatted(given.number(), given.deputyName()));
                    refresh();
                })
                .open();
    }

    private void revoke(Mandate mandate) {
        ReasonDialog.askBeforeLoss(
                "Cabut mandat %s?".formatted(mandate.number()),
                "%s tidak lagi berwenang atas nama Kepala Dinas sejak saat ini. Dokumen yang sudah ditandatangani tetap sah."
                        .formatted(mandate.deputyName()),
                "Cabut mandat",
                reason -> {
                    try {
                        mandates.revoke(mandate.id(), reason);
                        Notify.done("Mandat %s dicabut pada %s."
                                .formatted(
                                        mandate.number(), Formats.dateTime(clock.instant(), organisation.timeZone())));
                    } catch (StaffConflict faster) {
                        Notify.warning(String.valueOf(faster.getMessage()));
                    }
                    refresh();
                });
    }
}
