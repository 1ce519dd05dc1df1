package id.dukcapil.portal.booking;

import id.dukcapil.portal.booking.Fairness.ChannelUse;
import id.dukcapil.portal.common.Nik;
import id.dukcapil.portal.common.OfficeCode;
import id.dukcapil.portal.common.RecordRow;
import id.dukcapil.portal.common.UtcDateTime;
import id.dukcapil.portal.common.procedure.CaseStatus;
import id.dukcapil.portal.staff.Offices;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Reads what the limits are judged by, for any number of requests with the same few statements: one for the people, one
 * for the windows unless they are known, and, only where applications have a share, the lock of the days concerned and one
 * for the seats. That lock makes the share exact however many ask at once; it is the one that taking a seat takes a moment
 * later.
 */
@Component
class FairnessFacts {

    /**
     * A request as the limits see it.
     *
     * @param client the application that asks, or null for staff
     * @param waiver why staff give a seat in spite of the limits of the person, or null
     */
    record Asked(
            Nik nik,
            OfficeCode office,
            LocalDate date,
            BookingOrigin origin,
            @Nullable UUID client,
            @Nullable String waiver) {}

    private record Day(OfficeCode office, LocalDate date) {}

    private record Share(Day day, UUID client) {}

    private record Past(
            Nik nik,
            Instant createdAt,
            LocalDate date,
            boolean ownBooking,
            boolean missed,
            boolean active,
            @Nullable Instant givenBackAt) {}

    private record Held(Share share, int seats) {}

    private static final RowMapper<Past> PAST = RecordRow.of(Past.class).from("date", "service_date");

    private static final String SEATED = CaseStatus.sql(BookingStatus.class, BookingStatus::holdsSeat);
    private static final RowMapper<Held> HELD = RecordRow.of(Held.class)
            .with(
                    "share",
                    RecordRow.of(Share.class)
                            .with("day", RecordRow.of(Day.class).from("date", "service_date"))
                            .from("client", "client_id"));

    private final JdbcClient jdbc;
    private final QuotaRows quota;
    private final BookingWindows windows;
    private final Offices offices;
    private final BookingLimits limits;
    private final Clock clock;

    FairnessFacts(
            JdbcClient jdbc,
            QuotaRows quota,
            BookingWindows windows,
            Offices offices,
            BookingLimits limits,
            Clock clock) {
        this.jdbc = jdbc;
        this.quota = quota;
        this.windows = windows;
        this.offices = offices;
        this.limits = limits;
        this.clock = clock;
    }

    Fairness of(Asked asked) {
        return Objects.requireNonNull(of(List.of(asked)).get(asked));
    }

    /** Inside a transaction, which keeps the days of applications with a share locked until its end. */
    Map<Asked, Fairness> of(Collection<Asked> all) {
        return of(all, windows.of(all.stream().map(Asked::office).distinct().toList()))
                .judged();
    }

    /**
     * What is known of those who ask, and the seats that they hold already.
     *
     * @param held by people, anywhere: the day of each
     */
    record Known(Map<Asked, Fairness> judged, Map<Nik, LocalDate> held) {

        static final Known NOTHING = new Known(Map.of(), Map.of());
    }

    /** The same with the seats that they hold, where the windows of the offices are known already. */
    Known of(Collection<Asked> all, Map<OfficeCode, BookingWindow> windows) {
        Map<Nik, List<Past>> past = past(all.stream().map(Asked::nik).distinct().toList());
        return new Known(judged(all, past, shares(all, windows)), held(past));
    }

    private static Map<Nik, LocalDate> held(Map<Nik, List<Past>> people) {
        var held = new HashMap<Nik, LocalDate>();
        people.forEach(
                (nik, past) -> past.stream().filter(Past::active).forEach(booking -> held.put(nik, booking.date())));
        return held;
    }

    private Map<Asked, Fairness> judged(
            Collection<Asked> all, Map<Nik, List<Past>> past, Map<Asked, ChannelUse> shares) {
        var people = new HashMap<Nik, PersonHistory>();
        past.forEach((nik, bookings) -> people.put(nik, history(bookings)));
        var facts = new LinkedHashMap<Asked, Fairness>();
        for (Asked asked : all) {
            boolean inTheRoom = asked.origin() == BookingOrigin.WALK_IN;
            facts.put(
                    asked,
                    new Fairness(
                            limits,
                            people.getOrDefault(asked.nik(), PersonHistory.NONE),
                            inTheRoom || asked.origin().internal() && asked.waiver() != null,
                            shares.get(asked)));
        }
        return facts;
    }

