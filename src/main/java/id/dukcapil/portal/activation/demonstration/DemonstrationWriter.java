package id.dukcapil.portal.activation.demonstration;

import static java.util.stream.Collectors.groupingBy;

import id.dukcapil.portal.activation.process.ActivationAction;
import id.dukcapil.portal.activation.process.ActivationMoved;
import id.dukcapil.portal.activation.process.ActivationPurpose;
import id.dukcapil.portal.activation.process.ActivationStatus;
import id.dukcapil.portal.activation.process.DropOut;
import id.dukcapil.portal.common.Actor;
import id.dukcapil.portal.common.CaseMoved;
import id.dukcapil.portal.common.PastCases;
import id.dukcapil.portal.common.TimeOrderedId;
import id.dukcapil.portal.common.UtcDateTime;
import id.dukcapil.portal.documents.numbers.DocumentNumbers;
import id.dukcapil.portal.documents.numbers.NumberKind;
import id.dukcapil.portal.staff.Demonstration;
import id.dukcapil.portal.staff.DemonstrationStaff;
import id.dukcapil.portal.staff.Office;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Writes the invented past in batches, past the aggregates: thousands of acts would take minutes through them. All are
 * told to the clock of the procedure, those under way act by act: officers go on with them.
 */
@Component
@Demonstration
class DemonstrationWriter {

    private static final int PEOPLE = 4_000;
    private static final List<String> STRANGERS =
            List.of("RUDI HERMAWAN", "LILIS SURYANI", "AGUS SETIAWAN", "NINA MARLINA", "DENI RAMDANI");
    private static final String OFFICER = "ikd";
    private static final Actor CHANNEL = new Actor(Actor.Kind.CHANNEL, null, "Kanal IKD (data contoh)");

    private final JdbcClient jdbc;
    private final JdbcTemplate batches;
    private final DocumentNumbers numbers;
    private final NumberKind activations;
    private final ApplicationEventPublisher events;
    private final DemonstrationStaff staff;
    private final Deque<Person> people = new ArrayDeque<>();
    private final List<Draft> drafts = new ArrayList<>();
    private final List<Object[]> cases = new ArrayList<>();
    private final List<Object[]> steps = new ArrayList<>();
    private final List<CaseMoved> running = new ArrayList<>();
    private final List<CaseMoved> over = new ArrayList<>();

    DemonstrationWriter(
            JdbcClient jdbc,
            JdbcTemplate batches,
            DocumentNumbers numbers,
            NumberKind activations,
            ApplicationEventPublisher events,
            DemonstrationStaff staff) {
        this.jdbc = jdbc;
        this.batches = batches;
        this.numbers = numbers;
        this.activations = activations;
        this.events = events;
        this.staff = staff;
    }

    private record Person(String nik, String name, String domicile, String district, boolean local) {}

    UUID event(Office office, LocalDate day, String place) {
        UUID id = UUID.nameUUIDFromBytes((office.code() + place + day).getBytes(StandardCharsets.UTF_8));
        jdbc.sql("""
                        INSERT INTO activation_campaign (id, office_code, place, held_on, opens, closes, crew, note, created_by,
                          created_at)
                        VALUES (:id, :office, :place, :day, :opens, :closes, :crew, :note, :by, :at)""")
                .param("id", id)
                .param("office", office.code().value())
                .param("place", place)
                .param("day", day)
                .param("opens", LocalTime.of(13, 0))
                .param("closes", LocalTime.of(15, 30))
                .param("crew", "Fitri Handayani, Ujang Kosasih")
                .param("note", "Sinyal Telkomsel cukup; bawa modem cadangan")
                .param("by", staff.actor(OFFICER).name())
                .param("at", UtcDateTime.of(day.minusDays(3).atTime(3, 0).toInstant(ZoneOffset.UTC)))
                .update();
        return id;
    }

    /** @param place in the order of telling */
    private record Draft(
            int place,
            Person person,
            Office office,
            @Nullable UUID event,
            ActivationPurpose purpose,
            Instant begun,
            Story story,
            @Nullable DropOut dropOut) {

        LocalDate day() {
            return LocalDate.ofInstant(begun, office.timeZone());
        }
    }

    /** Skipped when no resident with a card is left in the register. */
    void person(
            Office office,
            @Nullable UUID event,
            ActivationPurpose purpose,
            Instant at,
            Story story,
            @Nullable DropOut dropOut) {
        Person person = next();
        if (person != null) {
            drafts.add(new Draft(drafts.size(), person, office, event, purpose, at, story, dropOut));
        }
    }

    /** A person at the counter now, whose last act was at that moment. */
    void running(Office office, Story story, Instant last) {
        int seconds = story.acts().stream().mapToInt(Story.Act::seconds).sum();
        person(office, null, ActivationPurpose.NEW, last.minusSeconds(seconds), story, null);
    }

    /** All of an office, numbered as they came. */
    private void write(Office office, List<Draft> some) {
        Iterator<String> number = numbers.next(
                        activations, office, some.stream().map(Draft::day).toList())
                .iterator();
        some.forEach(draft -> write(draft, number.next()));
    }

