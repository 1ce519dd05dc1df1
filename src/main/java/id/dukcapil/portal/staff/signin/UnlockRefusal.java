package id.dukcapil.portal.staff.signin;

/** Why the provider's word did not open a locked session; the lock screen says it. */
enum UnlockRefusal {
    UNREACHABLE(
            "Layanan masuk tunggal tidak dapat dihubungi. Layar tetap terkunci; coba lagi sebentar lagi, atau keluar."),
    NOT_ASKED("Jawaban itu bukan untuk permintaan terakhir. Tekan tombol buka sekali lagi."),
    DECLINED("Layanan masuk tunggal tidak mengonfirmasi Anda. Coba lagi."),
    INVALID("Jawaban layanan masuk tunggal tidak sah. Coba lagi, atau hubungi administrator."),
    STALE("Layanan masuk tunggal tidak meminta Anda masuk lagi. Coba lagi, atau hubungi administrator."),
    OTHER_PERSON(
            "Anda masuk sebagai orang lain di layanan masuk tunggal. Layar ini hanya dibuka oleh pemilik sesinya."),
    OVER("Sesi ini sudah berakhir. Masuk lagi untuk melanjutkan.");

    private final String sentence;

    UnlockRefusal(String sentence) {
        this.sentence = sentence;
    }

    String sentence() {
        return sentence;
    }

    /** Whether somebody has shown something that should not open this session. */
    boolean suspicious() {
        return switch (this) {
            case INVALID, STALE, OTHER_PERSON -> true;
            case UNREACHABLE, NOT_ASKED, DECLINED, OVER -> false;
        };
    }

    /** How the audit trail names it. */
    String reason() {
        return switch (this) {
            case INVALID -> "jawaban tidak sah";
            case STALE -> "tidak masuk lagi di layanan";
            case OTHER_PERSON -> "identitas lain";
            case UNREACHABLE, NOT_ASKED, DECLINED, OVER -> "tidak diperiksa";
        };
    }
}
