package id.dukcapil.portal.signing.ui;

import id.dukcapil.portal.common.ui.Tone;
import id.dukcapil.portal.signing.IssuedDocument;
import id.dukcapil.portal.signing.ShownFile.Reason;
import id.dukcapil.portal.signing.Verification;
import id.dukcapil.portal.signing.Verification.Doubt;
import id.dukcapil.portal.signing.Verification.Signature;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;

/** What the public page says in one line, and in one sentence that says what to do with it. */
enum Verdict {
    VALID(
            Tone.OK,
            "Tercatat dan masih berlaku",
            "Dokumen ini diterbitkan dan ditandatangani kantor di bawah ini. Sampai saat ini tidak dicabut dan tidak"
                    + " digantikan."),
    SPECIMEN(
            Tone.WARN,
            "Tercatat, tetapi hanya contoh",
            "Dokumen ini dibuat untuk memperagakan portal dan ditandatangani dengan sertifikat contoh. Dokumen ini tidak"
                    + " membuktikan apa pun."),
    SUPERSEDED(
            Tone.WARN,
            "Sudah digantikan",
            "Kantor ini sudah menerbitkan dokumen yang lebih baru. Minta yang terbaru kepada pemiliknya."),
    REVOKED(
            Tone.LATE,
            "Sudah dicabut",
            "Kantor ini menyatakan dokumen ini tidak berlaku lagi. Jangan dipakai sebagai bukti."),
    UNKNOWN(
            Tone.WARN,
            404,
            "Tidak ditemukan",
            "Tidak ada dokumen yang diterbitkan dengan kode itu. Periksa lagi kodenya: 24 tanda, huruf besar dan kecil"
                    + " dibedakan. Tidak ditemukan bukan berarti palsu: dokumen dari kantor atau aplikasi lain tidak"
                    + " tercatat di sini."),
    UNSIGNED(
            Tone.WARN,
            "Tidak ada tanda tangan elektronik",
            "Berkas ini tidak memuat tanda tangan elektronik, sehingga tidak ada yang dapat dibuktikan. Pindaian, foto,"
                    + " hasil cetak, dan salinan tanpa tanda tangan bukan dokumen elektronik yang sah."),
    CHANGED(
            Tone.LATE,
            "Berkas ini sudah diubah",
            "Isi berkas atau tanda tangannya berubah setelah ditandatangani. Jangan dipercaya; minta berkas aslinya."),
    EXTENDED(
            Tone.LATE,
            "Ada isi yang ditambahkan",
            "Setelah tanda tangan terakhir masih ada isi yang ditambahkan, dan isi itu tidak dijamin siapa pun. Jangan"
                    + " dipercaya; minta berkas aslinya."),
    REWRITTEN(
            Tone.LATE,
            "Isinya diubah di antara dua tanda tangan",
            "Yang sekarang terlihat bukan yang ditandatangani lebih dulu. Jangan dipercaya; minta berkas aslinya."),
    PRECEDED(
            Tone.LATE,
            "Ada isi di depan PDF",
            "Di depan dokumennya ada isi lain, sehingga berkas ini bukan berkas yang ditandatangani. Jangan dipercaya;"
                    + " minta berkas aslinya."),
    CERTIFICATE_REVOKED(
            Tone.LATE,
            "Sertifikat penanda tangan sudah dicabut",
            "Penerbitnya menyatakan sertifikat itu tidak berlaku lagi. Jangan dipakai sebagai bukti."),
    UNKNOWN_ISSUER(
            Tone.WARN,
            "Penerbit sertifikat tidak dikenal",
            "Berkas ini tidak berubah sejak ditandatangani, tetapi portal ini tidak mengenal penerbit sertifikatnya,"
                    + " sehingga tidak jelas siapa yang menandatangani. Berkas ini tidak tercatat di kantor ini."),
    CERTIFICATE_EXPIRED(
            Tone.WARN,
            "Sertifikat penanda tangan sudah kedaluwarsa",
            "Tidak ada cap waktu tepercaya yang membuktikan bahwa berkas ini ditandatangani sebelum itu: tanggal di"
                    + " dalamnya dapat ditulis sesuka hati. Berkas ini tidak tercatat di kantor ini."),
    WEAK(
            Tone.WARN,
            "Tanda tangannya terlalu lemah",
            "Kunci atau algoritma tanda tangan ini dapat dipalsukan, sehingga tidak membuktikan apa pun. Berkas ini tidak"
                    + " tercatat di kantor ini."),
    WRONG_PURPOSE(
            Tone.WARN,
            "Sertifikatnya bukan untuk tanda tangan dokumen",
            "Sertifikat itu diterbitkan untuk keperluan lain, misalnya untuk situs web, sehingga tidak membuktikan apa"
                    + " pun. Berkas ini tidak tercatat di kantor ini."),
    UNPROVEN(
            Tone.WARN,
            "Tanda tangannya tidak dapat dibuktikan",
            "Tanda tangan atau sertifikatnya tidak memenuhi syarat, sehingga tidak membuktikan apa pun. Berkas ini tidak"
                    + " tercatat di kantor ini."),
    SIGNED_ELSEWHERE(
            Tone.WARN,
            "Tidak tercatat di kantor ini",
            "Tanda tangan di dalam berkas ini utuh, tetapi kantor ini tidak menerbitkan berkas ini dan tidak menyatakan"
                    + " apa pun tentang isinya. Tanyakan kepada instansi yang menandatanganinya."),
    EMPTY(Tone.NEUTRAL, 422, "Berkas kosong", "Berkas itu tidak berisi apa-apa. Pilih PDF dokumennya."),
    NO_FILE(Tone.NEUTRAL, 422, "Belum ada berkas", "Pilih PDF dokumennya, lalu tekan Periksa berkas."),
    NO_PDF(
            Tone.WARN,
            422,
            "Bukan PDF",
            "Isi berkas itu bukan PDF, apa pun namanya. Unggah PDF aslinya: foto dan pindaian tidak memuat tanda tangan"
                    + " elektronik."),
    LOCKED(
            Tone.WARN,
            422,
            "PDF terkunci",
            "PDF itu disandi atau memakai kata sandi, sehingga tidak dapat diperiksa di sini. Dokumen yang diterbitkan"
                    + " kantor ini tidak pernah dikunci."),
    TOO_COMPLEX(
            Tone.WARN,
            422,
            "PDF tidak dapat diperiksa di sini",
            "Isinya mengembang terlalu besar, terlalu rumit, atau dipadatkan dengan cara yang tidak lazim. Itu tidak"
                    + " mengatakan apa pun tentang keasliannya."),
    DAMAGED(
            Tone.WARN,
            422,
            "PDF rusak",
            "Berkas itu tidak dapat dibaca sebagai PDF, misalnya karena terpotong. Unduh lagi berkas aslinya."),
    TOO_LARGE(
            Tone.WARN,
            413,
            "Berkas terlalu besar",
            "Berkas paling besar %d MB. Dokumen yang diterbitkan kantor ini jauh lebih kecil."
                    .formatted(VerificationPages.LARGEST_FILE.toMegabytes())),
    UNREADABLE(
            Tone.NEUTRAL,
            400,
            "Permintaan tidak dapat dibaca",
            "Yang dikirim peramban tidak sampai utuh. Coba sekali lagi dari halaman ini."),
    TOO_LONG(
            Tone.WARN,
            422,
            "Pemeriksaan tidak selesai",
            "Berkas itu memerlukan waktu terlalu lama. Itu tidak mengatakan apa pun tentang keasliannya."),
    BUSY(
            Tone.NEUTRAL,
            503,
            "Sedang banyak pemeriksaan",
            "Banyak berkas sedang diperiksa bersamaan. Tunggu sebentar, lalu unggah lagi."),
    TOO_MANY(
            Tone.NEUTRAL,
            429,
            "Terlalu banyak permintaan",
            "Dari jaringan Anda datang terlalu banyak permintaan dalam satu menit. Tunggu sebentar, lalu coba lagi.");

