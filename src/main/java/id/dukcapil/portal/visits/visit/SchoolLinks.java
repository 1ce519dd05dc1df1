package id.dukcapil.portal.visits.visit;

import id.dukcapil.portal.channel.StrangerLimits;
import id.dukcapil.portal.common.Actor;
import id.dukcapil.portal.common.InvalidInput;
import id.dukcapil.portal.common.procedure.ActedBy;
import id.dukcapil.portal.common.procedure.CaseCommands;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
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
    private final Clock clock;

    SchoolLinks(VisitRecords records, CaseCommands cases, StrangerLimits limits, VisitSettings settings, Clock clock) {
        this.records = records;
        this.cases = cases;
        this.limits = limits;
        this.settings = settings;
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
