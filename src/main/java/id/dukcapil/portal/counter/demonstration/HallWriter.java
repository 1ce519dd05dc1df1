package id.dukcapil.portal.counter.demonstration;

import id.dukcapil.portal.common.OfficeCode;
import id.dukcapil.portal.common.TimeOrderedId;
import id.dukcapil.portal.common.UtcDateTime;
import id.dukcapil.portal.counter.Priority;
import id.dukcapil.portal.counter.ServiceCode;
import id.dukcapil.portal.counter.TicketStatus;
import id.dukcapil.portal.counter.hall.Hall;
import id.dukcapil.portal.counter.hall.HallService;
import id.dukcapil.portal.counter.queue.Due;
import id.dukcapil.portal.counter.queue.Due.Allowances;
import id.dukcapil.portal.counter.queue.Due.Basis;
import id.dukcapil.portal.counter.queue.Stays.Kind;
import id.dukcapil.portal.staff.Demonstration;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Writes invented numbers in batches, past the counters: thousands of calls would take minutes through them. */
@Component
@Demonstration
class HallWriter {

    private static final List<String> CLERKS = List.of("Tita Wulandari", "Deden Suryana", "Fitri Handayani, A.Md.");

    private final Hall hall;
    private final JdbcTemplate batches;
    private final List<Object[]> tickets = new ArrayList<>();
    private final List<Object[]> stays = new ArrayList<>();
    private final List<Object[]> calls = new ArrayList<>();
    private final Map<List<Object>, Integer> series = new HashMap<>();

    HallWriter(Hall hall, JdbcTemplate batches) {
        this.hall = hall;
        this.batches = batches;
    }

    record Counter(UUID id, int number, String letter) {}

    /** @param waited seconds until the call; @param way seconds from the call to the counter */
    record Story(
            ServiceCode service,
            Counter counter,
            Instant arrival,
            @Nullable Priority priority,
            int ahead,
            long waited,
            long way) {}

    /** The services that some counter serves, each with its counter. */
    Map<ServiceCode, Counter> counters(OfficeCode office) {
        var counters = new LinkedHashMap<ServiceCode, Counter>();
        List<HallService> services = hall.services(office);
        hall.desks(office)
                .forEach(desk -> services.stream()
                        .filter(service -> desk.services().contains(service.code()))
                        .forEach(service -> counters.putIfAbsent(
                                service.code(), new Counter(desk.id(), desk.number(), service.letter()))));
        return counters;
    }

    void served(OfficeCode office, LocalDate day, Story story, long serving) {
        Instant called = story.arrival().plusSeconds(story.waited());
        Instant answered = called.plusSeconds(story.way());
        Instant end = answered.plusSeconds(serving);
        UUID ticket = ticket(office, day, story, TicketStatus.FINISHED, end);
        stay(office, day, story, ticket, Kind.WAITING, story.arrival(), called);
        stay(office, day, story, ticket, Kind.WAY, called, answered);
        stay(office, day, story, ticket, Kind.SERVICE, answered, end);
        call(office, day, story, ticket, 1, called, answered, end, "FINISHED");
    }

    void absent(OfficeCode office, LocalDate day, Story story) {
        Instant called = story.arrival().plusSeconds(story.waited());
        Instant end = called.plusSeconds(180);
        UUID ticket = ticket(office, day, story, TicketStatus.NO_SHOW, end);
        stay(office, day, story, ticket, Kind.WAITING, story.arrival(), called);
        stay(office, day, story, ticket, Kind.WAY, called, end);
        call(office, day, story, ticket, 3, called, null, end, "NO_SHOW");
    }

    void waiting(OfficeCode office, LocalDate day, Story story) {
        UUID ticket = ticket(office, day, story, TicketStatus.WAITING, null);
        stay(office, day, story, ticket, Kind.WAITING, story.arrival(), null);
    }

    private UUID ticket(OfficeCode office, LocalDate day, Story story, TicketStatus status, @Nullable Instant end) {
        UUID id = TimeOrderedId.at(story.arrival());
        String letter = story.counter().letter();
        int number = series.merge(List.of(office, day, letter), 1, Integer::sum);
        Instant due = Due.of(story.arrival(), null, false, story.priority(), Allowances.USUAL);
        int low = 5 * (int) (story.ahead() * 150L / 300);
        tickets.add(new Object[] {
            id,
            office.value(),
            day,
            letter,
            number,
            UUID.nameUUIDFromBytes((office + letter + day + number).getBytes(StandardCharsets.UTF_8))
                    .toString()
                    .replace("-", "")
                    .substring(0, 20),
            story.service().value(),
            "KIOSK",
            story.priority() == null ? null : story.priority().name(),
            story.priority() == null ? null : "Mesin nomor",
            story.priority() == null ? null : "dipilih sendiri di mesin nomor",
            UtcDateTime.of(story.arrival()),
            UtcDateTime.of(due),
            status.name(),
            story.ahead(),
            low,
            low + 5 + 5 * (story.ahead() + 1),
            UtcDateTime.ofNullable(end)
        });
        return id;
    }

    private void stay(
            OfficeCode office, LocalDate day, Story story, UUID ticket, Kind kind, Instant from, @Nullable Instant to) {
        stays.add(new Object[] {
            TimeOrderedId.at(from),
            ticket,
            office.value(),
            day,
            story.service().value(),
            kind.name(),
            kind == Kind.WAITING ? null : story.counter().id(),
            UtcDateTime.of(from),
            UtcDateTime.ofNullable(to)
        });
    }

    private void call(
            OfficeCode office,
            LocalDate day,
            Story story,
            UUID ticket,
            int times,
            Instant called,
            @Nullable Instant answered,
            Instant end,
            String outcome) {
        calls.add(new Object[] {
            TimeOrderedId.at(called),
            ticket,
            office.value(),
            day,
            story.counter().id(),
            story.counter().number(),
            CLERKS.get(calls.size() % CLERKS.size()),
            (story.priority() == null ? Basis.WALK_IN : Basis.PRIORITY).name(),
            "Data contoh",
            story.priority() == null ? 0 : story.ahead(),
            times,
            UtcDateTime.of(called),
            UtcDateTime.of(called),
            UtcDateTime.ofNullable(answered),
            UtcDateTime.of(end),
            outcome
        });
    }

    void flush() {
        batches.batchUpdate("""
                INSERT INTO counter_ticket (id, office_code, service_day, letter, number, code, service, channel, priority,
                  priority_by, priority_reason, first_arrival, due, status, returned, ahead, expected_from, expected_to,
                  ended_at)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, FALSE, ?, ?, ?, ?)""", tickets);
        batches.batchUpdate("""
                INSERT INTO counter_stay (id, ticket_id, office_code, service_day, service, kind, desk_id, started_at, ended_at)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)""", stays);
        batches.batchUpdate("""
                INSERT INTO counter_call (id, ticket_id, office_code, service_day, desk_id, desk_number, staff_name, basis,
                  reason, overtaken, times, called_at, announced_at, answered_at, ended_at, outcome)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""", calls);
        batches.batchUpdate(
                "INSERT INTO counter_series VALUES (?, ?, ?, ?)",
                series.entrySet().stream()
                        .map(entry -> new Object[] {
                            entry.getKey().get(0).toString(),
                            entry.getKey().get(1),
                            entry.getKey().get(2),
                            entry.getValue()
                        })
                        .toList());
        List.of(tickets, stays, calls).forEach(List::clear);
        series.clear();
    }
}
