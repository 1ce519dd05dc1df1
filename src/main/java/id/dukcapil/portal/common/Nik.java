package id.dukcapil.portal.common;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/**
 * Nomor Induk Kependudukan: {@code PPKKCC DDMMYY NNNN}, region of first registration, birth date (women: day + 40),
 * serial. It has no check digit and never changes, so a NIK can disagree with today's regions or a corrected birth
 * date and still be right (UU 23/2006 art. 13; Permendagri 108/2019 art. 15).
 */
public record Nik(String value) {

    private static final int FEMALE_OFFSET = 40;

    public Nik {
        if (!SixteenDigits.check("nik", "NIK", value, FEMALE_OFFSET).isEmpty()) {
            throw new IllegalArgumentException("Not a NIK");
        }
    }

    public static Parsed<Nik> parse(String raw) {
        return parse("nik", raw);
    }

    public static Parsed<Nik> parse(String field, String raw) {
        String digits = SixteenDigits.compact(raw);
        List<Finding> findings = SixteenDigits.check(field, "NIK", digits, FEMALE_OFFSET);
        return new Parsed<>(raw, findings.isEmpty() ? new Nik(digits) : null, findings);
    }

    /** Six digits: the kecamatan where the person was first registered, which may no longer exist. */
    public String districtOfFirstRegistration() {
        return value.substring(0, 6);
    }

    public boolean saysFemale() {
        return SixteenDigits.day(value) > FEMALE_OFFSET;
    }

    /**
     * The birth date in the digits, which leave the century open: the latest one that is not after the given day.
     *
     * @param latest for somebody of whom a least age is known, the day on which that age is just reached
     */
    public LocalDate saysBornOn(LocalDate latest) {
        int day = SixteenDigits.day(value) - (saysFemale() ? FEMALE_OFFSET : 0);
        int year = latest.getYear() / 100 * 100 + SixteenDigits.year(value);
        LocalDate born = dateIn(year, day);
        return born.isAfter(latest) ? dateIn(year - 100, day) : born;
    }

    /** 29 February of a year that has none is the end of that month. */
    private LocalDate dateIn(int year, int day) {
        YearMonth month = YearMonth.of(year, SixteenDigits.month(value));
        return month.atDay(Math.min(day, month.lengthOfMonth()));
    }

    /**
     * Where the NIK disagrees with what is known of the person; warnings only, because none of it makes the NIK wrong.
     *
     * @param knownDistrict whether six digits are a kecamatan of today's region table
     */
    public List<Finding> disagreements(LocalDate birthDate, boolean female, Predicate<String> knownDistrict) {
        var findings = new ArrayList<Finding>();
        if (!knownDistrict.test(districtOfFirstRegistration())) {
            findings.add(Finding.warning(
                    "nik",
                    "Kode wilayah %s pada NIK tidak ada di tabel wilayah sekarang; mungkin wilayah sebelum pemekaran."
                            .formatted(districtOfFirstRegistration())));
        }
        int day = birthDate.getDayOfMonth() + (saysFemale() ? FEMALE_OFFSET : 0);
        if (day != SixteenDigits.day(value)
                || birthDate.getMonthValue() != SixteenDigits.month(value)
                || birthDate.getYear() % 100 != SixteenDigits.year(value)) {
            findings.add(Finding.warning("nik", "Tanggal lahir pada NIK berbeda dari tanggal lahir penduduk."));
        }
        if (female != saysFemale()) {
            findings.add(Finding.warning("nik", "Jenis kelamin pada NIK berbeda dari data penduduk."));
        }
        return findings;
    }

    public String masked() {
        return Masking.identifier(value);
    }

    /** Masked, so that a NIK cannot reach a log by accident. */
    @Override
    public String toString() {
        return masked();
    }
}
