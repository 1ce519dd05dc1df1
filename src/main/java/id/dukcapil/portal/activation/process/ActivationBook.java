package id.dukcapil.portal.activation.process;

import id.dukcapil.portal.common.Retry;
import java.util.Optional;
import java.util.function.Function;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Reads an activation under lock, lets something be done to it, writes it and tells of it, in one transaction. */
@Component
class ActivationBook {

    private final ActivationRecords records;
    private final Retry retry;
    private final ApplicationEventPublisher events;

    ActivationBook(ActivationRecords records, Retry retry, ApplicationEventPublisher events) {
        this.records = records;
        this.retry = retry;
        this.events = events;
    }

    /** What {@code verb} answers; empty when there is no such activation. */
    <T> Optional<T> change(String number, Function<Activation, T> verb) {
        return retry.inTransaction(() -> records.lockByNumber(number).map(activation -> told(activation, verb)));
    }

    /** For a caller that holds the lock in a transaction of its own. */
    <T> T told(Activation activation, Function<Activation, T> verb) {
        int before = activation.details().history().size();
        T answer = verb.apply(activation);
        records.flush();
        tellSince(activation, before);
        return answer;
    }

    ActivationDetails enter(Activation fresh) {
        records.saveAndFlush(fresh);
        tellSince(fresh, 0);
        return fresh.details();
    }

    /** One event for each act, each seeing the history up to itself. */
    private void tellSince(Activation activation, int before) {
        ActivationDetails now = activation.details();
        for (int known = before; known < now.history().size(); known++) {
            events.publishEvent(new ActivationMoved(now, now.history().get(known)));
        }
    }
}
