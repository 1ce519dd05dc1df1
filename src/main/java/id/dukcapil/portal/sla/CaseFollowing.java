package id.dukcapil.portal.sla;

import static java.util.stream.Collectors.groupingBy;

import id.dukcapil.portal.calendar.WorkingTime;
import id.dukcapil.portal.calendar.WorkingTimes;
import id.dukcapil.portal.common.CaseMoveTakenBack;
import id.dukcapil.portal.common.CaseMoved;
import id.dukcapil.portal.common.OfficeCode;
import id.dukcapil.portal.common.PastCases;
import id.dukcapil.portal.sla.stay.Stay;
import id.dukcapil.portal.sla.stay.StayLedger;
import id.dukcapil.portal.sla.validity.StepTimeRows;
import id.dukcapil.portal.staff.Organisation;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.context.event.EventListener;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Follows every case from step to step. It is part of the move: a case that cannot be measured does not move, and a move
 * that is rolled back was never measured.
 */
@Component
class CaseFollowing {

    private final CaseBook book;
    private final FiledStandards standards;
    private final StepTimeRows times;
    private final Organisation organisation;
    private final WorkingTimes workingTimes;
    private final CaseDues dues;
    private final StayLedger ledger;

    CaseFollowing(
            CaseBook book,
            FiledStandards standards,
            StepTimeRows times,
            Organisation organisation,
            WorkingTimes workingTimes,
            CaseDues dues,
            StayLedger ledger) {
        this.book = book;
        this.standards = standards;
        this.times = times;
        this.organisation = organisation;
        this.workingTimes = workingTimes;
        this.dues = dues;
        this.ledger = ledger;
    }

    /** @throws IllegalStateException when the case was somewhere else than the move says */
    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    void follow(CaseMoved move) {
        UUID id = move.caseId();
        Integer ended = move.ended();
        List<CaseInterval> before = ended == null ? opened(move) : lockedIn(ended, move);
        Instant at = notBefore(before, move.at());
        book.leave(id, at, move.actor());
        Integer begun = move.begun();
        if (begun == null) {
            book.close(id, at);
        } else {
            book.enter(id, before.size() + 1, new CaseInterval(begun, move.waitingFor(), at, null));
        }
        WorkingTime office = workingTimes.of(move.office());
        dues.workOut(id, move.office(), office, at);
        if (!before.isEmpty()) {
            List<Stay> over = over(id, new CaseBook.FollowedCase(move.office(), move.procedure()), office);
            ledger.append(over.subList(before.size() - 1, over.size()));
        }
    }

    /** Works out what is over of a case anew, as calendar and pauses are now; what is otherwise is reversed and added again. */
    @Transactional(propagation = Propagation.MANDATORY)
    void workOutAgain(UUID id) {
        if (book.lock(id)) {
            CaseBook.FollowedCase one = book.find(id).orElseThrow();
            ledger.settle(id, over(id, one, workingTimes.of(one.office())));
        }
    }

    private List<Stay> over(UUID id, CaseBook.FollowedCase one, WorkingTime office) {
        return CaseClock.over(id, one, book.officers(id), book.history(id, one.office()), book.targets(id), office);
    }

    /**
     * Enters cases that are over in batches, as if they had been followed from step to step.
     *
     * @throws IllegalStateException when a case does not begin with its opening or does not end
     */
    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    void follow(PastCases past) {
        Map<UUID, List<CaseMoved>> cases = past.moves().stream().collect(groupingBy(CaseMoved::caseId));
        cases.values().forEach(moves -> {
            if (moves.getFirst().ended() != null || moves.getLast().begun() != null) {
                throw new IllegalStateException("Case %s is not told from beginning to end"
                        .formatted(moves.getFirst().number()));
            }
        });
        cases.values().stream()
                .collect(groupingBy(moves -> moves.getFirst().procedure()))
                .forEach(this::enterPast);
    }

