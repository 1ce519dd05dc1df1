package id.dukcapil.portal.signing;

/** How a batch ended. */
public enum BatchEnding {
    /** Every document had its turn. */
    COMPLETED("Selesai"),
    STOPPED("Dihentikan penanda tangan"),
    /** Another attempt with the same passphrase could lock the account of the signer. */
    WRONG_PASSPHRASE("Passphrase salah"),
    SIGNER_CANNOT_SIGN("Sertifikat tidak dapat dipakai"),
    /** The signer is no longer who signs for the office. */
    MANDATE_ENDED("Kewenangan menandatangani berakhir"),
    PROVIDER_SILENT("Penyedia TTE tidak menjawab"),
    STORAGE_FAILED("Dokumen tidak dapat disimpan"),
    /** The portal ended in the middle; another process has put things in order. */
    INTERRUPTED("Terputus");

    private final String label;

    BatchEnding(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}
