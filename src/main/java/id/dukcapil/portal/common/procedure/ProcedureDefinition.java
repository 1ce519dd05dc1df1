package id.dukcapil.portal.common.procedure;

import id.dukcapil.portal.common.Actor;
import id.dukcapil.portal.common.CaseMoveTakenBack;
import id.dukcapil.portal.common.CaseMoved;
import id.dukcapil.portal.common.OfficeCode;
import id.dukcapil.portal.common.WaitingFor;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A written procedure as the clock of the service standard measures it.
 *
 * @param code short name of the procedure: {@code bandung-31-2023}
 */
public record ProcedureDefinition(String code) {

    /** A status with its place in the procedure; every constant of the enum has to state it. */
    public interface Measured {

        /** Row of the procedure in which a case waits; null when it is over. */
        @Nullable
        Integer row();

        WaitingFor waitingFor();
    }

    /** @param from null for a case that has just been opened */
    public CaseMoved moved(
            UUID id, String number, OfficeCode office, @Nullable Measured from, Measured to, Instant at, Actor actor) {
        return new CaseMoved(
                id, code, number, office, from == null ? null : from.row(), to.row(), to.waitingFor(), at, actor);
    }

    public CaseMoveTakenBack takenBack(UUID id, String number, OfficeCode office, Measured to, Instant at) {
        return new CaseMoveTakenBack(id, number, office, Objects.requireNonNull(to.row()), at);
    }
}
