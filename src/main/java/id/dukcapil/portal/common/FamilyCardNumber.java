package id.dukcapil.portal.common;

import java.util.List;

/**
 * Nomor Kartu Keluarga: region (6), date of registration DDMMYY without any offset (6), serial (4). Unlike a NIK it
 * changes when the family moves, splits or changes its head.
 */
public record FamilyCardNumber(String value) {

    private static final String NAME = "Nomor KK";

    public FamilyCardNumber {
        if (!SixteenDigits.check("familyCardNumber", NAME, value, 0).isEmpty()) {
            throw new IllegalArgumentException("Not a family card number");
        }
    }

    public static Parsed<FamilyCardNumber> parse(String raw) {
        return parse("familyCardNumber", raw);
    }

    public static Parsed<FamilyCardNumber> parse(String field, String raw) {
        String digits = SixteenDigits.compact(raw);
        List<Finding> findings = SixteenDigits.check(field, NAME, digits, 0);
        return new Parsed<>(raw, findings.isEmpty() ? new FamilyCardNumber(digits) : null, findings);
    }

    public String masked() {
        return Masking.identifier(value);
    }

    /** Masked, so that a number cannot reach a log by accident. */
    @Override
    public String toString() {
        return masked();
    }
}
