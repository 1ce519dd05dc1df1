package id.dukcapil.portal.submission;

import id.dukcapil.portal.calendar.WorkingTimes;
import id.dukcapil.portal.common.Actor;
import id.dukcapil.portal.common.OfficeCode;
import id.dukcapil.portal.common.Permission;
import id.dukcapil.portal.common.SetUpStep;
import id.dukcapil.portal.common.procedure.ActedBy;
import id.dukcapil.portal.documents.numbers.DocumentNumbers;
import id.dukcapil.portal.documents.numbers.NumberKind;
import id.dukcapil.portal.population.PersonRow;
import id.dukcapil.portal.population.RecordingStatus;
import id.dukcapil.portal.population.SandboxPeople;
import id.dukcapil.portal.staff.ActingSystem;
import id.dukcapil.portal.staff.Office;
import id.dukcapil.portal.staff.Offices;
import id.dukcapil.portal.submission.SubmissionEvent.SubmissionMoved;
import id.dukcapil.portal.submission.SubmissionEvent.SubmissionReceived;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Requests of invented families in every stage, so that a newcomer sees an inbox in use: new ones, few of them late, some
 * held by colleagues, some on their way back. Entered once, into an empty table, all or nothing.
 */
@Component
@Order(60)
@ConditionalOnBooleanProperty({"portal.demonstration", "portal.submission.demonstration"})
class DemonstrationSubmissions implements SetUpStep {

    private static final List<String> REASONS =
            List.of("I.B.3", "I.B.2", "I.C.1", "I.A.1", "I.A.3", "I.B.3", "I.B.1", "I.C.2", "I.A.4", "I.A.2", "I.B.2");
    private static final Map<String, String> NOTES = Map.ofEntries(
            Map.entry("I.A.1", "Membentuk keluarga baru setelah menikah"),
            Map.entry("I.A.2", "Kepala keluarga meninggal dunia"),
            Map.entry("I.A.3", "Pisah KK dari orang tua"),
            Map.entry("I.A.4", "Pindah dari kecamatan lain"),
            Map.entry("I.B.1", "Keponakan ikut tinggal bersama kami"),
            Map.entry("I.B.2", "Menambahkan anak kedua yang lahir bulan lalu"),
            Map.entry("I.B.3", "Sudah lulus sarjana dan mengajar di sekolah"),
            Map.entry("I.C.1", "KK hilang saat pindahan rumah"),
            Map.entry("I.C.2", "KK lama terkena air hujan"));

    private static final Map<String, Map<String, String>> CHANGES = Map.of(
            "I.A.1", Map.of("MARITAL_STATUS", "KAWIN TERCATAT"),
            "I.B.3", Map.of("EDUCATION", "DIPLOMA IV/STRATA I", "OCCUPATION", "GURU"));

    private static final Actor OPERATOR = colleague("Dewi Anggraini");
    private static final Actor VERIFIER = colleague("Ujang Hidayat");
    private static final Actor CHANNEL = new Actor(Actor.Kind.CHANNEL, null, "Aplikasi IKD (data contoh)");

    /** How far requests have come, and how many minutes ago each of them came in. */
    private enum Stage {
        NEW(4, 9, 16, 22, 31, 44, 58, 75, 96, 130, 170, 240, 1500, 2900),
        HELD_NEW(12, 37),
        CHECKED(25, 33, 48, 70, 90, 125, 180, 300, 1700),
        HELD_CHECKED(52),
        BACK_AT_OPERATOR(140, 400, 1600),
        WITH_APPLICANT(700, 1900, 4200, 8600),
        VERIFIED(200, 330, 900, 1800, 3100, 4500),
        REJECTED(2500, 6000),
        CANCELLED(3600);

        private final int[] minutesAgo;

        Stage(int... minutesAgo) {
            this.minutesAgo = minutesAgo;
        }

        /** Whether the office's time runs. */
        boolean isMeasured() {
            return ordinal() <= BACK_AT_OPERATOR.ordinal() || this == VERIFIED;
        }
    }

