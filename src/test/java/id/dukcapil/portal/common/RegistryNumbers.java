package id.dukcapil.portal.common;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Provide;
import net.jqwik.api.domains.DomainContextBase;

/** Numbers as a registry office meets them: every kecamatan, every birth date of a century, women with day + 40. */
class RegistryNumbers extends DomainContextBase {

    private static final DateTimeFormatter DDMMYY = DateTimeFormatter.ofPattern("ddMMyy");
    private static final DateTimeFormatter MMYY = DateTimeFormatter.ofPattern("MMyy");

    /** What a NIK was composed from, and the sixteen digits it became. */
    record Composed(String district, LocalDate birthDate, boolean female, String digits) {}

    /** A civil servant's number and the plausible facts in it. */
    record Appointed(LocalDate birthDate, String digits) {}

    /** The sixteen digits of a family card. */
    record Card(String digits) {}

    @Provide
    Arbitrary<Composed> niks() {
        return Combinators.combine(districts(), days(), Arbitraries.of(true, false), serials())
                .as((district, birth, female, serial) -> new Composed(
                        district,
                        birth,
                        female,
                        district
                                + "%02d".formatted(birth.getDayOfMonth() + (female ? 40 : 0))
                                + birth.format(MMYY)
                                + serial));
    }

    @Provide
    Arbitrary<Card> cards() {
        return Combinators.combine(districts(), days(), serials())
                .as((district, day, serial) -> new Card(district + day.format(DDMMYY) + serial));
    }

    @Provide
    Arbitrary<Appointed> nips() {
        Arbitrary<LocalDate> births = days().filter(day -> day.getYear() < 2000);
        return Combinators.combine(
                        births,
                        Arbitraries.integers().between(18, 35),
                        Arbitraries.integers().between(1, 12),
                        Arbitraries.of("1", "2"),
                        Arbitraries.integers().between(1, 999))
                .as((birth, age, month, sex, serial) -> new Appointed(
                        birth,
                        birth.format(DateTimeFormatter.BASIC_ISO_DATE)
                                + "%04d%02d%s%03d".formatted(birth.getYear() + age, month, sex, serial)));
    }

    private static Arbitrary<String> districts() {
        return Combinators.combine(
                        Arbitraries.integers().between(11, 96),
                        Arbitraries.integers().between(1, 79),
                        Arbitraries.integers().between(1, 53))
                .as("%02d%02d%02d"::formatted);
    }

    private static Arbitrary<LocalDate> days() {
        return Arbitraries.longs()
                .between(
                        LocalDate.of(1926, 1, 1).toEpochDay(),
                        LocalDate.of(2026, 12, 31).toEpochDay())
                .map(LocalDate::ofEpochDay);
    }

    private static Arbitrary<String> serials() {
        return Arbitraries.integers().between(1, 9999).map("%04d"::formatted);
    }
}
