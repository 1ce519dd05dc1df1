package id.dukcapil.portal.submission;

/** What happened to requests, published inside the transaction in which it happened. */
public sealed interface SubmissionEvent {

    SubmissionDetails submission();

    record SubmissionReceived(SubmissionDetails submission) implements SubmissionEvent {}

    /** The last entry of the history tells from where to where, by whom, when and why. */
    record SubmissionMoved(SubmissionDetails submission) implements SubmissionEvent {}
}
