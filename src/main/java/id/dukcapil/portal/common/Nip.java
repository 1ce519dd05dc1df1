package id.dukcapil.portal.common;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Nomor Induk Pegawai of a civil servant: birth date yyyyMMdd, start of service yyyyMM (PNS) or year + contract block
 * from 21 up (PPPK), sex, serial of three (Perka BKN 22/2007). Printed with and without spaces; kept as 18 digits.
 */
public record Nip(String value) {

    private static final Pattern EIGHTEEN_DIGITS = Pattern.compile("\\d{18}");
    private static final int YOUNGEST_START = 17;
    private static final int OLDEST_START = 65;
    private static final int FIRST_CONTRACT_BLOCK = 21;

    public Nip {
        if (check("nip", value).stream().anyMatch(Finding::isError)) {
            throw new IllegalArgumentException("Not a NIP");
        }
    }

    public static Parsed<Nip> parse(String raw) {
        return parse("nip", raw);
    }

    public static Parsed<Nip> parse(String field, String raw) {
        String digits = SixteenDigits.compact(raw);
        List<Finding> findings = check(field, digits);
        boolean usable = findings.stream().noneMatch(Finding::isError);
        return new Parsed<>(raw, usable ? new Nip(digits) : null, findings);
    }

    /** Printed form in groups: {@code 19860926 201505 1 001}. */
    public String grouped() {
        return "%s %s %s %s"
                .formatted(value.substring(0, 8), value.substring(8, 14), value.substring(14, 15), value.substring(15));
    }

    private static List<Finding> check(String field, String digits) {
        if (!EIGHTEEN_DIGITS.matcher(digits).matches()) {
            return List.of(Finding.error(field, "NIP harus 18 angka."));
        }
        var findings = new ArrayList<Finding>();
        LocalDate birth = birthDate(digits);
        if (birth == null) {
            findings.add(Finding.error(field, "NIP memuat tanggal lahir yang tidak ada (8 angka pertama)."));
        }
        int block = Integer.parseInt(digits.substring(12, 14));
        boolean serviceMonth = block >= 1 && block <= 12;
        if (!serviceMonth && block < FIRST_CONTRACT_BLOCK) {
            findings.add(Finding.error(field, "NIP memuat bulan pengangkatan yang tidak ada (angka ke-13 dan ke-14)."));
        }
        if (digits.charAt(14) != '1' && digits.charAt(14) != '2') {
            findings.add(Finding.error(field, "Angka ke-15 NIP harus 1 (laki-laki) atau 2 (perempuan)."));
        }
        if (birth != null && (serviceMonth || block >= FIRST_CONTRACT_BLOCK)) {
            findings.addAll(checkAgeAtStart(field, birth, startOfService(digits, block, serviceMonth)));
        }
        return findings;
    }

    private static List<Finding> checkAgeAtStart(String field, LocalDate birth, YearMonth start) {
        long age = ChronoUnit.YEARS.between(birth, start.atEndOfMonth());
        if (age >= YOUNGEST_START && age <= OLDEST_START) {
            return List.of();
        }
        return List.of(Finding.warning(
                field,
                "NIP tidak wajar: lahir %d tetapi mulai bekerja %d, pada usia %d tahun. Periksa kembali pada SK."
                        .formatted(birth.getYear(), start.getYear(), Math.max(age, 0))));
    }

    private static YearMonth startOfService(String digits, int block, boolean serviceMonth) {
        int year = Integer.parseInt(digits.substring(8, 12));
        return YearMonth.of(year, serviceMonth ? block : 12);
    }

    private static @Nullable LocalDate birthDate(String digits) {
        try {
            return LocalDate.of(
                    Integer.parseInt(digits.substring(0, 4)),
                    Integer.parseInt(digits.substring(4, 6)),
                    Integer.parseInt(digits.substring(6, 8)));
        } catch (DateTimeException impossible) {
            return null;
        }
    }

    @Override
    public String toString() {
        return grouped();
    }
}
