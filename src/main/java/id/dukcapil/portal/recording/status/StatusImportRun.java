package id.dukcapil.portal.recording.status;

import id.dukcapil.portal.common.AuditEvent;
import id.dukcapil.portal.common.Nik;
import id.dukcapil.portal.documents.ContentHash;
import id.dukcapil.portal.documents.DocumentHolders;
import id.dukcapil.portal.documents.DocumentStore;
import id.dukcapil.portal.population.CardStatuses;
import id.dukcapil.portal.population.CardStatuses.CardStatus;
import id.dukcapil.portal.recording.status.StatusImportRows.Step;
import id.dukcapil.portal.recording.status.StatusImports.StatusImport;
import id.dukcapil.portal.recording.status.StatusRow.Verdict;
import id.dukcapil.portal.staff.Organisation;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Brings the rows of an export into the register, a step in one transaction that also notes how far the import has come: after a
 * crash the next run goes on behind the last complete step.
 */
@Component
class StatusImportRun {

    private static final int STEP = 1_000;

    private final StatusImportRows rows;
    private final StatusFiles files;
    private final CardStatuses statuses;
    private final DocumentStore store;
    private final DocumentHolders holders;
    private final Organisation organisation;
    private final TransactionTemplate transaction;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    StatusImportRun(
            StatusImportRows rows,
            StatusFiles files,
            CardStatuses statuses,
            DocumentStore store,
            DocumentHolders holders,
            Organisation organisation,
            TransactionTemplate transaction,
            ApplicationEventPublisher events,
            Clock clock) {
        this.rows = rows;
        this.files = files;
        this.statuses = statuses;
        this.store = store;
        this.holders = holders;
        this.organisation = organisation;
        this.transaction = transaction;
        this.events = events;
        this.clock = clock;
    }

    /** @return whether the import needs no further run */
    boolean goOn(UUID id, BooleanSupplier stopAsked) {
        Optional<ContentHash> content = rows.content(id);
        if (content.isEmpty()) {
            return true;
        }
        int from = rows.find(id).orElseThrow().readTo();
        var step = new ArrayList<StatusRow>();
        boolean[] stopped = {false};
        int[] place = {from};
        files.read(
                content.get(),
                from,
                row -> {
                    if (step.size() == STEP) {
                        place[0] = carryOut(id, place[0], step);
                        stopped[0] = stopAsked.getAsBoolean();
                    }
                    return !stopped[0];
                },
                step::add);
        if (stopped[0]) {
            return false;
        }
        if (!step.isEmpty()) {
            carryOut(id, place[0], step);
        }
        end(id, "");
        return true;
    }

    /** @return the last line that was dealt with */
    private int carryOut(UUID id, int from, List<StatusRow> step) {
        transaction.executeWithoutResult(status -> {
            if (!rows.advance(id, from, judged(id, step))) {
                // Another process was faster with this step
                status.setRollbackOnly();
            }
        });
        int to = step.getLast().line();
        step.clear();
        return to;
    }

    private Step judged(UUID id, List<StatusRow> step) {
        Map<Nik, CardStatus> known = new HashMap<>(statuses.lock(
                step.stream().flatMap(row -> row.number().stream()).distinct().toList()));
        Map<Nik, CardStatus> changed = new HashMap<>();
        int same = 0;
        int refused = 0;
        for (StatusRow row : step) {
            CardStatus before = row.number().map(known::get).orElse(null);
            switch (row.judge(before, clock.instant(), organisation.timeZone())) {
                case Verdict.Changed change -> {
                    known.put(change.after().nik(), change.after());
                    changed.put(change.after().nik(), change.after());
                }
                case Verdict.Same none -> same++;
                case Verdict.Refused refusal -> {
                    rows.refuse(id, row, refusal.sentence());
                    refused++;
                }
            }
        }
        statuses.store(List.copyOf(changed.values()));
        List<Nik> ready = changed.values().stream()
                .filter(one -> one.status().readyToPrint())
                .map(CardStatus::nik)
                .toList();
        ready.forEach(nik -> events.publishEvent(new CardReady(nik)));
        return new Step(step.getLast().line(), changed.size(), same, refused, ready.size());
    }

    /** @param trouble what ended it early; empty for nothing */
    void end(UUID id, String trouble) {
        Optional<ContentHash> content = rows.content(id);
        transaction.executeWithoutResult(status -> {
            rows.end(id, clock.instant(), trouble);
            StatusImport ended = rows.find(id).orElseThrow();
            events.publishEvent(AuditEvent.of("Status pusat", "Impor " + id, "Impor status selesai")
                    .changing("Berubah", null, ended.changed())
                    .changing("Ditolak", null, ended.refused())
                    .because(trouble.isEmpty() ? null : trouble));
        });
        content.filter(hash -> !holders.hold(hash)).ifPresent(store::remove);
    }
}
