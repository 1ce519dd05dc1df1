package id.dukcapil.portal.common;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** The shape NIK and nomor KK share: region (6), date DDMMYY (6), serial (4). */
final class SixteenDigits {

    private static final int LENGTH = 16;
    private static final Pattern SEPARATORS = Pattern.compile("[\\s\\p{Z}\\p{Cf}.\\p{Pd}]");

    private SixteenDigits() {}

    /** Removes what stands between the groups: spaces, dots, hyphens, and the invisible characters of pasted documents. */
    static String compact(String raw) {
        return areDigits(raw) ? raw : SEPARATORS.matcher(raw).replaceAll("");
    }

    static List<Finding> check(String field, String name, String digits, int dayOffsetAllowed) {
        if (digits.isEmpty()) {
            return List.of(Finding.error(field, name + " harus diisi, 16 angka."));
        }
        if (!areDigits(digits)) {
            return List.of(Finding.error(field, name + " hanya boleh berisi angka, 16 angka."));
        }
        if (digits.length() != LENGTH) {
            return List.of(Finding.error(
                    field, "%s harus 16 angka, yang dimasukkan %d angka.".formatted(name, digits.length())));
        }
        var findings = new ArrayList<Finding>();
        if (!canBeARegion(digits)) {
            findings.add(Finding.error(
                    field, "%s memuat kode wilayah yang tidak ada (angka ke-1 sampai ke-4).".formatted(name)));
        }
        int day = day(digits);
        if (dayOffsetAllowed > 0 && day > dayOffsetAllowed) {
            day -= dayOffsetAllowed;
        }
        if (!existsInSomeCentury(day, month(digits), year(digits))) {
            findings.add(Finding.error(
                    field, "%s memuat tanggal yang tidak ada (angka ke-7 sampai ke-12).".formatted(name)));
        }
        if (digits.endsWith("0000")) {
            findings.add(Finding.error(field, name + " tidak mungkin berakhiran 0000."));
        }
        return findings;
    }

    /** Regions come and go, but the codes of provinces begin with 11, those of kabupaten and kota with 01. */
    private static boolean canBeARegion(String digits) {
        return digits.compareTo("11") >= 0 && !digits.startsWith("00", 2);
    }

    /** A loop, because an import asks it a million times. */
    private static boolean areDigits(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) < '0' || text.charAt(i) > '9') {
                return false;
            }
        }
        return true;
    }

    static int day(String digits) {
        return Integer.parseInt(digits.substring(6, 8));
    }

    static int month(String digits) {
        return Integer.parseInt(digits.substring(8, 10));
    }

    static int year(String digits) {
        return Integer.parseInt(digits.substring(10, 12));
    }

    /** The number carries no century, so 29 February is possible when 19YY or 20YY is a leap year. */
    private static boolean existsInSomeCentury(int day, int month, int year) {
        return exists(1900 + year, month, day) || exists(2000 + year, month, day);
    }

    private static boolean exists(int year, int month, int day) {
        try {
            return LocalDate.of(year, month, day).getDayOfMonth() == day;
        } catch (DateTimeException impossible) {
            return false;
        }
    }
}
