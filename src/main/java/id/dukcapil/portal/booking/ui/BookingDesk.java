package id.dukcapil.portal.booking.ui;

import id.dukcapil.portal.booking.BookingLists;
import id.dukcapil.portal.booking.BookingStatus;
import id.dukcapil.portal.booking.DayCounts;
import id.dukcapil.portal.booking.QuotaCalendar;
import id.dukcapil.portal.booking.QuotaDay;
import id.dukcapil.portal.common.Permission;
import id.dukcapil.portal.common.ui.DeskCard;
import id.dukcapil.portal.common.ui.DeskContribution;
import id.dukcapil.portal.common.ui.Formats;
import id.dukcapil.portal.common.ui.Tone;
import id.dukcapil.portal.staff.CurrentStaff;
import id.dukcapil.portal.staff.Office;
import id.dukcapil.portal.staff.Offices;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** What the print queue puts on a person's desk: today's numbers of the own office and the days ahead. */
@Component
class BookingDesk implements DeskContribution {

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
    public List<DeskCard> cards() {
        var cards = new ArrayList<DeskCard>();
        Office office = offices.find(staff.require().office()).orElseThrow();
        LocalDate today = LocalDate.ofInstant(clock.instant(), office.timeZone());
        if (staff.may(Permission.BOOKING_READ)) {
            addToday(cards, office, today);
        }
        if (staff.may(Permission.QUOTA_READ)) {
            addDaysAhead(cards, office, today);
        }
        return cards;
    }

    private void addToday(List<DeskCard> cards, Office office, LocalDate today) {
        DayCounts counts = lists.countsOfDay(office.code(), today);
        int seats = counts.seats();
        int waiting = counts.expected();
        cards.add(new DeskCard(
                "Pemesanan hari ini",
                Formats.number(seats),
                "%s sudah hadir · %s".formatted(Formats.number(seats - waiting), office.name()),
                Tone.NEUTRAL,
                BookingNavigation.bookingsOf(office.code(), today),
                10));
        cards.add(new DeskCard(
                "Belum hadir",
                Formats.number(waiting),
                ReceptionFigures.absent(counts),
                Tone.NEUTRAL,
                BookingNavigation.bookingsOf(office.code(), today, BookingStatus.BOOKED.name()),
                11));
    }

    private void addDaysAhead(List<DeskCard> cards, Office office, LocalDate today) {
        List<QuotaDay> ahead =
                calendar
                        .days(
                                office.code(),
                                today,
                                calendar.window(office.code()).furthestDay(today))
                        .stream()
                        .filter(day -> day.serves() && !day.closedByHand())
                        .toList();
        Optional<QuotaDay> next =
                ahead.stream().filter(day -> day.date().isAfter(today)).findFirst();
        next.ifPresent(day -> cards.add(new DeskCard(
                "Hari layanan berikutnya",
                "%s / %s"
                        .formatted(
                                Formats.number(day.booked()),
                                Formats.number(day.quota().capacity())),
                Formats.longDate(day.date()),
                day.available() == 0 ? Tone.WARN : Tone.NEUTRAL,
                BookingNavigation.calendarDay(office.code(), day.date()),
                20)));
        long full = ahead.stream()
                .filter(day -> day.available() == 0 && !day.date().equals(today))
                .count();
        cards.add(new DeskCard(
                "Hari penuh",
                Formats.number(full),
                "dari %d hari layanan dalam masa pemesanan".formatted(ahead.size()),
                full == 0 ? Tone.NEUTRAL : Tone.WARN,
                BookingNavigation.calendar(office.code()),
                21));
    }
}
