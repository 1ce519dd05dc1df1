package id.dukcapil.portal.booking.ui;

import id.dukcapil.portal.booking.BookingLists;
import id.dukcapil.portal.booking.BookingStatus;
import id.dukcapil.portal.booking.DayCounts;
import id.dukcapil.portal.booking.QuotaCalendar;
import id.dukcapil.portal.booking.QuotaDay;
import id.dukcapil.portal.common.Permission;
import id.dukcapil.portal.common.ui.Figure;
import id.dukcapil.portal.common.ui.Formats;
import id.dukcapil.portal.common.ui.Tone;
import id.dukcapil.portal.common.ui.parts.BarTable;
import id.dukcapil.portal.common.ui.parts.BarTable.Bar;
import id.dukcapil.portal.common.ui.parts.Desk;
import id.dukcapil.portal.common.ui.parts.DeskContribution;
import id.dukcapil.portal.common.ui.parts.FigureLink;
import id.dukcapil.portal.common.ui.parts.Sheet;
import id.dukcapil.portal.common.ui.parts.UrgentWork;
import id.dukcapil.portal.common.ui.parts.UrgentWork.Urgency;
import id.dukcapil.portal.staff.CurrentStaff;
import id.dukcapil.portal.staff.Office;
import id.dukcapil.portal.staff.Offices;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** The print queue of the own office: the numbers of today, seats that can be given away, and the days ahead. */
@Component
@Order(30)
class BookingDesk implements DeskContribution {

    /** Days of service that are drawn. */
    private static final int DAYS = 5;

    private final BookingLists lists;
    private final QuotaCalendar calendar;
    private final CurrentStaff staff;
    private final Offices offices;
    private final Clock clock;

    BookingDesk(BookingLists lists, QuotaCalendar calendar, CurrentStaff staff, Offices offices, Clock clock) {
        this.lists = lists;
        this.calendar = calendar;
        this.staff = staff;
        this.offices = offices;
        this.clock = clock;
    }

    @Override
    public void fill(Desk desk) {
        Office office = offices.find(staff.require().office()).orElseThrow();
        LocalDate today = LocalDate.ofInstant(clock.instant(), office.timeZone());
        if (staff.may(Permission.BOOKING_READ)) {
            addToday(desk, office, today);
        }
        if (staff.may(Permission.QUOTA_READ)) {
            addDaysAhead(desk, office, today);
        }
    }

    private void addToday(Desk desk, Office office, LocalDate today) {
        DayCounts counts = lists.countsOfDay(office.code(), today);
        int seats = counts.seats();
        int waiting = counts.expected();
        desk.figure(new Figure(
                        "Datang hari ini",
                        Formats.number(seats - waiting),
                        office.name(),
                        Tone.NEUTRAL,
                        BookingNavigation.bookingsOf(office.code(), today))
                .withUnit("dari " + Formats.number(seats)));
        String absent = BookingNavigation.bookingsOf(office.code(), today, BookingStatus.BOOKED.name());
        desk.figure(new Figure(
                "Belum hadir", Formats.number(waiting), ReceptionFigures.absent(counts), Tone.NEUTRAL, absent));
        if (counts.released() > 0 && staff.may(Permission.BOOKING_CHECK_IN)) {
            desk.urgent(new UrgentWork(
                    Urgency.NOW,
                    null,
                    ReceptionFigures.absent(counts),
                    "Pemegangnya tidak datang sampai jam pelepasan; berikan kepada yang menunggu di ruangan.",
                    "",
                    Tone.NEUTRAL,
                    "Buka kedatangan",
                    BookingNavigation.RECEPTION));
        }
    }

    private void addDaysAhead(Desk desk, Office office, LocalDate today) {
        LocalDate furthest = calendar.window(office.code()).furthestDay(today);
        List<QuotaDay> ahead = calendar.days(office.code(), today.plusDays(1), furthest).stream()
                .filter(day -> day.serves() && !day.closedByHand())
                .toList();
        if (ahead.isEmpty()) {
            return;
        }
        long full = ahead.stream().filter(day -> day.available() == 0).count();
        String calendarLink = BookingNavigation.calendar(office.code());
        List<Bar> bars = ahead.stream().limit(DAYS).map(day -> bar(office, day)).toList();
        desk.drawing(new Sheet(
                        "Hari layanan berikutnya",
                        new BarTable("Hari", "Terpesan", bars).note("garis: kapasitas hari itu"))
                .beside(new FigureLink("%d dari %d hari penuh".formatted(full, ahead.size()), calendarLink)));
        if (full > 0 && staff.may(Permission.QUOTA_EDIT)) {
            desk.urgent(new UrgentWork(
                    Urgency.LATER,
                    null,
                    Formats.number(full) + " hari layanan penuh",
                    "dari %d hari dalam masa pemesanan".formatted(ahead.size()),
                    "",
                    Tone.NEUTRAL,
                    "Buka kalender",
                    calendarLink));
        }
    }

    private static Bar bar(Office office, QuotaDay day) {
        int capacity = day.quota().capacity();
        return new Bar(
                Formats.shortDate(day.date()),
                day.booked(),
                (double) capacity,
                "%s / %s".formatted(Formats.number(day.booked()), Formats.number(capacity)),
                BookingNavigation.calendarDay(office.code(), day.date()),
                day.available() == 0 ? Tone.WARN : Tone.NEUTRAL);
    }
}
