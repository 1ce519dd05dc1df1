package id.dukcapil.portal.channel;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.springframework.http.HttpStatus;

/** Every refusal the API knows. The names are part of the contract with outside systems and never change. */
public enum ProblemType {
    UNAUTHORIZED(
            HttpStatus.UNAUTHORIZED,
            "Kunci API tidak diterima",
            "Sertakan kunci yang berlaku pada header Authorization: Bearer. Kunci yang dicabut atau kedaluwarsa harus"
                    + " diganti."),
    FORBIDDEN(
            HttpStatus.FORBIDDEN,
            "Tidak berwenang",
            "Kunci ini tidak memiliki cakupan untuk layanan yang diminta. Mintalah cakupan itu kepada dinas."),
    NOT_FOUND(
            HttpStatus.NOT_FOUND,
            "Tidak ditemukan",
            "Periksa alamat, kode, atau nomor yang diminta. Sistem lain hanya melihat data yang dibuatnya sendiri."),
    INVALID_REQUEST(
            HttpStatus.UNPROCESSABLE_CONTENT,
            "Permintaan tidak dapat diproses",
            "Perbaiki isian yang disebut pada errors lalu kirim ulang. Tidak ada yang disimpan."),
    INVALID_NIK(
            HttpStatus.UNPROCESSABLE_CONTENT,
            "NIK tidak sah",
            "Periksa kembali 16 angka NIK pada KTP-el atau Kartu Keluarga."),
    QUOTA_FULL(HttpStatus.CONFLICT, "Kuota penuh", "Pilih hari atau kantor lain yang masih tersedia."),
    DAY_CLOSED(HttpStatus.CONFLICT, "Hari tutup", "Pilih hari kerja kantor yang dituju."),
    ALREADY_BOOKED(
            HttpStatus.CONFLICT,
            "Sudah memiliki pemesanan",
            "Satu NIK hanya dapat memiliki satu pemesanan aktif. Batalkan yang lama lebih dulu bila ingin mengganti."),
    BOOKING_LIMIT(
            HttpStatus.CONFLICT,
            "Batas pemesanan tercapai",
            "NIK ini terlalu sering memesan, membatalkan, atau tidak hadir. Tunggu sampai saat pada possibleFrom, atau pesan"
                    + " lewat petugas loket."),
    CHANNEL_FULL(
            HttpStatus.CONFLICT,
            "Bagian aplikasi habis",
            "Kursi hari itu untuk aplikasi ini sudah habis. Pilih hari lain, atau pesan lewat aplikasi lain atau loket."
                    + " Sisa kursi terbuka bagi semua mulai saat pada possibleFrom."),
    BOOKING_NOT_CHANGEABLE(
            HttpStatus.CONFLICT,
            "Pemesanan tidak dapat diubah lagi",
            "Pemesanan yang sudah dipakai, lewat, atau dipindahkan tidak dapat dibatalkan."),
    NOT_ELIGIBLE(
            HttpStatus.UNPROCESSABLE_CONTENT,
            "Belum memenuhi syarat",
            "Penduduk belum memenuhi syarat layanan ini; keterangannya ada pada detail."),
    DUPLICATE_SUBMISSION(
            HttpStatus.CONFLICT,
            "Permohonan ganda",
            "Permohonan yang sama masih diproses. Tunggu sampai selesai atau batalkan lebih dulu."),
    SUBMISSION_NOT_CHANGEABLE(
            HttpStatus.CONFLICT,
            "Permohonan tidak dapat diubah lagi",
            "Status permohonan tidak mengizinkan hal ini; lampiran hanya diterima selama SUBMITTED atau RETURNED_TO_APPLICANT."),
    WRONG_PIN(
            HttpStatus.FORBIDDEN,
            "PIN salah",
            "Masukkan PIN yang dikirim lewat e-mail. Sisa percobaan ada pada attemptsLeft."),
    RELEASE_LOCKED(
            HttpStatus.LOCKED,
            "Pencetakan terkunci",
            "PIN terlalu sering salah. Pemohon perlu menghubungi kantor pelayanan."),
    RELEASE_USED(
            HttpStatus.GONE,
            "Sudah dicetak",
            "QR dan PIN hanya berlaku satu kali cetak. Pemohon perlu menghubungi kantor pelayanan."),
    RELEASE_EXPIRED(
            HttpStatus.GONE,
            "QR dan PIN kedaluwarsa",
            "Masa berlaku cetak sudah lewat. Pemohon perlu menghubungi kantor pelayanan."),
    RECEIPT_CONTRADICTS(
            HttpStatus.CONFLICT,
            "Hasil cetak sudah dilaporkan lain",
            "Hasil yang dilaporkan pertama tetap berlaku. Untuk mencetak lagi, tukarkan QR dan PIN sekali lagi."),
    ACTIVATION_OPEN(
            HttpStatus.CONFLICT,
            "Aktivasi masih terbuka",
            "Satu NIK hanya dapat memiliki satu aktivasi yang belum selesai. Lanjutkan yang ada, atau minta petugas"
                    + " menutupnya."),
    ACTIVATION_NOT_READY(
            HttpStatus.CONFLICT,
            "Aktivasi belum siap",
            "Kode aktivasi berlaku setelah petugas memindai QR pada ponsel."),
    ACTIVATION_NOT_CHANGEABLE(
            HttpStatus.CONFLICT,
            "Langkah ini sudah lewat",
            "Status aktivasi tidak mengizinkan langkah ini; statusnya ada pada GET /api/v1/activations/{number}."),
    WRONG_CODE(
            HttpStatus.FORBIDDEN,
            "Kode aktivasi salah",
            "Masukkan kode dari surel terakhir. Sisa percobaan ada pada attemptsLeft; bila 0, petugas mengirim kode baru."),
    CODE_EXPIRED(HttpStatus.GONE, "Kode aktivasi kedaluwarsa", "Petugas perlu mengirim kode baru."),
    IDEMPOTENCY_KEY_MISSING(
            HttpStatus.BAD_REQUEST,
            "Idempotency-Key tidak ada",
            "Sertakan header Idempotency-Key berisi 1 sampai 64 karakter ASCII tanpa spasi, berbeda untuk tiap"
                    + " permintaan baru."),
    IDEMPOTENCY_KEY_REUSED(
            HttpStatus.UNPROCESSABLE_CONTENT,
            "Idempotency-Key sudah dipakai",
            "Kunci itu sudah dipakai untuk permintaan dengan isi lain. Buat kunci baru."),
    RATE_LIMITED(
            HttpStatus.TOO_MANY_REQUESTS,
            "Terlalu banyak permintaan",
            "Tunggu selama detik yang disebut pada header Retry-After lalu ulangi."),
    REQUEST_TIMEOUT(
            HttpStatus.REQUEST_TIMEOUT,
            "Isi permintaan terlalu lambat",
            "Kirim seluruh isi permintaan sekaligus; permintaan yang sama, dengan Idempotency-Key yang sama, boleh diulang."),
    PAYLOAD_TOO_LARGE(
            HttpStatus.CONTENT_TOO_LARGE,
            "Isi permintaan terlalu besar",
            "Isi JSON paling besar 1 MiB; berkas paling besar 5 MiB."),
    METHOD_NOT_ALLOWED(
            HttpStatus.METHOD_NOT_ALLOWED,
            "Metode tidak didukung",
            "Alamat ini ada, tetapi tidak untuk metode HTTP itu. Metode yang didukung ada pada header Allow."),
    NOT_ACCEPTABLE(
            HttpStatus.NOT_ACCEPTABLE,
            "Bentuk jawaban tidak tersedia",
            "Ubah header Accept; jawaban tersedia sebagai application/json kecuali disebut lain."),
    UNSUPPORTED_MEDIA_TYPE(
            HttpStatus.UNSUPPORTED_MEDIA_TYPE,
            "Jenis isi tidak didukung",
            "Kirim isi dengan Content-Type yang disebut pada dokumentasi, umumnya application/json."),
    WAITING_ROOM(
            HttpStatus.SERVICE_UNAVAILABLE,
            "Menunggu giliran",
            "Ulangi permintaan yang sama, dengan Idempotency-Key yang sama dan header Waiting-Place dari jawaban ini,"
                    + " setelah detik pada header Retry-After. Urutan kedatangan tetap, tidak perlu mengulang lebih cepat."),
    OVERLOADED(
            HttpStatus.SERVICE_UNAVAILABLE,
            "Layanan sedang sibuk",
            "Ulangi permintaan yang sama, dengan Idempotency-Key yang sama, setelah detik pada header Retry-After."),
    INTERNAL_ERROR(
            HttpStatus.INTERNAL_SERVER_ERROR,
            "Kesalahan pada portal",
            "Ulangi beberapa saat lagi. Bila tetap terjadi, sebutkan X-Request-Id kepada dinas.");

    private final HttpStatus status;
    private final String title;
    private final String advice;

    ProblemType(HttpStatus status, String title, String advice) {
        this.status = status;
        this.title = title;
        this.advice = advice;
    }

    public HttpStatus status() {
        return status;
    }

    /** Indonesian, the same for every occurrence. */
    public String title() {
        return title;
    }

    /** One or two Indonesian sentences: what the caller can do about it. */
    public String advice() {
        return advice;
    }

    /** Last part of the type: {@code quota-full}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Value of {@code type} in the answer, and the address of a page that explains it. */
    public String uri() {
        return "/problems/" + code();
    }

    public static Optional<ProblemType> find(String code) {
        return Arrays.stream(values()).filter(type -> type.code().equals(code)).findFirst();
    }
}
