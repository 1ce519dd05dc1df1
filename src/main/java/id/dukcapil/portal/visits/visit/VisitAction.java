package id.dukcapil.portal.visits.visit;

import id.dukcapil.portal.common.procedure.CaseAction;

/** What was done with a visit; each is one verb of the {@link Visit}. */
public enum VisitAction implements CaseAction {
    PLAN("Kunjungan direncanakan", "direncanakan"),
    SEND_LETTER("Surat dikirim ke sekolah", "disurati"),
    REMIND("Sekolah diingatkan", "diingatkan"),
    ANSWER("Sekolah menjawab", "dijawab"),
    AGREE("Jadwal disepakati", "disepakati"),
    MOVE("Jadwal dipindah", "dipindah"),
    ASSIGN("Tim dan perlengkapan ditetapkan", "diberi tim"),
    PUBLISH("Jadwal diterbitkan", "diterbitkan"),
    FINISH("Kunjungan selesai", "diselesaikan"),
    CANCEL("Kunjungan dibatalkan", "dibatalkan");

    private final String label;
    private final String passive;

    VisitAction(String label, String passive) {
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
}
