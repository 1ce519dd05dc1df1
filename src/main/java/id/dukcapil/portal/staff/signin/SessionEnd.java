package id.dukcapil.portal.staff.signin;

/** Why a session is over. */
public enum SessionEnd {
    SIGNED_OUT("Keluar", ""),
    IDLE("Tidak ada kegiatan", "Sesi berakhir karena lama tidak ada kegiatan. Masuk lagi untuk melanjutkan."),
    ENDED_BY_OWNER("Diakhiri pemilik akun", "Sesi Anda diakhiri dari perangkat lain."),
    ENDED_BY_ADMINISTRATOR("Diakhiri administrator", "Sesi Anda diakhiri oleh administrator."),
    TOO_MANY("Terlalu banyak sesi", "Sesi ini diakhiri karena akun Anda masuk di terlalu banyak tempat."),
    ACCOUNT_CLOSED("Akun dinonaktifkan", "Akun Anda dinonaktifkan. Hubungi administrator.");

    private final String label;
    private final String sentence;

    SessionEnd(String label, String sentence) {
        this.label = label;
        this.sentence = sentence;
    }

    public String label() {
        return label;
    }

    /** What the person is told when the next click meets the end. */
    public String sentence() {
        return sentence;
    }
}
