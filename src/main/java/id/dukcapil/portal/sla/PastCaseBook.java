package id.dukcapil.portal.sla;

import id.dukcapil.portal.common.CaseMoved;
import id.dukcapil.portal.common.PastCases;
import id.dukcapil.portal.common.UtcDateTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Enters cases that are over in batches, as if they had been followed from step to step. */
@Component
class PastCaseBook {

    private final FiledStandards standards;
    private final JdbcTemplate batches;

    PastCaseBook(FiledStandards standards, JdbcTemplate batches) {
        this.standards = standards;
        this.batches = batches;
    }

    /** @throws IllegalStateException when a case does not begin with its opening or does not end */
    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    void enter(PastCases past) {
        Map<UUID, List<CaseMoved>> cases = past.moves().stream().collect(Collectors.groupingBy(CaseMoved::caseId));
        Map<String, CaseTargets> targets = past.moves().stream()
                .map(CaseMoved::procedure)
                .distinct()
                .collect(Collectors.toMap(procedure -> procedure, this::targetsOf));
        Map<String, String> hashes =
                targets.keySet().stream().collect(Collectors.toMap(procedure -> procedure, this::hashOf));
        List<Object[]> opened = new ArrayList<>();
        List<Object[]> promised = new ArrayList<>();
        List<Object[]> stays = new ArrayList<>();
        for (List<CaseMoved> moves : cases.values()) {
            CaseMoved first = moves.getFirst();
            CaseMoved last = moves.getLast();
            if (first.ended() != null || last.begun() != null) {
                throw new IllegalStateException("Case %s is not told from beginning to end".formatted(first.number()));
            }
            opened.add(new Object[] {
                first.caseId(),
                first.procedure(),
                hashes.get(first.procedure()),
                first.number(),
                first.office().value(),
                UtcDateTime.of(first.at()),
                UtcDateTime.of(last.at())
            });
            Objects.requireNonNull(targets.get(first.procedure()))
                    .steps()
                    .forEach((step, time) -> promised.add(new Object[] {first.caseId(), step, time.toSeconds()}));
            for (int i = 0; i + 1 < moves.size(); i++) {
                stays.add(stay(moves.get(i), i + 1, moves.get(i + 1).at()));
            }
        }
        batches.batchUpdate("""
                INSERT INTO sla_case (id, standard, standard_hash, number, office_code, opened_at, closed_at)
                VALUES (?, ?, ?, ?, ?, ?, ?)""", opened);
        batches.batchUpdate("INSERT INTO sla_case_target (case_id, step, seconds) VALUES (?, ?, ?)", promised);
        batches.batchUpdate("""
                INSERT INTO sla_interval (case_id, ordinal, step, waiting_for, from_at, to_at)
                VALUES (?, ?, ?, ?, ?, ?)""", stays);
    }

    private CaseTargets targetsOf(String procedure) {
        return standards
                .find(procedure)
                .map(CaseTargets::of)
                .orElseThrow(() -> new IllegalStateException("There is no procedure " + procedure));
    }

    /** Says which form of the procedure holds for a case. */
    private String hashOf(String procedure) {
        return Objects.requireNonNull(batches.queryForObject(
                "SELECT content_hash FROM sla_standard WHERE slug = ?", String.class, procedure));
    }

    private static Object[] stay(CaseMoved move, int ordinal, Instant end) {
        return new Object[] {
            move.caseId(),
            ordinal,
            move.begun(),
            move.waitingFor().name(),
            UtcDateTime.of(move.at()),
            UtcDateTime.of(end)
        };
    }
}
