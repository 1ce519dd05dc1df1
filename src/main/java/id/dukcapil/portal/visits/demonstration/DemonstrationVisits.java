package id.dukcapil.portal.visits.demonstration;

import id.dukcapil.portal.common.SetUpStep;
import id.dukcapil.portal.common.TimeOrderedId;
import id.dukcapil.portal.common.UtcDateTime;
import id.dukcapil.portal.staff.Organisation;
import id.dukcapil.portal.visits.resource.SchoolCalendar;
import id.dukcapil.portal.visits.school.SchoolKind;
import id.dukcapil.portal.visits.visit.VisitAction;
import id.dukcapil.portal.visits.visit.VisitStatus;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Invented crews, sets and vehicles, and visits of some weeks: done ones, published ones of this week and today, and those to
 * come in every state of the coordination. Written in bulk, past the aggregate; once, into empty tables.
 */
@Component
@Order(67)
@ConditionalOnBooleanProperty({"portal.demonstration", "portal.visits.demonstration"})
class DemonstrationVisits implements SetUpStep {

    private static final List<String> CREWS = List.of("A", "B", "C", "D", "E");
    private static final List<String> PEOPLE = List.of(
            "Yayat Supriatna",
            "Neni Rohaeni",
            "Dedi Kurnia",
            "Wati Sulastri",
            "Iwan Setiawan",
            "Elis Nuraeni",
            "Rudi Hermawan",
            "Nia Kurniasih",
            "Cecep Hidayat",
            "Lina Marlina");
    private static final List<String> ITEMS =
            List.of("Iris scanner", "Fingerprint reader", "Signature pad", "Kamera", "Laptop");
    private static final int SETS = 7;
    private static final int VEHICLES = 4;
    private static final int WEEKS_BEFORE = 46;
    private static final String OFFICE = "DINAS";

    private final JdbcClient jdbc;
    private final JdbcTemplate batches;
    private final TransactionTemplate transaction;
    private final Organisation organisation;
    private final SchoolCalendar terms;
    private final Clock clock;
    private final List<@Nullable Object[]> visits = new ArrayList<>();
    private final List<@Nullable Object[]> steps = new ArrayList<>();
    private final List<Object[]> sets = new ArrayList<>();

    DemonstrationVisits(
            JdbcClient jdbc,
            JdbcTemplate batches,
            TransactionTemplate transaction,
            Organisation organisation,
            SchoolCalendar terms,
            Clock clock) {
        this.jdbc = jdbc;
        this.batches = batches;
        this.transaction = transaction;
        this.organisation = organisation;
        this.terms = terms;
        this.clock = clock;
    }

    private record Target(String npsn, String name, int toRecord) {}

    @Override
    public void enter() {
        boolean used = jdbc.sql("SELECT EXISTS (SELECT 1 FROM visits_crew)")
                .query(Boolean.class)
                .single();
        List<Target> schools = jdbc.sql("""
                        SELECT s.npsn, s.name, GREATEST(20, LEAST(80, COALESCE(s.declared_pupils, 60) DIV 8))
                        FROM visits_school s WHERE s.kind = 'SMA' ORDER BY s.state_run DESC, s.district_name, s.npsn LIMIT 60""")
                .query((row, number) -> new Target(row.getString(1), row.getString(2), row.getInt(3)))
                .list();
        if (!used && schools.size() == 60) {
            transaction.executeWithoutResult(status -> {
                resources();
                invent(schools);
                flush();
            });
        }
    }

