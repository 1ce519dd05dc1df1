package id.dukcapil.portal.booking.ui;

import com.vaadin.flow.component.html.Div;
import id.dukcapil.portal.booking.BookingLists.DayCount;
import id.dukcapil.portal.booking.BookingStatus;
import id.dukcapil.portal.common.ui.Figure;
import id.dukcapil.portal.common.ui.Formats;
import id.dukcapil.portal.common.ui.Tone;
import java.util.List;
import java.util.function.Predicate;

/** How many have come and how many are still expected, above the list of the day. */
class ReceptionFigures extends Div {

    private static final long serialVersionUID = 1L;

    ReceptionFigures() {
        addClassName("figures");
    }

    void show(List<DayCount> counts) {
        int seats = sum(counts, BookingStatus::holdsSeat);
        int present = sum(counts, BookingStatus::came);
        removeAll();
        add(
                new Figure("Terpesan hari ini", Formats.number(seats), "nomor yang berlaku"),
                new Figure("Sudah hadir", Formats.number(present), "tiket sudah dipindai")
                        .withBar(present, seats, Tone.OK),
                new Figure("Belum hadir", Formats.number(seats - present), absent(counts)),
                new Figure(
                        "Batal, pindah, digantikan",
                        Formats.number(sum(counts, status -> !status.holdsSeat())),
                        "nomor tidak dipanggil"));
    }

    /** Of seats that may be given away it has to be seen here: the people who wait for one stand at this counter. */
    static String absent(List<DayCount> counts) {
        int released = counts.stream().mapToInt(DayCount::released).sum();
        if (released > 0) {
            return "%s kursi dapat diberikan".formatted(Formats.number(released));
        }
        return sum(counts, status -> status == BookingStatus.BOOKED) > 0 ? "masih ditunggu" : "tidak ada yang ditunggu";
    }

    static int sum(List<DayCount> counts, Predicate<BookingStatus> wanted) {
        return counts.stream()
                .filter(count -> wanted.test(count.status()))
                .mapToInt(DayCount::bookings)
                .sum();
    }
}
