package id.dukcapil.portal.channel;

import java.util.Locale;

/** What an API client may use; one scope per kind of outside system. */
public enum ApiScope {
    /** The BDS booking app. */
    BOOKING,
    /** Family-card requests of the IKD channel. */
    SUBMISSION,
    /** IKD activation. */
    ACTIVATION,
    /** ADM print kiosks. */
    ADM;

    /** As it stands in the database and in the authority: {@code booking}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** For {@code hasAuthority} expressions: {@code SCOPE_booking}. */
    public String authority() {
        return "SCOPE_" + code();
    }
}
