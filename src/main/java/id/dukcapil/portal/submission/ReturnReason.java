package id.dukcapil.portal.submission;

/** Why a request goes back to the applicant; the office counts by these. */
public enum ReturnReason {
    ATTACHMENT_MISSING("Lampiran belum lengkap"),
    ATTACHMENT_UNREADABLE("Lampiran tidak terbaca"),
    ATTACHMENT_WRONG("Lampiran bukan dokumen yang diminta"),
    DATA_DIFFERS("Isi lampiran berbeda dengan data kependudukan"),
    REASON_UNCLEAR("Alasan atau keterangan belum jelas"),
    /** Says nothing by itself, so the words have to. */
    OTHER("Lainnya");

    private final String label;

    ReturnReason(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}