    private static final int OK = 200;

    private final Tone tone;
    private final int status;
    private final String headline;
    private final String sentence;

    Verdict(Tone tone, String headline, String sentence) {
        this(tone, OK, headline, sentence);
    }

    Verdict(Tone tone, int status, String headline, String sentence) {
        this.tone = tone;
        this.status = status;
        this.headline = headline;
        this.sentence = sentence;
    }

    Tone tone() {
        return tone;
    }

    /** Of HTTP. */
    int status() {
        return status;
    }

    String headline() {
        return headline;
    }

    String sentence() {
        return sentence;
    }

    /** A drawing beside the words, which say the same. */
    String sign() {
        return switch (tone) {
            case OK -> "✓";
            case WARN, LATE -> "!";
            case INFO -> "i";
            case NEUTRAL -> "?";
        };
    }

    /** @param specimen signed by a certificate that binds nobody */
    static Verdict of(IssuedDocument document, boolean specimen) {
        return switch (document.status()) {
            case SUPERSEDED -> SUPERSEDED;
            case REVOKED -> REVOKED;
            case SIGNED -> specimen ? SPECIMEN : VALID;
            case AWAITING, IN_BATCH, REFUSED, WITHDRAWN ->
                throw new IllegalArgumentException("Not an issued document: " + document.status());
        };
    }

    /** Of a file that the office does not know. */
    static Verdict of(Verification found) {
        List<Signature> signatures = found.signatures();
        if (signatures.isEmpty()) {
            return UNSIGNED;
        }
        if (!signatures.stream().allMatch(Signature::intact)) {
            return CHANGED;
        }
        if (!signatures.getLast().coversWholeDocument()) {
            return EXTENDED;
        }
        if (signatures.stream().anyMatch(signature -> signature.doubt() == Doubt.REWRITTEN)) {
            return REWRITTEN;
        }
        if (!signatures.stream().allMatch(Signature::trusted)) {
            return UNKNOWN_ISSUER;
        }
        return signatures.stream()
                .map(Signature::doubt)
                .filter(Objects::nonNull)
                .min(Comparator.naturalOrder())
                .map(Verdict::of)
                .orElse(SIGNED_ELSEWHERE);
    }

    private static Verdict of(Doubt doubt) {
        return switch (doubt) {
            case REWRITTEN -> REWRITTEN;
            case CERTIFICATE_REVOKED -> CERTIFICATE_REVOKED;
            case CERTIFICATE_EXPIRED -> CERTIFICATE_EXPIRED;
            case WEAK -> WEAK;
            case WRONG_PURPOSE -> WRONG_PURPOSE;
            case UNPROVEN -> UNPROVEN;
        };
    }

    static Verdict of(Reason obstacle) {
        return switch (obstacle) {
            case EMPTY -> EMPTY;
            case NO_PDF -> NO_PDF;
            case PRECEDED -> PRECEDED;
            case LOCKED -> LOCKED;
            case TOO_COMPLEX -> TOO_COMPLEX;
            case DAMAGED -> DAMAGED;
            case BROKEN_SIGNATURE -> CHANGED;
            case TOO_LONG -> TOO_LONG;
            case BUSY -> BUSY;
        };
    }
}
