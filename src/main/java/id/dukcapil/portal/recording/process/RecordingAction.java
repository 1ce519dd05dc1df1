package id.dukcapil.portal.recording.process;

import id.dukcapil.portal.common.procedure.CaseAction;

/** What was done with a recording, in the words of the procedure; each is one verb of the {@link Recording}. */
public enum RecordingAction implements CaseAction {
    OPEN("Penduduk menyerahkan berkas", "dibuka"),
    RECEIVE("Berkas diterima dan diperiksa", "diterima"),
    ACCEPT("Persyaratan benar", "dinyatakan benar persyaratannya"),
    GIVE_BACK("Persyaratan tidak benar, dikembalikan kepada penduduk", "dikembalikan"),
    NOT_YET("Belum rekam, berkas ke operator perekaman", "diserahkan ke operator perekaman"),
    ALREADY("Sudah rekam, diberi penjelasan, berkas dikembalikan", "dinyatakan sudah rekam"),
    TAKE_OVER("Berkas diterima operator perekaman", "diterima operator perekaman"),
    SUCCEED("Perekaman berhasil, diberi tanda bukti", "dinyatakan berhasil"),
    FAIL("Perekaman tidak berhasil, berkas ke operator registrasi", "dinyatakan tidak berhasil"),
    AGAIN("Diserahkan lagi ke operator perekaman", "diserahkan lagi ke operator perekaman"),
    END("Diakhiri tanpa rekaman", "diakhiri"),
    FINISH("Penduduk menerima berkas dengan bukti", "diselesaikan"),
    LEAVE("Penduduk tidak melanjutkan", "dicatat tidak dilanjutkan"),
    TROUBLE("Gangguan teknis dicatat", "dicatat terganggu");

    private final String label;
    private final String passive;

    RecordingAction(String label, String passive) {
        this.label = label;
        this.passive = passive;
    }

    @Override
    public String label() {
        return label;
    }

    /** Ends the sentence of a refusal. */
    String passive() {
        return passive;
    }

    /** Whether it is work of the registration operator. */
    boolean isRegistration() {
        return this == RECEIVE || this == ACCEPT || this == NOT_YET || this == AGAIN;
    }
}
