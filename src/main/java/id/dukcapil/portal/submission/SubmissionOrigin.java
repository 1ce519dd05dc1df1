package id.dukcapil.portal.submission;

/** The way a request came in. */
public enum SubmissionOrigin {
    CHANNEL("Aplikasi"),
    COUNTER("Loket");

    private final String label;

    SubmissionOrigin(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}
