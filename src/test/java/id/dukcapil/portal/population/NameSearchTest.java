package id.dukcapil.portal.population;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.dukcapil.portal.IntegrationTest;
import id.dukcapil.portal.common.FamilyCardNumber;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.test.context.support.WithMockUser;

/** The name search behind the search box: words in any order, whoever wrote the rows, and always from an index. */
@IntegrationTest
@WithMockUser(authorities = "POPULATION_READ")
class NameSearchTest {

    private static final FamilyCardNumber FAMILY = new FamilyCardNumber("3204370101907771");

    @Autowired
    Population population;

    @Autowired
    JdbcClient jdbc;

    /** Written by plain SQL, as an import does that knows nothing of searching. */
    @BeforeEach
    void peopleWithRareNames() {
        jdbc.sql("""
                        INSERT INTO population_family (number, address, rt, rw, village_code, updated_at)
                        VALUES (?, 'Kampung Contoh', '001', '002', '3204372001', '2026-01-01')""").param(FAMILY.value()).update();
        List.of("XAVERIUS", "SITI XENA", "XENA SITI NURXANDRA", "RADEN AYU SITI XENA WARDXANI", "XE%A")
                .forEach(this::register);
    }

    @AfterEach
    void removeThem() {
        jdbc.sql("DELETE FROM population_person WHERE family_number = ?")
                .param(FAMILY.value())
                .update();
        jdbc.sql("DELETE FROM population_family WHERE number = ?")
                .param(FAMILY.value())
                .update();
    }

    @Test
    void theBeginningOfAnyWordFindsThePerson() {
        assertThat(namesFor("xaver")).containsExactly("XAVERIUS");
        assertThat(namesFor("nurxan")).containsExactly("XENA SITI NURXANDRA");
        assertThat(namesFor("wardx")).containsExactly("RADEN AYU SITI XENA WARDXANI");
    }

    @Test
    void wordsAreFoundInAnyOrderAndTheOneTypedComesFirst() {
        assertThat(namesFor("xena siti"))
                .startsWith("XENA SITI NURXANDRA")
                .containsExactlyInAnyOrder("XENA SITI NURXANDRA", "SITI XENA", "RADEN AYU SITI XENA WARDXANI");
        assertThat(namesFor("war xen s")).containsExactly("RADEN AYU SITI XENA WARDXANI");
    }

    @Test
    void theMiddleOfAWordFindsNobody() {
        assertThat(namesFor("averius")).isEmpty();
        assertThat(namesFor("siti andra xen")).isEmpty();
    }

    @Test
    void signsWithAMeaningInSqlAreLettersHere() {
        assertThat(namesFor("xe%")).containsExactly("XE%A");
        assertThat(namesFor("x_na")).isEmpty();
    }

    @Test
    void aNewNameIsFoundAndTheOldOneNoMore() {
        jdbc.sql("UPDATE population_person SET full_name = 'YVONNE ZXANDER' WHERE full_name = 'XAVERIUS'")
                .update();
        assertThat(namesFor("zxan")).containsExactly("YVONNE ZXANDER");
        assertThat(namesFor("xaver")).isEmpty();
    }

    @Test
    void theBeginningOfANumberFindsEachPersonOnce() {
        List<PersonRow> rows = population.lookUp(SearchText.parse("32043701").orThrow(), 50);
        assertThat(rows).isNotEmpty().extracting(PersonRow::id).doesNotHaveDuplicates();
        assertThat(rows)
                .allSatisfy(row -> assertThat(
                                row.nik().value() + " " + row.familyCardNumber().value())
                        .contains("32043701"));
        assertThat(population.lookUp(SearchText.parse(FAMILY.value()).orThrow(), 3))
                .hasSize(3);
    }

    @ParameterizedTest
    @ValueSource(strings = {"siti", "siti nur", "a siti nur h"})
    void everyPartOfTheSearchWalksAnIndexOfNames(String text) {
        var search = new NameSearch(SearchText.parse(text).orThrow());
        List<String> keys = jdbc
                .sql("EXPLAIN " + search.matching(search.choosing().getFirst()))
                .params(search.parameters())
                .param("limit", 8)
                .query((row, number) ->
                        row.getString("table") + " " + row.getString("type") + " " + row.getString("key"))
                .list()
                .stream()
                .filter(line -> line.startsWith("population_person "))
                .toList();
        assertThat(keys)
                .containsExactlyInAnyOrder(
                        "population_person range population_person_name",
                        "population_person range population_person_name",
                        "population_person range population_person_name_2",
                        "population_person range population_person_name_3",
                        "population_person range population_person_name_4",
                        "population_person range population_person_name_5");
    }

    @Test
    @WithMockUser(authorities = "BOOKING_CREATE")
    void whoMayNotSearchTheRegisterFindsNobody() {
        assertThatThrownBy(() -> namesFor("siti")).isInstanceOf(AccessDeniedException.class);
    }

    private List<String> namesFor(String text) {
        return population.lookUp(SearchText.parse(text).orThrow(), 8).stream()
                .map(PersonRow::fullName)
                .toList();
    }

    private void register(String name) {
        int serial = 7001 + Math.floorMod(name.hashCode(), 2_000);
        jdbc.sql("""
                        INSERT INTO population_person (nik, full_name, family_number, relationship, female, birth_place, birth_date,
                          marital_status, citizenship, religion, blood_type, education, occupation, father_name, mother_name,
                          recording_status, updated_at)
                        VALUES (?, ?, ?, 4, TRUE, 'BANDUNG', '1990-01-01', 1, 1, 1, 13, 5, 88, 'AYAH', 'IBU', 'PRINT_READY_RECORD', '2026-01-01')""")
                .param("320437410190" + serial)
                .param(name)
                .param(FAMILY.value())
                .update();
    }
}
