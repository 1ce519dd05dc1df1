package id.dukcapil.portal.visits.school;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.dukcapil.portal.IntegrationTest;
import id.dukcapil.portal.common.InvalidInput;
import id.dukcapil.portal.visits.VisitScenario;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.io.ClassPathResource;
import org.springframework.security.test.context.support.WithUserDetails;

/** The register of schools is filled from lists; what a list does not say stays. */
@IntegrationTest
@WithUserDetails(VisitScenario.PLANNER)
class SchoolsTest {

    @Autowired
    VisitScenario given;

    @Autowired
    Schools schools;

    @Test
    void theMinistrysListOfTheRegencyIsTakenWhole() throws IOException {
        String csv = new ClassPathResource("reference/sekolah_3204.csv").getContentAsString(StandardCharsets.UTF_8);
        Schools.SchoolImport done = given.imported(csv);
        assertThat(done.refused()).isEmpty();
        assertThat(done.added() + done.updated()).isEqualTo(281);
        assertThat(given.imported(csv).added()).isZero();
    }

    @Test
    void anImportKeepsTheContactAndRefusesRowsOneByOne() {
        String npsn = given.school();
        schools.contact(npsn, new Schools.Contact("Ibu Yayah", "0812-0000-4471", "yayah@sekolah.contoh.id"));
        Schools.SchoolImport done = given.imported("""
                NPSN;NAMA;JENIS;KECAMATAN
                %s;SMAN 1 PASEH;SMA;Kec. Paseh
                123;SMAN 2;SMA;Paseh
                20200001;TK MELATI;TK;Paseh
                20200002;SMAN 3;SMA;Lembang Jauh
                """.formatted(npsn));
        assertThat(done.updated()).isEqualTo(1);
        assertThat(done.refused())
                .hasSize(3)
                .anySatisfy(one -> assertThat(one).contains("Baris 3", "delapan angka"))
                .anySatisfy(one -> assertThat(one).contains("TK"))
                .anySatisfy(one -> assertThat(one).contains("Lembang Jauh"));
        School school = schools.find(npsn).orElseThrow();
        assertThat(school.name()).isEqualTo("SMAN 1 PASEH");
        assertThat(school.contactName()).isEqualTo("Ibu Yayah");
        assertThat(school.isOnTheMap()).isTrue();
    }

    @Test
    void aContactThatCannotBeReachedIsRefusedAtItsField() {
        String npsn = given.school();
        assertThatThrownBy(() -> schools.contact(npsn, new Schools.Contact("", "", "tanpa-at")))
                .isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> given.imported("A,B\n1,2\n")).hasMessageContaining("bukan daftar sekolah");
    }
}
