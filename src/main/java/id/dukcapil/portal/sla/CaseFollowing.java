package id.dukcapil.portal.sla;

import static java.util.stream.Collectors.groupingBy;

import id.dukcapil.portal.calendar.WorkingTimes;
import id.dukcapil.portal.common.CaseMoveTakenBack;
import id.dukcapil.portal.common.CaseMoved;
import id.dukcapil.portal.common.PastCases;
import java.time.Instant;
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
    private final WorkingTimes workingTimes;
    private final CaseDues dues;

    CaseFollowing(CaseBook book, FiledStandards standards, WorkingTimes workingTimes, CaseDues dues) {
        this.book = book;
        this.standards = standards;
        this.workingTimes = workingTimes;
        this.dues = dues;
    }

    /** @throws IllegalStateException when the case was somewhere else than the move says */
    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    void follow(CaseMoved move) {
        UUID id = move.caseId();
        Integer ended = move.ended();
        List<CaseInterval> before = ended == null ? opened(move) : lockedIn(ended, move);
        Instant at = notBefore(before, move.at());
        book.leave(id, at);
        Integer begun = move.begun();
        if (begun == null) {
            book.close(id, at);
        } else {
            book.enter(id, before.size() + 1, new CaseInterval(begun, move.waitingFor(), at, null));
        }
        dues.workOut(id, move.office(), workingTimes.of(move.office()), at);
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
                .forEach((procedure, some) -> book.enterPast(procedure, targets(procedure), some));
    }

    private CaseTargets targets(String procedure) {
        return standards
                .find(procedure)
                .map(CaseTargets::of)
                .orElseThrow(() -> new IllegalStateException("There is no procedure " + procedure));
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
        dues.workOut(id, back.office(), workingTimes.of(back.office()), back.at());
    }

    private void requireOpened(UUID id, String number) {
        if (!book.lock(id)) {
            throw new IllegalStateException("Case %s has not been opened".formatted(number));
        }
    }

    /** Two who open the same case at once: the key lets one of them through. */
    private List<CaseInterval> opened(CaseMoved move) {
        CaseTargets targets = targets(move.procedure());
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
