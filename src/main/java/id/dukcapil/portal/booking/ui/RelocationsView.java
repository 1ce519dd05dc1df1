package id.dukcapil.portal.booking.ui;

import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import id.dukcapil.portal.booking.Relocation;
import id.dukcapil.portal.booking.RelocationId;
import id.dukcapil.portal.booking.RelocationLists;
import id.dukcapil.portal.booking.Relocations;
import id.dukcapil.portal.common.Permission;
import id.dukcapil.portal.common.ui.AddressedPage;
import id.dukcapil.portal.common.ui.Formats;
import id.dukcapil.portal.common.ui.GridCard;
import id.dukcapil.portal.common.ui.KeysetPages;
import id.dukcapil.portal.common.ui.ListAndPanel;
import id.dukcapil.portal.common.ui.Notify;
import id.dukcapil.portal.common.ui.ReasonDialog;
import id.dukcapil.portal.common.ui.ResponsiveGrid;
import id.dukcapil.portal.common.ui.StatusBadge;
import id.dukcapil.portal.common.ui.Tone;
import id.dukcapil.portal.staff.CurrentStaff;
import id.dukcapil.portal.staff.Office;
import jakarta.annotation.security.RolesAllowed;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.OptimisticLockingFailureException;

/** Pemindahan: which bookings were moved together, who they were, and taking it all back. */
@Route(BookingNavigation.RELOCATIONS)
@PageTitle("Pemindahan pemesanan")
@RolesAllowed(Permission.Name.BOOKING_READ)
@StyleSheet("context://styles/booking.css")
class RelocationsView extends AddressedPage {

    private static final long serialVersionUID = 1L;
    private static final String OFFICE = "kantor";
    private static final String CHOSEN = "pemindahan";

    private final transient Relocations relocations;
    private final transient RelocationLists lists;
    private final transient CurrentStaff staff;
    private final OfficePicker offices;
    private final Anchor calendar = new Anchor("", "Kalender kuota");
    private final Grid<Relocation> grid = new Grid<>();
    private final RelocationPanel panel = new RelocationPanel();
    private final ListAndPanel content;
    private transient Office office;

    RelocationsView(Relocations relocations, RelocationLists lists, CurrentStaff staff) {
        super("Pemindahan pemesanan", BookingNavigation.RELOCATIONS);
        this.relocations = relocations;
        this.lists = lists;
        this.staff = staff;
        offices = new OfficePicker(staff, code -> go(url().with(OFFICE, code).with(CHOSEN, null)));
        office = offices.select("", staff.require().office());
        calendar.setRouterIgnore(false);
        calendar.addClassName("button");
        setActions(offices, calendar);
        addColumns();
        content = new ListAndPanel(grid, panel, (Relocation one) -> go(url().with(CHOSEN, one.id())))
                .whenEmpty(
                        "Belum ada pemindahan",
                        "Pemesanan dipindahkan bersama-sama dari kalender kuota: buka harinya, lalu Pindahkan pemesanan.");
        add(content);
        fillHeight(content);
    }

    private void addColumns() {
        grid.setSizeFull();
        grid.addColumn(one -> Formats.shortDateTime(one.madeAt(), office.timeZone()))
                .setHeader("Waktu")
                .setWidth("10rem")
                .setFlexGrow(0);
        grid.addColumn(one -> Formats.number(one.people()))
                .setHeader("Orang")
                .setWidth("6rem")
                .setFlexGrow(0);
        grid.addColumn(Relocation::reason).setHeader("Alasan").setFlexGrow(2);
        grid.addColumn(Relocation::madeBy).setHeader("Oleh").setFlexGrow(1);
        grid.addColumn(StatusBadge.<Relocation>renderer(RelocationsView::label, RelocationsView::tone))
                .setHeader("Keadaan")
                .setWidth("9rem")
                .setFlexGrow(0);
        ResponsiveGrid.cards(
                grid,
                GridCard.<Relocation>of(
                                one -> Formats.number(one.people()) + " orang",
                                one -> List.of(one.reason(), Formats.shortDateTime(one.madeAt(), office.timeZone())))
                        .withBadge(RelocationsView::label, RelocationsView::tone));
    }

    static String label(Relocation one) {
        return one.isTakenBack() ? "Dibatalkan" : "Berlaku";
    }

    static Tone tone(Relocation one) {
        return one.isTakenBack() ? Tone.NEUTRAL : Tone.OK;
    }

    @Override
    protected void refresh() {
        office = offices.select(url().text(OFFICE).orElse(""), staff.require().office());
        setSubtitle(office.name());
        calendar.setHref(BookingNavigation.calendar(office.code()));
        int count = lists.count(office.code());
        grid.setItems(KeysetPages.<Relocation, Relocation>of(
                (after, skip, limit) -> lists.page(office.code(), after, skip, limit), one -> one, count));
        content.showList(count);
        Optional<Relocation> chosen =
                url().text(CHOSEN).flatMap(RelocationId::parse).flatMap(lists::find);
        if (chosen.isEmpty() && url().has(CHOSEN)) {
            Notify.warning("Pemindahan itu tidak ada, atau bukan dari kantor Anda.");
        }
        content.showChosen(
                chosen,
                one -> panel.show(
                        one,
                        lists.people(one.id()),
                        office.timeZone(),
                        takingBack(one),
                        () -> go(url().with(CHOSEN, null))));
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
