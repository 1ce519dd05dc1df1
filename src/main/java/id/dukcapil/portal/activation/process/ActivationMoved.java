package id.dukcapil.portal.activation.process;

/**
 * Something was done to an activation. Published inside the business transaction.
 *
 * @param activation as it stands after everything that was done in that transaction
 * @param act one act of it
 */
public record ActivationMoved(ActivationDetails activation, ActivationDetails.Event act) {}
