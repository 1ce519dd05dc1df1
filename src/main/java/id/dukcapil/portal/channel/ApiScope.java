package id.dukcapil.portal.channel;

import java.util.Locale;

/** What an API client may use; one scope per kind of outside system. */
public enum ApiScope {
    /** The BDS booking app. */
    BOOKING("Pemesanan (BDS)"),
    /** Family-card requests of the IKD channel. */
    SUBMISSION("Permohonan KK (IKD)"),
    /** IKD activation. */
    ACTIVATION("Aktivasi IKD"),
    /** ADM print kiosks. */
    ADM("Anjungan ADM");

    private final String label;

    ApiScope(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }

    /** As it stands in the database and in the authority: {@code booking}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    static ApiScope ofCode(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }

    /** For {@code hasAuthority} expressions: {@code SCOPE_booking}. */
    public String authority() {
        return "SCOPE_" + code();
    }
}
