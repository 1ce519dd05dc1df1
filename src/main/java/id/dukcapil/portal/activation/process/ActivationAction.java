package id.dukcapil.portal.activation.process;

/** What is done to an activation, in the office's words. */
public enum ActivationAction {
    BEGIN("Mulai di loket"),
    INSTALL("Aplikasi terpasang"),
    REGISTER("Data terdaftar"),
    REFUSE("Tidak memenuhi syarat"),
    MATCH("Wajah cocok"),
    MISMATCH("Wajah tidak cocok"),
    TAKE_OVER("Diambil alih kantor lain"),
    SCAN("QR dipindai, kode dikirim"),
    RESEND("Kode dikirim ulang"),
    CHANGE_EMAIL("Alamat surel diganti"),
    BOUNCE("Surel tidak sampai"),
    WRONG_CODE("Kode salah"),
    CONFIRM("Diaktifkan"),
    ARCHIVE("Diarsipkan"),
    ABANDON("Keluar sebelum aktif");

    private final String label;

    ActivationAction(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}