    /** Each with the standard that held at its office when it was opened. */
    private void enterPast(String procedure, List<List<CaseMoved>> cases) {
        ServiceStandard standard = standard(procedure);
        StepTimeRows.Versions versions = times.of(procedure);
        cases.stream()
                .collect(groupingBy(moves -> targets(standard, versions, moves.getFirst())))
                .forEach((targets, some) -> {
                    book.enterPast(procedure, targets, some);
                    ledger.append(over(some, targets));
                });
    }

    private List<Stay> over(List<List<CaseMoved>> cases, CaseTargets targets) {
        var offices = new HashMap<OfficeCode, WorkingTime>();
        var pauses = new HashMap<OfficeCode, List<ClockPause>>();
        Instant begun = cases.stream()
                .map(moves -> moves.getFirst().at())
                .min(Instant::compareTo)
                .orElseThrow();
        var over = new ArrayList<Stay>();
        for (List<CaseMoved> moves : cases) {
            CaseMoved first = moves.getFirst();
            OfficeCode code = first.office();
            WorkingTime office = offices.computeIfAbsent(code, workingTimes::of);
            over.addAll(CaseClock.over(
                    first.caseId(),
                    new CaseBook.FollowedCase(code, first.procedure()),
                    CaseBook.officers(moves),
                    CaseBook.history(moves, pauses.computeIfAbsent(code, one -> book.pauses(one, begun))),
                    targets,
                    office));
        }
        return over;
    }

    private ServiceStandard standard(String procedure) {
        return standards
                .find(procedure)
                .orElseThrow(() -> new IllegalStateException("There is no procedure " + procedure));
    }

    /** What holds on the day of the opening; which day that is, the clocks of the organisation say. */
    private CaseTargets targets(ServiceStandard standard, StepTimeRows.Versions versions, CaseMoved opening) {
        LocalDate day = LocalDate.ofInstant(opening.at(), organisation.timeZone());
        return new CaseTargets(
                versions.on(opening.office(), day, CaseTargets.of(standard).steps()));
    }

    /**
     * The last move counts as if it had never been: the step before goes on from where it began.
     *
     * @throws IllegalStateException when the case would then lie somewhere else than is said
     */
    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    void takeBack(CaseMoveTakenBack back) {
        UUID id = back.caseId();
        requireOpened(id, back.number());
        List<CaseInterval> before = book.intervals(id);
        CaseInterval last = before.getLast();
        int goesOn = last.isRunning() ? before.size() - 1 : before.size();
        if (goesOn == 0 || before.get(goesOn - 1).step() != back.step()) {
            throw new IllegalStateException(
                    "The last move of case %s did not leave step %d".formatted(back.number(), back.step()));
        }
        book.goOn(id, goesOn);
        WorkingTime office = workingTimes.of(back.office());
        dues.workOut(id, back.office(), office, back.at());
        ledger.settle(id, over(id, book.find(id).orElseThrow(), office));
    }

    private void requireOpened(UUID id, String number) {
        if (!book.lock(id)) {
            throw new IllegalStateException("Case %s has not been opened".formatted(number));
        }
    }

    /** Two who open the same case at once: the key lets one of them through. */
    private List<CaseInterval> opened(CaseMoved move) {
        CaseTargets targets = targets(standard(move.procedure()), times.of(move.procedure()), move);
        try {
            book.open(move, targets);
        } catch (DuplicateKeyException there) {
            throw new IllegalStateException("Case %s has been opened before".formatted(move.number()), there);
        }
        return List.of();
    }

    private List<CaseInterval> lockedIn(int step, CaseMoved move) {
        requireOpened(move.caseId(), move.number());
        List<CaseInterval> before = book.intervals(move.caseId());
        CaseInterval last = before.getLast();
        if (!last.isRunning() || last.step() != step) {
            throw new IllegalStateException("Case %s %s step %d and cannot leave step %d"
                    .formatted(move.number(), last.isRunning() ? "is in" : "ended in", last.step(), step));
        }
        return before;
    }

    /** Two processes have two clocks; a stay that would end before it began takes no time. */
    private static Instant notBefore(List<CaseInterval> before, Instant at) {
        Instant begun = before.isEmpty() ? at : before.getLast().from();
        return at.isBefore(begun) ? begun : at;
    }
}
