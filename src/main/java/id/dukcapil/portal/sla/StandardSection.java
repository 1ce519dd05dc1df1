package id.dukcapil.portal.sla;

/** The boxes on the first page of a procedure (Permenpan RB 35/2012), and what the portal noted about its copy. */
public enum StandardSection {
    LEGAL_BASIS("Dasar hukum"),
    QUALIFICATION("Kualifikasi pelaksana"),
    RELATED("Keterkaitan"),
    EQUIPMENT("Peralatan/perlengkapan"),
    WARNING("Peringatan"),
    RECORD_KEEPING("Pencatatan dan pendataan"),
    /** Where the text shown departs from the printed one, and what cannot be read on the copy. */
    SOURCE_NOTE("Catatan sumber");

    private final String label;

    StandardSection(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}
