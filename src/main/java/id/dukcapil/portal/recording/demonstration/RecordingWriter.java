package id.dukcapil.portal.recording.demonstration;

import static java.util.stream.Collectors.groupingBy;

import id.dukcapil.portal.common.Actor;
import id.dukcapil.portal.common.CaseMoved;
import id.dukcapil.portal.common.PastCases;
import id.dukcapil.portal.common.TimeOrderedId;
import id.dukcapil.portal.common.UtcDateTime;
import id.dukcapil.portal.common.procedure.ProcedureDefinition;
import id.dukcapil.portal.common.ui.Formats;
import id.dukcapil.portal.documents.numbers.DocumentNumbers;
import id.dukcapil.portal.documents.numbers.NumberKind;
import id.dukcapil.portal.recording.process.RecordingAction;
import id.dukcapil.portal.recording.process.RecordingPhase;
import id.dukcapil.portal.staff.Demonstration;
import id.dukcapil.portal.staff.DemonstrationStaff;
import id.dukcapil.portal.staff.Office;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Writes the invented past in batches, past the aggregate. All of them are told to the clock of the procedure; operators go on
 * with those under way.
 */
@Component
@Demonstration
class RecordingWriter {

    private static final ProcedureDefinition PROCEDURE = new ProcedureDefinition("pesisir-selatan-039-2019");
    private static final int PEOPLE = 2_000;

    /** Places in a row of the diary; the number is known when all lines are. */
    private static final int NUMBER = 1;

    private static final int AT = 3;
    private static final String ALPHABET = "23456789ABCDEFGHJKMNPQRSTUVWXYZ";

    private final JdbcClient jdbc;
    private final JdbcTemplate batches;
    private final DocumentNumbers numbers;
    private final NumberKind recordingNumbers;
    private final NumberKind recordingReceipts;
    private final NumberKind diaryLines;
    private final ApplicationEventPublisher events;
    private final DemonstrationStaff staff;
    private final Map<String, Deque<Person>> people = new HashMap<>();
    private final List<Draft> drafts = new ArrayList<>();
    private final List<Object[]> cases = new ArrayList<>();
    private final List<Object[]> steps = new ArrayList<>();
    private final List<Object[]> lines = new ArrayList<>();
    private final List<CaseMoved> running = new ArrayList<>();
    private final List<CaseMoved> over = new ArrayList<>();

    RecordingWriter(
            JdbcClient jdbc,
            JdbcTemplate batches,
            DocumentNumbers numbers,
            NumberKind recordingNumbers,
            NumberKind recordingReceipts,
            NumberKind diaryLines,
            ApplicationEventPublisher events,
            DemonstrationStaff staff) {
        this.jdbc = jdbc;
        this.batches = batches;
        this.numbers = numbers;
        this.recordingNumbers = recordingNumbers;
        this.recordingReceipts = recordingReceipts;
        this.diaryLines = diaryLines;
        this.events = events;
        this.staff = staff;
    }

    private record Person(String nik, String name, boolean female, String born, String address) {}

    private record Draft(Office office, Instant begun, Story story, Person person) {

        LocalDate day() {
            return LocalDate.ofInstant(begun, office.timeZone());
        }

        boolean isRecorded() {
            return story.phase().isRecorded();
        }
    }

    /** Skipped when no resident in the state that the story needs is left in the register. */
    void person(Office office, Instant begun, Story story) {
        Person person = next(story.phase());
        if (person != null) {
            drafts.add(new Draft(office, begun, story, person));
        }
    }

    /** All of an office, numbered as they came. */
    private void write(Office office, List<Draft> people) {
        Iterator<String> number = next(recordingNumbers, office, people.stream());
        Iterator<String> receipt =
                next(recordingReceipts, office, people.stream().filter(Draft::isRecorded));
        people.forEach(one -> write(one, number.next(), one.isRecorded() ? receipt.next() : null));
    }

    private Iterator<String> next(NumberKind kind, Office office, Stream<Draft> people) {
        return numbers.next(kind, office, people.map(Draft::day).toList()).iterator();
    }

    private void write(Draft draft, String number, @Nullable String receipt) {
        Office office = draft.office();
        Instant begun = draft.begun();
        Story story = draft.story();
        Person person = draft.person();
        UUID id = TimeOrderedId.at(begun);
        Instant at = begun;
        int ordinal = 0;
        for (Story.Act act : story.acts()) {
            at = at.plusSeconds(act.seconds());
            Actor actor = staff.actor(act.byRecorder() ? "perekaman" : "registrasi");
            String reason = act.action() == RecordingAction.SUCCEED ? "Tanda bukti " + receipt : act.reason();
            steps.add(step(id, ordinal++, act, actor, at, reason));
            String event = event(act.action());
            if (event != null) {
                lines.add(line(office, number, person, actor, at, event, reason));
            }
            follow(id, number, office, story, act, at, actor);
        }
        cases.add(new Object[] {
            id,
            number,
            office.code().value(),
            person.nik(),
            person.name(),
            story.phase().name(),
            story.attempts(),
            receipt,
            code(id),
            UtcDateTime.of(begun.minusSeconds(600 + (long) (ordinal * 97 % 900))),
            UtcDateTime.of(begun),
            UtcDateTime.of(at)
        });
    }

