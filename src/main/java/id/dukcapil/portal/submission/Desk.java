package id.dukcapil.portal.submission;

/** The lanes of the procedure. Operator, verifier and signatory of one request are three different people. */
public enum Desk {
    APPLICANT("Pemohon"),
    OPERATOR("Petugas/Operator"),
    VERIFIER("Verifikator"),
    SIGNATORY("Kepala Dinas"),
    /** What happens by itself. */
    PORTAL("Sistem");

    private final String label;

    Desk(String label) {
        this.label = label;
    }

    /** Whether members of staff wait there for requests, hold them and judge. */
    public boolean isStaffed() {
        return this == OPERATOR || this == VERIFIER;
    }

    public String label() {
        return label;
    }
}
