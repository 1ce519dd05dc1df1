package id.dukcapil.portal.population.demonstration;

import id.dukcapil.portal.common.FamilyCardNumber;
import id.dukcapil.portal.common.Nik;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.SplittableRandom;

/**
 * Gives out NIK and family card numbers that are formally right. Real serials begin at 0001 and stay low; these are 9001
 * and higher, so that no invented number belongs to a real person. The first serial of a day and kecamatan is drawn by a
 * fixed random number: masked numbers show their last four digits, and members of a family must differ in them.
 */
final class Numbers {

    private static final int FIRST_SERIAL = 9001;
    private static final int SERIALS = 999;
    private static final int FEMALE_OFFSET = 40;
    private static final long SEED = 9001;

    private final Map<String, Integer> personSerials = new HashMap<>();
    private final Map<String, Integer> familySerials = new HashMap<>();

    Nik nik(String districtCode, LocalDate birthDate, boolean female) {
        return new Nik(numbered(personSerials, districtCode + date(birthDate, female ? FEMALE_OFFSET : 0)));
    }

    FamilyCardNumber familyCard(String districtCode, LocalDate registered) {
        return new FamilyCardNumber(numbered(familySerials, districtCode + date(registered, 0)));
    }

    /** DDMMYY; string formatting would be the slowest part of inventing a person. */
    private static String date(LocalDate date, int dayOffset) {
        int digits = (date.getDayOfMonth() + dayOffset) * 10_000 + date.getMonthValue() * 100 + date.getYear() % 100;
        return Integer.toString(1_000_000 + digits).substring(1);
    }

    private static String numbered(Map<String, Integer> given, String prefix) {
        int before = given.merge(prefix, 1, Integer::sum) - 1;
        if (before == SERIALS) {
            throw new IllegalStateException(
                    "More demonstration people share a birthday and kecamatan than serials exist");
        }
        return prefix + (FIRST_SERIAL + (drawn(prefix) + before) % SERIALS);
    }

    private static int drawn(String prefix) {
        return new SplittableRandom(SEED ^ Long.parseLong(prefix)).nextInt(SERIALS);
    }
}
