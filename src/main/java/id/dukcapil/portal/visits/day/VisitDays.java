package id.dukcapil.portal.visits.day;

import id.dukcapil.portal.common.InvalidInput;
import id.dukcapil.portal.common.Nik;
import id.dukcapil.portal.common.Retry;
import id.dukcapil.portal.common.SignatureStrokes;
import id.dukcapil.portal.common.UtcDateTime;
import id.dukcapil.portal.staff.CurrentStaff;
import id.dukcapil.portal.staff.Organisation;
import id.dukcapil.portal.staff.StaffMember;
import id.dukcapil.portal.visits.day.DayRules.Judged;
import id.dukcapil.portal.visits.visit.VisitDetails;
import id.dukcapil.portal.visits.visit.VisitStatus;
import id.dukcapil.portal.visits.visit.Visits;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import tools.jackson.databind.ObjectMapper;

/** What tablets ask for and tell on the day of a visit. Whoever may record works on every visit, as crews are made of several offices. */
@Service
@PreAuthorize("hasAuthority('VISIT_RECORD')")
public class VisitDays {

    /** Operations that a tablet may send at once. */
    public static final int LARGEST_BATCH = 50;

    private static final int LONGEST_NAME = 120;
    private static final int MOST_ACTIVATIONS = 5_000;
    private static final Duration OVERLAP = Duration.ofSeconds(5);

    private final Visits visits;
    private final OutcomeRows rows;
    private final VisitClock measured;
    private final LaterCards laterCards;
    private final CurrentStaff staff;
    private final Organisation organisation;
    private final Retry retry;
    private final JdbcClient jdbc;
    private final ObjectMapper json;
    private final Clock clock;

    VisitDays(
            Visits visits,
            OutcomeRows rows,
            VisitClock measured,
            LaterCards laterCards,
            CurrentStaff staff,
            Organisation organisation,
            Retry retry,
            JdbcClient jdbc,
            ObjectMapper json,
            Clock clock) {
        this.visits = visits;
        this.rows = rows;
        this.measured = measured;
        this.laterCards = laterCards;
        this.staff = staff;
        this.organisation = organisation;
        this.retry = retry;
        this.jdbc = jdbc;
        this.json = json;
        this.clock = clock;
    }

    /** A visit as a tablet gets it; after the sign-off only rows that are still to be settled. */
    public record Opened(VisitDetails visit, boolean closed, Instant at, List<DayRow> rows) {}

    /**
     * What a tablet sends.
     *
     * @param sentAt clock of the tablet in milliseconds; only its distance to the taps counts
     * @param since what changed from then on, in milliseconds of the portal, is answered; 0 for nothing
     * @param takeOver whether taps of somebody else are sent on purpose
     */
    public record Batch(UUID device, long sentAt, long since, boolean takeOver, List<Operation> operations) {}

    /** The answer to a batch. */
    public sealed interface Answer {

        /** @param rows all that changed since the tablet heard last, from other tablets, too */
        record Told(Instant at, boolean closed, List<Verdict> verdicts, List<DayRow> rows) implements Answer {}

        /** An earlier operation is missing. @param expected the next place in the order of that tablet */
        record Gap(int expected) implements Answer {}

        /** These are taps of another person. */
        record Foreign(String name) implements Answer {}
    }

    /**
     * The school's word that the visit is over.
     *
     * @param lastSeq last operation of this tablet
     * @param strokes of the signature
     * @param teachers whose IKD was activated during the visit
     * @param pupils whose IKD was activated during the visit
     */
    public record SignOff(
            UUID device,
            int lastSeq,
            String name,
            String position,
            String strokes,
            String note,
            int teachers,
            int pupils) {}

    /** @return nothing for a visit that is not published */
    public Optional<Opened> open(String number) {
        return visits.find(number)
                .filter(visit -> VisitOutcomes.isWorkedOn(visit.status()))
                .map(visit -> retry.inTransaction(() -> {
                    Instant now = clock.instant();
                    if (visit.status() == VisitStatus.PUBLISHED) {
                        rows.enter(visit.id(), visit.npsn(), visit.last(), now);
                    }
                    boolean closed = rows.closedAt(visit.id()) != null;
                    List<DayRow> all = rows.list(visit.id(), null);
                    return new Opened(
                            visit,
                            closed,
                            now,
                            closed
                                    ? all.stream()
                                            .filter(row -> row.rival() != null)
                                            .toList()
                                    : all);
                }));
    }

