package id.dukcapil.portal.submission;

import static java.util.stream.Collectors.toUnmodifiableSet;

import id.dukcapil.portal.common.Permission;
import id.dukcapil.portal.staff.CurrentStaff;
import java.util.Arrays;
import java.util.Set;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Component;

/** The lanes in which the present member of staff judges. */
@Component
class StaffedDesks {

    private final CurrentStaff staff;

    StaffedDesks(CurrentStaff staff) {
        this.staff = staff;
    }

    Set<Desk> all() {
        return Arrays.stream(Desk.values())
                .filter(Desk::isStaffed)
                .filter(this::worksIn)
                .collect(toUnmodifiableSet());
    }

    private boolean worksIn(Desk desk) {
        return switch (desk) {
            case OPERATOR -> staff.may(Permission.SUBMISSION_CHECK);
            case VERIFIER -> staff.may(Permission.SUBMISSION_VERIFY);
            // Not staffed; the aggregate refuses the verb
            case APPLICANT, SIGNATORY, PORTAL -> true;
        };
    }

    /** @throws AccessDeniedException without the permission of that lane */
    void require(Desk desk) {
        if (!worksIn(desk)) {
            throw new AccessDeniedException("The request lies in a lane in which this account does not work");
        }
    }
}
