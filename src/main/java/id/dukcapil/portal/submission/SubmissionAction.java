package id.dukcapil.portal.submission;

/** What is done with a request; the verbs of the procedure. */
public enum SubmissionAction {
    SUBMIT("Permohonan diajukan", "diajukan lagi"),
    CHECK("Diperiksa operator", "diperiksa"),
    VERIFY("Diverifikasi", "diverifikasi"),
    RETURN_TO_APPLICANT("Dikembalikan ke pemohon", "dikembalikan ke pemohon"),
    RETURN_TO_OPERATOR("Dikembalikan ke operator", "dikembalikan ke operator"),
    COMPLETE("Dilengkapi pemohon", "dilengkapi"),
    REJECT("Ditolak", "ditolak"),
    CANCEL("Dibatalkan pemohon", "dibatalkan"),
    LAPSE("Gugur karena tidak dilengkapi", "digugurkan"),
    CLAIM("Diambil", "diambil"),
    RELEASE("Dilepas", "dilepas"),
    TAKE_OVER("Diambil alih", "diambil alih");

    private final String label;
    private final String passive;

    SubmissionAction(String label, String passive) {
        this.label = label;
        this.passive = passive;
    }

    public String label() {
        return label;
    }

    /** For sentences: "… tidak dapat diperiksa". */
    String passive() {
        return passive;
    }

    /** Done by the applicant, or at the counter in the applicant's name. */
    boolean isTheApplicants() {
        return this == SUBMIT || this == COMPLETE || this == CANCEL;
    }
}
