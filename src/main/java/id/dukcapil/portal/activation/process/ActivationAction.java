package id.dukcapil.portal.activation.process;

import id.dukcapil.portal.common.procedure.CaseAction;

/** What is done to an activation, in the office's words. */
public enum ActivationAction implements CaseAction {
    BEGIN("Mulai di loket", "dimulai"),
    INSTALL("Aplikasi terpasang", "dicatat terpasang"),
    REGISTER("Data terdaftar", "didaftarkan"),
    REFUSE("Tidak memenuhi syarat", "ditolak"),
    MATCH("Wajah cocok", "dipadankan wajahnya"),
    MISMATCH("Wajah tidak cocok", "dipadankan wajahnya"),
    TAKE_OVER("Diambil alih kantor lain", "diambil alih"),
    SCAN("QR dipindai, kode dikirim", "dipindai"),
    RESEND("Kode dikirim ulang", "dikirimi kode lagi"),
    CHANGE_EMAIL("Alamat surel diganti", "diganti surelnya"),
    BOUNCE("Surel tidak sampai", "dikembalikan surelnya"),
    WRONG_CODE("Kode salah", "diuji kodenya"),
    CONFIRM("Diaktifkan", "diaktifkan"),
    ARCHIVE("Diarsipkan", "diarsipkan"),
    ABANDON("Keluar sebelum aktif", "dicatat keluar");

    private final String label;
    private final String passive;

    ActivationAction(String label, String passive) {
        this.label = label;
        this.passive = passive;
    }

    @Override
    public String label() {
        return label;
    }

    /** As the end of a refusal: "sehingga tidak dapat dipindai". */
    String passive() {
        return passive;
    }
}
