package id.dukcapil.portal.submission;

/** The applicant has been told once more what is missing. Published inside the transaction in which that is noted. */
public record ApplicantReminded(SubmissionDetails submission) {}
