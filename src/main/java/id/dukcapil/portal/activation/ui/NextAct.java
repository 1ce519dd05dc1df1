package id.dukcapil.portal.activation.ui;

import id.dukcapil.portal.activation.process.ActivationDetails;
import org.jspecify.annotations.Nullable;

/**
 * What the officer does next for a person, and what to say meanwhile. The key for it is always the same.
 *
 * @param label of the act as a verb; null while the applicant or the channel is waited for
 * @param advice one sentence for the officer
 */
record NextAct(Kind kind, @Nullable String label, String advice) {

    enum Kind {
        INSTALLED,
        FILL,
        MATCH,
        SCANNED,
        ACTIVE,
        CHANGE_EMAIL,
        ARCHIVE,
        NONE
    }

    /** @param faceLimit failed comparisons after which another recording is suggested */
    static NextAct of(ActivationDetails activation, int faceLimit) {
        boolean typed = activation.client() == null;
        return switch (activation.status()) {
            case STARTED ->
                new NextAct(
                        Kind.INSTALLED,
                        "Aplikasi terpasang",
                        "Pemohon memasang aplikasi IKD dari Play Store atau App Store. "
                                + activation.purpose().guidance());
            case FILLING ->
                new NextAct(
                        Kind.FILL, "Data sesuai …", "Pemohon menekan DAFTAR dan mengisi NIK, surel dan nomor ponsel.");
            case REGISTERED ->
                new NextAct(
                        typed ? Kind.MATCH : Kind.NONE,
                        typed ? "Wajah cocok" : null,
                        "Pemohon menekan AMBIL FOTO. Hasil pemadanan datang dari kanal IKD.");
            case FACE_NOT_MATCHED ->
                new NextAct(
                        typed ? Kind.MATCH : Kind.NONE,
                        typed ? "Wajah cocok" : null,
                        activation.faceAttempts() >= faceLimit
                                ? "Sudah %d kali tidak cocok: sarankan rekam ulang KTP-el, lalu catat keluar."
                                        .formatted(activation.faceAttempts())
                                : "Ulangi swafoto: cari cahaya dari depan, lepas kacamata dan masker, lihat lurus.");
            case FACE_MATCHED ->
                new NextAct(
                        typed ? Kind.SCANNED : Kind.NONE,
                        typed ? "Dipindai di SIAK" : null,
                        "Cocokkan wajah dengan KTP-el pemohon, lalu pindai QR pada ponselnya.");
            case CODE_SENT -> code(activation);
            case ACTIVE ->
                new NextAct(Kind.ARCHIVE, "Arsipkan", "IKD aktif di ponsel pemohon. Arsipkan untuk laporan.");
            case ARCHIVED, REFUSED, ABANDONED -> new NextAct(Kind.NONE, null, "");
        };
    }

    private static NextAct code(ActivationDetails activation) {
        return activation.mail().failed()
                ? new NextAct(
                        Kind.CHANGE_EMAIL,
                        "Ganti surel …",
                        "Surel %s. Tanyakan alamat lain; kode lama mati dan kode baru dikirim."
                                .formatted(
                                        activation.mailNote() == null
                                                ? "tidak sampai"
                                                : "tidak sampai (" + activation.mailNote() + ")"))
                : new NextAct(
                        Kind.ACTIVE,
                        "Aktif di ponsel",
                        "Pemohon membuka surel, menyalin kode, mengetik captcha, menekan Aktifkan.");
    }
}
