package id.dukcapil.portal.visits.pupil;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import id.dukcapil.portal.IntegrationTest;
import id.dukcapil.portal.common.InvalidInput;
import id.dukcapil.portal.visits.VisitScenario;
import id.dukcapil.portal.visits.VisitScenario.Youth;
import id.dukcapil.portal.visits.pupil.PupilLists.ListImport;
import id.dukcapil.portal.visits.pupil.Pupils.PupilFilter;
import id.dukcapil.portal.visits.school.SchoolCoverage;
import id.dukcapil.portal.visits.school.Schools;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.access.AccessDeniedException;

/** Lists of pupils come in as a whole; each pupil gets a verdict from the register. */
@IntegrationTest
class PupilListsTest {

    private static final String YOUNG = "birth_date BETWEEN '2007-06-01' AND '2010-10-01'";

    @Autowired
    VisitScenario given;

    @Autowired
    Pupils pupils;

    @Autowired
    Schools schools;

    private List<Pupil> listed(String npsn) {
        return given.as(VisitScenario.PLANNER, () -> pupils.page(new PupilFilter(npsn, null, ""), null, 0, 100));
    }

    @Test
    void theDapodikExportIsReadAsItIsAndEveryPupilGetsAVerdict() {
        String npsn = given.school();
        Youth open = given.youths(YOUNG + " AND recording_status = 'UNREGISTERED'", 1)
                .getFirst();
        Youth ready = given.youths("recording_status = 'PRINT_READY_RECORD'", 1).getFirst();
        Youth issued = given.youths("recording_status = 'CARD_ISSUED'", 2).getLast();
        Youth child = given.youths("birth_date > '2011-06-01' AND recording_status = 'UNREGISTERED'", 1)
                .getFirst();
        Youth other = given.youths(YOUNG + " AND recording_status = 'UNREGISTERED'", 2)
                .getLast();
        byte[] file = DapodikFile.of(
                "SMA NEGERI UJI " + npsn,
                List.of(
                        row(open, "0091000001"),
                        row(ready, 91000002),
                        row(issued, "0091000003"),
                        row(child, "0091000004"),
                        Map.of("Nama", "Nama Lain", "NISN", "0091000005", "NIK", other.nik()),
                        Map.of("Nama", "Dari Kota", "NISN", "0091000006", "NIK", "3273014101090001"),
                        Map.of("Nama", "Tanpa Nik", "NISN", "0091000007", "Tanggal Lahir", "2009-03-01"),
                        Map.of("Nama", "Nik Rusak", "NISN", "0091000008", "NIK", 3204354101090010L)));
        ListImport done = given.list(npsn, file);
        assertThat(done.refused()).isEmpty();
        assertThat(done.added()).isEqualTo(8);
        assertThat(listed(npsn))
                .extracting(Pupil::fullName, Pupil::nisn, Pupil::verdict)
                .containsExactlyInAnyOrder(
                        tuple(open.name(), "0091000001", PupilVerdict.TO_RECORD),
                        tuple(ready.name(), "0091000002", PupilVerdict.PRINT_READY),
                        tuple(issued.name(), "0091000003", PupilVerdict.RECORDED),
                        tuple(child.name(), "0091000004", PupilVerdict.TOO_YOUNG),
                        tuple("NAMA LAIN", "0091000005", PupilVerdict.DIFFERS),
                        tuple("DARI KOTA", "0091000006", PupilVerdict.ELSEWHERE),
                        tuple("TANPA NIK", "0091000007", PupilVerdict.UNKNOWN),
                        tuple("NIK RUSAK", "0091000008", PupilVerdict.UNKNOWN));
        assertThat(listed(npsn))
                .filteredOn(pupil -> pupil.fullName().equals("NIK RUSAK"))
                .singleElement()
                .satisfies(pupil -> assertThat(pupil.finding()).contains("Excel membulatkan"));
        SchoolCoverage coverage =
                given.as(VisitScenario.PLANNER, () -> schools.coverage(npsn)).orElseThrow();
        assertThat(coverage.toRecord()).isEqualTo(1);
        assertThat(coverage.unclear()).isEqualTo(4);
        assertThat(coverage.recorded()).isEqualTo(2);
    }

