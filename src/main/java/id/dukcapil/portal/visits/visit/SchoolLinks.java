package id.dukcapil.portal.visits.visit;

import id.dukcapil.portal.channel.StrangerLimits;
import id.dukcapil.portal.common.Actor;
import id.dukcapil.portal.common.InvalidInput;
import id.dukcapil.portal.common.Permission;
import id.dukcapil.portal.common.procedure.ActedBy;
import id.dukcapil.portal.common.procedure.CaseCommands;
import id.dukcapil.portal.staff.ActingSystem;
import id.dukcapil.portal.visits.pupil.PupilLists;
import id.dukcapil.portal.visits.pupil.PupilLists.ListImport;
import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What a school sees and answers by the link of its letter, without an account: whoever holds the link speaks for the school. */
@Service
@PreAuthorize("permitAll()")
public class SchoolLinks {

    private static final int MOST_PUPILS = 5_000;
    private static final int LONGEST_BLACKOUT = 200;

    private final VisitRecords records;
    private final CaseCommands cases;
    private final StrangerLimits limits;
    private final VisitSettings settings;
    private final PupilLists lists;
    private final ActingSystem system;
    private final Clock clock;

    SchoolLinks(
            VisitRecords records,
            CaseCommands cases,
            StrangerLimits limits,
            VisitSettings settings,
            PupilLists lists,
            ActingSystem system,
            Clock clock) {
        this.records = records;
        this.cases = cases;
        this.limits = limits;
        this.settings = settings;
        this.lists = lists;
        this.system = system;
        this.clock = clock;
    }

    /** @return how long to wait, when that place in the network has asked too often */
    public Optional<Duration> refusal(String address) {
        return limits.refusal("visits/link", address, settings.looksPerMinute());
    }

    @Transactional(readOnly = true)
    public Optional<VisitDetails> look(String token) {
        return records.findByToken(token).map(Visit::details);
    }

    /**
     * A school may answer again until the visit is agreed.
     *
     * @throws id.dukcapil.portal.common.procedure.IllegalMove after that
     */
    public Optional<VisitDetails> answer(String token, SchoolAnswer answer) {
        SchoolAnswer checked = checked(answer);
        return cases.inTransaction(() -> records.lockByToken(token).map(visit -> {
            visit.answer(
                    checked,
                    new ActedBy(
                            new Actor(Actor.Kind.SYSTEM, null, visit.details().schoolName()),
                            "Tautan sekolah",
                            clock.instant()));
            cases.moved(visit);
            return visit.details();
        }));
    }

    /**
     * Enters the list of the school that the link belongs to, while the school may answer.
     *
     * @throws InvalidInput for the wrong file, one of another school, or when it is too late
     */
    public Optional<ListImport> list(String token, InputStream content) {
        Optional<VisitDetails> found =
                cases.inTransaction(() -> records.findByToken(token).map(Visit::details));
        return found.map(visit -> {
            if (!visit.status().takesAnswers()) {
                throw new InvalidInput("file", "Jadwal sudah disepakati; kirim daftar lewat Dinas.");
            }
            var done = new AtomicReference<ListImport>();
            system.with(Set.of(Permission.VISIT_PLAN), () -> done.set(entered(visit.npsn(), content)));
            return Objects.requireNonNull(done.get());
        });
    }

    private ListImport entered(String npsn, InputStream content) {
        try {
            return lists.importOwn(npsn, content);
        } catch (IOException broken) {
            throw new InvalidInput("file", "Berkas tidak dapat dibaca; unggah lagi.");
        }
    }

    /** @throws InvalidInput for what cannot be meant */
    static SchoolAnswer checked(SchoolAnswer answer) {
        if (answer.pupils() < 0 || answer.pupils() > MOST_PUPILS) {
            throw new InvalidInput("pupils", "Jumlah siswa antara 0 dan 5.000.");
        }
        LocalDate from = answer.blackoutFrom();
        LocalDate to = answer.blackoutTo();
        if ((from == null) != (to == null)
                || from != null
                        && to != null
                        && (to.isBefore(from) || ChronoUnit.DAYS.between(from, to) > LONGEST_BLACKOUT)) {
            throw new InvalidInput("blackout", "Isi hari pertama dan terakhir yang tidak dapat, berurutan.");
        }
        return new SchoolAnswer(
                answer.wished(),
                from,
                to,
                answer.pupils(),
                shortened(answer.contact(), 120),
                shortened(answer.note(), 300));
    }

    private static String shortened(String text, int most) {
        String plain = text.replaceAll("\\p{Cntrl}", " ").strip();
        return plain.substring(0, Math.min(most, plain.length()));
    }
}
