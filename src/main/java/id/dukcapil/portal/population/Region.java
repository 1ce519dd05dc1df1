package id.dukcapil.portal.population;

import org.jspecify.annotations.Nullable;

/**
 * A region of the state, by its official code without dots (2, 4, 6 or 10 digits).
 *
 * @param postalCode known for villages only, and not verified by its source
 */
public record Region(String code, String name, @Nullable String postalCode) {

    private static final String SUMATERA_BARAT = "13";
    private static final int FIRST_CITY = 71;

    public enum Kind {
        PROVINCE,
        REGENCY,
        CITY,
        DISTRICT,
        /** Kelurahan: part of the administration. */
        URBAN_VILLAGE,
        /** Desa: governs itself; called nagari in Sumatera Barat. */
        VILLAGE,
        /** Desa adat. */
        CUSTOMARY_VILLAGE
    }

    public Region {
        if (!code.matches("\\d{2}|\\d{4}|\\d{6}|\\d{10}")) {
            throw new IllegalArgumentException("A region code has 2, 4, 6 or 10 digits");
        }
    }

    /** The kind stands in the code itself: cities from 71 up, villages by their seventh digit. */
    public Kind kind() {
        return switch (code.length()) {
            case 2 -> Kind.PROVINCE;
            case 4 -> Integer.parseInt(code.substring(2)) < FIRST_CITY ? Kind.REGENCY : Kind.CITY;
            case 6 -> Kind.DISTRICT;
            default -> villageKind();
        };
    }

    private Kind villageKind() {
        return switch (code.charAt(6)) {
            case '1' -> Kind.URBAN_VILLAGE;
            case '3' -> Kind.CUSTOMARY_VILLAGE;
            default -> Kind.VILLAGE;
        };
    }

    /** What such a region is called where it lies, for instance "Nagari". */
    public String kindLabel() {
        return switch (kind()) {
            case PROVINCE -> "Provinsi";
            case REGENCY -> "Kabupaten";
            case CITY -> "Kota";
            case DISTRICT -> "Kecamatan";
            case URBAN_VILLAGE -> "Kelurahan";
            case VILLAGE -> code.startsWith(SUMATERA_BARAT) ? "Nagari" : "Desa";
            case CUSTOMARY_VILLAGE -> "Desa adat";
        };
    }

    /** "Desa Cingcin"; the names of kabupaten and kota already begin with their kind. */
    public String title() {
        return name.startsWith(kindLabel() + " ") ? name : kindLabel() + " " + name;
    }
}
