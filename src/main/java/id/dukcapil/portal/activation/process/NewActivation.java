package id.dukcapil.portal.activation.process;

import id.dukcapil.portal.activation.register.Applicant;
import id.dukcapil.portal.common.OfficeCode;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What an activation begins with.
 *
 * @param person with the facts of the register, or of the document shown by somebody from elsewhere
 * @param reason of a re-activation, as it was told
 * @param officeStated whether the applicant has chosen the office; if not, the first officer to scan serves the person
 * @param campaign where the counter stands today; none for the office itself
 * @param client the outside system; none at the counter
 */
record NewActivation(
        Applicant person,
        ActivationPurpose purpose,
        @Nullable String reason,
        OfficeCode office,
        boolean officeStated,
        @Nullable UUID campaign,
        @Nullable UUID client) {}
