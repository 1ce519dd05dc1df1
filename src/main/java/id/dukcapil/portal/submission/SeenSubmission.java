package id.dukcapil.portal.submission;

/** A request as somebody saw it; a decision holds for that version only. */
public record SeenSubmission(SubmissionNumber number, long version) {}