    private void resources() {
        var people = new ArrayList<Object[]>();
        for (int i = 0; i < CREWS.size(); i++) {
            people.add(new Object[] {CREWS.get(i), PEOPLE.get(2 * i), "Operator perekaman"});
            people.add(new Object[] {CREWS.get(i), PEOPLE.get(2 * i + 1), "Operator perekaman"});
        }
        batches.batchUpdate(
                "INSERT INTO visits_crew (code, name) VALUES (?, ?)",
                CREWS.stream().map(code -> new Object[] {code, "Tim " + code}).toList());
        batches.batchUpdate("INSERT INTO visits_person (crew_code, full_name, duty) VALUES (?, ?, ?)", people);
        var kits = new ArrayList<Object[]>();
        var items = new ArrayList<@Nullable Object[]>();
        for (int set = 1; set <= SETS; set++) {
            kits.add(new Object[] {"" + set, "Set " + set});
            for (int item = 0; item < ITEMS.size(); item++) {
                boolean broken = set == SETS && item == 0;
                items.add(new @Nullable Object[] {
                    "" + set, ITEMS.get(item), "SN-%d%02d-2021".formatted(item + 1, set), broken ? "lensa buram" : null
                });
            }
        }
        batches.batchUpdate("INSERT INTO visits_set (code, name) VALUES (?, ?)", kits);
        batches.batchUpdate(
                "INSERT INTO visits_set_item (set_code, kind, serial, broken_because) VALUES (?, ?, ?, ?)", items);
        for (int car = 1; car <= VEHICLES; car++) {
            jdbc.sql("INSERT INTO visits_vehicle (code, name, plate) VALUES (?, ?, ?)")
                    .params("M" + car, "Mobil " + car, "D %d V".formatted(1181 + 8 * car))
                    .update();
        }
        LocalDate friday = organisation.today(clock).with(TemporalAdjusters.nextOrSame(DayOfWeek.FRIDAY));
        jdbc.sql("""
                        INSERT INTO visits_leave (person_id, first_day, last_day, why)
                        SELECT id, ?, ?, 'cuti tahunan' FROM visits_person WHERE full_name = ?""").params(friday, friday, PEOPLE.get(7)).update();
    }

    /** Two visits in each school week of a year; then three weeks behind, this one, and those to come with one a crew and week. */
    private void invent(List<Target> schools) {
        LocalDate today = organisation.today(clock);
        LocalDate monday = today.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
        for (int place = 0; place < 2 * WEEKS_BEFORE; place++) {
            LocalDate day = monday.minusWeeks(4 + place / 2).plusDays(1 + 2 * (place % 2));
            if (terms.between(day, day).isEmpty()) {
                visit(schools.get(7 * place % schools.size()), day, VisitStatus.DONE, place % CREWS.size());
            }
        }
        int next = 0;
        for (int week = -3; week <= 14 && next < schools.size(); week++) {
            for (int i = 0; i < CREWS.size() && next < schools.size(); i++) {
                LocalDate day = monday.plusWeeks(week).plusDays(i);
                if (week <= 0 || terms.between(day, day).stream().noneMatch(term -> term.concerns(SchoolKind.SMA))) {
                    visit(schools.get(next++), day, status(week, day, today, i), i);
                }
            }
        }
        // Two visits of one day with one set: what the planner has to solve
        visit(schools.get(next - 1), monday.plusWeeks(3).plusDays(1), VisitStatus.AGREED, 1);
        visit(schools.get(next - 2), monday.plusWeeks(3).plusDays(1), VisitStatus.DRAFT, 1);
    }

    private static VisitStatus status(int week, LocalDate day, LocalDate today, int place) {
        if (day.isBefore(today)) {
            return VisitStatus.DONE;
        }
        if (week <= 0) {
            return VisitStatus.PUBLISHED;
        }
        return switch ((week + place) % 4) {
            case 0 -> VisitStatus.DRAFT;
            case 1 -> VisitStatus.INVITED;
            case 2 -> VisitStatus.ANSWERED;
            default -> VisitStatus.AGREED;
        };
    }

