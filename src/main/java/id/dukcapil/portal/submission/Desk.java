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

    public String label() {
        return label;
    }
}