    /** So much the procedure grants a step of the office (SOP Bandung 31/2023, steps 6 to 8). */
    private static final Duration STEP = Duration.ofMinutes(5);

    /** So long ago the last one in time came in, and so much earlier each one before it. */
    private static final Duration IN_TIME = Duration.ofSeconds(50);

    private static final Duration APART = Duration.ofSeconds(4);

    /** One measured request in so many is late, beginning with the third. */
    private static final int ONE_LATE_IN = 8;

    private static final int FIRST_LATE = 2;

    private final Submissions submissions;
    private final WantedChanges changes;
    private final DocumentNumbers numbers;
    private final NumberKind familyCardRequests;
    private final Offices offices;
    private final SandboxPeople people;
    private final Times times;
    private final WorkingTimes workingTimes;
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final ActingSystem system;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    DemonstrationSubmissions(
            Submissions submissions,
            WantedChanges changes,
            DocumentNumbers numbers,
            NumberKind familyCardRequests,
            Offices offices,
            SandboxPeople people,
            Times times,
            WorkingTimes workingTimes,
            JdbcClient jdbc,
            TransactionTemplate transaction,
            ActingSystem system,
            ApplicationEventPublisher events,
            Clock clock) {
        this.submissions = submissions;
        this.changes = changes;
        this.numbers = numbers;
        this.familyCardRequests = familyCardRequests;
        this.offices = offices;
        this.people = people;
        this.times = times;
        this.workingTimes = workingTimes;
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.system = system;
        this.events = events;
        this.clock = clock;
    }

