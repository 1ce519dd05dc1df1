package id.dukcapil.portal.activation.process;

/** What came of an activation code that was typed into the telephone. */
public sealed interface ConfirmDecision {

    record Active(ActivationDetails activation) implements ConfirmDecision {}

    /** No officer has scanned the telephone yet. */
    record NotReady(String sentence) implements ConfirmDecision {}

    /** @param attemptsLeft 0 when this code is useless now, even if it is typed correctly */
    record Wrong(int attemptsLeft) implements ConfirmDecision {}

    record Expired() implements ConfirmDecision {}
}