    private static Object[] step(
            UUID id, int ordinal, Story.Act act, Actor actor, Instant at, @Nullable String reason) {
        RecordingPhase from = act.from();
        return new Object[] {
            TimeOrderedId.at(at),
            id,
            ordinal,
            from == null ? null : from.name(),
            act.to().name(),
            act.action().name(),
            actor.kind().name(),
            actor.id(),
            actor.name(),
            act.byRecorder() ? "Operator perekaman" : "Operator registrasi",
            UtcDateTime.of(at),
            reason
        };
    }

    private Object[] line(
            Office office,
            String number,
            Person person,
            Actor actor,
            Instant at,
            String event,
            @Nullable String reason) {
        return new Object[] {
            TimeOrderedId.at(at),
            office,
            office.code().value(),
            at,
            event,
            number,
            person.nik(),
            person.name(),
            person.female(),
            person.born(),
            person.address(),
            actor.name(),
            reason
        };
    }

    private static @Nullable String event(RecordingAction action) {
        return switch (action) {
            case RECEIVE -> "Berkas perekaman KTP-el diterima";
            case GIVE_BACK -> "Persyaratan tidak benar, berkas dikembalikan";
            case ALREADY -> "Sudah rekam, berkas dikembalikan";
            case SUCCEED -> "Perekaman KTP-el berhasil";
            case OPEN, ACCEPT, NOT_YET, TAKE_OVER, FAIL, AGAIN, END, FINISH, LEAVE, TROUBLE -> null;
        };
    }

    private void follow(UUID id, String number, Office office, Story story, Story.Act act, Instant at, Actor actor) {
        RecordingPhase from = act.from();
        boolean sameRow = from != null
                && Objects.equals(from.row(), act.to().row())
                && from.waitingFor() == act.to().waitingFor();
        if (!sameRow) {
            (story.phase().isOpen() ? running : over)
                    .add(PROCEDURE.moved(id, number, office.code(), from, act.to(), at, actor));
        }
    }

    private static String code(UUID id) {
        var text = new StringBuilder();
        long bits = id.getLeastSignificantBits();
        for (int i = 0; i < 10; i++) {
            text.append(ALPHABET.charAt((int) Math.floorMod(bits, (long) ALPHABET.length())));
            bits = Math.floorDiv(bits, (long) ALPHABET.length());
        }
        return text.insert(5, '-').toString();
    }

    private @Nullable Person next(RecordingPhase phase) {
        String condition = DemonstrationRecordings.condition(phase);
        return people.computeIfAbsent(condition, this::residents).poll();
    }

    /** From the other end of the order in which the sandbox shows people to outside systems. */
    private Deque<Person> residents(String condition) {
        return new ArrayDeque<>(jdbc.sql("""
                        SELECT p.nik, p.full_name, p.female, p.birth_place, p.birth_date, f.address, f.rt, f.rw
                        FROM population_person p JOIN population_family f ON f.number = p.family_number
                        WHERE %s AND p.birth_date < '2006-01-01'
                        ORDER BY CRC32(p.nik) DESC, p.id DESC LIMIT %d""".formatted(condition, PEOPLE))
                .query((row, number) -> new Person(
                        row.getString(1),
                        row.getString(2),
                        row.getBoolean(3),
                        "%s, %s".formatted(row.getString(4), Formats.date(row.getObject(5, LocalDate.class))),
                        "%s RT %s RW %s".formatted(row.getString(6), row.getString(7), row.getString(8))))
                .list());
    }

    /** The diary is numbered in the order of the day, not of the people. */
    private void number(Office office, List<Object[]> ofOffice) {
        ofOffice.sort(Comparator.comparing(line -> (Instant) line[AT]));
        Iterator<String> number = numbers.next(
                        diaryLines,
                        office,
                        ofOffice.stream()
                                .map(line -> LocalDate.ofInstant((Instant) line[AT], office.timeZone()))
                                .toList())
                .iterator();
        ofOffice.forEach(line -> {
            line[NUMBER] = number.next();
            line[AT] = UtcDateTime.of((Instant) line[AT]);
        });
    }

    void flush() {
        drafts.sort(Comparator.comparing(Draft::begun));
        drafts.stream().collect(groupingBy(Draft::office)).forEach(this::write);
        lines.stream().collect(groupingBy(line -> (Office) line[NUMBER])).forEach(this::number);
        batches.batchUpdate("""
                INSERT INTO recording_case (id, number, office_code, person_nik, full_name, under_age, status, attempts, receipt,
                  code, arrived_at, created_at, status_since, version)
                VALUES (?, ?, ?, ?, ?, FALSE, ?, ?, ?, ?, ?, ?, ?, 0)""", cases);
        batches.batchUpdate("""
                INSERT INTO recording_step (id, recording_id, ordinal, from_status, to_status, action, actor_kind, actor_id,
                  actor_name, actor_role, at, reason)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""", steps);
        batches.batchUpdate("""
                INSERT INTO recording_book_line (id, number, office_code, at, event, recording_number, person_nik, full_name,
                  female, born, address, officer, note)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""", lines);
        events.publishEvent(new PastCases(over));
        running.forEach(events::publishEvent);
        List.of(drafts, cases, steps, lines, running, over).forEach(List::clear);
        people.clear();
    }
}
