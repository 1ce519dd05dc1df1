package id.dukcapil.portal.common;

/**
 * What a person may do, named after the act and not after a job title; roles are sets of these and live in the
 * database. The constants of {@link Name} exist because annotations need compile-time strings; a test keeps both equal.
 */
public enum Permission {
    QUOTA_READ("Melihat kalender kuota"),
    QUOTA_EDIT("Mengubah kuota, aturan mingguan dan penutupan"),
    BOOKING_READ("Melihat pemesanan"),
    BOOKING_CREATE("Membuat pemesanan di loket atau lewat telepon"),
    BOOKING_CHANGE("Membatalkan dan memindahkan pemesanan"),
    BOOKING_CHECK_IN("Mencatat kedatangan dengan memindai tiket"),
    BOOKING_EXPORT("Mengekspor daftar pemesanan"),
    CARDS_READ("Melihat buku blangko"),
    CARDS_ENTER("Mencatat dan mengoreksi buku blangko"),
    CARDS_WITNESS("Menghitung blangko sebagai orang kedua"),
    CARDS_PLAN("Menetapkan stok pengaman blangko"),
    CARDS_PRINT("Mencetak KTP-el dan memeriksa hasilnya"),
    CARDS_HAND_OVER("Menyerahkan KTP-el"),
    CARDS_ARRANGE("Mengatur pencetak dan tempat cetak KTP-el"),
    SUBMISSION_READ("Melihat permohonan Kartu Keluarga"),
    SUBMISSION_INTAKE("Menerima permohonan Kartu Keluarga di loket"),
    SUBMISSION_CHECK("Memeriksa permohonan sebagai operator"),
    SUBMISSION_VERIFY("Memverifikasi permohonan sebagai verifikator"),
    SUBMISSION_TAKE_OVER("Mengambil alih permohonan yang sedang dikerjakan petugas lain"),
    SIGNING_READ("Melihat dokumen yang ditandatangani dan sesi penandatanganan"),
    DOCUMENT_SIGN("Menandatangani dokumen secara elektronik"),
    DOCUMENT_REVOKE("Mencabut dokumen yang sudah ditandatangani"),
    RELEASE_READ("Melihat pengambilan dokumen"),
    RELEASE_ISSUE("Menerbitkan ulang QR dan PIN setelah memeriksa identitas, dan mencabutnya"),
    KIOSK_USE("Membuka anjungan cetak di peramban"),
    ACTIVATION_SERVE("Melayani aktivasi IKD dan menutup harinya"),
    ACTIVATION_READ("Melihat laporan aktivasi IKD"),
    RECORDING_READ("Melihat perekaman KTP-el, BHPPK dan status pusat"),
    RECORDING_REGISTER("Meregistrasi perekaman KTP-el dan mengoreksi BHPPK"),
    RECORDING_RECORD("Merekam KTP-el dan memberi tanda bukti perekaman"),
    RECORDING_STATUS("Mengimpor status KTP-el dari pusat"),
    VISIT_READ("Melihat sekolah, siswa dan jadwal kunjungan"),
    VISIT_PLAN("Mengatur sekolah, siswa, jadwal kunjungan dan perlengkapannya"),
    VISIT_RECORD("Mencatat hasil siswa pada hari kunjungan sekolah"),
    COUNTER_SERVE("Memanggil antrean dan melayani di loket"),
    COUNTER_ARRANGE("Mengatur layanan, loket, papan panggilan dan mesin nomor"),
    POPULATION_READ("Mencari data penduduk"),
    REPORT_READ("Melihat laporan SLA dan kinerja"),
    ALERT_EDIT("Mengatur peringatan"),
    SURVEY_MODERATE("Membaca dan meloloskan saran dalam survei kepuasan"),
    STANDARD_READ("Membaca standar pelayanan"),
    STANDARD_PROPOSE("Mengusulkan standar waktu"),
    STANDARD_APPROVE("Menyetujui standar waktu"),
    CLOCK_PAUSE("Menyatakan jeda waktu layanan karena kerusakan teknis"),
    OFFICE_READ("Melihat kantor dan jam layanan"),
    OFFICE_SPAN("Bekerja untuk semua kantor"),
    API_CLIENT_EDIT("Mengatur klien API dan kuncinya"),
    STAFF_READ("Melihat pegawai, peran dan mandat"),
    STAFF_EDIT("Mengatur akun pegawai, sesi dan mandat Plh/Plt"),
    ROLE_EDIT("Mengubah peran dan izinnya"),
    OFFICE_EDIT("Mengatur kantor, jam layanan dan hari libur"),
    AUDIT_READ("Memeriksa jejak audit"),
    PERSON_REVEAL("Membuka data pribadi yang disamarkan, dengan tujuan yang dicatat"),
    PRIVACY_READ("Melihat halaman pelindungan data pribadi"),
    PRIVACY_HANDLE("Menangani permintaan subjek data, retensi dan insiden"),
    POPULATION_IMPORT("Mengimpor data penduduk"),
    MAIL_READ("Melihat surat elektronik yang keluar"),
    MAIL_RESEND("Mengirim ulang surat elektronik"),
    SYSTEM_READ("Melihat keadaan sistem dan pekerjaan latar"),
    JOB_RUN("Menjalankan ulang pekerjaan latar");

