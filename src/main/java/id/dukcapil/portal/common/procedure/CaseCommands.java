package id.dukcapil.portal.common.procedure;

import id.dukcapil.portal.common.ActingParty;
import id.dukcapil.portal.common.ChangedMeanwhile;
import id.dukcapil.portal.common.Retry;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/**
 * Executes a verb on one case: lock, reach, version, verb, flush, event, in one transaction that is repeated after a
 * collision. Joins a transaction of the caller.
 */
@Component
public class CaseCommands {

    private final CurrentActor actors;
    private final Retry retry;
    private final EntityFlush flush;
    private final ApplicationEventPublisher events;

    CaseCommands(CurrentActor actors, Retry retry, EntityFlush flush, ApplicationEventPublisher events) {
        this.actors = actors;
        this.retry = retry;
        this.flush = flush;
        this.events = events;
    }

    /**
     * @param lock reads the case for update
     * @param seen version that the decision is based on
     * @return the changed case; empty when there is none within reach of the actor
     * @throws ChangedMeanwhile when the case has another version
     */
    public <C extends ProcedureCase> Optional<C> change(
            Supplier<Optional<C>> lock, long seen, BiConsumer<C, ActedBy> verb) {
        return retry.inTransaction(() -> within(lock, seen).map(found -> changed(found, verb)));
    }

    /** The same for verbs that do not depend on what the actor saw. */
    public <C extends ProcedureCase> Optional<C> change(Supplier<Optional<C>> lock, BiConsumer<C, ActedBy> verb) {
        return retry.inTransaction(() -> within(lock).map(found -> changed(found, verb)));
    }

    private <C extends ProcedureCase> C changed(C found, BiConsumer<C, ActedBy> verb) {
        verb.accept(found, actors.now());
        moved(found);
        return found;
    }

    /** The locked case within reach of the actor and in the version that was seen, for a verb in the caller's transaction. */
    public <C extends ProcedureCase> Optional<C> within(Supplier<Optional<C>> lock, long seen) {
        return within(lock).map(found -> {
            if (found.storedVersion() != seen) {
                throw new ChangedMeanwhile(found.changedMeanwhile());
            }
            return found;
        });
    }

    /** The locked case within reach of the actor. */
    public <C extends ProcedureCase> Optional<C> within(Supplier<Optional<C>> lock) {
        return lock.get().filter(found -> found.isWithinReachOf(actors.party()));
    }

    /** For events of other modules: reach is not checked, and a verb that leaves the status as it was tells nobody. */
    public <C extends ProcedureCase> void follow(Supplier<Optional<C>> lock, Consumer<C> verb) {
        retry.inTransaction(() -> lock.get().ifPresent(found -> followLocked(found, verb)));
    }

    /** The same for a case that is locked in the transaction of the caller. */
    public <C extends ProcedureCase> void followLocked(C locked, Consumer<C> verb) {
        CaseStatus<?> before = locked.status();
        verb.accept(locked);
        if (locked.status() == before) {
            flush.now();
        } else {
            moved(locked);
        }
    }

    /** @throws org.springframework.security.access.AccessDeniedException without an authenticated party */
    public ActedBy actor() {
        return actors.now();
    }

    /** @throws org.springframework.security.access.AccessDeniedException without an authenticated party */
    public ActingParty party() {
        return actors.party();
    }

    /** As {@link Retry#inTransaction}. */
    public <T> T inTransaction(Supplier<T> work) {
        return retry.inTransaction(work);
    }

    /** As {@link Retry#inTransaction}. */
    public void inTransaction(Runnable work) {
        retry.inTransaction(work);
    }

    /** Publishes a further event in the present transaction. */
    public void tell(Object event) {
        events.publishEvent(event);
    }

    /** Writes the last step of a locked case and publishes its event. */
    public void moved(ProcedureCase changed) {
        flush.now();
        events.publishEvent(changed.moved());
    }
}