    /**
     * Judges operations in their order; one that was sent before gets its first answer. What cannot be carried out is refused
     * and kept, so that it does not stop those behind it.
     */
    public Optional<Answer> deliver(String number, Batch batch) {
        if (batch.operations().size() > LARGEST_BATCH) {
            throw new InvalidInput("operations", "Paling banyak %d catatan sekaligus.".formatted(LARGEST_BATCH));
        }
        StaffMember member = staff.require();
        return visits.find(number).map(visit -> retry.inTransaction(() -> judge(visit, batch, member)));
    }

    private Answer judge(VisitDetails visit, Batch batch, StaffMember member) {
        Instant now = clock.instant();
        if (!rows.lock(visit.id())) {
            rows.enter(visit.id(), visit.npsn(), visit.last(), now);
        }
        int expected = rows.lastSeq(visit.id(), batch.device()) + 1;
        var verdicts = new ArrayList<Verdict>();
        for (Operation operation : batch.operations()) {
            Optional<Verdict> before = rows.verdict(operation.id());
            if (before.isPresent()) {
                verdicts.add(before.get());
                continue;
            }
            if (operation.seq() != expected) {
                return verdicts.isEmpty() ? new Answer.Gap(expected) : told(visit, batch, now, verdicts);
            }
            if (!batch.takeOver() && !member.id().value().equals(operation.owner())) {
                return new Answer.Foreign(Objects.requireNonNullElse(operation.ownerName(), "orang lain"));
            }
            verdicts.add(apply(visit, batch, operation, member, now));
            expected++;
        }
        return told(visit, batch, now, verdicts);
    }

    private Answer told(VisitDetails visit, Batch batch, Instant now, List<Verdict> verdicts) {
        boolean closed = rows.closedAt(visit.id()) != null;
        return new Answer.Told(
                now,
                closed,
                verdicts,
                batch.since() == 0 || closed
                        ? List.of()
                        : rows.list(
                                visit.id(), Instant.ofEpochMilli(batch.since()).minus(OVERLAP)));
    }

    private Verdict apply(VisitDetails visit, Batch batch, Operation operation, StaffMember member, Instant now) {
        Instant tapped = corrected(visit, batch.sentAt() - operation.at(), now);
        boolean own = member.id().value().equals(operation.owner());
        String by = own ? member.fullName() : DayRules.cut(Objects.requireNonNullElse(operation.ownerName(), "?"), 120);
        DayRow row = operation.kind() == Operation.Kind.ADD
                ? null
                : rows.find(visit.id(), operation.pupil()).orElse(null);
        Verdict verdict;
        if (!VisitOutcomes.isWorkedOn(visit.status()) || tapped.isBefore(begin(visit))) {
            verdict = refused(operation, "Kunjungan ini tidak sedang berlangsung.");
        } else if (operation.kind() == Operation.Kind.ADD) {
            verdict = add(visit, operation, now);
            row = rows.find(visit.id(), operation.pupil()).orElse(null);
        } else if (row == null) {
            verdict = refused(operation, "Siswa itu tidak ada dalam kunjungan ini.");
        } else {
            Judged judged = DayRules.judge(row, operation, new DayRules.Tap(by, batch.device(), tapped));
            if (judged.verdict() == Verdict.Kind.APPLIED || judged.verdict() == Verdict.Kind.CONFLICT) {
                rows.store(judged.row(), now);
                if (operation.kind() == Operation.Kind.FIXED) {
                    measured.correction(visit.id(), judged.row());
                }
            }
            verdict = new Verdict(operation.id(), judged.verdict(), judged.sentence());
        }
        rows.keep(new OutcomeRows.Kept(
                visit.id(),
                batch.device(),
                operation,
                row == null ? null : row.id(),
                json.writeValueAsString(operation),
                tapped,
                now,
                member.id().value(),
                member.fullName(),
                own ? null : by,
                verdict));
        return verdict;
    }

