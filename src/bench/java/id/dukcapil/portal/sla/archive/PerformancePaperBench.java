package id.dukcapil.portal.sla.archive;

import static org.assertj.core.api.Assertions.assertThat;

import id.dukcapil.portal.IntegrationTest;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;
import org.apache.pdfbox.Loader;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.test.context.support.WithUserDetails;

/**
 * The monthly performance report of all offices as an archived PDF, from the question to the stored bytes: the first one of a
 * process, which compiles templates, and the next.
 */
@IntegrationTest
@WithUserDetails("manajer")
class PerformancePaperBench {

    private static final int PAGES = 20;
    private static final long MOST_MS = 5_000;

    @Autowired
    PerformancePapers reports;

    @Autowired
    Papers papers;

    @Autowired
    JdbcClient jdbc;

    @Test
    void aMonthlyReportOfTwentyPagesIsMadeInSeconds() throws Exception {
        fill();
        long first = make(LocalDate.of(2030, 3, 1));
        long next = make(LocalDate.of(2030, 4, 1));
        assertThat(next).isLessThanOrEqualTo(MOST_MS);
        assertThat(first).isPositive();
    }

    private long make(LocalDate month) throws Exception {
        long begun = System.nanoTime();
        ArchivedPaper paper = reports.make(PaperKind.MONTH, month, Instant.parse("2030-05-01T21:00:00Z"))
                .orElseThrow();
        long millis = (System.nanoTime() - begun) / 1_000_000;
        byte[] pdf = papers.pdf(paper.row().number());
        int pages;
        try (var document = Loader.loadPDF(pdf)) {
            pages = document.getNumberOfPages();
        }
        System.out.printf(
                Locale.ROOT,
                "BENCH performance-paper month=%s pages=%d (at least %d) millis=%d (must <= %d) size_kb=%d%n",
                month,
                pages,
                PAGES,
                millis,
                MOST_MS,
                pdf.length >> 10);
        assertThat(pages).isGreaterThanOrEqualTo(PAGES);
        return millis;
    }

    /** Sixty days of all offices; every fourth row is a whole case. */
    private void fill() {
        jdbc.sql("""
                        INSERT INTO sla_stay (case_id, standard, step, office_code, for_office, began, ended, worked, target, late, path)
                        SELECT CONCAT(LPAD(HEX(seq DIV 4), 8, '0'), '-0000-7000-8000-00000000000c'),
                          ELT(1 + (seq DIV 4) MOD 5, 'bandung-31-2023', 'bandung-28-2023', 'pesisir-selatan-039-2019',
                            'balangan-2020', 'bandung-28-2024'),
                          IF(seq MOD 4 = 0, 0, 5 + seq MOD 4), o.code, TRUE, TIMESTAMP('2030-03-01') + INTERVAL seq * 52 SECOND,
                          TIMESTAMP('2030-03-01') + INTERVAL seq * 52 SECOND, CRC32(seq) MOD 900, 600, CRC32(seq) MOD 900 > 600,
                          IF(seq MOD 4 = 0, '6-7-8', NULL)
                        FROM seq_0_to_99999
                        JOIN (SELECT code, ROW_NUMBER() OVER (ORDER BY code) - 1 AS n FROM staff_office) o
                          ON o.n = (seq DIV 4) MOD 33""").update();
    }
}
