package id.dukcapil.portal.booking.ui;

import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import id.dukcapil.portal.booking.Relocation;
import id.dukcapil.portal.booking.RelocationId;
import id.dukcapil.portal.booking.RelocationLists;
import id.dukcapil.portal.booking.Relocations;
import id.dukcapil.portal.common.Permission;
import id.dukcapil.portal.common.ui.Formats;
import id.dukcapil.portal.common.ui.ListFilters;
import id.dukcapil.portal.common.ui.Notify;
import id.dukcapil.portal.common.ui.OfficePicker;
import id.dukcapil.portal.common.ui.ReasonDialog;
import id.dukcapil.portal.common.ui.RegisterPage;
import id.dukcapil.portal.common.ui.Tone;
import id.dukcapil.portal.staff.CurrentStaff;
import id.dukcapil.portal.staff.Office;
import jakarta.annotation.security.RolesAllowed;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.OptimisticLockingFailureException;

/** Pemindahan: which bookings were moved together, who they were, and taking it all back. */
@Route(BookingNavigation.RELOCATIONS)
@PageTitle("Pemindahan pemesanan")
@RolesAllowed(Permission.Name.BOOKING_READ)
@StyleSheet("context://styles/booking.css")
class RelocationsView extends RegisterPage<Relocation> {

    private static final String CHOSEN = "pemindahan";

    private final transient Relocations relocations;
    private final transient CurrentStaff staff;
    private final OfficePicker<Office> offices;
    private final Anchor calendar = new Anchor("", "Kalender kuota");
    private transient Office office;

    RelocationsView(Relocations relocations, RelocationLists lists, CurrentStaff staff) {
        super("Pemindahan pemesanan", BookingNavigation.RELOCATIONS);
        this.relocations = relocations;
        this.staff = staff;
        offices = new OfficePicker<>(
                staff.officesInScope(),
                staff.require().office(),
                code -> go(url().with(ListFilters.OFFICE, code).with(CHOSEN, null)));
        office = offices.show(url());
        calendar.setRouterIgnore(false);
        calendar.addClassName("button");
        setActions(offices, calendar);
        addColumns();
        list(() -> office.code(), lists::count, Integer.MAX_VALUE, lists::page, Function.identity());
        var panel = new RelocationPanel();
        open(
                panel,
                CHOSEN,
                Relocation::id,
                id -> RelocationId.parse(id).flatMap(lists::find),
                one -> panel.show(one, lists.people(one.id()), office.timeZone(), takingBack(one)),
                "Pemindahan itu tidak ada, atau bukan dari kantor Anda.");
        whenEmpty(
                "Belum ada pemindahan",
                "Pemesanan dipindahkan bersama-sama dari kalender kuota: buka harinya, lalu Pindahkan pemesanan.");
        lay();
    }

    private void addColumns() {
        grid.column("Waktu", "10rem", one -> Formats.shortDateTime(one.madeAt(), office.timeZone()));
        grid.column("Orang", "6rem", one -> Formats.number(one.people()));
        grid.column("Alasan", 2, Relocation::reason);
        grid.column("Oleh", 1, Relocation::madeBy);
        grid.badge("Keadaan", "9rem", RelocationsView::label, RelocationsView::tone);
        grid.cards(
                one -> Formats.number(one.people()) + " orang",
                one -> List.of(one.reason(), Formats.shortDateTime(one.madeAt(), office.timeZone())));
    }

    static String label(Relocation one) {
        return one.isTakenBack() ? "Dibatalkan" : "Berlaku";
    }

    static Tone tone(Relocation one) {
        return one.isTakenBack() ? Tone.NEUTRAL : Tone.OK;
    }

    @Override
    protected void refresh() {
        office = offices.show(url());
        setSubtitle(office.name());
        calendar.setHref(BookingNavigation.calendar(office.code()));
        super.refresh();
    }

    private @Nullable Runnable takingBack(Relocation one) {
        boolean may = staff.may(Permission.QUOTA_EDIT) && staff.may(Permission.BOOKING_CHANGE);
        return may && !one.isTakenBack() ? () -> askBeforeTakingBack(one) : null;
    }

    private void askBeforeTakingBack(Relocation one) {
        ReasonDialog.askBeforeLoss(
                "Batalkan pemindahan %s orang".formatted(Formats.number(one.people())),
                "Semua kembali ke hari semula dengan nomor baru dan mendapat surat; kapasitas hari itu dipulihkan.",
                "Batalkan pemindahan",
                why -> takeBack(one, why));
    }

    private void takeBack(Relocation one, String why) {
        try {
            relocations.takeBack(one.id(), why);
            Notify.done("Pemindahan dibatalkan; semua mendapat surat tentang hari semula.");
        } catch (OptimisticLockingFailureException conflict) {
            Notify.problem(String.valueOf(conflict.getMessage()));
        }
        refresh();
    }
}