    private void visit(Target school, LocalDate day, VisitStatus status, int place) {
        Instant now = clock.instant();
        Instant planned =
                day.minusDays(40).atTime(8, 0).atZone(organisation.timeZone()).toInstant();
        Instant month = now.minus(Duration.ofDays(30));
        Instant created = (planned.isBefore(month) ? planned : month).plusSeconds(visits.size() * 60L);
        UUID id = TimeOrderedId.at(created);
        int number = visits.size() + 1;
        boolean answered = status != VisitStatus.DRAFT && status != VisitStatus.INVITED;
        visits.add(new @Nullable Object[] {
            id,
            "KJS-%s-%d-%05d".formatted(OFFICE, day.getYear(), 90_000 + number),
            OFFICE,
            school.npsn(),
            school.name(),
            status.name(),
            day,
            day,
            school.toRecord(),
            status == VisitStatus.DONE ? school.toRecord() - 4 : null,
            "contoh%020d".formatted(number),
            status == VisitStatus.DRAFT
                    ? null
                    : "400.12.2.2/%d/KJS/%s/%d".formatted(90_000 + number, OFFICE, day.getYear()),
            answered ? school.toRecord() : null,
            answered ? "Wakil kepala sekolah" : null,
            answered ? "" : null,
            CREWS.get(place),
            "M" + (1 + place % VEHICLES),
            status == VisitStatus.DONE || status == VisitStatus.PUBLISHED
                    ? "800.1.11.1/%d/KJS/%s/%d".formatted(90_000 + number, OFFICE, day.getYear())
                    : null,
            UtcDateTime.of(created),
            UtcDateTime.of(
                    status == VisitStatus.DONE
                            ? day.atTime(15, 10).atZone(organisation.timeZone()).toInstant()
                            : now.minus(Duration.ofDays(2)))
        });
        sets.add(new Object[] {id, "" + (1 + place)});
        if (school.toRecord() > 40) {
            sets.add(new Object[] {id, "" + (place < 3 ? 6 : 5 - place)});
        }
        step(id, 0, null, VisitStatus.DRAFT, VisitAction.PLAN, created);
        if (status != VisitStatus.DRAFT) {
            step(id, 1, VisitStatus.DRAFT, VisitStatus.INVITED, VisitAction.SEND_LETTER, created.plusSeconds(600));
        }
        if (answered) {
            step(id, 2, VisitStatus.INVITED, VisitStatus.ANSWERED, VisitAction.ANSWER, created.plusSeconds(90_000));
        }
        if (answered && status != VisitStatus.ANSWERED) {
            step(id, 3, VisitStatus.ANSWERED, VisitStatus.AGREED, VisitAction.AGREE, created.plusSeconds(91_200));
        }
        if (status == VisitStatus.PUBLISHED || status == VisitStatus.DONE) {
            step(id, 4, VisitStatus.AGREED, VisitStatus.PUBLISHED, VisitAction.PUBLISH, created.plusSeconds(190_000));
        }
        if (status == VisitStatus.DONE) {
            Instant evening = day.atTime(15, 10).atZone(organisation.timeZone()).toInstant();
            step(id, 5, VisitStatus.PUBLISHED, VisitStatus.DONE, VisitAction.FINISH, evening);
        }
    }

    private void step(
            UUID visit, int ordinal, @Nullable VisitStatus from, VisitStatus to, VisitAction action, Instant at) {
        boolean school = action == VisitAction.ANSWER;
        steps.add(new @Nullable Object[] {
            TimeOrderedId.at(at),
            visit,
            ordinal,
            from == null ? null : from.name(),
            to.name(),
            action.name(),
            school ? "SYSTEM" : "STAFF",
            school ? "Sekolah" : "Rizki Pratama",
            school ? "Tautan sekolah" : "Perencana",
            UtcDateTime.of(at)
        });
    }

    private void flush() {
        batches.batchUpdate("""
                INSERT INTO visits_visit (id, number, office_code, npsn, school_name, status, first_day, last_day, expected, recorded,
                  token, letter_number, answered_pupils, answered_contact, answered_note, crew_code, vehicle_code,
                  assignment_number, created_at, status_since, version)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 0)""", visits);
        batches.batchUpdate("""
                INSERT INTO visits_step (id, visit_id, ordinal, from_status, to_status, action, actor_kind, actor_name, actor_role,
                  at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""", steps);
        batches.batchUpdate("INSERT IGNORE INTO visits_visit_set (visit_id, set_code) VALUES (?, ?)", sets);
        List.of(visits, steps, sets).forEach(List::clear);
    }
}
