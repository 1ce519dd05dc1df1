package id.dukcapil.portal.common.procedure;

import java.util.Objects;
import java.util.stream.Stream;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Passes what happened to a case on to audit trail, clock and bell, in the same transaction. */
@Component
class CaseEventListener {

    private final ApplicationEventPublisher events;

    CaseEventListener(ApplicationEventPublisher events) {
        this.events = events;
    }

    @EventListener
    void passOn(CaseEvent event) {
        Stream.of(event.audit(), event.clock(), event.notice())
                .filter(Objects::nonNull)
                .forEach(events::publishEvent);
    }
}
