package id.dukcapil.portal.cards.order;

import id.dukcapil.portal.common.procedure.CaseAction;

/** What was done with a print order; each is one verb of the {@link PrintOrder}. */
public enum OrderAction implements CaseAction {
    REQUEST("Dipesan", "dipesan"),
    JOIN("Diminta lagi", "diminta lagi"),
    RELEASE("Dilepas karena berusia 17 tahun", "dilepas"),
    MOVE("Dipindahkan ke tempat cetak lain", "dipindahkan"),
    START("Mulai dicetak", "dicetak"),
    PUT_BACK("Dikembalikan ke antrean", "dikembalikan ke antrean"),
    PRINT_WELL("Tercetak baik", "dinyatakan tercetak baik"),
    MISPRINT("Gagal, dicetak ulang", "dinyatakan gagal"),
    CHECK("Lulus periksa", "diperiksa"),
    REJECT("Tidak lulus periksa, dicetak ulang", "ditolak"),
    SHELVE("Diletakkan di rak", "diletakkan di rak"),
    HOLD_BACK("Penyerahan ditahan", "ditahan penyerahannya"),
    REMIND("Pengambilan diingatkan", "diingatkan"),
    RECALL("Ditarik ke brankas", "ditarik ke brankas"),
    HAND_OVER("Diserahkan", "diserahkan"),
    CANCEL("Dibatalkan", "dibatalkan");

    private final String label;
    private final String passive;

    OrderAction(String label, String passive) {
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
