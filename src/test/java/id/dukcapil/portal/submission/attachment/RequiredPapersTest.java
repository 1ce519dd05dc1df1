package id.dukcapil.portal.submission.attachment;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The papers that Perpres 96/2018 asks for, reason by reason. */
class RequiredPapersTest {

    private final RequiredPapers required = new RequiredPapers();

    @Test
    void aMarriageIsProvedInOneOfThreeWays() {
        assertThat(required.missing("I.A.1", Set.of())).singleElement().satisfies(requirement -> {
            assertThat(requirement.anyOf())
                    .containsExactly(
                            AttachmentKind.MARRIAGE_CERTIFICATE,
                            AttachmentKind.MARRIAGE_STATEMENT,
                            AttachmentKind.DIVORCE_CERTIFICATE);
            assertThat(requirement.sources()).contains("Perpres 96/2018 Pasal 11 ayat (1) huruf a");
        });
        assertThat(required.missing("I.A.1", Set.of(AttachmentKind.MARRIAGE_STATEMENT)))
                .isEmpty();
    }

    @Test
    void aLostCardNeedsTheReportOfThePoliceAndNoOldCard() {
        assertThat(required.of("I.C.1"))
                .flatExtracting(Requirement::anyOf)
                .containsExactly(AttachmentKind.POLICE_LOSS_REPORT);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"I.A.1", "I.A.2", "I.A.3", "I.A.4", "I.A.5", "I.A.6", "I.B.1", "I.B.2", "I.B.3", "I.C.1", "I.C.2"
            })
    void everyReasonForAFamilyCardNeedsSomethingAndNamesItsSource(String reason) {
        assertThat(required.of(reason))
                .isNotEmpty()
                .allSatisfy(requirement -> assertThat(requirement.sources()).isNotEmpty());
        assertThat(required.inOrderFor(reason))
                .containsExactlyInAnyOrder(AttachmentKind.values())
                .startsWith(required.of(reason).getFirst().anyOf().getFirst());
    }

    @Test
    void aReasonThatIsNotOfTheFamilyCardNeedsNothing() {
        assertThat(required.of("II.A")).isEmpty();
        assertThat(required.useful("II.A")).isEmpty();
    }

    @Test
    void theSixteenKindsStandInTheOrderAndWordsOfTheForm() {
        assertThat(Arrays.stream(AttachmentKind.values()).map(AttachmentKind::label))
                .containsExactly(
                        "KK lama/rusak",
                        "Surat keterangan/bukti perubahan",
                        "Buku nikah/kutipan akta perkawinan",
                        "SPTJM perkawinan/perceraian belum tercatat",
                        "Kutipan akta perceraian",
                        "Kutipan akta kematian",
                        "Surat keterangan pindah",
                        "Surat pernyataan penyebab hilang/rusak",
                        "Surat keterangan pindah luar negeri",
                        "Surat keterangan pindah dari Perwakilan RI",
                        "KTP-el rusak",
                        "Surat pernyataan bersedia menerima sebagai anggota keluarga",
                        "Dokumen perjalanan",
                        "Surat kuasa pengasuhan anak",
                        "Surat keterangan hilang dari kepolisian",
                        "Kartu izin tinggal tetap (KITAP)");
    }

    @Test
    void aHeadOfFamilyCanBeReplacedAfterADivorceThatWasNeverRegistered() {
        assertThat(required.missing("I.A.2", Set.of(AttachmentKind.OLD_FAMILY_CARD, AttachmentKind.MARRIAGE_STATEMENT)))
                .isEmpty();
    }

    @Test
    void whoLeavesAFamilyToFoundOneMayBringItsCardButNeedNot() {
        assertThat(required.useful("I.A.1")).containsExactly(AttachmentKind.OLD_FAMILY_CARD);
        assertThat(required.missing("I.A.1", Set.of(AttachmentKind.MARRIAGE_CERTIFICATE)))
                .isEmpty();
    }
}
