package id.dukcapil.portal.submission;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import id.dukcapil.portal.IntegrationTest;
import id.dukcapil.portal.common.Purpose;
import id.dukcapil.portal.common.Revealed;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;

/** What is laid on the desk to judge a request. */
@IntegrationTest
class CaseFilesTest {

    @Autowired
    CaseFiles files;

    @Autowired
    SubmissionService submissions;

    @Autowired
    SubmissionScenario given;

    @Autowired
    JdbcClient jdbc;

    @Test
    void whatWasHandedInStandsBesideTheRegister() {
        SubmissionDetails request = given.submitted();
        CaseFile file = open("operator", request);
        assertThat(file.comparison())
                .extracting(CaseFile.Compared::what)
                .containsExactly("Nama", "NIK", "Nomor KK", "Hubungan");
        assertThat(file.differs()).isFalse();
        assertThat(file.family())
                .filteredOn(CaseFile.Member::applicant)
                .singleElement()
                .satisfies(member -> {
                    assertThat(member.name()).isEqualTo(request.applicant().fullName());
                    assertThat(member.maskedNik())
                            .isEqualTo(request.applicant().nik().masked());
                });
        assertThat(file.others()).isEmpty();
    }

    @Test
    void whatTheReasonTouchesStandsBesideWhatIsWanted() {
        var head = given.head();
        jdbc.sql("UPDATE population_person SET education = 5, occupation = 65 WHERE nik = ?")
                .param(head.nik())
                .update();
        SubmissionDetails request = SubmissionScenario.accepted(given.asIkd(() -> submissions.submit(given.requestOf(
                head, "I.B.3", Map.of("EDUCATION", "diploma iv/strata i", "OCCUPATION", "GURU", "ADDRESS", " ")))));
        List<CaseFile.Element> elements = open("verifikator", request).elements();
        assertThat(elements)
                .extracting(CaseFile.Element::what)
                .containsExactly("Pendidikan", "Pekerjaan", "Status perkawinan", "Agama", "Alamat");
        assertThat(elements.getFirst())
                .isEqualTo(new CaseFile.Element("Pendidikan", "SLTA/SEDERAJAT", "DIPLOMA IV/STRATA I"));
        assertThat(elements).filteredOn(CaseFile.Element::isOpen).hasSize(1);
        assertThat(elements.getLast().wanted()).isNull();
    }

    @Test
    void aNewHeadIsComparedWithTheOneWhoHeadsTheFamilyNow() {
        var head = given.head();
        SubmissionDetails request = SubmissionScenario.accepted(
                given.asIkd(() -> submissions.submit(given.requestOf(head, "I.A.2", Map.of("HEAD", "Siti Aminah")))));
        assertThat(open("verifikator", request).elements())
                .first()
                .isEqualTo(new CaseFile.Element("Kepala keluarga", head.name(), "SITI AMINAH"));
    }

    @Test
    void aNameThatHasChangedInTheRegisterIsMarked() {
        SubmissionDetails request = given.submitted();
        jdbc.sql("UPDATE submission_request SET applicant_name = 'NAMA LAMA' WHERE number = ?")
                .param(request.number().value())
                .update();
        assertThat(open("operator", request).comparison().getFirst())
                .isEqualTo(new CaseFile.Compared("Nama", request.applicant().fullName(), "NAMA LAMA", false));
    }

    @Test
    void otherRequestsOfTheFamilyLieBesideIt() {
        var head = given.head();
        SubmissionDetails first =
                SubmissionScenario.accepted(given.asIkd(() -> submissions.submit(given.requestOf(head, "I.B.3"))));
        SubmissionDetails second =
                SubmissionScenario.accepted(given.asIkd(() -> submissions.submit(given.requestOf(head, "I.B.1"))));
        assertThat(open("verifikator", first).others())
                .extracting(CaseFile.Other::number)
                .containsExactly(second.number());
    }

    @Test
    void theFileOfAnotherOfficeIsNotThere() {
        SubmissionDetails request = given.submitted();
        jdbc.sql("UPDATE submission_request SET office_code = '320437' WHERE number = ?")
                .param(request.number().value())
                .update();
        assertThat(given.asStaff("operator", () -> files.open(request.number())))
                .isEmpty();
        assertThat(given.asStaff("operator", () -> files.open(new SubmissionNumber("KK-TIDAK-ADA"))))
                .isEmpty();
        assertThat(given.asStaff("manajer", () -> files.open(request.number()))).isPresent();
    }

    @Test
    void whoMayNotLookIntoTheRegisterSeesTheRequestAlone() {
        CaseFile file = open("manajer", given.submitted());
        assertThat(file.comparison()).isEmpty();
        assertThat(file.family()).isEmpty();
        assertThat(file.address()).isNull();
    }

    @Test
    void maskedDataAreOpenedForAPurposeThatIsKept() {
        SubmissionDetails request = given.submitted();
        Purpose purpose = Purpose.parse(Purpose.Kind.SERVING, "");
        Revealed revealed = given.asStaff(
                "operator", () -> files.reveal(request.number(), purpose).orElseThrow());
        assertThat(revealed.values())
                .containsEntry("NIK", request.applicant().nik().value())
                .containsEntry("Nomor KK", request.applicant().family().value());
        assertThat(jdbc.sql("SELECT COUNT(*) FROM staff_reveal WHERE reference = ?")
                        .param(request.number().value())
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
        assertThatExceptionOfType(AccessDeniedException.class)
                .isThrownBy(() -> given.asIkd(() -> files.reveal(request.number(), purpose)));
    }

    private CaseFile open(String username, SubmissionDetails request) {
        return given.asStaff(username, () -> files.open(request.number()).orElseThrow());
    }
}
