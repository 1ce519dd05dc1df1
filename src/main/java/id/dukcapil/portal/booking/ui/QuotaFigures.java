package id.dukcapil.portal.booking.ui;

import com.vaadin.flow.component.html.Div;
import id.dukcapil.portal.booking.BookingWindow;
import id.dukcapil.portal.booking.QuotaDay;
import id.dukcapil.portal.common.ui.Figure;
import id.dukcapil.portal.common.ui.Formats;
import id.dukcapil.portal.common.ui.Tone;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** The month in four figures above the calendar. */
class QuotaFigures extends Div {

    QuotaFigures() {
        addClassName("figures");
    }

    /**
     * @param lastDay the last day that can be booked now
     * @param window from when on days can be booked
     * @param nextFree the nearest day with a seat for the public
     */
    void show(
            List<QuotaDay> days,
            LocalDate today,
            LocalDate lastDay,
            BookingWindow window,
            Optional<LocalDate> nextFree) {
        List<QuotaDay> serving =
                days.stream().filter(day -> day.serves() && !day.closedByHand()).toList();
        int free = days.stream().mapToInt(QuotaDay::available).sum();
        removeAll();
        add(
                booked(days, serving),
                new Figure(
                        "Masih dapat dipesan umum",
                        Formats.number(free),
                        "bulan ini; dibuka sampai %s, bertambah sehari tiap pukul %s"
                                .formatted(Formats.date(lastDay), Formats.time(window.opensAt()))),
                full(serving, today),
                new Figure(
                        "Kursi kosong terdekat",
                        nextFree.map(Formats::longDate).orElse("Tidak ada dalam masa pemesanan"),
                        "untuk umum"));
    }

    private static Figure booked(List<QuotaDay> days, List<QuotaDay> serving) {
        int capacity = serving.stream().mapToInt(day -> day.quota().capacity()).sum();
        int booked = days.stream().mapToInt(QuotaDay::booked).sum();
        return new Figure(
                        "Terpesan bulan ini",
                        Formats.number(booked),
                        "dari %s kursi pada %d hari layanan".formatted(Formats.number(capacity), serving.size()))
                .withBar(booked, capacity, Tone.NEUTRAL);
    }

    private static Figure full(List<QuotaDay> serving, LocalDate today) {
        long full = serving.stream()
                .filter(day -> !day.date().isBefore(today) && !day.beyondHorizon() && day.available() == 0)
                .count();
        return new Figure(
                "Hari penuh",
                Formats.number(full),
                full == 0 ? "semua hari mendatang masih ada kursi" : "hari mendatang tanpa kursi untuk umum",
                full == 0 ? Tone.NEUTRAL : Tone.WARN,
                null);
    }
}
