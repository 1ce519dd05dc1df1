package id.dukcapil.portal.signing;

import id.dukcapil.portal.common.procedure.CaseAction;

/** What is done with a document in the register. */
public enum SigningDocumentAction implements CaseAction {
    REGISTER("Didaftarkan untuk ditandatangani", "didaftarkan lagi"),
    REPRINT("Dicetak ulang atas nama penanda tangan lain", "dicetak ulang"),
    ENTER_BATCH("Masuk sesi penandatanganan", "dimasukkan ke sesi penandatanganan"),
    LEAVE_BATCH("Keluar dari sesi penandatanganan", "dikeluarkan dari sesi penandatanganan"),
    SIGN("Ditandatangani", "ditandatangani"),
    REFUSE("Dikembalikan ke verifikator", "dikembalikan ke verifikator"),
    WITHDRAW("Ditarik", "ditarik"),
    SUPERSEDE("Digantikan dokumen yang lebih baru", "digantikan"),
    REVOKE("Dicabut", "dicabut");

    private final String label;
    private final String passive;

    SigningDocumentAction(String label, String passive) {
        this.label = label;
        this.passive = passive;
    }

    @Override
    public String label() {
        return label;
    }

    /** For sentences: "… tidak dapat ditarik". */
    String passive() {
        return passive;
    }

    /** Whether the audit trail tells of it by itself; what happens to many at once, the trail tells of the batch. */
    boolean isAudited() {
        return switch (this) {
            case REGISTER, REPRINT, SIGN, REFUSE, WITHDRAW, SUPERSEDE, REVOKE -> true;
            case ENTER_BATCH, LEAVE_BATCH -> false;
        };
    }
}
