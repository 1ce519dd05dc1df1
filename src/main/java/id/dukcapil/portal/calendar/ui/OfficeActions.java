package id.dukcapil.portal.calendar.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.spring.annotation.SpringComponent;
import com.vaadin.flow.spring.annotation.UIScope;
import id.dukcapil.portal.calendar.ServiceWeeks;
import id.dukcapil.portal.calendar.SpecialDays;
import id.dukcapil.portal.common.ChangedMeanwhile;
import id.dukcapil.portal.common.OfficeCode;
import id.dukcapil.portal.common.Permission;
import id.dukcapil.portal.common.ui.Confirm;
import id.dukcapil.portal.common.ui.Notify;
import id.dukcapil.portal.staff.CurrentStaff;
import id.dukcapil.portal.staff.Office;
import id.dukcapil.portal.staff.OfficeAdministration;
import id.dukcapil.portal.staff.Offices;
import id.dukcapil.portal.staff.Organisation;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Consumer;

/** What an administrator can do with offices; nothing for everybody else. */
@SpringComponent
@UIScope
class OfficeActions {

    private final OfficeAdministration administration;
    private final ServiceWeeks weeks;
    private final SpecialDays specialDays;
    private final Offices offices;
    private final Organisation organisation;
    private final CurrentStaff staff;
    private final Clock clock;

    OfficeActions(
            OfficeAdministration administration,
            ServiceWeeks weeks,
            SpecialDays specialDays,
            Offices offices,
            Organisation organisation,
            CurrentStaff staff,
            Clock clock) {
        this.administration = administration;
        this.weeks = weeks;
        this.specialDays = specialDays;
        this.offices = offices;
        this.organisation = organisation;
        this.staff = staff;
        this.clock = clock;
    }

    private boolean mayEdit() {
        return staff.may(Permission.OFFICE_EDIT);
    }

    Component[] ofList(Consumer<OfficeCode> opened) {
        if (!mayEdit()) {
            return new Component[0];
        }
        var add = new Button(
                "Tambah kantor",
                click -> new OfficeDialog(
                                administration, offices.all(), null, organisation.timeZone(), opened, () -> {})
                        .open());
        add.addThemeVariants(ButtonVariant.PRIMARY);
        return new Component[] {add};
    }

    List<Button> of(Office office, Runnable changed) {
        if (!mayEdit()) {
            return List.of();
        }
        LocalDate today = LocalDate.ofInstant(clock.instant(), office.timeZone());
        return List.of(
                new Button("Ubah kantor", click -> edit(office, changed)),
                new Button("Jam layanan", click -> new HoursDialog(weeks, office, today, changed).open()),
                new Button("Hari khusus", click -> new SpecialDaysDialog(specialDays, office, today, changed).open()),
                office.closedFrom() == null
                        ? new Button(
                                "Tutup kantor",
                                click -> new CloseOfficeDialog(administration, office, today, changed).open())
                        : new Button("Buka kembali", click -> reopen(office, changed)));
    }

    private void edit(Office office, Runnable changed) {
        new OfficeDialog(administration, offices.all(), office, office.timeZone(), code -> {}, changed).open();
    }

    private void reopen(Office office, Runnable changed) {
        Confirm.ask(
                "Buka kembali " + office.name() + "?",
                "Kantor melayani lagi menurut jam dan kuotanya, dan muncul lagi di API.",
                "Buka kembali",
                () -> {
                    try {
                        administration.reopen(office);
                        Notify.done(office.name() + " dibuka kembali.");
                    } catch (ChangedMeanwhile conflict) {
                        Notify.problem(String.valueOf(conflict.getMessage()));
                    }
                    changed.run();
                });
    }
}
