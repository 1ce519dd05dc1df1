package id.dukcapil.portal.recording.process;

/** What a person who is recorded already is offered. */
public enum NextStop {
    PRINT("Cetak KTP-el", "Diarahkan ke pencetakan KTP-el"),
    STATUS("Lihat status", "Diberi alamat halaman status");

    private final String label;
    private final String words;

    NextStop(String label, String words) {
        this.label = label;
        this.words = words;
    }

    public String label() {
        return label;
    }

    String words() {
        return words;
    }
}
