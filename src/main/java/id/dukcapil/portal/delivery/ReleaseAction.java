package id.dukcapil.portal.delivery;

import id.dukcapil.portal.common.procedure.CaseAction;

/** What was done with a release; each is one verb of the {@link Release}. */
public enum ReleaseAction implements CaseAction {
    ISSUE("QR dan PIN diterbitkan"),
    SEND("Surat diterima server tujuan"),
    BOUNCE("Surat tidak sampai"),
    OPEN("Dibuka di anjungan"),
    PRINT("Tercetak"),
    FAIL("Gagal dicetak"),
    LOCK("Terkunci karena PIN salah"),
    EXPIRE("Masa berlaku habis"),
    REISSUE("QR dan PIN diterbitkan ulang"),
    REVOKE("Dicabut");

    private final String label;

    ReleaseAction(String label) {
        this.label = label;
    }

    @Override
    public String label() {
        return label;
    }
}
