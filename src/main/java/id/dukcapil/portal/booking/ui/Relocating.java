package id.dukcapil.portal.booking.ui;

import id.dukcapil.portal.booking.QuotaCalendar;
import id.dukcapil.portal.booking.QuotaDay;
import id.dukcapil.portal.booking.RelocationWish;
import id.dukcapil.portal.booking.Relocations;
import id.dukcapil.portal.common.Permission;
import id.dukcapil.portal.staff.CurrentStaff;
import id.dukcapil.portal.staff.Office;
import java.time.LocalDate;
import java.util.function.Supplier;

/** Opens the wizard that moves bookings from wherever the calendar finds too many people on a day. */
class Relocating {

    private static final String CARDS_LACKING = "Persediaan blangko KTP-el tidak mencukupi";

    private final Relocations relocations;
    private final QuotaCalendar calendar;
    private final CurrentStaff staff;
    private final Supplier<Office> office;
    private final Runnable changed;

    /** @param office the one that the calendar shows at the moment */
    Relocating(
            Relocations relocations,
            QuotaCalendar calendar,
            CurrentStaff staff,
            Supplier<Office> office,
            Runnable changed) {
        this.relocations = relocations;
        this.calendar = calendar;
        this.staff = staff;
        this.office = office;
        this.changed = changed;
    }

    boolean isAllowed() {
        return staff.may(Permission.QUOTA_EDIT) && staff.may(Permission.BOOKING_CHANGE);
    }

    /** For one day; nothing happens for who may not. */
    void of(QuotaDay day, RelocationWish.Kind kind, int capacity, String reason) {
        if (isAllowed()) {
            open(new RelocationStart(office.get(), day.date(), day.date(), kind, capacity, reason));
        }
    }

    /** For whatever reason a day that is looked at shall take fewer people, or was closed by the calendar. */
    void of(QuotaDay day) {
        of(
                day,
                day.officeDay().isOpen() ? RelocationWish.Kind.CLOSE : RelocationWish.Kind.CALENDAR,
                0,
                day.officeDay().closedBecause().orElse(""));
    }

    /** For all coming days on which there are not enough cards. */
    void forStock(LocalDate today) {
        open(new RelocationStart(
                office.get(),
                today.plusDays(1),
                calendar.window(office.get().code()).furthestDay(today),
                RelocationWish.Kind.STOCK,
                0,
                CARDS_LACKING));
    }

    private void open(RelocationStart start) {
        new RelocationDialog(relocations, start, changed).open();
    }
}