    /** A tablet's clock may be wrong by days; how long ago it was tapped is known all the same. */
    private Instant corrected(VisitDetails visit, long millisAgo, Instant now) {
        Instant tapped = now.minusMillis(Math.max(0, millisAgo));
        Instant begin = begin(visit);
        return tapped.isBefore(begin) && !now.isBefore(begin) ? begin : tapped;
    }

    private Instant begin(VisitDetails visit) {
        return visit.first().atStartOfDay(organisation.timeZone()).toInstant();
    }

    private Verdict add(VisitDetails visit, Operation operation, Instant now) {
        Operation.Added wanted = operation.added();
        if (wanted == null
                || wanted.name().isBlank()
                || !wanted.nisn().matches("|\\d{10}")
                || !wanted.nik().isEmpty() && Nik.parse(wanted.nik()).value().isEmpty()) {
            return refused(operation, "Siswa tambahan: nama wajib, NISN 10 angka, NIK 16 angka yang benar.");
        }
        var added = new Operation.Added(
                DayRules.cut(wanted.name(), LONGEST_NAME).toUpperCase(Locale.ROOT),
                wanted.nisn(),
                wanted.nik(),
                DayRules.cut(wanted.className(), 60),
                wanted.birthDate());
        DayRow known = rows.samePerson(visit.id(), added.nisn(), added.nik()).orElse(null);
        rows.add(visit.id(), operation.pupil(), added, known == null ? null : known.id(), now);
        return known == null
                ? new Verdict(operation.id(), Verdict.Kind.APPLIED, "")
                : new Verdict(operation.id(), Verdict.Kind.SAME, known.who().name() + " sudah ada dalam daftar.");
    }

    private static Verdict refused(Operation operation, String sentence) {
        return new Verdict(operation.id(), Verdict.Kind.REFUSED, sentence);
    }

    /**
     * Closes the visit; once is enough, a second click changes nothing.
     *
     * @throws InvalidInput while something keeps it open
     */
    public Optional<DayTotals> close(String number, SignOff signOff) {
        byte[] signature = SignatureStrokes.svg(signOff.strokes());
        String name = DayRules.cut(signOff.name(), LONGEST_NAME);
        String position = DayRules.cut(signOff.position(), 60);
        if (name.isEmpty() || position.isEmpty()) {
            throw new InvalidInput("name", "Isi nama dan jabatan yang menandatangani.");
        }
        if (Math.min(signOff.teachers(), signOff.pupils()) < 0
                || Math.max(signOff.teachers(), signOff.pupils()) > MOST_ACTIVATIONS) {
            throw new InvalidInput("ikd", "Jumlah aktivasi IKD antara 0 dan 5.000.");
        }
        return visits.find(number)
                .map(visit -> retry.inTransaction(() -> {
                    rows.lock(visit.id());
                    DayTotals totals = DayTotals.of(rows.list(visit.id(), null));
                    if (rows.closedAt(visit.id()) == null) {
                        requireComplete(visit, signOff, totals);
                        jdbc.sql("""
                                UPDATE visits_day SET closed_at = ?, closed_by = ?, signer_name = ?, signer_position = ?, signature = ?,
                                  note = ?, ikd_teachers = ?, ikd_pupils = ? WHERE visit_id = ?""")
                                .params(
                                        UtcDateTime.of(clock.instant()),
                                        staff.require().fullName(),
                                        name,
                                        position,
                                        signature,
                                        DayRules.cut(signOff.note(), 300),
                                        signOff.teachers(),
                                        signOff.pupils(),
                                        visit.id())
                                .update();
                        visits.close(number, totals.recorded());
                        measured.visit(visit);
                        laterCards.tell(visit);
                    }
                    return totals;
                }));
    }

    private void requireComplete(VisitDetails visit, SignOff signOff, DayTotals totals) {
        int waiting = signOff.lastSeq() - rows.lastSeq(visit.id(), signOff.device());
        if (waiting > 0) {
            throw new InvalidInput("waiting", "%d catatan tablet ini belum diterima portal.".formatted(waiting));
        }
        if (totals.open() > 0) {
            throw new InvalidInput("open", "%d siswa belum punya hasil.".formatted(totals.open()));
        }
        if (totals.rivals() > 0) {
            throw new InvalidInput("rivals", "%d bentrok belum diputus.".formatted(totals.rivals()));
        }
    }
}