    private void write(Draft draft, String number) {
        Office office = draft.office();
        Instant begun = draft.begun();
        Story story = draft.story();
        DropOut dropOut = draft.dropOut();
        UUID id = TimeOrderedId.at(begun);
        boolean measured = story.status() != ActivationStatus.REFUSED;
        List<CaseMoved> moves = story.status().isRunning() ? running : over;
        Instant at = begun;
        Instant stepSince = begun;
        int mismatches = 0;
        int ordinal = 0;
        for (Story.Act act : story.acts()) {
            at = at.plusSeconds(act.seconds());
            ActivationStatus from = act.from();
            boolean ends = from != null && !Objects.equals(from.row(), act.to().row());
            boolean drops = act.to() == ActivationStatus.ABANDONED || act.to() == ActivationStatus.REFUSED;
            Actor actor = actor(act, draft.place());
            steps.add(new Object[] {
                TimeOrderedId.at(at),
                id,
                ordinal++,
                from == null ? null : from.name(),
                act.to().name(),
                act.action().name(),
                office.code().value(),
                draft.event(),
                LocalDate.ofInstant(at, office.timeZone()),
                ends ? at.toEpochMilli() - stepSince.toEpochMilli() : null,
                actor.kind().name(),
                actor.id(),
                actor.name(),
                act.byOfficer() ? "Petugas IKD" : "",
                UtcDateTime.of(at),
                drops && dropOut != null ? dropOut.name() : null,
                act.reason()
            });
            if (measured && (from == null || ends)) {
                moves.add(move(id, number, office, act, at, actor));
            }
            if (from == null || ends) {
                stepSince = at;
            }
            mismatches += act.action() == ActivationAction.MISMATCH ? 1 : 0;
        }
        cases.add(row(id, number, draft, at, mismatches));
    }

    private static Object[] row(UUID id, String number, Draft draft, Instant last, int mismatches) {
        Person person = draft.person();
        Story story = draft.story();
        ActivationStatus status = story.status();
        boolean coded = story.acts().stream().anyMatch(act -> act.action() == ActivationAction.SCAN);
        boolean bounced =
                status == ActivationStatus.CODE_SENT && story.acts().getLast().action() == ActivationAction.BOUNCE;
        boolean reachable = status.row() != null && status.row() > 2;
        return new Object[] {
            id,
            number,
            draft.purpose().name(),
            draft.office().code().value(),
            draft.event(),
            person.nik(),
            person.name(),
            person.domicile(),
            person.district(),
            person.local(),
            reachable ? "pemohon%d@contoh.id".formatted(Math.floorMod(number.hashCode(), 1000)) : null,
            reachable ? "08%010d".formatted(1_300_000L + Math.floorMod(number.hashCode(), 100_000)) : null,
            status.name(),
            draft.dropOut() == null ? null : draft.dropOut().name(),
            mismatches,
            coded || status == ActivationStatus.FACE_MATCHED ? 1 : 0,
            coded || status == ActivationStatus.FACE_MATCHED ? UtcDateTime.of(last.plusSeconds(90)) : null,
            coded ? 1 : 0,
            coded ? UtcDateTime.of(last.plusSeconds(900)) : null,
            bounced ? "BOUNCED" : coded ? "SENT" : "NONE",
            bounced ? story.acts().getLast().reason() : null,
            UtcDateTime.of(draft.begun()),
            UtcDateTime.of(last)
        };
    }

    private Actor actor(Story.Act act, int number) {
        if (!act.byOfficer()) {
            return act.action() == ActivationAction.BOUNCE ? Actor.PORTAL : CHANNEL;
        }
        return staff.actor(number % 4 == 3 ? "operator" : OFFICER);
    }

    private static CaseMoved move(UUID id, String number, Office office, Story.Act act, Instant at, Actor actor) {
        return ActivationMoved.PROCEDURE.moved(id, number, office.code(), act.from(), act.to(), at, actor);
    }

    /** Every tenth lives in Kota Bandung. */
    private @Nullable Person next() {
        int written = drafts.size();
        if (written == 0) {
            people.addAll(residents());
        }
        if (written % 10 == 9) {
            String nik = "327306%02d%02d85%04d".formatted(1 + written % 28, 1 + written % 12, 1 + written);
            return new Person(nik, STRANGERS.get(written / 10 % STRANGERS.size()), "3273", "Kota Bandung", false);
        }
        return people.poll();
    }

    /** From the other end of the order in which the sandbox shows people to outside systems. */
    private List<Person> residents() {
        return jdbc.sql("""
                        SELECT p.nik, p.full_name, f.village_code, r.name FROM population_person p
                        JOIN population_family f ON f.number = p.family_number
                        JOIN population_region r ON r.code = LEFT(f.village_code, 6)
                        WHERE p.recording_status = 'CARD_ISSUED' AND p.birth_date < '2005-01-01' AND p.standing IS NULL
                        ORDER BY CRC32(p.nik) DESC, p.id DESC LIMIT :people""")
                .param("people", PEOPLE)
                .query((row, number) ->
                        new Person(row.getString(1), row.getString(2), row.getString(3), row.getString(4), true))
                .list();
    }

    void flush() {
        drafts.sort(Comparator.comparing(Draft::begun));
        drafts.stream().collect(groupingBy(Draft::office)).forEach(this::write);
        batches.batchUpdate("""
                INSERT INTO activation_case (id, number, purpose, office_code, office_stated, campaign_id, person_nik,
                  full_name, domicile_code, domicile_name, local, email, phone, status, drop_out, face_attempts, qr_generation,
                  qr_valid_until, code_generation, code_valid_until, wrong_codes, resent, mail, mail_note, created_at,
                  status_since, version)
                VALUES (?, ?, ?, ?, TRUE, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 0, 0, ?, ?, ?, ?, 0)""", cases);
        batches.batchUpdate("""
                INSERT INTO activation_step (id, activation_id, ordinal, from_status, to_status, action, office_code,
                  campaign_id, day, spent_ms, actor_kind, actor_id, actor_name, actor_role, at, drop_out, reason)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""", steps);
        events.publishEvent(new PastCases(over));
        running.forEach(events::publishEvent);
        List.of(drafts, cases, steps, running, over).forEach(List::clear);
        people.clear();
    }
}
