package id.dukcapil.portal.sla;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import id.dukcapil.portal.IntegrationTest;
import id.dukcapil.portal.common.Finding;
import id.dukcapil.portal.common.Permission;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.test.context.support.WithMockUser;
import org.springframework.transaction.annotation.Transactional;

@IntegrationTest
@WithMockUser(authorities = Permission.Name.STANDARD_READ)
class ServiceStandardsTest {

    @Autowired
    ServiceStandards standards;

    @Autowired
    StandardFiling filing;

    @Autowired
    JdbcClient jdbc;

    @Test
    void theShelfHoldsTheFiveProceduresAndTheOfficesOwnStandardInTheirOrder() {
        assertThat(standards.list())
                .extracting(StandardSummary::slug)
                .containsExactly(
                        "bandung-28-2024",
                        "bandung-31-2023",
                        "pesisir-selatan-039-2019",
                        "balangan-2020",
                        "bandung-28-2023",
                        "kantor-cetak-ktp-el");
    }

    @ParameterizedTest(name = "{0}: {1} steps, {2} actors, printed {3}, computed {4}-{5}")
    @CsvSource({
        "bandung-28-2024, 8, 2, 35, 40, 40",
        "bandung-31-2023, 10, 5, 50, 50, 50",
        "pesisir-selatan-039-2019, 4, 3, , , 30",
        "balangan-2020, 8, 3, , 160, 225",
        "bandung-28-2023, 6, 2, 30, 30, 30",
        "kantor-cetak-ktp-el, 4, 3, , , 145"
    })
    void theSummaryAgreesWithTheWholeProcedure(
            String slug, int steps, int actors, Integer printed, Integer min, Integer max) {
        StandardSummary summary = standards.list().stream()
                .filter(candidate -> candidate.slug().equals(slug))
                .findFirst()
                .orElseThrow();
        ServiceStandard whole = standard(slug);
        assertThat(summary.steps()).isEqualTo(whole.steps().size()).isEqualTo(steps);
        assertThat(summary.actors()).isEqualTo(whole.actors()).hasSize(actors);
        assertThat(summary.printedTotal()).isEqualTo(whole.printedTotal()).isEqualTo(printed);
        assertThat(summary.total()).isEqualTo(whole.total()).isEqualTo(new TargetTime(min, max));
        assertThat(summary.identity()).isEqualTo(whole.identity());
    }

    @Test
    void twoProceduresOfOneOfficeCarryNumber28AndEachNamesTheOther() {
        ServiceStandard booking = standard("bandung-28-2024");
        ServiceStandard activation = standard("bandung-28-2023");
        assertThat(booking.identity().title()).isEqualTo("SOP Nomor 28 Tahun 2024");
        assertThat(activation.identity().title()).isEqualTo("SOP Nomor 28 Tahun 2023");
        assertThat(activation.identity().decree()).isEqualTo("470/178/2023");
        assertThat(messages(booking)).anyMatch(message -> message.contains("SOP Nomor 28 Tahun 2023"));
        assertThat(messages(activation)).anyMatch(message -> message.contains("SOP Nomor 28 Tahun 2024"));
    }

    @Test
    void theProcedureOfBalanganHasNoNumber() {
        ServiceStandard balangan = standard("balangan-2020");
        assertThat(balangan.identity()).isEqualTo(new StandardIdentity(null, 2020, null));
        assertThat(balangan.identity().title()).isEqualTo("SOP tanpa nomor, 2020");
        assertThat(balangan.effective()).isEqualTo("02 Februari 2020");
        assertThat(messages(balangan)).anyMatch(message -> message.startsWith("Nomor SOP tercetak kosong"));
    }

