package id.dukcapil.portal.population.demonstration;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import id.dukcapil.portal.common.Nik;
import id.dukcapil.portal.population.Family;
import id.dukcapil.portal.population.Person;
import id.dukcapil.portal.population.RecordingStatus;
import id.dukcapil.portal.population.Region;
import id.dukcapil.portal.population.Relationship;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class InventedFamiliesTest {

    private static final LocalDate TODAY = InventedFamilies.TODAY;
    private static final Map<String, Region> REGIONS = regions();
    private static final List<Family> FAMILIES = invent(20_000);
    private static final List<Person> PEOPLE = members(FAMILIES);

    @Test
    void everyoneHasANikOfTheirOwnThatAgreesWithBirthDateAndSex() {
        assertThat(PEOPLE).hasSize(20_000);
        assertThat(PEOPLE.stream().map(Person::nik).collect(toSet())).hasSize(20_000);
        assertThat(PEOPLE)
                .allSatisfy(person -> assertThat(
                                person.nik().disagreements(person.birthDate(), person.female(), district -> true))
                        .isEmpty());
    }

    @Test
    void noInventedNumberCanBelongToARealPersonBecauseRealSerialsStayLow() {
        assertThat(PEOPLE).allMatch(person -> person.nik().value().charAt(12) == '9');
        assertThat(FAMILIES).allMatch(family -> family.number().value().charAt(12) == '9');
    }

    @Test
    void theMaskedNumbersOfAFamilyDiffer() {
        long mistakable = FAMILIES.stream()
                .filter(family -> family.members().stream()
                                .map(member -> member.nik().masked())
                                .distinct()
                                .count()
                        < family.members().size())
                .count();
        assertThat(mistakable / (double) FAMILIES.size()).isLessThan(0.02);
        assertThat(PEOPLE.stream().map(person -> person.nik().masked()).distinct())
                .hasSizeGreaterThan(900);
    }

    @Test
    void everyFamilyHasItsOwnCardAndExactlyOneHead() {
        assertThat(FAMILIES.stream().map(Family::number).collect(toSet())).hasSameSizeAs(FAMILIES);
        assertThat(FAMILIES)
                .allSatisfy(family -> assertThat(family.members())
                        .filteredOn(member -> member.relationship() == Relationship.HEAD)
                        .hasSize(1)
                        .first()
                        .isSameAs(family.members().getFirst()));
        assertThat(PEOPLE.size() / (double) FAMILIES.size()).isBetween(3.0, 4.2);
    }

    @Test
    void familiesLiveInRealVillagesOfAll31Kecamatan() {
        assertThat(FAMILIES)
                .allMatch(family -> REGIONS.containsKey(family.address().villageCode()));
        assertThat(PEOPLE.stream().map(Person::districtCode).collect(toSet())).hasSize(31);
        assertThat(FAMILIES)
                .allMatch(family ->
                        family.number().value().startsWith(family.address().districtCode()));
    }

    @Test
    void someOlderPeopleWereFirstRegisteredElsewhereOrInAKecamatanThatCeased() {
        List<Nik> fromBandungBarat = niks(nik -> nik.value().startsWith("3217"));
        List<Nik> unknown = niks(nik -> !REGIONS.containsKey(nik.districtOfFirstRegistration()));
        assertThat(fromBandungBarat).hasSizeGreaterThan(100);
        assertThat(unknown).hasSizeGreaterThan(100).hasSizeLessThan(1_000);
    }

    @Test
    void parentsAreOlderThanTheirChildrenAndWivesAreOfAge() {
        Map<Nik, Person> byNik = PEOPLE.stream().collect(Collectors.toMap(Person::nik, Function.identity()));
        assertThat(PEOPLE).allSatisfy(person -> {
            Nik mother = person.mother().nik();
            if (mother != null) {
                Person her = Objects.requireNonNull(byNik.get(mother));
                assertThat(her.female()).isTrue();
                assertThat(her.fullName()).isEqualTo(person.mother().name());
                assertThat(her.birthDate()).isBefore(person.birthDate().minusYears(16));
            }
        });
        assertThat(PEOPLE).filteredOn(Person::everMarried).allMatch(person -> person.ageOn(TODAY) >= 18);
        assertThat(PEOPLE).allMatch(person -> person.ageOn(TODAY) >= 0 && person.ageOn(TODAY) < 100);
    }

    @Test
    void theAgePyramidIsThatOfAYoungRegency() {
        long children =
                PEOPLE.stream().filter(person -> person.ageOn(TODAY) < 17).count();
        long old = PEOPLE.stream().filter(person -> person.ageOn(TODAY) >= 65).count();
        long women = PEOPLE.stream().filter(Person::female).count();
        assertThat(children / 20_000.0).isBetween(0.22, 0.36);
        assertThat(old / 20_000.0).isBetween(0.03, 0.10);
        assertThat(women / 20_000.0).isBetween(0.46, 0.54);
    }

    @ParameterizedTest
    @ValueSource(ints = {2_000, 20_000})
    void atLeastAFifthIsGrownUpAndWaitsForTheCardToBePrinted(int people) {
        long ready = members(invent(people)).stream()
                .filter(person -> person.recordingStatus().readyToPrint() && person.ageOn(TODAY) >= Person.CARD_AGE)
                .count();
        assertThat(ready).isBetween(people / 5L, people * 3L / 10);
    }

    @Test
    void everyStatusOccursChildrenAreUnrecordedAndMostOtherAdultsHoldTheirCard() {
        Map<RecordingStatus, Long> adults = count(person -> person.ageOn(TODAY) >= Person.CARD_AGE);
        assertThat(adults.keySet()).isEqualTo(Set.of(RecordingStatus.values()));
        assertThat(share(adults, RecordingStatus.PRINT_READY_RECORD)).isBetween(0.29, 0.35);
        assertThat(share(adults, RecordingStatus.CARD_ISSUED)).isBetween(0.45, 0.60);
        assertThat(count(person -> person.ageOn(TODAY) < 16)).containsOnlyKeys(RecordingStatus.UNREGISTERED);
        assertThat(count(person -> person.ageOn(TODAY) == 16))
                .containsOnlyKeys(
                        RecordingStatus.UNREGISTERED, RecordingStatus.BIO_CAPTURED, RecordingStatus.PRINT_READY_RECORD);
    }

    @Test
    void nobodyIsRecordedBefore16OrInTheFuture() {
        ZoneId zone = ZoneId.of("Asia/Jakarta");
        assertThat(PEOPLE).allSatisfy(person -> {
            Instant since = person.recordingStatusSince();
            assertThat(since == null).isEqualTo(person.recordingStatus() == RecordingStatus.UNREGISTERED);
            if (since != null) {
                assertThat(LocalDate.ofInstant(since, zone))
                        .isBetween(person.birthDate().plusYears(16), TODAY);
            }
        });
    }

    @Test
    void theSamePeopleAreInventedEveryTime() {
        assertThat(invent(2_000)).isEqualTo(invent(2_000));
    }

    private static List<Family> invent(int people) {
        Origins origins = Origins.of(region("3204"), InventedFamiliesTest::districts, InventedFamiliesTest::region);
        List<Region> villages = REGIONS.values().stream()
                .filter(region -> region.code().matches("3204\\d{6}"))
                .toList();
        return new InventedFamilies(origins, villages).withTogether(people);
    }

    private static List<Person> members(List<Family> families) {
        return families.stream().flatMap(family -> family.members().stream()).toList();
    }

    private static Map<RecordingStatus, Long> count(Predicate<Person> which) {
        return PEOPLE.stream()
                .filter(which)
                .collect(Collectors.groupingBy(Person::recordingStatus, Collectors.counting()));
    }

    private static double share(Map<RecordingStatus, Long> counts, RecordingStatus status) {
        long all = counts.values().stream().mapToLong(Long::longValue).sum();
        return counts.getOrDefault(status, 0L) / (double) all;
    }

    private static List<Nik> niks(Predicate<Nik> which) {
        return PEOPLE.stream().map(Person::nik).filter(which).toList();
    }

    private static Region region(String code) {
        return Objects.requireNonNull(REGIONS.get(code));
    }

    private static List<Region> districts(String regency) {
        return REGIONS.values().stream()
                .filter(region -> region.code().matches(regency + "\\d{2}"))
                .toList();
    }

    private static Map<String, Region> regions() {
        Pattern row = Pattern.compile("^  \\('(\\d+)', '(.+)', (?:NULL|'\\d+')\\),?$");
        try (var lines = Files.lines(Path.of("src/main/resources/db/changelog/population/0002_regions.sql"))) {
            return lines.map(row::matcher)
                    .filter(Matcher::matches)
                    .map(found -> new Region(found.group(1), found.group(2).replace("''", "'"), null))
                    .collect(Collectors.toMap(Region::code, Function.identity(), (one, other) -> one, TreeMap::new));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