    private static Map<String, Object> row(Youth youth, Object nisn) {
        return Map.of(
                "Nama",
                youth.name(),
                "JK",
                youth.female() ? "P" : "L",
                "NISN",
                nisn,
                "Tanggal Lahir",
                youth.born().toString(),
                "NIK",
                youth.nik(),
                "Rombel Saat Ini",
                "XI MIPA 3");
    }

    @Test
    void theSameListAgainUpdatesAndWhoIsGoneHasLeft() {
        String npsn = given.school();
        List<Youth> three = given.youths(YOUNG, 5).subList(2, 5);
        List<String> lines = List.of(
                three.get(0).line("0092000001"),
                three.get(1).line("0092000002"),
                three.get(2).line("92000003"));
        assertThat(given.list(npsn, lines).added()).isEqualTo(3);
        ListImport again = given.list(npsn, lines.subList(0, 2));
        assertThat(again)
                .extracting(ListImport::added, ListImport::updated, ListImport::left)
                .containsExactly(0, 2, 1);
        assertThat(listed(npsn)).hasSize(2);
        ListImport back = given.list(npsn, lines);
        assertThat(back)
                .extracting(ListImport::added, ListImport::updated, ListImport::left)
                .containsExactly(0, 3, 0);
    }

    @Test
    void whoChangesSchoolMovesAndWhoIsClaimedByBothIsShownAtBoth() {
        String first = given.school();
        String second = given.school();
        Youth pupil = given.youths(YOUNG, 7).getLast();
        given.list(first, List.of(pupil.line("0093000001")));
        assertThat(given.list(second, List.of(pupil.line("0093000001"))).moved())
                .isEqualTo(1);
        assertThat(listed(first)).isEmpty();
        assertThat(listed(second))
                .singleElement()
                .satisfies(row -> assertThat(row.finding()).contains("Sebelumnya di SMAN UJI " + first));
        assertThat(given.list(first, List.of(pupil.line("0093000001"))).doubled())
                .isEqualTo(1);
        assertThat(listed(first)).singleElement().satisfies(row -> {
            assertThat(row.otherNpsn()).isEqualTo(second);
            assertThat(row.finding()).contains("Juga di daftar SMAN UJI " + second);
        });
        assertThat(listed(second)).singleElement().extracting(Pupil::otherNpsn).isEqualTo(first);
    }

    @Test
    void aNumberThatStandsTwiceIsRefusedOnceAndTheOthersComeIn() {
        String npsn = given.school();
        List<Youth> two = given.youths(YOUNG, 9).subList(7, 9);
        ListImport done = given.list(
                npsn, List.of(two.get(0).line("0094000001"), two.get(1).line("0094000001"), "Jumlah;;;;;"));
        assertThat(done.added()).isEqualTo(1);
        assertThat(done.refused()).singleElement().asString().contains("Baris 3", "sudah ada pada baris 2");
    }

    @Test
    void theListOfAnotherSchoolAndWhatIsNoListAreRefused() {
        String npsn = given.school();
        byte[] wrong = DapodikFile.of("SMAN 9 LAIN", List.of(Map.of("Nama", "A", "NISN", "0091000009")));
        assertThatThrownBy(() -> given.list(npsn, wrong))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining("daftar siswa SMAN 9 LAIN, bukan SMAN UJI");
        assertThatThrownBy(() -> given.list(npsn, "Barang;Jumlah\nMeja;3\n".getBytes()))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining("bukan daftar siswa");
    }

    @Test
    void onlyPlannersImport() {
        assertThatThrownBy(() -> given.as("perekaman", () -> given.imported("NPSN,NAMA,JENIS\n")))
                .isInstanceOf(AccessDeniedException.class);
    }
}
