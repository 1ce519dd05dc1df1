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
    POPULATION_READ("Mencari data penduduk"),
    STANDARD_READ("Membaca standar pelayanan"),
    OFFICE_READ("Melihat kantor dan jam layanan"),
    OFFICE_SPAN("Bekerja untuk semua kantor"),
    API_CLIENT_EDIT("Mengatur klien API dan kuncinya");

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
        public static final String POPULATION_READ = "POPULATION_READ";
        public static final String STANDARD_READ = "STANDARD_READ";
        public static final String OFFICE_READ = "OFFICE_READ";
        public static final String OFFICE_SPAN = "OFFICE_SPAN";
        public static final String API_CLIENT_EDIT = "API_CLIENT_EDIT";

        private Name() {}
    }
}
