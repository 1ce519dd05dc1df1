package id.dukcapil.portal.cards.handover;

/** What became of the card that the new one replaces; has to be said at every hand-over. */
public enum OldCard {
    RECEIVED("Diterima", "dilubangi di depan penerima, menunggu musnah", "Nomor seri lama (bila terbaca)", false),
    LOST("Hilang", "dicatat hilang", "Nomor surat kehilangan dari kepolisian", true),
    NONE("Tidak ada", "tidak berubah", "Mengapa tidak ada", true);

    private final String label;
    private final String consequence;
    private final String note;
    private final boolean needsNote;

    OldCard(String label, String consequence, String note, boolean needsNote) {
        this.label = label;
        this.consequence = consequence;
        this.note = note;
        this.needsNote = needsNote;
    }

    public String label() {
        return label;
    }

    /** What happens to the old card. */
    public String consequence() {
        return consequence;
    }

    /** What its note says. */
    public String note() {
        return note;
    }

    public boolean needsNote() {
        return needsNote;
    }
}
