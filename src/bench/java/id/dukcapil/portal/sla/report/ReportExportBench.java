package id.dukcapil.portal.sla.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import id.dukcapil.portal.IntegrationTest;
import id.dukcapil.portal.documents.Listing;
import id.dukcapil.portal.documents.Spreadsheet;
import id.dukcapil.portal.sla.stay.Tally;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.test.context.support.WithUserDetails;

/**
 * The performance report with a million ended steps as a workbook: heap in use while it is written, its time against the bare
 * writer with the same cells from memory, and what LibreOffice reads out of it against the figures on the page. A quick run has a
 * tenth of the steps.
 */
@IntegrationTest
@WithUserDetails("manajer")
class ReportExportBench {

    private static final int ROWS = Boolean.getBoolean("bench.quick") ? 100_000 : 1_000_000;
    private static final int CHUNK = 50_000;
    private static final long MOST_HEAP = 256L << 20;
    private static final Path OFFICE_PROGRAM = Path.of("/usr/bin/soffice");
    /** How LibreOffice writes a length of less than a day into CSV. */
    private static final DateTimeFormatter AS_SHOWN = DateTimeFormatter.ofPattern("h:mm:ss a", Locale.US);

    private static final ReportFilter YEAR =
            new ReportFilter(LocalDate.of(2029, 1, 1), LocalDate.of(2029, 12, 31), null, null);

    @Autowired
    StayListing listing;

    @Autowired
    PerformanceReports reports;

    @Autowired
    Spreadsheet spreadsheet;

    @Autowired
    JdbcClient jdbc;

    @TempDir
    Path folder;

    @Test
    void aMillionStepsFitIntoLittleMemoryAndAddUpInTheFile() throws Exception {
        fill();
        Tally all = sum();
        assertThat(all.count()).isEqualTo(ROWS);
        var heap = new AtomicLong();
        long before = used();
        Path file = folder.resolve("laporan.xlsx");
        long begun = System.nanoTime();
        try (OutputStream out = Files.newOutputStream(file)) {
            spreadsheet.write(listing(), listing.front(YEAR), rows(heap), out);
        }
        double seconds = (System.nanoTime() - begun) / 1e9;
        double bare = bare();
        System.out.printf(
                Locale.ROOT,
                "BENCH export-1m rows=%d seconds=%.1f bare=%.1f ratio=%.2f (aim <= 1.3) heap_mb=%d (must <= 256) size_mb=%d%n",
                ROWS,
                seconds,
                bare,
                seconds / bare,
                (heap.get() - before) >> 20,
                Files.size(file) >> 20);
        assertThat(heap.get() - before).isLessThan(MOST_HEAP);
        addsUpInLibreOffice(file, all);
    }

    private Listing<StayListing.Line> listing() {
        return new Listing<>(listing.title(), "2029", listing.columns());
    }

    private Tally sum() {
        return reports.answer(YEAR).steps().values().stream()
                .reduce(
                        Tally.NONE,
                        (one, other) -> new Tally(
                                one.count() + other.count(),
                                one.measured() + other.measured(),
                                one.onTime() + other.onTime(),
                                0,
                                0,
                                0,
                                one.seconds() + other.seconds()));
    }

    /** Page by page from the database, as the export reads them; the heap is looked at before every fiftieth page. */
    private Stream<StayListing.Line> rows(AtomicLong heap) {
        var last = new StayListing.Line[1];
        return IntStream.rangeClosed(0, ROWS / 1_000).boxed().flatMap(page -> {
            if (page % 50 == 0) {
                heap.accumulateAndGet(used(), Math::max);
            }
            var lines = listing.page(YEAR, last[0], 1_000);
            if (!lines.isEmpty()) {
                last[0] = lines.getLast();
            }
            return lines.stream();
        });
    }

    /** The same writer and cells without a database. @return seconds */
    private double bare() throws IOException {
        StayListing.Line line = listing.page(YEAR, null, 1).getFirst();
        long begun = System.nanoTime();
        try (OutputStream out = Files.newOutputStream(folder.resolve("kosong.xlsx"))) {
            spreadsheet.write(listing(), Stream.generate(() -> line).limit(ROWS), out);
        }
        return (System.nanoTime() - begun) / 1e9;
    }

    private void addsUpInLibreOffice(Path file, Tally all) throws Exception {
        assumeTrue(Files.isExecutable(OFFICE_PROGRAM), "LibreOffice is not installed");
        long begun = System.nanoTime();
        Process conversion = new ProcessBuilder(
                        OFFICE_PROGRAM.toString(),
                        "--headless",
                        "-env:UserInstallation=" + folder.resolve("profile").toUri(),
                        "--convert-to",
                        "csv:Text - txt - csv (StarCalc):9,34,76,1,,0,false,true,false,false,false,-1",
                        "--outdir",
                        folder.toString(),
                        file.toString())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("log").toFile())
                .start();
        assertThat(conversion.waitFor(15, TimeUnit.MINUTES)).isTrue();
        Path detail;
        try (Stream<Path> files = Files.list(folder)) {
            detail = files.filter(one -> one.getFileName().toString().contains("rincian"))
                    .findFirst()
                    .orElseThrow();
        }
        long rows = 0;
        long seconds = 0;
        try (BufferedReader lines = Files.newBufferedReader(detail)) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                String[] cells = line.split("\t", -1);
                if (cells.length > 8 && cells[7].endsWith("M")) {
                    rows++;
                    seconds += LocalTime.parse(cells[7], AS_SHOWN).toSecondOfDay();
                }
            }
        }
        System.out.printf(
                Locale.ROOT,
                "BENCH export-1m libreoffice rows=%d seconds_in_file=%d seconds_on_page=%d opened_in=%.0f s%n",
                rows,
                seconds,
                all.seconds(),
                (System.nanoTime() - begun) / 1e9);
        assertThat(rows).isEqualTo(ROWS);
        assertThat(seconds).isEqualTo(all.seconds());
    }

    private static long used() {
        System.gc();
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }

    private void fill() {
        for (int from = 0; from < ROWS; from += CHUNK) {
            jdbc.sql("""
                            INSERT INTO sla_case (id, standard, standard_hash, number, office_code, opened_at, closed_at)
                            SELECT CONCAT(LPAD(HEX(seq), 8, '0'), '-0000-7000-8000-00000000000b'), 'bandung-31-2023', '',
                              CONCAT('=UJI/', seq), 'DINAS', '2029-01-01', '2029-12-31'
                            FROM seq_%d_to_%d""".formatted(from, from + CHUNK - 1)).update();
            jdbc.sql("""
                            INSERT INTO sla_stay (case_id, standard, step, office_code, for_office, began, ended, worked, target, late)
                            SELECT CONCAT(LPAD(HEX(seq), 8, '0'), '-0000-7000-8000-00000000000b'), 'bandung-31-2023', 6 + seq MOD 3, 'DINAS',
                              TRUE, TIMESTAMP('2029-01-01') + INTERVAL seq * 30 SECOND, TIMESTAMP('2029-01-01') + INTERVAL seq * 30 SECOND,
                              CRC32(seq) MOD 2000, 300, CRC32(seq) MOD 2000 > 300
                            FROM seq_%d_to_%d""".formatted(from, from + CHUNK - 1)).update();
        }
    }
}
