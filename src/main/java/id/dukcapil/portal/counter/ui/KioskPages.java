package id.dukcapil.portal.counter.ui;

import id.dukcapil.portal.common.Actor;
import id.dukcapil.portal.common.procedure.ActedBy;
import id.dukcapil.portal.common.ui.Formats;
import id.dukcapil.portal.counter.ArrivalScan;
import id.dukcapil.portal.counter.ArrivalScan.Answer;
import id.dukcapil.portal.counter.Priority;
import id.dukcapil.portal.counter.ServiceCode;
import id.dukcapil.portal.counter.Ticket;
import id.dukcapil.portal.counter.TicketRefused;
import id.dukcapil.portal.counter.TicketRequest;
import id.dukcapil.portal.counter.TicketRequest.Channel;
import id.dukcapil.portal.counter.device.Device.Kind;
import id.dukcapil.portal.counter.device.Device.Need;
import id.dukcapil.portal.counter.device.Devices;
import id.dukcapil.portal.counter.hall.Hall;
import id.dukcapil.portal.counter.queue.CallDesk;
import id.dukcapil.portal.counter.queue.Dispenser;
import id.dukcapil.portal.counter.queue.TicketRows;
import id.dukcapil.portal.staff.Office;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;

/** Mesin nomor: the page at which people without a booking take a number. One touch has one key and gets one ticket. */
@Controller
class KioskPages {

    private static final Pattern KEY = Pattern.compile("[A-Za-z0-9-]{8,60}");
    private static final Actor MACHINE = new Actor(Actor.Kind.SYSTEM, null, "Mesin nomor");

    /** A number taken by mistake can be given back so long. */
    private static final Duration REGRET = Duration.ofMinutes(2);

    private final DeviceGate gate;
    private final HallSheet sheet;
    private final Hall hall;
    private final KioskFace face;
    private final Devices devices;
    private final Dispenser dispenser;
    private final CallDesk desk;
    private final TicketRows rows;
    private final TicketFaces faces;
    private final List<ArrivalScan> scans;
    private final Clock clock;

    KioskPages(
            DeviceGate gate,
            HallSheet sheet,
            Hall hall,
            KioskFace face,
            Devices devices,
            Dispenser dispenser,
            CallDesk desk,
            TicketRows rows,
            TicketFaces faces,
            List<ArrivalScan> scans,
            Clock clock) {
        this.gate = gate;
        this.sheet = sheet;
        this.hall = hall;
        this.face = face;
        this.devices = devices;
        this.dispenser = dispenser;
        this.desk = desk;
        this.rows = rows;
        this.faces = faces;
        this.scans = scans;
        this.clock = clock;
    }

    /** @param key of the touch; @param priority the name of a {@link Priority} or nothing */
    record Touch(
            @Nullable String key,
            @Nullable String service,
            @Nullable String priority) {}

    /** @param qr address of the picture; @param page of the ticket; @param regrettable whether it can be given back */
    record Slip(
            String number,
            String service,
            int ahead,
            @Nullable String range,
            String taken,
            String code,
            String qr,
            String page,
            boolean regrettable) {}

    @GetMapping("/antrean/{office}")
    ResponseEntity<?> kiosk(
            HttpServletRequest request,
            @PathVariable String office,
            @RequestParam(name = "kunci", required = false) @Nullable String token) {
        return token != null
                ? gate.keep(request, office, Kind.KIOSK, token)
                : gate.admit(request, office, Kind.KIOSK, device -> sheet.kiosk(face.of(device.office())));
    }

    @GetMapping("/antrean/{office}/keadaan")
    ResponseEntity<?> state(HttpServletRequest request, @PathVariable String office) {
        return gate.admit(
                request,
                office,
                Kind.KIOSK,
                machine -> ResponseEntity.ok(face.state(machine.office(), machine.device())));
    }

    /** "Kertas tidak keluar" and "Panggil petugas": the clerks of the office see it at their counters. */
    @PostMapping("/antrean/{office}/perlu/{need}")
    ResponseEntity<?> tell(HttpServletRequest request, @PathVariable String office, @PathVariable Need need) {
        return gate.admit(request, office, Kind.KIOSK, machine -> {
            devices.tell(machine.device(), need);
            return ResponseEntity.noContent().build();
        });
    }

