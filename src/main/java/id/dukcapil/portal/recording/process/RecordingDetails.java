package id.dukcapil.portal.recording.process;

import id.dukcapil.portal.common.Nik;
import id.dukcapil.portal.common.OfficeCode;
import id.dukcapil.portal.common.procedure.StepTaken;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A recording as it stands.
 *
 * @param underAge below 17, so that a marriage has to be proved by paper
 * @param attempts recordings that were not successful
 * @param receipt number of the <em>tanda bukti perekaman</em>; null before the recording succeeded
 * @param email where the news of the card goes; null for none
 * @param ticket number under which the person waits or is served, "P-009"; null without one
 * @param arrivedAt first arrival at the office
 * @param calledAt when the person was called to the registration counter; null without a ticket
 * @param version to be given back with a decision about what was seen
 * @param history the oldest step first
 */
public record RecordingDetails(
        UUID id,
        String number,
        OfficeCode office,
        Nik nik,
        String name,
        boolean underAge,
        RecordingPhase phase,
        int attempts,
        @Nullable String receipt,
        RecordingCode code,
        @Nullable String email,
        @Nullable String ticket,
        Instant arrivedAt,
        @Nullable Instant calledAt,
        Instant createdAt,
        Instant phaseSince,
        long version,
        List<StepTaken<RecordingPhase, RecordingAction>> history) {

    public RecordingDetails {
        history = List.copyOf(history);
    }

    public StepTaken<RecordingPhase, RecordingAction> last() {
        return history.getLast();
    }

    /** The last step with that action. */
    public Optional<StepTaken<RecordingPhase, RecordingAction>> last(RecordingAction action) {
        return history.reversed().stream()
                .filter(step -> step.action() == action)
                .findFirst();
    }

    /** Whether that member of staff did work of the registration on it. */
    public boolean isRegisteredBy(UUID staff) {
        return history.stream().anyMatch(step -> step.action().isRegistration() && staff.equals(step.actorId()));
    }

    /** Whether that member of staff received the file for the recording that is under way. */
    public boolean isHeldBy(UUID staff) {
        return last(RecordingAction.TAKE_OVER)
                .filter(step -> staff.equals(step.actorId()))
                .isPresent();
    }
}
