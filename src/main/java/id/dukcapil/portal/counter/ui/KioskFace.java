package id.dukcapil.portal.counter.ui;

import id.dukcapil.portal.common.ui.Formats;
import id.dukcapil.portal.counter.Priority;
import id.dukcapil.portal.counter.board.Board.Line;
import id.dukcapil.portal.counter.board.Boards;
import id.dukcapil.portal.counter.device.Device;
import id.dukcapil.portal.counter.hall.Hall;
import id.dukcapil.portal.staff.Office;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** What the number machine shows before a number is taken. */
@Component
class KioskFace {

    private final Hall hall;
    private final Boards boards;
    private final Clock clock;

    KioskFace(Hall hall, Boards boards, Clock clock) {
        this.hall = hall;
        this.boards = boards;
        this.clock = clock;
    }

    /** For the page when it is opened. */
    Map<String, Object> of(Office office) {
        LocalDate today = hall.today(office);
        Map<String, Line> lines =
                boards.services(office, today).stream().collect(Collectors.toMap(Line::letter, Function.identity()));
        List<Map<String, Object>> services = hall.services(office.code()).stream()
                .filter(service -> service.offered() && service.atKiosk())
                .map(service -> {
                    Line line = Objects.requireNonNull(lines.get(service.letter()));
                    return Map.<String, Object>of(
                            "code", service.code().value(),
                            "letter", service.letter(),
                            "label", service.label(),
                            "description", service.description(),
                            "range", Objects.requireNonNullElse(line.range(), ""),
                            "waiting", line.waiting() == 0 ? "tanpa antre" : line.waiting() + " menunggu");
                })
                .toList();
        return Map.of(
                "office", office.name(),
                "code", office.code().value(),
                "date", Formats.longDate(today),
                "zone", office.timeZone().getRules().getOffset(clock.instant()).getTotalSeconds() / 60,
                "now", clock.millis(),
                "services", services,
                "priorities",
                        Arrays.stream(Priority.values())
                                .map(kind -> Map.of(
                                        "name", kind.name(),
                                        "label", kind.label(),
                                        "sign", kind.name().toLowerCase(Locale.ROOT)))
                                .toList());
    }

    /** What changes while the page is open: waiting and ranges of the services, and what the machine has told a clerk. */
    Map<String, Object> state(Office office, Device machine) {
        LocalDate today = hall.today(office);
        return Map.of(
                "now", clock.millis(),
                "date", Formats.longDate(today),
                "paperOut", machine.paperOutAt() != null,
                "helpAsked", machine.helpAskedAt() != null,
                "services", boards.services(office, today));
    }
}
