package id.dukcapil.portal.submission;

import java.util.Optional;

/** Number of a request as the office writes it, "KK-DINAS-2026-00001"; says nothing about the person. */
public record SubmissionNumber(String value) {

    private static final String FORM = "[A-Za-z0-9._-]{1,60}";

    public SubmissionNumber {
        if (!value.matches(FORM)) {
            throw new IllegalArgumentException("Not a number of a request");
        }
    }

    /** Nothing for a text that cannot be a number of a request. */
    public static Optional<SubmissionNumber> parse(String typed) {
        return Optional.of(typed.strip()).filter(text -> text.matches(FORM)).map(SubmissionNumber::new);
    }

    @Override
    public String toString() {
        return value;
    }
}
