package id.dukcapil.portal.common;

/** Code of a service place: {@code DINAS}, {@code MPP}, or the six digits of a kecamatan. */
public record OfficeCode(String value) {

    public OfficeCode {
        if (!value.matches("[A-Z0-9]{2,16}")) {
            throw new IllegalArgumentException("Office code must be 2 to 16 capital letters or digits");
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
