package id.dukcapil.portal.counter.ui;

import id.dukcapil.portal.common.ui.Formats;
import id.dukcapil.portal.counter.board.Streams;
import id.dukcapil.portal.counter.device.Device.Kind;
import id.dukcapil.portal.counter.hall.Hall;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** Papan panggilan: what a television in the waiting room shows and says. */
@Controller
class BoardPages {

    private final DeviceGate gate;
    private final HallSheet sheet;
    private final Streams streams;
    private final Hall hall;

    BoardPages(DeviceGate gate, HallSheet sheet, Streams streams, Hall hall) {
        this.gate = gate;
        this.sheet = sheet;
        this.streams = streams;
        this.hall = hall;
    }

    @GetMapping("/papan/{office}")
    ResponseEntity<?> board(
            HttpServletRequest request,
            @PathVariable String office,
            @RequestParam(name = "kunci", required = false) @Nullable String token) {
        return token != null
                ? gate.keep(request, office, Kind.BOARD, token)
                : gate.admit(
                        request,
                        office,
                        Kind.BOARD,
                        device -> sheet.board(Map.of(
                                "office",
                                device.office().name(),
                                "date",
                                Formats.longDate(hall.today(device.office())),
                                "code",
                                office)));
    }

    @GetMapping("/papan/{office}/aliran")
    ResponseEntity<?> stream(HttpServletRequest request, @PathVariable String office) {
        return gate.admit(
                request, office, Kind.BOARD, device -> answer(streams.board(device.office(), device.stillAdmitted())));
    }

    static ResponseEntity<?> answer(Optional<?> stream) {
        return stream.<ResponseEntity<?>>map(open ->
                        ResponseEntity.ok().header("X-Accel-Buffering", "no").body(open))
                .orElseGet(() -> ResponseEntity.status(HttpStatus.SERVICE_UNAVAILABLE)
                        .header("Retry-After", "5")
                        .build());
    }
}
