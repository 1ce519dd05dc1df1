package id.dukcapil.portal.booking.arrival;

import id.dukcapil.portal.booking.BookingCode;
import id.dukcapil.portal.booking.BookingDetails;
import id.dukcapil.portal.booking.CheckIn;
import id.dukcapil.portal.booking.Reception;
import id.dukcapil.portal.common.OfficeCode;
import id.dukcapil.portal.common.Permission;
import id.dukcapil.portal.common.ui.Formats;
import id.dukcapil.portal.counter.ArrivalScan;
import id.dukcapil.portal.counter.Tickets;
import id.dukcapil.portal.staff.ActingSystem;
import id.dukcapil.portal.staff.Offices;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import org.springframework.stereotype.Component;

/** A ticket of a booking shown to the number machine. */
@Component
class KioskArrivals implements ArrivalScan {

    private final Reception reception;
    private final Offices offices;
    private final Tickets tickets;
    private final ActingSystem system;

    KioskArrivals(Reception reception, Offices offices, Tickets tickets, ActingSystem system) {
        this.reception = reception;
        this.offices = offices;
        this.tickets = tickets;
        this.system = system;
    }

    @Override
    public Optional<Answer> arrive(String scanned, OfficeCode office) {
        return BookingCode.parse(scanned).value().map(code -> {
            var answer = new AtomicReference<>(new Answer(null, "Tidak ada pemesanan dengan kode ini."));
            system.with(
                    Set.of(Permission.BOOKING_CHECK_IN),
                    () -> reception.checkIn(code, office).ifPresent(result -> answer.set(answer(result, office))));
            return answer.get();
        });
    }

    @Override
    public Optional<String> explain(String scanned) {
        return BookingCode.parse(scanned).value().map(code -> {
            var sentence = new AtomicReference<>("Kode booking %s tidak ada.".formatted(code));
            system.with(
                    Set.of(Permission.BOOKING_CHECK_IN),
                    () -> reception.appointment(code).ifPresent(booked -> sentence.set(explain(code, booked))));
            return sentence.get();
        });
    }

    private String explain(BookingCode code, Reception.Appointment booked) {
        return "Ini tiket pemesanan cetak KTP-el %s untuk %s di %s; pindai di Kedatangan pada hari itu."
                .formatted(
                        code,
                        Formats.longDate(booked.date()),
                        offices.find(booked.office()).orElseThrow().name());
    }

    private Answer answer(CheckIn result, OfficeCode office) {
        return switch (result) {
            case CheckIn.Done done -> number(done.booking(), office);
            case CheckIn.AlreadyDone before -> number(before.booking(), office);
            case CheckIn.TooEarly early ->
                new Answer(
                        null,
                        "Tiket ini untuk %s."
                                .formatted(Formats.longDate(early.booking().date())));
            case CheckIn.Refused refused -> new Answer(null, refused.reason());
        };
    }

    private Answer number(BookingDetails booking, OfficeCode office) {
        return tickets.activeTicketOf(booking.nik(), office)
                .map(ticket -> new Answer(ticket, ""))
                .orElseGet(() -> new Answer(null, "Kedatangan Anda sudah dicatat dan nomornya sudah selesai."));
    }
}
