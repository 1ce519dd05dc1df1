package id.dukcapil.portal.common;

/** Who has to act before a case goes on; decides whose clock runs. */
public enum WaitingFor {
    /** The office: its working time counts against the targets of the procedure. */
    OFFICE("Kantor"),
    /** The applicant, who has to complete something: only calendar time is noted. */
    APPLICANT("Pemohon"),
    /** Nobody: it has ended. */
    NOBODY("Selesai");

    private final String label;

    WaitingFor(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}
