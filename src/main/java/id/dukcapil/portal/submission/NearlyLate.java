package id.dukcapil.portal.submission;

/** A request will soon have used up the time of its present step. Published once for each stay in a status. */
public record NearlyLate(SubmissionDetails submission) {}