    @PostMapping(path = "/antrean/{office}/nomor", consumes = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<?> take(HttpServletRequest request, @PathVariable String office, @RequestBody Touch touch) {
        return gate.admit(request, office, Kind.KIOSK, device -> {
            String key = touch.key();
            Optional<Priority> priority = priority(touch.priority());
            if (key == null || !KEY.matcher(key).matches() || priority.isEmpty() && touch.priority() != null) {
                return ResponseEntity.badRequest().build();
            }
            try {
                Ticket ticket = dispenser
                        .issue(wish(device.office(), touch, key, priority.orElse(null)), machine())
                        .ticket();
                return ResponseEntity.ok(slip(device.office(), ticket));
            } catch (TicketRefused | IllegalArgumentException unknown) {
                return ResponseEntity.status(HttpStatus.UNPROCESSABLE_CONTENT).build();
            }
        });
    }

    /** @param text as scanned */
    record Scan(@Nullable String text) {}

    /** A booking shown to the machine: arrival and number in one. */
    @PostMapping(path = "/antrean/{office}/pindai", consumes = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<?> scan(HttpServletRequest request, @PathVariable String office, @RequestBody Scan scan) {
        return gate.admit(request, office, Kind.KIOSK, device -> {
            Answer answer = scans.stream()
                    .flatMap(known ->
                            known
                                    .arrive(
                                            Objects.requireNonNullElse(scan.text(), ""),
                                            device.office().code())
                                    .stream())
                    .findFirst()
                    .orElseGet(() -> new Answer(null, "Ini bukan kode booking."));
            return answer.ticket() == null
                    ? ResponseEntity.status(HttpStatus.UNPROCESSABLE_CONTENT)
                            .body(Map.of("sentence", answer.sentence() + " Silakan temui petugas."))
                    : ResponseEntity.ok(slip(device.office(), answer.ticket()));
        });
    }

    private static TicketRequest wish(Office office, Touch touch, String key, @Nullable Priority priority) {
        return new TicketRequest(
                office.code(),
                new ServiceCode(Objects.requireNonNullElse(touch.service(), "")),
                Channel.KIOSK,
                null,
                null,
                priority,
                priority == null ? null : "dipilih sendiri di mesin nomor",
                key);
    }

    private static Optional<Priority> priority(@Nullable String name) {
        return Arrays.stream(Priority.values())
                .filter(kind -> kind.name().equals(name))
                .findFirst();
    }

    private Slip slip(Office office, Ticket ticket) {
        return new Slip(
                ticket.label(),
                hall.service(office.code(), ticket.service()).label(),
                faces.ahead(ticket),
                ticket.expected() == null ? null : ticket.expected().words(),
                Formats.time(ticket.firstArrival(), office.timeZone()),
                ticket.code(),
                TicketPages.PATH + ticket.code() + "/qr",
                TicketPages.PATH + ticket.code(),
                ticket.bookingCode() == null);
    }

    /** "Salah pilih": gives a number of this machine back within two minutes. */
    @PostMapping("/antrean/{office}/nomor/{code}/batal")
    ResponseEntity<?> regret(HttpServletRequest request, @PathVariable String office, @PathVariable String code) {
        return gate.admit(request, office, Kind.KIOSK, device -> {
            rows.byCode(code)
                    .filter(ticket -> ticket.office().equals(device.office().code())
                            && ticket.status().isOpen()
                            && !ticket.status().isAtCounter()
                            && Duration.between(ticket.firstArrival(), clock.instant())
                                            .compareTo(REGRET)
                                    < 0)
                    .ifPresent(ticket -> desk.cancel(ticket.id(), "salah pilih di mesin nomor", machine()));
            return ResponseEntity.noContent().build();
        });
    }

    private ActedBy machine() {
        return new ActedBy(MACHINE, "", clock.instant());
    }
}