    private static Actor colleague(String name) {
        return new Actor(Actor.Kind.STAFF, UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)), name);
    }

    @Override
    public void enter() {
        boolean used = jdbc.sql("SELECT EXISTS (SELECT 1 FROM submission_request)")
                .query((row, number) -> row.getBoolean(1))
                .single();
        if (!used) {
            system.with(
                    Set.of(Permission.SUBMISSION_INTAKE), () -> transaction.executeWithoutResult(status -> handIn()));
        }
    }

    void handIn() {
        Deque<PersonRow> applicants = applicants();
        Office head = offices.find(new OfficeCode("DINAS")).orElseThrow();
        Office mall = offices.find(new OfficeCode("MPP")).orElseThrow();
        int measured = 0;
        for (Stage stage : Stage.values()) {
            for (int i = 0; i < stage.minutesAgo.length && !applicants.isEmpty(); i++) {
                // Elsewhere work is going on too, for whoever sees more than one office
                Office office = i % 5 == 4 ? mall : head;
                Instant at = clock.instant().minus(Duration.ofMinutes(stage.minutesAgo[i]));
                if (stage.isMeasured()) {
                    at = measured++ % ONE_LATE_IN == FIRST_LATE ? late(office, at) : inTime(office, at, i);
                }
                bring(stage, office, applicants.pop(), at);
            }
        }
    }

    /** The same time of an earlier day, when the office has not worked long enough since. */
    private Instant late(Office office, Instant at) {
        Instant earlier = at;
        while (worked(office, earlier).compareTo(STEP.multipliedBy(2)) < 0) {
            earlier = earlier.minus(Duration.ofDays(1));
        }
        return earlier;
    }

    /** A moment ago, when the office has worked for more than that since: a list in which everything is red says nothing. */
    private Instant inTime(Office office, Instant at, int place) {
        Instant momentAgo = clock.instant().minus(IN_TIME).minus(APART.multipliedBy(place));
        return worked(office, at).compareTo(IN_TIME) > 0 ? momentAgo : at;
    }

    private Duration worked(Office office, Instant since) {
        return workingTimes.of(office.code()).between(since, clock.instant());
    }

    /** One of each family. */
    private Deque<PersonRow> applicants() {
        var families = new HashSet<String>();
        var applicants = new ArrayDeque<PersonRow>();
        for (PersonRow person : people.others(RecordingStatus.PRINT_READY_RECORD, 20, 400)) {
            if (Eligibility.mayAsk(person.relationship())
                    && families.add(person.familyCardNumber().value())) {
                applicants.add(person);
            }
        }
        return applicants;
    }

    private void bring(Stage stage, Office office, PersonRow person, Instant at) {
        int place = Math.abs(person.nik().value().hashCode());
        boolean counter = place % 4 == 0;
        String reason = REASONS.get(place % REASONS.size());
        var submission = new Submission(
                new SubmissionNumber(numbers.next(familyCardRequests, office)),
                office.code(),
                new Applicant(
                        person.nik(),
                        person.fullName(),
                        person.familyCardNumber(),
                        person.relationship(),
                        "pemohon%d@contoh.id".formatted(place % 1000),
                        "08%010d".formatted(1300000L + place % 100000)),
                new Submission.Wish(reason, NOTES.get(reason)),
                new Submission.Mark(counter ? SubmissionOrigin.COUNTER : SubmissionOrigin.CHANNEL, null, null),
                counter ? by(OPERATOR, at) : new ActedBy(CHANNEL, "", at));
        submissions.saveAndFlush(submission);
        changes.enter(submission.id(), CHANGES.getOrDefault(reason, Map.of()));
        events.publishEvent(new SubmissionReceived(submission.details(at)));
        work(stage, submission, at);
    }

    private void work(Stage stage, Submission submission, Instant at) {
        Instant checked = at.plusSeconds(25);
        Instant judged = at.plusSeconds(40);
        switch (stage) {
            case NEW -> {}
            case HELD_NEW -> hold(submission, OPERATOR);
            case CHECKED -> move(submission, checked, request -> request.check(by(OPERATOR, checked)));
            case HELD_CHECKED -> {
                move(submission, checked, request -> request.check(by(OPERATOR, checked)));
                hold(submission, VERIFIER);
            }
            case BACK_AT_OPERATOR -> {
                move(submission, checked, request -> request.check(by(OPERATOR, checked)));
                move(
                        submission,
                        judged,
                        request -> request.returnToOperator(
                                "Nama ibu pada lampiran berbeda dari data SIAK", by(VERIFIER, judged)));
            }
            case WITH_APPLICANT ->
                move(
                        submission,
                        checked,
                        request -> request.returnToApplicant(
                                new Shortcomings(
                                        Set.of(ReturnReason.ATTACHMENT_UNREADABLE),
                                        "Foto ijazah terpotong di sisi kanan"),
                                times.completeBy(checked, request.office()),
                                by(OPERATOR, checked)));
            case VERIFIED -> {
                move(submission, checked, request -> request.check(by(OPERATOR, checked)));
                move(submission, judged, request -> request.verify(by(VERIFIER, judged)));
            }
            case REJECTED ->
                move(
                        submission,
                        checked,
                        request -> request.reject(
                                new Rejection(
                                        "Bukti perubahan bukan milik anggota keluarga ini", "Perpres 96/2018 Pasal 12"),
                                by(OPERATOR, checked)));
            case CANCELLED ->
                move(
                        submission,
                        checked,
                        request -> request.cancel("Pemohon salah memilih alasan", new ActedBy(CHANNEL, "", checked)));
        }
    }

    private void move(Submission submission, Instant at, Consumer<Submission> verb) {
        verb.accept(submission);
        submissions.flush();
        events.publishEvent(new SubmissionMoved(submission.details(at)));
    }

    private void hold(Submission submission, Actor colleague) {
        Instant now = clock.instant();
        submission.claim(by(colleague, now), times.heldUntil(now));
        submissions.flush();
    }

    private static ActedBy by(Actor actor, Instant at) {
        return new ActedBy(actor, actor.equals(VERIFIER) ? "Verifikator (JF Ahli Muda)" : "Petugas/Operator", at);
    }
}