    /** By the index of the NIKs: for some hundred of them the database would rather read all bookings there ever were. */
    private Map<Nik, List<Past>> past(List<Nik> niks) {
        if (niks.isEmpty()) {
            return Map.of();
        }
        Instant since = clock.instant().minus(limits.memory());
        var bookings = new HashMap<Nik, List<Past>>();
        jdbc.sql("""
                        SELECT b.nik, b.created_at, b.service_date, b.status = 'MISSED' AS missed,
                          b.origin = 'CHANNEL' AND b.predecessor_code IS NULL AS own_booking,
                          b.active_nik IS NOT NULL AS active, t.at AS given_back_at
                        FROM booking_booking b FORCE INDEX (booking_by_nik) LEFT JOIN booking_transition t
                          ON t.booking_id = b.id AND t.to_status = 'CANCELLED' AND t.actor_kind <> 'STAFF'
                        WHERE b.nik IN (:niks) AND (b.created_at >= :since OR b.service_date >= :day OR t.at >= :since
                          OR b.active_nik IS NOT NULL)""")
                .param("niks", niks.stream().map(Nik::value).toList())
                .param("since", UtcDateTime.of(since))
                .param("day", UtcDateTime.of(since).toLocalDate())
                .query(PAST)
                .list()
                .forEach(past -> bookings.computeIfAbsent(past.nik(), nik -> new ArrayList<>())
                        .add(past));
        return bookings;
    }

    private static PersonHistory history(List<Past> past) {
        return new PersonHistory(
                past.stream().filter(Past::ownBooking).map(Past::createdAt).toList(),
                past.stream()
                        .map(Past::givenBackAt)
                        .filter(Objects::nonNull)
                        .map(Objects::requireNonNull)
                        .toList(),
                past.stream().filter(Past::missed).map(Past::date).toList());
    }

    private Map<Asked, ChannelUse> shares(Collection<Asked> all, Map<OfficeCode, BookingWindow> ofOffices) {
        Map<OfficeCode, ZoneId> zones = zones(ofOffices);
        List<Asked> limited = all.stream()
                .filter(asked -> asked.client() != null && zones.containsKey(asked.office()))
                .filter(asked -> Objects.requireNonNull(ofOffices.get(asked.office()))
                        .shareHolds(
                                asked.date(),
                                LocalDateTime.ofInstant(
                                        clock.instant(), Objects.requireNonNull(zones.get(asked.office())))))
                .toList();
        if (limited.isEmpty()) {
            return Map.of();
        }
        Map<Day, QuotaRule> quotas = lock(limited);
        Map<Share, Integer> held = held(limited);
        var shares = new HashMap<Asked, ChannelUse>();
        for (Asked asked : limited) {
            BookingWindow window = Objects.requireNonNull(ofOffices.get(asked.office()));
            Day day = dayOf(asked);
            shares.put(
                    asked,
                    new ChannelUse(
                            held.getOrDefault(new Share(day, Objects.requireNonNull(asked.client())), 0),
                            window.shareOf(Objects.requireNonNull(quotas.get(day))),
                            window.shareEnds(asked.date())
                                    .atZone(Objects.requireNonNull(zones.get(asked.office())))
                                    .toInstant()));
        }
        return shares;
    }

    /** The time zones of those offices in which an application has a share. */
    private Map<OfficeCode, ZoneId> zones(Map<OfficeCode, BookingWindow> windows) {
        return windows.entrySet().stream()
                .filter(window -> window.getValue().limitsChannels())
                .map(Map.Entry::getKey)
                .collect(Collectors.toMap(
                        Function.identity(),
                        code -> offices.find(code).orElseThrow().timeZone()));
    }

    /** In one order for everybody. */
    private Map<Day, QuotaRule> lock(List<Asked> limited) {
        var quotas = new HashMap<Day, QuotaRule>();
        limited.stream()
                .map(FairnessFacts::dayOf)
                .distinct()
                .sorted(Comparator.comparing((Day day) -> day.office().value()).thenComparing(Day::date))
                .forEach(day -> quotas.put(
                        day,
                        quota.lock(
                                        day.office(),
                                        day.date(),
                                        QuotaCalendar.ruleFor(quota.rules(day.office()), day.date()))
                                .quota()));
        return quotas;
    }

    private Map<Share, Integer> held(List<Asked> limited) {
        var held = new HashMap<Share, Integer>();
        jdbc.sql("""
                        SELECT office_code, service_date, client_id, COUNT(*) AS seats FROM booking_booking
                        WHERE service_date IN (:dates) AND office_code IN (:offices) AND client_id IN (:clients)
                          AND status IN (%s)
                        GROUP BY office_code, service_date, client_id""".formatted(SEATED))
                .param("dates", limited.stream().map(Asked::date).distinct().toList())
                .param(
                        "offices",
                        limited.stream()
                                .map(asked -> asked.office().value())
                                .distinct()
                                .toList())
                .param("clients", limited.stream().map(Asked::client).distinct().toList())
                .query(HELD)
                .list()
                .forEach(row -> held.put(row.share(), row.seats()));
        return held;
    }

    private static Day dayOf(Asked asked) {
        return new Day(asked.office(), asked.date());
    }
}
