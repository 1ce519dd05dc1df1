package id.dukcapil.portal.activation.process;

/** Why somebody activates. Only {@link #NEW} counts towards the target. */
public enum ActivationPurpose {
    NEW("Aktivasi baru"),
    NEW_DEVICE("Ganti ponsel"),
    LOST_DEVICE("Ponsel hilang, rusak atau direset"),
    CONTACT_CHANGE("Ganti surel atau nomor"),
    FORGOTTEN_PIN("Lupa PIN"),
    OTHER_DEVICE("Akun digunakan perangkat lain"),
    /** Asked for as new, although the portal has seen the person become active before. */
    REPEATED("Sudah pernah aktif");

    private final String label;

    ActivationPurpose(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }

    public boolean isNew() {
        return this == NEW;
    }

    /** What the officer does first. */
    public String guidance() {
        return switch (this) {
            case NEW, REPEATED -> "";
            case NEW_DEVICE, LOST_DEVICE -> "Pastikan pemilik NIK hadir; akun lama berhenti saat ponsel baru aktif.";
            case CONTACT_CHANGE -> "Cocokkan surel dan nomor baru dengan ponsel pemohon sebelum mendaftar ulang.";
            case FORGOTTEN_PIN ->
                "PIN awal ada pada surel pertama. Bila sudah diganti, akun dihapus lalu diaktifkan ulang.";
            case OTHER_DEVICE -> "Satu orang satu perangkat: keluarkan akun dari perangkat lain, lalu aktifkan ulang.";
        };
    }
}
