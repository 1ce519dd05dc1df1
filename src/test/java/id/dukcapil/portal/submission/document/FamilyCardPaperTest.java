package id.dukcapil.portal.submission.document;

import static id.dukcapil.portal.submission.document.FamilyCards.NOTE;
import static id.dukcapil.portal.submission.document.FamilyCards.SOREANG;
import static id.dukcapil.portal.submission.document.FamilyCards.facts;
import static id.dukcapil.portal.submission.document.FamilyCards.family;
import static id.dukcapil.portal.submission.document.FamilyCards.member;
import static id.dukcapil.portal.submission.document.FamilyCards.members;
import static id.dukcapil.portal.submission.document.FamilyCards.named;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.google.zxing.BarcodeFormat;
import id.dukcapil.portal.common.Nik;
import id.dukcapil.portal.documents.Paper;
import id.dukcapil.portal.documents.SignaturePlace;
import id.dukcapil.portal.submission.document.FamilyCardFacts.Member;
import id.dukcapil.portal.submission.document.FamilyCardFacts.Place;
import java.awt.geom.Rectangle2D;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FamilyCardPaperTest {

    private static final Instant NOON = Instant.parse("2026-11-21T05:00:00Z");

    private static final FamilyCardPaper PAPER = new FamilyCardPaper(Paper.renderer());

    @Test
    void everyLabelOfTheFormStandsInItsPlace() throws Exception {
        String text = print(family(4)).words();

        assertThat(text)
                .containsSubsequence(
                        "KARTU KELUARGA",
                        "No. 3204370101200001",
                        "Nama Kepala Keluarga",
                        "Kecamatan",
                        "Alamat",
                        "Kabupaten/Kota",
                        "RT/RW",
                        "Kode Pos",
                        "Desa/Kelurahan",
                        "Provinsi",
                        "(1)",
                        "(2)",
                        "(3)",
                        "(4)",
                        "(5)",
                        "(6)",
                        "(7)",
                        "(8)",
                        "(9)",
                        "(10)",
                        "(11)",
                        "(12)",
                        "(13)",
                        "(14)",
                        "(15)",
                        "(16)",
                        "(17)",
                        "KEPALA DINAS KEPENDUDUKAN DAN PENCATATAN SIPIL",
                        "Drs. H. RUDI HARTONO, M.Si.",
                        "NIP. 197001011995031001",
                        NOTE);
        assertThat(text).contains("Dikeluarkan Tanggal : 21-11-2026", "KEPALA KELUARGA", "Tanda Tangan/Cap Jempol");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            22  | 110 | 22  | No
            44  | 110 | 150 | Nama Lengkap
            194 | 110 | 96  | NIK
            290 | 110 | 64  | Jenis Kelamin
            354 | 110 | 92  | Tempat Lahir
            446 | 110 | 60  | Tanggal Lahir
            506 | 110 | 66  | Agama
            572 | 110 | 108 | Pendidikan
            680 | 110 | 94  | Jenis Pekerjaan
            774 | 110 | 46  | Golongan Darah
            22  | 295 | 22  | No
            44  | 295 | 100 | Status Perkawinan
            144 | 295 | 66  | Tanggal Perkawinan
            210 | 295 | 92  | Status Hubungan Dalam Keluarga
            302 | 295 | 78  | Kewarganegaraan
            380 | 295 | 148 | Dokumen Imigrasi No. Paspor No. KITAP
            528 | 295 | 292 | Nama Orang Tua Ayah Ibu
            """)
    void eachColumnHasItsHeading(double x, double y, double width, String label) throws Exception {
        boolean first = y < 200;
        var heading = new Rectangle2D.Double(x, y, width, first ? 21 : 28);

        Paper sheet = print(family(2));

        assertThat(sheet.words(1, heading).replaceFirst("^No \\(?1?0?\\)?$", "No"))
                .isEqualTo(label);
    }

    @Test
    void aMemberStandsInBothTables() throws Exception {
        String text = print(family(2)).words();

        assertThat(text)
                .containsSubsequence(
                        "1 ASEP MULYANA 3204370101800001 LAKI-LAKI BANDUNG 05-03-1980 ISLAM SLTA/SEDERAJAT"
                                + " WIRASWASTA O",
                        "2 ANGGOTA KE-2 3204370101800002 PEREMPUAN",
                        "3 - - - - - - - - -",
                        "10 - - - - - - - - -",
                        "1 KAWIN TERCATAT 17-08-2004 KEPALA KELUARGA WNI - - UJANG SUKARNA IMAS MASITOH",
                        "3 - - - - - - - -",
                        "10 - - - - - - - -");
    }

    @Test
    void whatTheRegisterDoesNotHoldIsADash() throws Exception {
        Member little = new Member(
                "NURHAYATI",
                new Nik("3204370101800001"),
                null,
                " ",
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null);
        var nowhere = new Place(null, null, null, null, null, null, null, null);

        String text = print(facts(List.of(little), nowhere, null, null)).words();

        assertThat(text)
                .contains("1 NURHAYATI 3204370101800001 - - - - - - -", "Alamat : -", "RT/RW : -/-", "Provinsi : -")
                .doesNotContain("null");
    }

    @ParameterizedTest
    @CsvSource({"1, 1", "10, 1", "11, 2", "20, 2", "23, 3"})
    void tenMembersFillASheet(int members, int sheets) throws Exception {
        FamilyCardDocument document = PAPER.print(family(members), NOON);
        Paper paper = new Paper(document.pdf()).keptAs("submission-family-card-" + members);

        assertThat(document.sheets()).isEqualTo(sheets);
        assertThat(paper.pages()).isEqualTo(sheets);
        assertThat(document.signature().page()).isEqualTo(sheets);
        for (int sheet = 1; sheet <= sheets; sheet++) {
            assertThat(paper.words(sheet))
                    .contains("KARTU KELUARGA No. 3204370101200001", "NIP. 197001011995031001", NOTE)
                    .contains((sheet * 10) + (sheet * 10 <= members ? " ANGGOTA KE-" + sheet * 10 : " - - - -"));
        }
        assertThat(paper.text().contains("Lembar")).isEqualTo(sheets > 1);
    }

    @Test
    void theNumbersGoOnAndTheSheetsAreCounted() throws Exception {
        Paper paper = print(family(23));

        assertThat(paper.words(1)).contains("Lembar 1 dari 3").doesNotContain("ANGGOTA KE-11");
        assertThat(paper.words(2))
                .contains("11 ANGGOTA KE-11", "20 ANGGOTA KE-20", "Lembar 2 dari 3")
                .doesNotContain("ANGGOTA KE-10", "ANGGOTA KE-21");
        assertThat(paper.words(3)).contains("21 ANGGOTA KE-21", "24 - - -", "30 - - -", "Lembar 3 dari 3");
    }

    @Test
    void longNamesAndAddressesAreShrunkAndNeverCut() throws Exception {
        String name = "RADEN AJENG SITI NURHASANAH KUSUMAWARDHANI BINTI SURYAKUSUMAH WIRANATAKUSUMAH";
        Member member = member(1);
        Member longest = new Member(
                name,
                member.nik(),
                "PEREMPUAN",
                "KABUPATEN KEPULAUAN SIAU TAGULANDANG BIARO",
                member.birthDate(),
                "KEPERCAYAAN TERHADAP TUHAN YME",
                "AKADEMI/DIPLOMA III/S. MUDA",
                "ANGGOTA DPRD KABUPATEN/KOTA",
                "TIDAK TAHU",
                "CERAI HIDUP BELUM TERCATAT",
                member.marriedOn(),
                "KEPALA KELUARGA",
                "DUA KEWARGANEGARAAN",
                "X1234567",
                "2C11JE1234-S",
                name,
                name);
        var place = new Place(
                "KOMPLEKS PERUMAHAN GRIYA BUKIT MANGLAYANG INDAH BLOK C-12 NOMOR 137 GANG HAJI MUHAMMAD SYAFI'I"
                        + " SEBELAH TIMUR MASJID AL-IKHLAS",
                "003",
                "011",
                "SUKAMENAK INDAH PERMAI",
                "KEPULAUAN SERIBU SELATAN.",
                "KEPULAUAN SIAU TAGULANDANG BIARO",
                "40911",
                "DAERAH ISTIMEWA YOGYAKARTA");
        var members = new ArrayList<Member>();
        IntStream.range(0, 10).forEach(index -> members.add(longest));
        Paper paper = new Paper(
                        PAPER.print(facts(members, place, null, null), NOON).pdf())
                .keptAs("submission-family-card-long");

        assertThat(paper.pages()).isEqualTo(1);
        String nameColumn = paper.words(1, new Rectangle2D.Double(44, 140, 150, 150));
        assertThat(nameColumn.split(name, -1)).hasSize(11);
        String parents = paper.words(1, new Rectangle2D.Double(528, 332, 146, 150));
        assertThat(parents.split(name, -1)).hasSize(11);
        assertThat(paper.words())
                .contains("SEBELAH TIMUR MASJID AL-IKHLAS", "KEPULAUAN SIAU TAGULANDANG BIARO", "TIDAK TAHU");
    }

    @Test
    void namesKeepTheirAccents() throws Exception {
        Member member = named("JOSÉ MUÑOZ D'ÀVILA", member(1));

        assertThat(print(facts(List.of(member), SOREANG, null, null)).words()).contains("JOSÉ MUÑOZ D'ÀVILA");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 23})
    void veraPdfAcceptsItAsAnArchivalDocument(int members) throws Exception {
        FamilyCardFacts facts = facts(members(members), SOREANG, "https://portal.contoh.go.id/v/7K3M9QXD", "CONTOH");
        Paper paper = new Paper(PAPER.print(facts, NOON).pdf()).keptAs("submission-family-card-verified-" + members);

        assertThat(paper.archiveFindings()).isEmpty();
        assertThat(paper.fonts()).isNotEmpty().doesNotContainValue(false);
        assertThat(paper.title()).isEqualTo("Kartu Keluarga");
    }

    @Test
    void theSameFactsAtTheSameTimeAreTheSameBytes() throws Exception {
        FamilyCardFacts facts = facts(members(11), SOREANG, "https://portal.contoh.go.id/v/7K3M9QXD", null);

        byte[] first = PAPER.print(facts, NOON).pdf();

        assertThat(PAPER.print(facts, NOON).pdf()).isEqualTo(first);
        assertThat(new FamilyCardPaper(Paper.renderer()).print(facts, NOON).pdf())
                .isEqualTo(first);
        assertThat(PAPER.print(facts, NOON.plusSeconds(1)).pdf()).isNotEqualTo(first);
        assertThat(PAPER.print(family(11), NOON).pdf()).isNotEqualTo(first);
    }

    @Test
    void theQrCodeIsReadFromACoarsePrintAndItsPlaceIsEmptyWithoutOne() throws Exception {
        String address = "https://portal.contoh.go.id/verifikasi/7K3M9QXD";

        Paper with = print(facts(members(3), SOREANG, address, null));

        assertThat(with.scan(BarcodeFormat.QR_CODE, 150)).isEqualTo(address);
        assertThat(with.words()).contains("Pindai untuk verifikasi");
        assertThat(print(family(3)).words()).doesNotContain("Pindai");
        assertThat(with.hasInkIn(new Rectangle2D.Double(754, 490, 66, 66))).isTrue();
        assertThat(print(family(3)).hasInkIn(new Rectangle2D.Double(754, 490, 66, 66)))
                .isFalse();
    }

    @Test
    void theSignaturePlaceIsFreeBetweenTitleAndName() throws Exception {
        FamilyCardDocument document =
                PAPER.print(facts(members(3), SOREANG, "https://portal.contoh.go.id/v/7K3M9QXD", "CONTOH"), NOON);
        SignaturePlace place = document.signature();
        var area = new Rectangle2D.Double(place.x(), 595 - place.y() - place.height(), place.width(), place.height());
        var around = new Rectangle2D.Double(area.x, area.y - 24, area.width, area.height + 48);
        var paper = new Paper(document.pdf());

        assertThat(paper.hasInkIn(area)).isFalse();
        assertThat(paper.words(1, around)).contains("KABUPATEN BANDUNG", "RUDI HARTONO");
    }

    @Test
    void thePlaceOfTheStateEmblemStaysFree() throws Exception {
        assertThat(print(family(3)).hasInkIn(new Rectangle2D.Double(22, 16, 48, 46)))
                .isFalse();
    }

    @Test
    void aMarkedCardSaysThatItIsNotValid() throws Exception {
        Paper paper = print(facts(members(11), SOREANG, null, "CONTOH – BUKAN DOKUMEN SAH"));

        assertThat(paper.text(1)).contains("CONTOH – BUKAN DOKUMEN SAH");
        assertThat(paper.text(2)).contains("CONTOH – BUKAN DOKUMEN SAH");
        assertThat(print(family(11)).text()).doesNotContain("CONTOH");
    }

    @Test
    void aCardWithoutMembersIsRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> family(0));
    }

    private static Paper print(FamilyCardFacts facts) {
        return new Paper(PAPER.print(facts, NOON).pdf());
    }
}
