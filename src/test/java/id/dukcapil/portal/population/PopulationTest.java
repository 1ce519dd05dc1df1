package id.dukcapil.portal.population;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.dukcapil.portal.IntegrationTest;
import id.dukcapil.portal.common.FamilyCardNumber;
import id.dukcapil.portal.common.Finding;
import id.dukcapil.portal.common.Nik;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.test.context.support.WithMockUser;

@IntegrationTest
class PopulationTest {

    private static final RowMapper<Nik> NIK = (row, number) -> new Nik(row.getString(1));

    @Autowired
    Population population;

    @Autowired
    JdbcClient jdbc;

    @Test
    @WithMockUser(authorities = "POPULATION_READ")
    void aPersonIsFoundByNikWithEverythingTheOfficeKnows() {
        Person person = population
                .find(someNik("relationship = 4 AND recording_status = 'PRINT_READY_RECORD'"))
                .orElseThrow();
        assertThat(person.relationship()).isEqualTo(Relationship.CHILD);
        assertThat(person.recordingStatus().readyToPrint()).isTrue();
        assertThat(person.recordingStatusSince()).isNotNull();
        assertThat(person.mother().nik()).isNotNull();
        assertThat(person.districtCode()).startsWith("3204");
        assertThat(population.find(person.id())).contains(person);
    }

    @Test
    @WithMockUser(authorities = "POPULATION_READ")
    void someoneUnknownIsNotFound() {
        assertThat(population.find(new Nik("3204370101900999"))).isEmpty();
        assertThat(population.family(new FamilyCardNumber("3204370101900999"))).isEmpty();
    }

    @Test
    @WithMockUser(authorities = "POPULATION_READ")
    void aFamilyListsItsHeadFirst() {
        Person child = population.find(someNik("relationship = 4")).orElseThrow();
        Family family = population.family(child.familyCardNumber()).orElseThrow();
        assertThat(family.members()).contains(child);
        assertThat(family.head()).contains(family.members().getFirst());
        assertThat(family.address()).isEqualTo(child.address());
    }

    @Test
    @WithMockUser(authorities = "POPULATION_READ")
    void aNumberFindsThePersonOrTheWholeFamily() {
        Person child = population.find(someNik("relationship = 4")).orElseThrow();
        assertThat(search(child.nik().value())).extracting(PersonRow::id).containsExactly(child.id());
        Family family = population.family(child.familyCardNumber()).orElseThrow();
        assertThat(search(family.number().value()))
                .extracting(PersonRow::id)
                .containsExactlyInAnyOrderElementsOf(
                        family.members().stream().map(Person::id).toList());
    }

    @Test
    @WithMockUser(authorities = "POPULATION_READ")
    void theFirstSixDigitsFindEveryoneOfThatKecamatanOnceAcrossPages() {
        SearchText text = SearchText.parse("320437").orThrow();
        List<PersonRow> rows = allPages(text, 7);
        assertThat(rows).extracting(PersonRow::id).doesNotHaveDuplicates();
        assertThat(rows)
                .allMatch(row -> row.nik().value().startsWith("320437")
                        || row.familyCardNumber().value().startsWith("320437"));
        assertThat(population.count(text)).isEqualTo(new CappedCount(rows.size(), false));
    }

    @Test
    @WithMockUser(authorities = "POPULATION_READ")
    void aNameIsFoundByItsBeginningWhateverItsCaseInAlphabeticalPages() {
        SearchText text = SearchText.parse("as").orThrow();
        List<PersonRow> rows = allPages(text, 5);
        assertThat(rows).isNotEmpty().allMatch(row -> row.fullName().startsWith("AS"));
        assertThat(rows).extracting(PersonRow::id).doesNotHaveDuplicates();
        assertThat(rows).extracting(PersonRow::fullName).isSorted();
        assertThat(rows).extracting(PersonRow::district).doesNotContainNull();
        assertThat(population.count(text)).isEqualTo(new CappedCount(rows.size(), false));
    }

    @Test
    @WithMockUser(authorities = "POPULATION_READ")
    void countingStopsAtTheLimit() {
        assertThat(population.count(SearchText.parse("320400").orThrow()).more())
                .isFalse();
        assertThat(population.count(new SearchText("3204", SearchText.Kind.NUMBER)))
                .isEqualTo(new CappedCount(Population.COUNT_LIMIT, true));
    }

    @Test
    @WithMockUser(authorities = "POPULATION_READ")
    void aPercentSignInANameFindsNobody() {
        assertThat(search("%%")).isEmpty();
    }

    @Test
    @WithMockUser(authorities = "POPULATION_READ")
    void aNikFromAKecamatanThatCeasedIsAWarningAndNothingElse() {
        Person person = population.find(someNik("nik LIKE '320418%'")).orElseThrow();
        assertThat(population.findings(person)).singleElement().satisfies(finding -> {
            assertThat(finding.severity()).isEqualTo(Finding.Severity.WARNING);
            assertThat(finding.message()).contains("320418");
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"nik", "family_number"})
    void theNumberSearchWalksAnIndex(String column) {
        String index = column.equals("nik") ? "population_person_nik" : "population_person_member";
        var plan = jdbc.sql("EXPLAIN SELECT id FROM population_person FORCE INDEX (" + index + ") WHERE " + column
                        + " LIKE '32043701%' AND id > 0 ORDER BY id LIMIT 50")
                .query()
                .singleRow();
        assertThat(plan).containsEntry("key", index).containsEntry("type", "range");
    }

    @Test
    @WithMockUser(authorities = "BOOKING_CREATE")
    void theCounterLooksUpWhoStandsBeforeItButDoesNotSearch() {
        assertThat(population.find(someNik("relationship = 1"))).isPresent();
        assertThatThrownBy(() -> search("asep")).isInstanceOf(AccessDeniedException.class);
    }

    @Test
    @WithMockUser(authorities = "SCOPE_booking")
    void aChannelLooksUpWhoItServesButSeesNoFamily() {
        assertThat(population.find(someNik("relationship = 1"))).isPresent();
        assertThatThrownBy(() -> population.family(new FamilyCardNumber("3204370101909001")))
                .isInstanceOf(AccessDeniedException.class);
    }

    @Test
    @WithMockUser(authorities = "QUOTA_READ")
    void othersSeeNobody() {
        assertThatThrownBy(() -> population.find(someNik("relationship = 1")))
                .isInstanceOf(AccessDeniedException.class);
    }

    private List<PersonRow> search(String text) {
        return population.search(SearchText.parse(text).orThrow(), null, 50);
    }

    private List<PersonRow> allPages(SearchText text, int size) {
        var rows = new ArrayList<>(population.search(text, null, size));
        List<PersonRow> page = rows;
        while (page.size() % size == 0 && !page.isEmpty()) {
            page = population.search(text, rows.getLast().key(), size);
            rows.addAll(page);
        }
        return rows;
    }

    private Nik someNik(String condition) {
        return jdbc.sql("SELECT nik FROM population_person WHERE " + condition + " ORDER BY id LIMIT 1")
                .query(NIK)
                .single();
    }
}
