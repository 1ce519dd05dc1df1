package id.dukcapil.portal.population.demonstration;

import id.dukcapil.portal.common.FamilyCardNumber;
import id.dukcapil.portal.common.Nik;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;

/**
 * Gives out NIK and family card numbers that are formally right. Real serials begin at 0001 and stay low; these begin
 * at 9001, so that no invented number belongs to a real person.
 */
final class Numbers {

    private static final int FIRST_SERIAL = 9001;
    private static final int FEMALE_OFFSET = 40;

    private final Map<String, Integer> nextPersonSerial = new HashMap<>();
    private final Map<String, Integer> nextFamilySerial = new HashMap<>();

    Nik nik(String districtCode, LocalDate birthDate, boolean female) {
        return new Nik(numbered(nextPersonSerial, districtCode + date(birthDate, female ? FEMALE_OFFSET : 0)));
    }

    FamilyCardNumber familyCard(String districtCode, LocalDate registered) {
        return new FamilyCardNumber(numbered(nextFamilySerial, districtCode + date(registered, 0)));
    }

    /** DDMMYY; string formatting would be the slowest part of inventing a person. */
    private static String date(LocalDate date, int dayOffset) {
        int digits = (date.getDayOfMonth() + dayOffset) * 10_000 + date.getMonthValue() * 100 + date.getYear() % 100;
        return Integer.toString(1_000_000 + digits).substring(1);
    }

    private static String numbered(Map<String, Integer> serials, String prefix) {
        int serial = serials.merge(prefix, FIRST_SERIAL, (previous, first) -> previous + 1);
        if (serial > 9999) {
            throw new IllegalStateException(
                    "More demonstration people share a birthday and kecamatan than serials exist");
        }
        return prefix + serial;
    }
}