    @Test
    void theImpossibleNipOfTheBookingProcedureIsKeptAndFlaggedAsAWarning() {
        ServiceStandard booking = standard("bandung-28-2024");
        assertThat(booking.approval())
                .isNotNull()
                .extracting(Approval::printedNip)
                .isEqualTo("198007171990031005");
        assertThat(booking.findings())
                .filteredOn(finding -> finding.field().equals("approverNip"))
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.severity()).isEqualTo(Finding.Severity.WARNING);
                    assertThat(finding.message()).contains("198007171990031005", "lahir 1980", "1990");
                });
    }

    @ParameterizedTest(name = "{0}: NIP {1}")
    @CsvSource({
        "bandung-28-2023, 196907171990031005, 19690717 199003 1 005",
        "pesisir-selatan-039-2019, 19670712 199202 1 001, 19670712 199202 1 001",
        "balangan-2020, 196310301986031010, 19631030 198603 1 010"
    })
    void aNipIsReadWithAndWithoutSpaces(String slug, String printed, String grouped) {
        Approval approval = Objects.requireNonNull(standard(slug).approval());
        assertThat(approval.printedNip()).isEqualTo(printed);
        assertThat(approval.nip().orThrow().grouped()).isEqualTo(grouped);
        assertThat(standard(slug).findings())
                .noneMatch(finding -> finding.field().equals("approverNip"));
    }

    @Test
    void theBookingProcedurePrints35MinutesButItsStepsTake40() {
        ServiceStandard booking = standard("bandung-28-2024");
        assertThat(booking.totalsDiffer()).isTrue();
        assertThat(messages(booking))
                .contains("Total waktu tercantum 35 menit, sedangkan jumlah waktu 8 langkahnya 40 menit.");
        assertThat(standards.list()).filteredOn(StandardSummary::totalsDiffer).hasSize(1);
    }

    @Test
    void twoStepsOfTheFamilyCardProcedureHaveNoTimeOfTheirOwnAndTheTotalStillAgrees() {
        ServiceStandard familyCard = standard("bandung-31-2023");
        assertThat(familyCard.steps())
                .filteredOn(step -> !step.time().isKnown())
                .allSatisfy(step -> assertThat(step.note()).contains("menyatu"))
                .extracting(StandardStep::number)
                .containsExactly(3, 5);
        assertThat(familyCard.steps().get(8).time()).isEqualTo(new TargetTime(15, 15));
        assertThat(familyCard.totalsDiffer()).isFalse();
        assertThat(messages(familyCard)).contains("Waktu langkah 3 dan 5 tidak tercetak.");
    }

    @Test
    void theOrderOfTheFamilyCardProcedureIsOperatorVerifierHeadSystem() {
        assertThat(standard("bandung-31-2023").steps().subList(5, 10))
                .extracting(StandardStep::actors)
                .containsExactly(
                        List.of("Petugas/Operator"),
                        List.of("Jabatan Fungsional Ahli Muda (JFM) dan/atau pejabat Administrator"),
                        List.of("Kepala Dinas Kependudukan dan Pencatatan Sipil"),
                        List.of("Sistem"),
                        List.of("Pemohon"));
    }

    @Test
    void timesAreKeptInMinutesAsTheyArePrinted() {
        assertThat(standard("pesisir-selatan-039-2019").steps())
                .extracting(StandardStep::time)
                .containsExactly(
                        new TargetTime(null, 5), new TargetTime(5, 10), new TargetTime(5, 10), new TargetTime(null, 5));
        StandardStep departure = standard("balangan-2020").steps().get(1);
        assertThat(departure.time()).isEqualTo(new TargetTime(60, 120));
        assertThat(departure.printedTime()).isEqualTo("1-2 jam");
    }

    @Test
    void theBranchesOfAStepKeepTheirLines() {
        assertThat(standard("balangan-2020").steps().get(2).description().lines())
                .hasSize(3)
                .last()
                .isEqualTo("2. Jika belum pernah merekam, dilanjutkan dengan perekaman.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"PERMORONAN", "Uralan", "chaptcha", "Pebruari", "PROSEDURE", "Managemet", "Handpone"})
    void misspellingsOfTheCopyAreCorrectedInTheTextShown(String misspelling) {
        assertThat(standards.list())
                .allSatisfy(summary ->
                        assertThat(shownText(standard(summary.slug()))).noneMatch(text -> text.contains(misspelling)));
    }

    @Test
    void everyCorrectionIsAdmittedInTheNotesOnTheSource() {
        assertThat(standard("bandung-31-2023").section(StandardSection.SOURCE_NOTE))
                .anyMatch(note -> note.contains("PERMORONAN") && note.contains("chaptcha"));
        assertThat(standard("balangan-2020").section(StandardSection.SOURCE_NOTE))
                .anyMatch(note -> note.contains("Pebruari"));
    }

    @Test
    void theBandungProceduresCiteTheirCommonLaw() {
        for (String slug : List.of("bandung-28-2024", "bandung-31-2023", "bandung-28-2023")) {
            assertThat(standard(slug).section(StandardSection.LEGAL_BASIS))
                    .hasSize(6)
                    .anyMatch(law -> law.contains("UU No. 23 tahun 2006"))
                    .anyMatch(law -> law.contains("Perpres No. 96 Tahun 2018"))
                    .anyMatch(law -> law.contains("Permendagri No. 7 Tahun 2019"))
                    .anyMatch(law -> law.contains("108 Tahun 2019"));
        }
        assertThat(standard("bandung-28-2024").section(StandardSection.LEGAL_BASIS))
                .anyMatch(law -> law.contains("Peraturan Pemerintah Nomor 40 Tahun 2019"))
                .anyMatch(law -> law.contains("Peraturan Bupati Bandung Nomor 69 Tahun 2021"));
    }

    @Test
    void anUnknownSlugFindsNothing() {
        assertThat(standards.find("bandung-28")).isEmpty();
    }

    @Test
    @Transactional
    void aProcedureWhoseTextHasChangedIsFiledAgainAndTheOthersAreLeftAlone() {
        jdbc.sql("UPDATE sla_standard SET name = 'Lama', content_hash = 'x' WHERE slug = 'balangan-2020'")
                .update();
        jdbc.sql("UPDATE sla_standard SET name = 'Tidak disentuh' WHERE slug = 'bandung-31-2023'")
                .update();
        filing.enter();
        assertThat(standard("balangan-2020").name()).startsWith("Inovasi Layanan Direkam di Sekolah");
        assertThat(standard("balangan-2020").steps()).hasSize(8);
        assertThat(standard("bandung-31-2023").name()).isEqualTo("Tidak disentuh");
    }

    @Test
    @WithMockUser(authorities = Permission.Name.QUOTA_READ)
    void whoMayNotReadStandardsIsRefused() {
        assertThatExceptionOfType(AccessDeniedException.class).isThrownBy(standards::list);
        assertThatExceptionOfType(AccessDeniedException.class).isThrownBy(() -> standards.find("balangan-2020"));
    }

    private ServiceStandard standard(String slug) {
        return standards.find(slug).orElseThrow();
    }

    private static List<String> messages(ServiceStandard standard) {
        return standard.findings().stream().map(Finding::message).toList();
    }

    private static List<String> shownText(ServiceStandard standard) {
        Stream<String> boxes = Stream.of(StandardSection.values())
                .filter(section -> section != StandardSection.SOURCE_NOTE)
                .flatMap(section -> standard.section(section).stream());
        Stream<String> steps = standard.steps().stream()
                .flatMap(step -> Stream.of(step.description(), step.requirement(), step.output(), step.note()))
                .map(String::valueOf);
        return Stream.of(Stream.of(standard.name(), String.valueOf(standard.effective())), boxes, steps)
                .flatMap(texts -> texts)
                .toList();
    }
}
