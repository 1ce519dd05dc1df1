package id.dukcapil.portal.submission.document;

import static org.assertj.core.api.Assertions.assertThat;

import id.dukcapil.portal.IntegrationTest;
import id.dukcapil.portal.common.FamilyCardNumber;
import id.dukcapil.portal.common.Nik;
import id.dukcapil.portal.documents.Paper;
import id.dukcapil.portal.population.Address;
import id.dukcapil.portal.population.Family;
import id.dukcapil.portal.population.MaritalStatus;
import id.dukcapil.portal.population.Person;
import id.dukcapil.portal.population.Person.Parent;
import id.dukcapil.portal.population.PersonId;
import id.dukcapil.portal.population.RecordingStatus;
import id.dukcapil.portal.population.Relationship;
import id.dukcapil.portal.population.Standing;
import id.dukcapil.portal.signing.SignatoryLines;
import id.dukcapil.portal.submission.document.FamilyCardFacts.Member;
import id.dukcapil.portal.submission.document.FamilyCardFacts.Place;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@IntegrationTest
class FamilyCardWordingTest {

    private static final FamilyCardNumber NUMBER = new FamilyCardNumber("3204370101200001");
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 21);
    private static final SignatoryLines ACTING_HEAD =
            new SignatoryLines("Plh. Kepala Dinas Kependudukan dan Pencatatan Sipil", "Rina Marlina, S.Sos.", null);

    @Autowired
    FamilyCardWording wording;

    @Autowired
    FamilyCardPaper paper;

    @Test
    void codesAndRegionsAreSpelledOut() {
        FamilyCardFacts facts = wording.facts(family("3204372002"), ACTING_HEAD, TODAY, null, null);

        assertThat(facts.headName()).isEqualTo("JOSÉ MUÑOZ");
        assertThat(facts.place())
                .isEqualTo(new Place(
                        "KP. CIBIRU NO. 17",
                        "003",
                        "011",
                        "SADU",
                        "SOREANG",
                        "KABUPATEN BANDUNG",
                        "40913",
                        "JAWA BARAT"));
        assertThat(facts.members())
                .containsExactly(new Member(
                        "JOSÉ MUÑOZ",
                        new Nik("3204370503800001"),
                        "LAKI-LAKI",
                        "BANDUNG",
                        LocalDate.of(1980, 3, 5),
                        "ISLAM",
                        "SLTA/SEDERAJAT",
                        "WIRASWASTA",
                        "TIDAK TAHU",
                        "KAWIN TERCATAT",
                        null,
                        "KEPALA KELUARGA",
                        "WNI",
                        null,
                        null,
                        "UJANG SUKARNA",
                        "IMAS MASITOH"));
    }

    @Test
    void theDeputySignsWithTheTitleOfTheMandate() {
        FamilyCardFacts.Signatory signatory = wording.facts(family("3204372002"), ACTING_HEAD, TODAY, null, null)
                .signatory();

        assertThat(signatory.title()).isEqualTo("PLH. KEPALA DINAS KEPENDUDUKAN DAN PENCATATAN SIPIL");
        assertThat(signatory.area()).isEqualTo("KABUPATEN BANDUNG");
        assertThat(signatory.name()).isEqualTo("Rina Marlina, S.Sos.");
    }

    @Test
    void aVillageTheTableDoesNotKnowIsADashOnPaper() throws Exception {
        FamilyCardFacts facts = wording.facts(family("9999999999"), ACTING_HEAD, TODAY, null, null);

        String text = new Paper(paper.print(facts, Instant.parse("2026-11-21T05:00:00Z"))
                        .pdf())
                .words();

        assertThat(text)
                .contains("Desa/Kelurahan : -", "Kode Pos : -", "Provinsi : -", "JOSÉ MUÑOZ", "NIP. -")
                .as("the keystore of the portal signs here")
                .contains("menggunakan sertifikat elektronik")
                .doesNotContain("BSrE");
    }

    @Test
    void theSentenceAtTheFootNamesWhoIssuedTheCertificate() {
        assertThat(FamilyCardWording.signatureNote(Optional.of("Balai Sertifikasi Elektronik (BSrE), BSSN")))
                .isEqualTo(FamilyCards.NOTE);
        assertThat(FamilyCardWording.signatureNote(Optional.empty())).endsWith("menggunakan sertifikat elektronik");
    }

    private static Family family(String village) {
        var address = new Address("Kp. Cibiru No. 17", "003", "011", village);
        var head = new Person(
                new PersonId(1),
                new Nik("3204370503800001"),
                "JOSÉ MUÑOZ",
                NUMBER,
                Relationship.HEAD,
                false,
                "Bandung",
                LocalDate.of(1980, 3, 5),
                MaritalStatus.MARRIED,
                1,
                1,
                13,
                5,
                88,
                new Parent("Ujang Sukarna", null),
                new Parent("Imas Masitoh", null),
                address,
                RecordingStatus.values()[0],
                null,
                Standing.RESIDENT);
        return new Family(NUMBER, address, List.of(head));
    }
}
