package id.dukcapil.portal.visits.resource;

import static java.util.stream.Collectors.groupingBy;

import id.dukcapil.portal.common.AuditEvent;
import id.dukcapil.portal.common.InvalidInput;
import id.dukcapil.portal.common.RecordRow;
import id.dukcapil.portal.visits.resource.Crew.CrewMember;
import id.dukcapil.portal.visits.resource.RecordingSet.Item;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Crews, sets and vehicles, and what keeps them from going out. */
@Service
@PreAuthorize("hasAuthority('VISIT_READ')")
@Transactional(readOnly = true)
public class Resources {

    private final JdbcClient jdbc;
    private final ApplicationEventPublisher events;

    Resources(JdbcClient jdbc, ApplicationEventPublisher events) {
        this.jdbc = jdbc;
        this.events = events;
    }

    /** With the leave that touches these days. */
    public List<Crew> crews(LocalDate first, LocalDate last) {
        Map<String, List<CrewMember>> members = jdbc
                .sql("SELECT id, crew_code, full_name, duty FROM visits_person ORDER BY id")
                .query(RecordRow.of(CrewMember.class))
                .list()
                .stream()
                .collect(groupingBy(CrewMember::crewCode));
        List<Leave> leaves = jdbc.sql("""
                        SELECT l.person_id, p.full_name AS person, l.first_day, l.last_day, l.why
                        FROM visits_leave l JOIN visits_person p ON p.id = l.person_id
                        WHERE l.first_day <= :last AND l.last_day >= :first ORDER BY l.first_day, l.id""")
                .param("first", first)
                .param("last", last)
                .query(RecordRow.of(Leave.class))
                .list();
        return jdbc.sql("SELECT code, name FROM visits_crew ORDER BY code")
                .query((row, number) -> {
                    List<CrewMember> of = members.getOrDefault(row.getString(1), List.of());
                    List<Long> ids = of.stream().map(CrewMember::id).toList();
                    return new Crew(
                            row.getString(1),
                            row.getString(2),
                            of,
                            leaves.stream()
                                    .filter(leave -> ids.contains(leave.personId()))
                                    .toList());
                })
                .list();
    }

    public List<RecordingSet> sets() {
        Map<String, List<Item>> items = jdbc
                .sql("SELECT id, set_code, kind, serial, broken_because FROM visits_set_item ORDER BY id")
                .query(RecordRow.of(Item.class))
                .list()
                .stream()
                .collect(groupingBy(Item::setCode));
        return jdbc.sql("SELECT code, name FROM visits_set ORDER BY code")
                .query((row, number) -> new RecordingSet(
                        row.getString(1), row.getString(2), items.getOrDefault(row.getString(1), List.of())))
                .list();
    }

    public List<Vehicle> vehicles() {
        return jdbc.sql("SELECT code, name, plate FROM visits_vehicle ORDER BY code")
                .query(RecordRow.of(Vehicle.class))
                .list();
    }

    /** @throws InvalidInput when the days are not in order or the reason is missing */
    @PreAuthorize("hasAuthority('VISIT_PLAN')")
    @Transactional
    public void leave(long person, LocalDate first, LocalDate last, String why) {
        if (last.isBefore(first)) {
            throw new InvalidInput("last", "Hari terakhir sebelum hari pertama.");
        }
        if (why.isBlank()) {
            throw new InvalidInput("why", "Sebutkan sebabnya: cuti, sakit, pelatihan.");
        }
        jdbc.sql("INSERT INTO visits_leave (person_id, first_day, last_day, why) VALUES (?, ?, ?, ?)")
                .params(person, first, last, why.strip())
                .update();
        // The reason of an absence may be one of health, so that it stays out of the trail
        events.publishEvent(AuditEvent.of("Tim kunjungan", "Petugas " + person, "Ketidakhadiran dicatat")
                .changing("Hari", null, first + " – " + last));
    }

    /** @param because null when it works again */
    @PreAuthorize("hasAuthority('VISIT_PLAN')")
    @Transactional
    public void condition(long item, @Nullable String because) {
        jdbc.sql("UPDATE visits_set_item SET broken_because = :because WHERE id = :item")
                .param("because", because == null || because.isBlank() ? null : because.strip())
                .param("item", item)
                .update();
        events.publishEvent(AuditEvent.of("Set perekaman", "Alat " + item, "Keadaan alat dicatat")
                .because(because));
    }

    /** @param values code and name */
    @PreAuthorize("hasAuthority('VISIT_PLAN')")
    @Transactional
    public void addCrew(List<String> values) {
        insert("INSERT INTO visits_crew (code, name) VALUES (?, ?)", values, "Tim kunjungan");
    }

    /** @param values name and duty, {@link CrewMember#OPERATOR} for who records */
    @PreAuthorize("hasAuthority('VISIT_PLAN')")
    @Transactional
    public void addPerson(String crew, List<String> values) {
        insert(
                "INSERT INTO visits_person (crew_code, full_name, duty) VALUES (?, ?, ?)",
                Stream.concat(Stream.of(crew), values.stream()).toList(),
                "Tim kunjungan");
    }

    /** @param values code and name */
    @PreAuthorize("hasAuthority('VISIT_PLAN')")
    @Transactional
    public void addSet(List<String> values) {
        insert("INSERT INTO visits_set (code, name) VALUES (?, ?)", values, "Set perekaman");
    }

    /** @param values kind and serial number */
    @PreAuthorize("hasAuthority('VISIT_PLAN')")
    @Transactional
    public void addItem(String set, List<String> values) {
        insert(
                "INSERT INTO visits_set_item (set_code, kind, serial) VALUES (?, ?, ?)",
                Stream.concat(Stream.of(set), values.stream()).toList(),
                "Set perekaman");
    }

    /** @param values code, name and plate */
    @PreAuthorize("hasAuthority('VISIT_PLAN')")
    @Transactional
    public void addVehicle(List<String> values) {
        insert("INSERT INTO visits_vehicle (code, name, plate) VALUES (?, ?, ?)", values, "Kendaraan kunjungan");
    }

    private void insert(String sql, List<String> values, String about) {
        try {
            jdbc.sql(sql).params(values).update();
        } catch (DuplicateKeyException known) {
            throw new InvalidInput("value", "Kode atau nomor seri itu sudah ada.");
        } catch (DataIntegrityViolationException tooLong) {
            throw new InvalidInput("value", "Terlalu panjang; kode paling banyak 8 huruf atau angka.");
        }
        events.publishEvent(AuditEvent.of(about, values.getFirst(), "Ditambahkan")
                .changing("Isi", null, String.join(" · ", values)));
    }
}
