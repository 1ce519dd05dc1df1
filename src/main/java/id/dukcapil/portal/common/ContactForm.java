package id.dukcapil.portal.common;

import java.util.List;

/** How people write the ways to reach them, and what cannot be right. */
public final class ContactForm {

    private static final int LONGEST_EMAIL = 254;
    private static final String EMAIL = "[^@\\s\\p{Cntrl}]+@[^@\\s\\p{Cntrl}.]+(\\.[^@\\s\\p{Cntrl}.]+)+";
    private static final String PHONE = "\\+?\\d{8,15}";

    private ContactForm() {}

    /** Findings for the field {@code email}. */
    public static List<Finding> emailFindings(String email) {
        return email.strip().length() > LONGEST_EMAIL || !email.strip().matches(EMAIL)
                ? List.of(Finding.error("email", "Alamat e-mail tidak lengkap, misalnya nama@contoh.id."))
                : List.of();
    }

    /** Findings for the field {@code phone}. */
    public static List<Finding> phoneFindings(String normalisedPhone) {
        return normalisedPhone.matches(PHONE)
                ? List.of()
                : List.of(Finding.error("phone", "Nomor telepon harus 8 sampai 15 angka."));
    }

    /** Without the blanks, dots, hyphens and brackets that people group the digits with. */
    public static String normalisedPhone(String typed) {
        return typed.replaceAll("[\\s.()\\-]", "");
    }
}
