package id.dukcapil.portal.common;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A case went from one step of its procedure to the next. Published inside the business transaction by the module that
 * leads the process; whoever measures or counts listens, and keeps what he notes in that same transaction.
 *
 * @param caseId identity of the case, the same in all its moves
 * @param procedure the written procedure it follows, by its short name: {@code bandung-31-2023}
 * @param number the case number as people call it
 * @param office where it is worked on
 * @param ended number of the step that it left; none when it has just been opened
 * @param begun number of the step that it entered, perhaps the same again; none when it is over
 * @param waitingFor who has to act in the step that begins
 * @param actor who moved it
 */
public record CaseMoved(
        UUID caseId,
        String procedure,
        String number,
        OfficeCode office,
        @Nullable Integer ended,
        @Nullable Integer begun,
        WaitingFor waitingFor,
        Instant at,
        Actor actor) {

    /** @throws IllegalArgumentException when somebody is waited for although the case is over, or nobody although it is not */
    public CaseMoved {
        if ((begun == null) != (waitingFor == WaitingFor.NOBODY)) {
            throw new IllegalArgumentException("Case %s in step %s waits for %s".formatted(number, begun, waitingFor));
        }
    }
}
