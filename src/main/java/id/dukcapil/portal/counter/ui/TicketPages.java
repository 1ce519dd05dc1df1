package id.dukcapil.portal.counter.ui;

import id.dukcapil.portal.common.Actor;
import id.dukcapil.portal.common.procedure.ActedBy;
import id.dukcapil.portal.common.procedure.IllegalMove;
import id.dukcapil.portal.common.ui.Formats;
import id.dukcapil.portal.counter.Ticket;
import id.dukcapil.portal.counter.board.Streams;
import id.dukcapil.portal.counter.hall.Hall;
import id.dukcapil.portal.counter.queue.CallDesk;
import id.dukcapil.portal.documents.Barcodes;
import id.dukcapil.portal.staff.Office;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** The ticket on the own phone: number, people before me, expected range, "Giliran Anda". Its address is a secret. */
@Controller
class TicketPages {

    static final String PATH = "/antrean/tiket/";

    private static final int QR_PIXELS = 400;
    private static final Actor HOLDER = new Actor(Actor.Kind.SYSTEM, null, "Pemegang nomor");

    private final TicketFaces faces;
    private final HallSheet sheet;
    private final Streams streams;
    private final CallDesk desk;
    private final Hall hall;
    private final TicketSlip slip;
    private final Clock clock;

    TicketPages(
            TicketFaces faces,
            HallSheet sheet,
            Streams streams,
            CallDesk desk,
            Hall hall,
            TicketSlip slip,
            Clock clock) {
        this.faces = faces;
        this.sheet = sheet;
        this.streams = streams;
        this.desk = desk;
        this.hall = hall;
        this.slip = slip;
        this.clock = clock;
    }

    @GetMapping(PATH + "{code}")
    ResponseEntity<?> ticket(@PathVariable String code) {
        return faces.current(code)
                .<ResponseEntity<?>>map(ticket -> sheet.ticket(values(code, ticket)))
                .orElseGet(sheet::unknownTicket);
    }

    private Map<String, Object> values(String code, Ticket ticket) {
        Office office = hall.office(ticket.office());
        return Map.of(
                "code",
                code,
                "office",
                office.name(),
                "date",
                Formats.longDate(ticket.serviceDay()),
                "number",
                ticket.label(),
                "zone",
                office.timeZone().getRules().getOffset(clock.instant()).getTotalSeconds() / 60);
    }

    @GetMapping(PATH + "{code}/aliran")
    ResponseEntity<?> stream(@PathVariable String code) {
        Optional<Ticket> ticket = faces.current(code);
        return ticket.isEmpty()
                ? sheet.unknownTicket()
                : BoardPages.answer(streams.other(
                        hall.office(ticket.get().office()), () -> faces.of(code).orElseThrow()));
    }

    @GetMapping(path = PATH + "{code}/qr", produces = MediaType.IMAGE_PNG_VALUE)
    ResponseEntity<byte[]> qr(@PathVariable String code) {
        return faces.current(code)
                .map(ticket -> ResponseEntity.ok(Barcodes.qrPng(slip.address(code), QR_PIXELS)))
                .orElseGet(() -> ResponseEntity.notFound().build());
    }

    @GetMapping(path = PATH + "{code}/pdf", produces = MediaType.APPLICATION_PDF_VALUE)
    ResponseEntity<byte[]> pdf(@PathVariable String code) {
        return faces.current(code)
                .map(ticket -> ResponseEntity.ok(slip.pdf(ticket)))
                .orElseGet(() -> ResponseEntity.notFound().build());
    }

    @PostMapping(PATH + "{code}/batal")
    ResponseEntity<?> cancel(@PathVariable String code) {
        try {
            faces.current(code)
                    .ifPresent(ticket -> desk.cancel(
                            ticket.id(), "dibatalkan pemegang nomor", new ActedBy(HOLDER, "", clock.instant())));
        } catch (IllegalMove meanwhile) {
            return ResponseEntity.status(409).build();
        }
        return ResponseEntity.noContent().build();
    }
}
