package id.dukcapil.portal.recording.process;

/** Why Benrollment did not record a person. */
public enum Failure {
    FINGERPRINT("Sidik jari tidak terbaca"),
    IRIS("Iris mata tidak terbaca"),
    FACE("Foto wajah tidak diterima"),
    DEVICE("Alat perekaman rusak"),
    APPLICATION("Aplikasi Benrollment atau jaringan terganggu"),
    OTHER("Sebab lain");

    private final String label;

    Failure(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}
