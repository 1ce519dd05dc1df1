package id.dukcapil.portal.signing;

/** Status of a signer's certificate, in the values of the BSrE e-sign client service. */
public enum CertificateStatus {
    ISSUE("Sertifikat aktif"),
    EXPIRED("Sertifikat kedaluwarsa"),
    RENEW("Sertifikat sedang diperbarui"),
    WAITING_FOR_VERIFICATION("Pendaftaran menunggu verifikasi"),
    NEW("Terdaftar, sertifikat belum diterbitkan"),
    NO_CERTIFICATE("Belum memiliki sertifikat"),
    NOT_REGISTERED("Belum terdaftar"),
    SUSPEND("Sertifikat ditangguhkan"),
    REVOKE("Sertifikat dicabut"),
    /** The provider named a status that the portal does not know, or none. */
    UNRECOGNISED("Status tidak dikenal");

    private final String label;

    CertificateStatus(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }

    public boolean maySign() {
        return this == ISSUE;
    }

    /** The status that a provider spells so, with whatever case and spaces; {@link #UNRECOGNISED} for any other. */
    public static CertificateStatus spelt(String word) {
        for (CertificateStatus status : values()) {
            if (status.name().equalsIgnoreCase(word.strip().replace(' ', '_'))) {
                return status;
            }
        }
        return UNRECOGNISED;
    }
}
