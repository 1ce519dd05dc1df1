package id.dukcapil.portal.notification;

/** What happened to a mail, as its history names it. */
public enum MailEventKind {
    ACCEPTED("Diterima server e-mail"),
    TRY_LATER("Ditunda oleh server"),
    REFUSED("Ditolak server"),
    BROKEN_OFF("Sambungan terputus"),
    NOT_MADE("Surat tidak dapat disusun"),
    UNKNOWN("Proses pengirim terhenti; hasilnya tidak diketahui"),
    BOUNCED("Dipentalkan oleh server tujuan"),
    RESENT("Diminta kirim ulang"),
    READDRESSED("Diminta kirim ulang ke alamat lain"),
    CANCELLED("Dibatalkan");

    private final String label;

    MailEventKind(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}
