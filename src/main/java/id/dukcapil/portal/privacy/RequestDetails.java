package id.dukcapil.portal.privacy;

import id.dukcapil.portal.common.Nik;
import id.dukcapil.portal.common.procedure.StepTaken;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One request with its history.
 *
 * @param correction what is said to be wrong, for a correction
 * @param identityNote how the person has proven who they are, once that is done
 * @param allowed what can be done with it in its present status
 */
public record RequestDetails(
        String number,
        RequestKind kind,
        Nik nik,
        String fullName,
        String contact,
        String wording,
        NewRequest.@Nullable Wrong correction,
        Instant receivedAt,
        Deadline deadline,
        RequestStatus status,
        @Nullable String identityNote,
        @Nullable Decision decision,
        @Nullable String answer,
        List<StepTaken<RequestStatus, RequestAction>> history,
        Set<RequestAction> allowed) {

    public RequestDetails {
        history = List.copyOf(history);
        allowed = Set.copyOf(allowed);
    }

    /** Whether what the portal holds about the person may be put together for them. */
    public boolean mayBeCopied() {
        return identityNote != null && status != RequestStatus.WITHDRAWN;
    }
}
