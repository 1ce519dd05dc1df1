package id.dukcapil.portal.sla;

import id.dukcapil.portal.calendar.WorkingTime;
import id.dukcapil.portal.common.CaseDue;
import id.dukcapil.portal.common.OfficeCode;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Works out when cases are due, and tells it when that is not what was known. */
@Component
class CaseDues {

    private final CaseBook book;
    private final ApplicationEventPublisher events;

    CaseDues(CaseBook book, ApplicationEventPublisher events) {
        this.book = book;
        this.events = events;
    }

    @Transactional(propagation = Propagation.MANDATORY)
    void workOut(UUID caseId, OfficeCode place, WorkingTime office, Instant now) {
        ClockReading reading = CaseClock.read(book.history(caseId, place), book.targets(caseId), office, now);
        Optional<StepReading> present = reading.present();
        var due = reading.state() == ClockReading.State.ENDED
                ? new CaseDue(caseId, null, null, null)
                : new CaseDue(
                        caseId,
                        present.map(StepReading::due).orElse(null),
                        reading.due(),
                        present.map(StepReading::target).orElse(null));
        if (book.keepDue(due)) {
            events.publishEvent(due);
        }
    }
}
