package id.dukcapil.portal.common;

import java.util.List;
import java.util.regex.Pattern;

/** How people write the ways to reach them, and what cannot be right. */
public final class ContactForm {

    private static final int LONGEST_EMAIL = 254;
    private static final Pattern EMAIL =
            Pattern.compile("[^@\\s\\p{Cntrl}]+@[^@\\s\\p{Cntrl}.]+(\\.[^@\\s\\p{Cntrl}.]+)+");
    private static final Pattern PHONE = Pattern.compile("\\+?\\d{8,15}");
    private static final Pattern GROUPING = Pattern.compile("[\\s.()\\-]");

    private ContactForm() {}

    /** Findings for the field {@code email}. */
    public static List<Finding> emailFindings(String email) {
        String stripped = email.strip();
        return stripped.length() > LONGEST_EMAIL || !EMAIL.matcher(stripped).matches()
                ? List.of(Finding.error("email", "Alamat e-mail tidak lengkap, misalnya nama@contoh.id."))
                : List.of();
    }

    /** Findings for the field {@code phone}. */
    public static List<Finding> phoneFindings(String normalisedPhone) {
        return PHONE.matcher(normalisedPhone).matches()
                ? List.of()
                : List.of(Finding.error("phone", "Nomor telepon harus 8 sampai 15 angka."));
    }

    /** Without the blanks, dots, hyphens and brackets that people group the digits with. */
    public static String normalisedPhone(String typed) {
        return GROUPING.matcher(typed).replaceAll("");
    }
}
