package id.dukcapil.portal.submission;

import id.dukcapil.portal.common.OfficeCode;
import id.dukcapil.portal.common.StaffId;
import id.dukcapil.portal.common.procedure.Claim;
import id.dukcapil.portal.common.procedure.StepTaken;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A request with its history.
 *
 * @param reasonCode of form F-1.02
 * @param clientId the outside system it came from; none for the counter
 * @param statusSince when it reached its status
 * @param completeBy until when the applicant can bring what is missing; only while that is waited for
 * @param holding who is working on it now, or null
 * @param version grows with every change, so that a decision about an old state is noticed
 */
public record SubmissionDetails(
        SubmissionId id,
        SubmissionNumber number,
        OfficeCode office,
        Applicant applicant,
        String reasonCode,
        @Nullable String note,
        SubmissionOrigin origin,
        @Nullable UUID clientId,
        SubmissionStatus status,
        Instant createdAt,
        Instant statusSince,
        @Nullable Instant completeBy,
        Claim.@Nullable Holding holding,
        long version,
        List<Event> history) {

    /** A request that comes back is looked at anew. */
    private static final Map<Desk, Set<SubmissionAction>> LANE_BEGINS = Map.of(
            Desk.OPERATOR,
            EnumSet.of(SubmissionAction.SUBMIT, SubmissionAction.COMPLETE, SubmissionAction.RETURN_TO_OPERATOR),
            Desk.VERIFIER,
            EnumSet.of(SubmissionAction.CHECK));

    public SubmissionDetails {
        history = List.copyOf(history);
    }

    /**
     * One step in the history of a request.
     *
     * @param desk the lane of the procedure in which it was taken
     * @param shortcomings from the list, when it went back to the applicant; the reason says them in words too
     * @param legalBasis of a rejection
     */
    public record Event(
            StepTaken<SubmissionStatus, SubmissionAction> step,
            Desk desk,
            List<ReturnReason> shortcomings,
            @Nullable String legalBasis) {

        public Event {
            shortcomings = List.copyOf(shortcomings);
        }

        public @Nullable SubmissionStatus from() {
            return step.from();
        }

        public SubmissionStatus to() {
            return step.to();
        }

        public SubmissionAction action() {
            return step.action();
        }

        public @Nullable UUID actorId() {
            return step.actorId();
        }

        public String actor() {
            return step.actor();
        }

        public String role() {
            return step.role();
        }

        public Instant at() {
            return step.at();
        }

        public @Nullable String reason() {
            return step.reason();
        }
    }

    /** The history without decisions that were taken back at once: what the applicant may know. */
    public List<Event> standing() {
        var standing = new ArrayList<Event>();
        for (Event step : history) {
            if (step.action() == SubmissionAction.TAKE_BACK) {
                standing.removeLast();
            } else {
                standing.add(step);
            }
        }
        return standing;
    }

    /**
     * When the request came into its lane; what was looked at before counts no longer. After a decision taken back that is
     * still the time before it.
     */
    public Instant inLaneSince() {
        Set<SubmissionAction> begins = LANE_BEGINS.getOrDefault(status.desk(), Set.of());
        return history.stream()
                .filter(step -> begins.contains(step.action()))
                .map(Event::at)
                .reduce((first, last) -> last)
                .orElse(createdAt);
    }

    /** The third of the three people: whoever checked or verified the request does not sign it. */
    public boolean maySign(StaffId signatory) {
        return status == SubmissionStatus.AWAITING_SIGNATURE
                && history.stream().noneMatch(step -> signatory.value().equals(step.actorId()));
    }
}
