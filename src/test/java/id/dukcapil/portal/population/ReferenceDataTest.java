package id.dukcapil.portal.population;

import static org.assertj.core.api.Assertions.assertThat;

import id.dukcapil.portal.IntegrationTest;
import id.dukcapil.portal.population.Region.Kind;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;

@IntegrationTest
class ReferenceDataTest {

    private static final RowMapper<String> CODE = (row, number) -> row.getString("code");

    @Autowired
    Regions regions;

    @Autowired
    CodeLists codes;

    @Autowired
    JdbcClient jdbc;

    @Test
    void theWholeStateIsKnownDownToTheKecamatan() {
        assertThat(codesWhere("parent_code IS NULL")).hasSize(38);
        List<Region> regencies =
                codesWhere("parent_code IN (SELECT code FROM population_region WHERE parent_code IS NULL)").stream()
                        .map(code -> regions.find(code).orElseThrow())
                        .toList();
        assertThat(regencies).hasSize(514);
        assertThat(regencies).filteredOn(region -> region.kind() == Kind.CITY).hasSize(98);
        assertThat(codesWhere("LENGTH(code) = 6")).hasSize(7_285);
    }

    @Test
    void kabupatenBandungHas31KecamatanWith270DesaAnd10Kelurahan() {
        List<Region> districts = regions.districts("32.04");
        List<Region> villages = districts.stream()
                .flatMap(district -> regions.villages(district.code()).stream())
                .toList();
        assertThat(districts).hasSize(31);
        assertThat(villages)
                .filteredOn(village -> village.kind() == Kind.VILLAGE)
                .hasSize(270);
        assertThat(villages)
                .filteredOn(village -> village.kind() == Kind.URBAN_VILLAGE)
                .hasSize(10);
        assertThat(villages).allMatch(village -> village.postalCode() != null);
    }

    @Test
    void villagesOfPesisirSelatanAreCalledNagari() {
        assertThat(regions.find("13.01.01.2001").orElseThrow().title()).isEqualTo("Nagari Inderapura");
        assertThat(regions.districts("1301")).hasSize(15);
        assertThat(regions.districts("6311")).hasSize(8);
    }

    @Test
    void aKecamatanThatCeasedIsNotKnown() {
        assertThat(regions.knownDistrict("320437")).isTrue();
        assertThat(regions.knownDistrict("320418")).isFalse();
    }

    @Test
    void allOfficialCodesAreThereInTheOrderOfTheForms() {
        assertThat(Arrays.stream(CodeList.values())
                        .mapToInt(list -> codes.entries(list).size()))
                .containsExactly(2, 3, 7, 13, 6, 11, 10, 7, 89, 16, 17, 21);
        assertThat(codes.label(CodeList.AGAMA, 7)).isEqualTo("KEPERCAYAAN TERHADAP TUHAN YME");
        assertThat(codes.label(CodeList.PEKERJAAN, 90)).isEqualTo("90");
        assertThat(codes.label(CodeList.PANGKAT_GOLONGAN, "IV/c")).contains("Pembina Utama Muda");
    }

    @Test
    void theEnumsSayWhatTheOfficialTablesSay() {
        assertThat(Arrays.stream(Relationship.values()).map(Relationship::label))
                .containsExactlyElementsOf(labels(CodeList.SHDK));
        assertThat(Arrays.stream(MaritalStatus.values()).map(MaritalStatus::label))
                .containsExactlyElementsOf(labels(CodeList.STATUS_PERKAWINAN));
        assertThat(Arrays.stream(RecordingStatus.values()).map(RecordingStatus::name))
                .containsExactlyElementsOf(codes.entries(CodeList.STATUS_KTPEL).stream()
                        .map(CodeList.Entry::code)
                        .toList());
    }

    @Test
    void theRequestsOfFormF102AreThereWithAWordingForEach() {
        assertThat(codes.requestTypes()).hasSize(25);
        assertThat(codes.requestType("I.B.2").orElseThrow().label()).isEqualTo("Peristiwa Penting");
        assertThat(codes.requestType("II.F").orElseThrow().label()).isEqualTo("KTP-EL – LUAR DOMISILI");
        assertThat(codes.requestType("V.A")).isEmpty();
    }

    private List<String> labels(CodeList list) {
        return codes.entries(list).stream().map(CodeList.Entry::label).toList();
    }

    private List<String> codesWhere(String condition) {
        return jdbc.sql("SELECT code FROM population_region WHERE " + condition)
                .query(CODE)
                .list();
    }
}
