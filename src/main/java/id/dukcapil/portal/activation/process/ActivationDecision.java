package id.dukcapil.portal.activation.process;

import id.dukcapil.portal.common.OfficeCode;

/** What came of the wish to activate. Nothing is stored unless it was accepted. */
public sealed interface ActivationDecision {

    record Accepted(ActivationDetails activation) implements ActivationDecision {}

    /** The person has an open activation; {@code officer} serves it at {@code office}. */
    record AlreadyOpen(String number, OfficeCode office, String officer, ActivationStatus status)
            implements ActivationDecision {}

    /** The register says no; {@link Enrolment#noteRefusal} counts it in the day's report. */
    record NotEligible(DropOut reason, String sentence) implements ActivationDecision {}
}
