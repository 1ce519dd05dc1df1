package id.dukcapil.portal.documents.paper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import id.dukcapil.portal.common.ui.parts.ClosedDay;
import id.dukcapil.portal.documents.Paper;
import id.dukcapil.portal.documents.paper.OfficialPaper.PaperColumn;
import id.dukcapil.portal.documents.paper.OfficialPaper.Signer;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class OfficialPapersTest {

    private static final Instant CLOSED_AT = Instant.parse("2026-11-24T09:05:12Z");

    private final OfficialPapers papers = new OfficialPapers(Paper.renderer());

    private static OfficialPaper closing(int places) {
        return new OfficialPaper("Berita acara penutupan hari, blangko KTP-el", "400.12.2/228/BA/DINAS/2026")
                .paragraph("Pada hari %s, telah dihitung %d (%s) keping blangko."
                        .formatted(NumberWords.day(LocalDate.of(2026, 11, 24)), 793, NumberWords.of(793)))
                .fact("Kantor", "Dinas Dukcapil, Soreang")
                .heading("1. Hitungan fisik")
                .table(
                        List.of(
                                PaperColumn.text("Tempat", 4),
                                PaperColumn.figures("Dihitung", 1),
                                PaperColumn.figures("Neraca", 1)),
                        IntStream.rangeClosed(1, places)
                                .mapToObj(place -> List.of("Lemari %d".formatted(place), "8", "9"))
                                .toList(),
                        List.of("Jumlah", "793", "794"))
                .heading("2. Saksi")
                .table(
                        List.of(PaperColumn.text("Nama", 1), PaperColumn.text("Jabatan <&> unit", 1)),
                        List.of(List.of("Wati Rosmiati", "Operator \"cetak\" & penyerahan")),
                        List.of())
                .locked(new ClosedDay(CLOSED_AT, "Fitri Handayani", "e9489dd5".repeat(8), 0, ZoneId.of("Asia/Jakarta")))
                .signatures(
                        "Soreang, 24 November 2026",
                        List.of(
                                new Signer("Yang menghitung,\nPetugas cetak", "Dadan Kurnia", "19930406 201903 1 002"),
                                new Signer("Orang kedua,", "Wati Rosmiati", null),
                                new Signer(
                                        "Mengetahui,\nKepala Bidang",
                                        "Hendra Gunawan, S.IP.",
                                        "19810219 200604 1 003")));
    }

    @Test
    void aPaperHasLetterheadNumberContentLockAndRoomForSignatures() throws Exception {
        Paper paper = new Paper(papers.print(closing(3))).keptAs("official-paper");
        assertThat(paper.pages()).isEqualTo(1);
        assertThat(paper.words())
                .contains(
                        "PEMERINTAH KABUPATEN BANDUNG",
                        "BERITA ACARA PENUTUPAN HARI, BLANGKO KTP-EL",
                        "Nomor 400.12.2/228/BA/DINAS/2026",
                        "Pada hari Selasa, tanggal dua puluh empat bulan November tahun dua ribu dua puluh enam",
                        "793 (tujuh ratus sembilan puluh tiga) keping",
                        "Kantor Dinas Dukcapil, Soreang",
                        "Tempat Dihitung Neraca",
                        "Lemari 3 8 9",
                        "Jumlah 793 794",
                        "Nama Jabatan <&> unit",
                        "Operator \"cetak\" & penyerahan",
                        "DITUTUP DAN DIKUNCI 24 November 2026, 16.05.12 WIB oleh Fitri Handayani",
                        "SHA-256 " + "e9489dd5".repeat(8),
                        "Koreksi sesudah penutupan: 0.",
                        "Soreang, 24 November 2026",
                        "Dadan Kurnia",
                        "NIP 19810219 200604 1 003",
                        "Halaman 1 dari 1")
                .doesNotContain("null");
    }

    @Test
    void aLongTableGoesOnWithItsHeadsAndTheNumberOfThePaper() throws Exception {
        Paper paper = new Paper(papers.print(closing(90)));
        assertThat(paper.pages()).isGreaterThan(2);
        assertThat(paper.words(1)).contains("Tempat Dihitung Neraca", "Lemari 1 8 9");
        assertThat(paper.words(2))
                .contains("Nomor 400.12.2/228/BA/DINAS/2026", "Tempat Dihitung Neraca", "Halaman 2 dari");
        assertThat(paper.words(paper.pages())).contains("Wati Rosmiati", "Hendra Gunawan");
    }

    @Test
    void aPaperWithoutNumberDoesNotSpeakOfOne() throws Exception {
        var list = new OfficialPaper("Daftar cetak KTP-el");
        for (int row = 0; row < 70; row++) {
            list.fact("Baris", Integer.toString(row));
        }
        Paper printed = new Paper(papers.print(list));
        assertThat(printed.words()).contains("DAFTAR CETAK KTP-EL").doesNotContain("Nomor");
        assertThat(printed.words(2)).contains("DAFTAR CETAK KTP-EL", "Halaman 2 dari 2");
    }

    @Test
    void aPaperIsKeptAsPdfAAndIsTheSameToTheByte() throws Exception {
        byte[] first = papers.printForArchive(closing(3), CLOSED_AT);
        assertThat(papers.printForArchive(closing(3), CLOSED_AT)).isEqualTo(first);
    }

    @Test
    void aRowWithoutACellForEachColumnIsRefused() {
        var paper = new OfficialPaper("Laporan", "1");
        var columns = List.of(PaperColumn.text("Tempat", 1), PaperColumn.figures("Kartu", 1));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> paper.table(columns, List.of(List.of("Brankas")), List.of()));
    }

    @Test
    void signaturesStayOnThePageOfTheLastTableAndHeadingsOnThatOfTheirs() throws Exception {
        for (int rows = 20; rows < 34; rows++) {
            OfficialPaper paper = new OfficialPaper("Laporan harian", "1");
            for (int row = 0; row < rows; row++) {
                paper.fact("Baris", Integer.toString(row));
            }
            paper.heading("Petugas")
                    .table(List.of(PaperColumn.text("Nama", 1)), List.of(List.of("Wati Rosmiati")), List.of())
                    .signatures("Soreang", List.of(new Signer("Mengetahui,", "Hendra Gunawan", null)));
            Paper printed = new Paper(papers.print(paper));
            assertThat(printed.words(printed.pages())).contains("Petugas", "Nama", "Wati Rosmiati", "Hendra Gunawan");
        }
    }
}