    private final String label;

    Permission(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }

    /** The enum's names for {@code @RolesAllowed} and {@code @PreAuthorize}. */
    public static final class Name {
        public static final String QUOTA_READ = "QUOTA_READ";
        public static final String QUOTA_EDIT = "QUOTA_EDIT";
        public static final String BOOKING_READ = "BOOKING_READ";
        public static final String BOOKING_CREATE = "BOOKING_CREATE";
        public static final String BOOKING_CHANGE = "BOOKING_CHANGE";
        public static final String BOOKING_CHECK_IN = "BOOKING_CHECK_IN";
        public static final String BOOKING_EXPORT = "BOOKING_EXPORT";
        public static final String CARDS_READ = "CARDS_READ";
        public static final String CARDS_ENTER = "CARDS_ENTER";
        public static final String CARDS_WITNESS = "CARDS_WITNESS";
        public static final String CARDS_PLAN = "CARDS_PLAN";
        public static final String CARDS_PRINT = "CARDS_PRINT";
        public static final String CARDS_HAND_OVER = "CARDS_HAND_OVER";
        public static final String CARDS_ARRANGE = "CARDS_ARRANGE";
        public static final String SUBMISSION_READ = "SUBMISSION_READ";
        public static final String SUBMISSION_INTAKE = "SUBMISSION_INTAKE";
        public static final String SUBMISSION_CHECK = "SUBMISSION_CHECK";
        public static final String SUBMISSION_VERIFY = "SUBMISSION_VERIFY";
        public static final String SUBMISSION_TAKE_OVER = "SUBMISSION_TAKE_OVER";
        public static final String SIGNING_READ = "SIGNING_READ";
        public static final String DOCUMENT_SIGN = "DOCUMENT_SIGN";
        public static final String DOCUMENT_REVOKE = "DOCUMENT_REVOKE";
        public static final String RELEASE_READ = "RELEASE_READ";
        public static final String RELEASE_ISSUE = "RELEASE_ISSUE";
        public static final String KIOSK_USE = "KIOSK_USE";
        public static final String ACTIVATION_SERVE = "ACTIVATION_SERVE";
        public static final String ACTIVATION_READ = "ACTIVATION_READ";
        public static final String RECORDING_READ = "RECORDING_READ";
        public static final String RECORDING_REGISTER = "RECORDING_REGISTER";
        public static final String RECORDING_RECORD = "RECORDING_RECORD";
        public static final String RECORDING_STATUS = "RECORDING_STATUS";
        public static final String VISIT_READ = "VISIT_READ";
        public static final String VISIT_PLAN = "VISIT_PLAN";
        public static final String VISIT_RECORD = "VISIT_RECORD";
        public static final String COUNTER_SERVE = "COUNTER_SERVE";
        public static final String COUNTER_ARRANGE = "COUNTER_ARRANGE";
        public static final String POPULATION_READ = "POPULATION_READ";
        public static final String REPORT_READ = "REPORT_READ";
        public static final String ALERT_EDIT = "ALERT_EDIT";
        public static final String SURVEY_MODERATE = "SURVEY_MODERATE";
        public static final String STANDARD_READ = "STANDARD_READ";
        public static final String STANDARD_PROPOSE = "STANDARD_PROPOSE";
        public static final String STANDARD_APPROVE = "STANDARD_APPROVE";
        public static final String CLOCK_PAUSE = "CLOCK_PAUSE";
        public static final String OFFICE_READ = "OFFICE_READ";
        public static final String OFFICE_SPAN = "OFFICE_SPAN";
        public static final String API_CLIENT_EDIT = "API_CLIENT_EDIT";
        public static final String STAFF_READ = "STAFF_READ";
        public static final String STAFF_EDIT = "STAFF_EDIT";
        public static final String ROLE_EDIT = "ROLE_EDIT";
        public static final String OFFICE_EDIT = "OFFICE_EDIT";
        public static final String AUDIT_READ = "AUDIT_READ";
        public static final String PERSON_REVEAL = "PERSON_REVEAL";
        public static final String PRIVACY_READ = "PRIVACY_READ";
        public static final String PRIVACY_HANDLE = "PRIVACY_HANDLE";
        public static final String POPULATION_IMPORT = "POPULATION_IMPORT";
        public static final String MAIL_READ = "MAIL_READ";
        public static final String MAIL_RESEND = "MAIL_RESEND";
        public static final String SYSTEM_READ = "SYSTEM_READ";
        public static final String JOB_RUN = "JOB_RUN";

        private Name() {}
    }
}
