package id.dukcapil.portal.submission;

import id.dukcapil.portal.common.procedure.CaseAction;

/** What is done with a request; the verbs of the procedure. */
public enum SubmissionAction implements CaseAction {
    SUBMIT("Permohonan diajukan", "diajukan lagi"),
    CHECK("Diperiksa operator", "diperiksa"),
    VERIFY("Diverifikasi", "diverifikasi"),
    RETURN_TO_APPLICANT("Dikembalikan ke pemohon", "dikembalikan ke pemohon"),
    RETURN_TO_OPERATOR("Dikembalikan ke operator", "dikembalikan ke operator"),
    COMPLETE("Dilengkapi pemohon", "dilengkapi"),
    REJECT("Ditolak", "ditolak"),
    CANCEL("Dibatalkan pemohon", "dibatalkan"),
    LAPSE("Gugur karena tidak dilengkapi", "digugurkan"),
    RETURN_TO_VERIFIER("Dikembalikan ke verifikator", "dikembalikan ke verifikator"),
    SIGN("Ditandatangani secara elektronik", "ditandatangani"),
    DELIVER("QR dan PIN disampaikan ke pemohon", "disampaikan"),
    MISS("Surat QR dan PIN tidak sampai", "dicatat tidak sampai"),
    REISSUE("QR dan PIN diterbitkan ulang", "diterbitkan ulang"),
    PRINT("Dicetak di anjungan", "dicetak"),
    EXPIRE("Tidak dicetak selama QR dan PIN berlaku", "diakhiri"),
    REVOKE("Dokumen dicabut", "dicabut"),
    CLAIM("Diambil", "diambil"),
    RELEASE("Dilepas", "dilepas"),
    TAKE_OVER("Diambil alih", "diambil alih"),
    TAKE_BACK("Keputusan ditarik kembali", "ditarik kembali keputusannya");

    private final String label;
    private final String passive;

    SubmissionAction(String label, String passive) {
        this.label = label;
        this.passive = passive;
    }

    @Override
    public String label() {
        return label;
    }

    /** For sentences: "… tidak dapat diperiksa". */
    String passive() {
        return passive;
    }

    /** Judged by an operator or verifier; such a judgement can be taken back at once by the same person. */
    boolean isDecision() {
        return switch (this) {
            case CHECK, VERIFY, RETURN_TO_APPLICANT, RETURN_TO_OPERATOR, REJECT -> true;
            case SUBMIT,
                    COMPLETE,
                    CANCEL,
                    LAPSE,
                    RETURN_TO_VERIFIER,
                    SIGN,
                    DELIVER,
                    MISS,
                    REISSUE,
                    PRINT,
                    EXPIRE,
                    REVOKE,
                    CLAIM,
                    RELEASE,
                    TAKE_OVER,
                    TAKE_BACK -> false;
        };
    }

    /** Done by whoever signs for the office, and by nobody else. */
    boolean isTheSignatorys() {
        return this == SIGN || this == RETURN_TO_VERIFIER;
    }

    /** Done by the applicant, or at the counter in the applicant's name. */
    boolean isTheApplicants() {
        return this == SUBMIT || this == COMPLETE || this == CANCEL;
    }
}
