package id.dukcapil.portal.booking.ui;

import com.vaadin.flow.component.html.Div;
import id.dukcapil.portal.booking.DayCounts;
import id.dukcapil.portal.common.ui.Figure;
import id.dukcapil.portal.common.ui.Formats;
import id.dukcapil.portal.common.ui.Tone;

/** How many have come and how many are still expected, above the list of the day. */
class ReceptionFigures extends Div {

    ReceptionFigures() {
        addClassName("figures");
    }

    void show(DayCounts counts) {
        int seats = counts.seats();
        int present = counts.came();
        removeAll();
        add(
                new Figure("Terpesan hari ini", Formats.number(seats), "nomor yang berlaku"),
                new Figure("Sudah hadir", Formats.number(present), "tiket sudah dipindai")
                        .withBar(present, seats, Tone.OK),
                new Figure("Belum hadir", Formats.number(seats - present), absent(counts)),
                new Figure("Batal, pindah, digantikan", Formats.number(counts.withoutSeat()), "nomor tidak dipanggil"));
    }

    /** Of seats that may be given away it has to be seen here: the people who wait for one stand at this counter. */
    static String absent(DayCounts counts) {
        if (counts.released() > 0) {
            return "%s kursi dapat diberikan".formatted(Formats.number(counts.released()));
        }
        return counts.expected() > 0 ? "masih ditunggu" : "tidak ada yang ditunggu";
    }
}
