package id.dukcapil.portal.submission;

import static java.util.stream.Collectors.toUnmodifiableSet;

import id.dukcapil.portal.channel.ApiClient;
import id.dukcapil.portal.common.ActingParty;
import id.dukcapil.portal.common.OfficeCode;
import id.dukcapil.portal.common.Permission;
import id.dukcapil.portal.common.procedure.ActedBy;
import id.dukcapil.portal.staff.CurrentStaff;
import java.time.Clock;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolderStrategy;
import org.springframework.stereotype.Component;

/** Who acts on requests now, a member of staff or an outside system, and which requests that one may touch. */
@Component("submissionActors")
class Actors {

    private final CurrentStaff currentStaff;
    private final SecurityContextHolderStrategy securityContext;
    private final Clock clock;

    Actors(CurrentStaff currentStaff, SecurityContextHolderStrategy securityContext, Clock clock) {
        this.currentStaff = currentStaff;
        this.securityContext = securityContext;
        this.clock = clock;
    }

    ActedBy now() {
        ActingParty party = party();
        return new ActedBy(party.actor(), String.join(", ", party.actingRoles()), clock.instant());
    }

    private ActingParty party() {
        Authentication authentication = securityContext.getContext().getAuthentication();
        if (authentication != null && authentication.getPrincipal() instanceof ActingParty party) {
            return party;
        }
        throw new AccessDeniedException("Neither staff nor an API client is acting");
    }

    /** The lanes in which the acting one judges. */
    Set<Desk> desks() {
        return Arrays.stream(Desk.values())
                .filter(Desk::isStaffed)
                .filter(this::worksIn)
                .collect(toUnmodifiableSet());
    }

    private boolean worksIn(Desk desk) {
        return switch (desk) {
            case OPERATOR -> currentStaff.may(Permission.SUBMISSION_CHECK);
            case VERIFIER -> currentStaff.may(Permission.SUBMISSION_VERIFY);
            // Nobody judges there; the request itself says so
            case APPLICANT, SIGNATORY, PORTAL -> true;
        };
    }

    /** The place of work; none for an outside system. */
    Optional<OfficeCode> workplace() {
        return Optional.ofNullable(party().workplace());
    }

    /** @throws AccessDeniedException for whoever does not work in that lane */
    void requireDesk(Desk desk) {
        if (!worksIn(desk)) {
            throw new AccessDeniedException("The request lies in a lane in which this account does not work");
        }
    }

    /** Staff see the requests of their offices, an outside system those it made itself. */
    boolean maySee(Submission submission) {
        return party() instanceof ApiClient client
                ? client.id().equals(submission.clientId())
                : currentStaff.require().mayActFor(submission.office());
    }
}
