package id.dukcapil.portal.booking;

import id.dukcapil.portal.common.OfficeCode;
import id.dukcapil.portal.common.Permission;
import id.dukcapil.portal.common.RecordRow;
import id.dukcapil.portal.common.procedure.CaseStatus;
import id.dukcapil.portal.staff.ActingSystem;
import id.dukcapil.portal.staff.Office;
import id.dukcapil.portal.staff.Offices;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads how many seats each office has left and how many people it waits for, for whoever watches the portal. */
@Component
class OfficeQueues {

    private record Place(String office, LocalDate date, BookingStatus status) {}

    private record Crowd(Place place, int people) {}

    private static final String UNDER_WAY = CaseStatus.sql(BookingStatus.class, BookingStatus::isUnderWay);
    private static final RowMapper<Crowd> CROWD = RecordRow.of(Crowd.class)
            .with(
                    "place",
                    RecordRow.of(Place.class).from("office", "office_code").from("date", "service_date"));

    private final Offices offices;
    private final QuotaCalendar calendar;
    private final ActingSystem system;
    private final JdbcClient jdbc;
    private final Clock clock;

    OfficeQueues(Offices offices, QuotaCalendar calendar, ActingSystem system, JdbcClient jdbc, Clock clock) {
        this.offices = offices;
        this.calendar = calendar;
        this.system = system;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** All offices in service, each with its own today. */
    Map<OfficeCode, OfficeQueue> read() {
        var queues = new LinkedHashMap<OfficeCode, OfficeQueue>();
        system.with(Set.of(Permission.QUOTA_READ), () -> {
            List<Office> serving = offices.all().stream()
                    .filter(office -> !office.isClosedOn(today(office)))
                    .toList();
            Map<Place, Integer> people = people(serving);
            Map<OfficeCode, List<QuotaDay>> days = calendar.daysAhead(serving);
            serving.forEach(office ->
                    queues.put(office.code(), queue(office, days.getOrDefault(office.code(), List.of()), people)));
        });
        return queues;
    }

    private OfficeQueue queue(Office office, List<QuotaDay> days, Map<Place, Integer> people) {
        LocalDate today = today(office);
        String code = office.code().value();
        return new OfficeQueue(
                days.getFirst().available(),
                days.stream().mapToInt(QuotaDay::available).sum(),
                people.getOrDefault(new Place(code, today, BookingStatus.BOOKED), 0),
                people.getOrDefault(new Place(code, today, BookingStatus.CHECKED_IN), 0));
    }

    /** In one statement for all; at the turn of a day the offices of three zones are on two dates. */
    private Map<Place, Integer> people(List<Office> serving) {
        if (serving.isEmpty()) {
            return Map.of();
        }
        var people = new HashMap<Place, Integer>();
        jdbc.sql("""
                        SELECT office_code, service_date, status, COUNT(*) AS people FROM booking_booking
                        WHERE service_date IN (:dates) AND status IN (%s)
                        GROUP BY office_code, service_date, status""".formatted(UNDER_WAY))
                .param("dates", serving.stream().map(this::today).distinct().toList())
                .query(CROWD)
                .list()
                .forEach(crowd -> people.put(crowd.place(), crowd.people()));
        return people;
    }

    private LocalDate today(Office office) {
        return LocalDate.ofInstant(clock.instant(), office.timeZone());
    }
}
