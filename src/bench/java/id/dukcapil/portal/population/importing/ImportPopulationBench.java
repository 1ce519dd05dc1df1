package id.dukcapil.portal.population.importing;

import static org.assertj.core.api.Assertions.assertThat;

import id.dukcapil.portal.IntegrationTest;
import id.dukcapil.portal.documents.table.Heading;
import id.dukcapil.portal.documents.table.TableFiles;
import id.dukcapil.portal.documents.table.TestRows;
import id.dukcapil.portal.population.importing.ImportEntry.Counts;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.apache.poi.openxml4j.exceptions.InvalidFormatException;
import org.apache.poi.ss.usermodel.DataFormatter;
import org.apache.poi.xssf.streaming.SXSSFWorkbook;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.test.context.support.WithUserDetails;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Rows per second from the stored workbook to the finished report, 5 % of the rows bad and 2 % twice, in a process of its own with a heap
 * of 256 MiB. Beside it in the same run: the usual way (POI's user model, then each row looked up and saved in a transaction of its own
 * with plain JDBC, which is less than what an object-relational mapper does), on a tenth of the rows because it needs the whole workbook in
 * memory; and as the ceiling LOAD DATA of the same people into a table with the same indexes, without judging anything.
 * {@code -Dbench.rows=20000} measures less.
 */
@IntegrationTest
@WithUserDetails("admin")
class ImportPopulationBench {

    private static final int ROWS = Integer.getInteger("bench.rows", 200_000);
    private static final int HEAP_MIB = 256;
    private static final RowMapper<Long> NUMBER = (row, number) -> row.getLong(1);

    @TempDir
    Path folder;

    @Autowired
    PopulationImports imports;

    @Autowired
    ImportVocabulary.Source vocabulary;

    @Autowired
    DataSource database;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transaction;

    @Test
    void rowsPerSecond() throws Exception {
        double usual = usualWay(ROWS / 10);
        var people = new BenchPeople(1, ROWS);
        Path workbook = workbook(people);

        long before = register();
        Outcome first = imported(workbook, false);
        Counts counts = first.entry().counts();
        assertThat(counts.read()).isEqualTo(ROWS);
        assertThat(counts.refused()).isEqualTo(people.bad() + people.twice());
        assertThat(counts.fresh()).isEqualTo(ROWS - people.bad() - people.twice());
        assertThat(register()).isEqualTo(before + counts.fresh());

        Outcome again = imported(workbook, true);
        assertThat(again.entry().counts().fresh()).isZero();
        assertThat(again.entry().counts().changed()).isZero();
        assertThat(again.entry().counts().same()).isEqualTo(counts.fresh());
        assertThat(register()).isEqualTo(before + counts.fresh());

        double fast = ROWS / first.seconds();
        System.out.printf(
                Locale.ROOT,
                "BENCH import-population rows_per_s=%.0f usual_rows_per_s=%.0f ratio=%.1f again_rows_per_s=%.0f"
                        + " load_data_rows_per_s=%.0f heap_limit_mib=%d rows=%d%n",
                fast,
                usual,
                fast / usual,
                ROWS / again.seconds(),
                ceiling(people),
                HEAP_MIB,
                ROWS);
        assertThat(fast).isGreaterThan(usual);
    }

    private record Outcome(ImportEntry entry, double seconds) {}

    private Outcome imported(Path workbook, boolean again) throws Exception {
        ImportEntry entry;
        try (var content = Files.newInputStream(workbook)) {
            entry = imports.receive("siak.xlsx", content);
        }
        imports.start(entry.id(), false, again);
        double seconds = inProcessOfItsOwn(entry.id());
        ImportEntry done = imports.find(entry.id()).orElseThrow();
        assertThat(done.status()).isEqualTo(ImportStatus.FINISHED);
        return new Outcome(done, seconds);
    }

    private double inProcessOfItsOwn(ImportId id) throws Exception {
        String url;
        try (var connection = database.getConnection()) {
            url = connection.getMetaData().getURL();
        }
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx" + HEAP_MIB + "m",
                        "-XX:+ExitOnOutOfMemoryError",
                        "--enable-native-access=ALL-UNNAMED",
                        "-cp",
                        System.getProperty("java.class.path"),
                        ImportProcess.class.getName(),
                        url,
                        Path.of("target/test-portal/documents").toString(),
                        id.toString())
                .redirectErrorStream(true)
                .start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(output).isZero();
        String[] result = output.lines()
                .filter(line -> line.startsWith("IMPORTED "))
                .findFirst()
                .orElseThrow()
                .split(" ");
        assertThat(result[2]).isEqualTo("true");
        return Double.parseDouble(result[1]);
    }

    /** The workbook in memory, then row by row: find the person, save the family, save the person. */
    private double usualWay(int rows) throws IOException {
        Path file = workbook(new BenchPeople(ROWS + 1, rows));
        long start = System.nanoTime();
        var heading = heading(file);
        var judge = new RowJudge(heading, vocabulary.forOneFile(), LocalDate.of(2026, 11, 23));
        try (var workbook = new XSSFWorkbook(file.toFile())) {
            var format = new DataFormatter();
            var sheet = workbook.getSheetAt(0);
            for (int i = 1; i <= sheet.getLastRowNum(); i++) {
                var row = sheet.getRow(i);
                String[] texts = new String[row.getLastCellNum()];
                for (int c = 0; c < texts.length; c++) {
                    texts[c] = format.formatCellValue(row.getCell(c));
                }
                JudgedRow judged = judge.judge(TestRows.of(i + 1, texts));
                if (judged.resident() != null) {
                    save(judged.resident());
                }
            }
        } catch (InvalidFormatException e) {
            throw new IOException(e);
        }
        return rows / ((System.nanoTime() - start) / 1e9);
    }

    private static Heading<ResidentColumn> heading(Path file) {
        try (var table = new ResidentTable(new TableFiles().open(file))) {
            return table.heading();
        }
    }

    private void save(Resident resident) {
        transaction.executeWithoutResult(status -> {
            if (!jdbc.sql("SELECT id FROM population_person WHERE nik = ?")
                    .param(resident.nik().value())
                    .query(NUMBER)
                    .list()
                    .isEmpty()) {
                return;
            }
            var address = resident.address();
            boolean known = !jdbc.sql("SELECT version FROM population_family WHERE number = ?")
                    .param(resident.familyNumber().value())
                    .query(NUMBER)
                    .list()
                    .isEmpty();
            if (!known) {
                jdbc.sql("INSERT INTO population_family (number, address, rt, rw, village_code, updated_at)"
                                + " VALUES (?, ?, ?, ?, ?, NOW(6))")
                        .params(
                                resident.familyNumber().value(),
                                address.street(),
                                address.rt(),
                                address.rw(),
                                address.villageCode())
                        .update();
            }
            jdbc.sql("""
                            INSERT INTO population_person (nik, full_name, family_number, relationship, female, birth_place,
                              birth_date, marital_status, citizenship, religion, blood_type, education, occupation, father_name,
                              mother_name, recording_status, updated_at)
                            VALUES (?, ?, ?, ?, ?, ?, ?, ?, 1, ?, 13, ?, ?, ?, ?, 'UNREGISTERED', NOW(6))""")
                    .params(
                            resident.nik().value(),
                            resident.fullName(),
                            resident.familyNumber().value(),
                            resident.relationship(),
                            resident.female(),
                            resident.birthPlace(),
                            resident.birthDate(),
                            resident.maritalStatus(),
                            resident.religion(),
                            resident.education(),
                            resident.occupation(),
                            resident.fatherName(),
                            resident.motherName())
                    .update();
        });
    }

    private double ceiling(BenchPeople people) throws Exception {
        Path file = folder.resolve("ceiling.csv");
        try (Writer out = Files.newBufferedWriter(file)) {
            people.forEach(row -> write(out, String.join("\t", row) + "\n"));
        }
        jdbc.sql("CREATE OR REPLACE TABLE bench_person LIKE population_person").update();
        String url;
        try (var connection = database.getConnection()) {
            url = connection.getMetaData().getURL();
        }
        try (var connection = DriverManager.getConnection(
                        url + (url.contains("?") ? "&" : "?") + "allowLocalInfile=true", "root", "");
                var statement = connection.createStatement()) {
            long start = System.nanoTime();
            statement.execute("LOAD DATA LOCAL INFILE '" + file + """
                    ' IGNORE INTO TABLE bench_person CHARACTER SET utf8mb4
                    (nik, full_name, family_number, @shdk, @sex, birth_place, @born, @marital, @religion, @education, @occupation,
                     father_name, mother_name, @address, @rt, @rw, @village)
                    SET relationship = 4, female = 0, birth_date = STR_TO_DATE(@born, '%d-%m-%Y'), marital_status = 1,
                        citizenship = 1, religion = 1, blood_type = 13, education = 5, occupation = 3,
                        recording_status = 'UNREGISTERED', updated_at = NOW(6)""");
            return ROWS / ((System.nanoTime() - start) / 1e9);
        } finally {
            jdbc.sql("DROP TABLE bench_person").update();
        }
    }

    private long register() {
        return jdbc.sql("SELECT COUNT(*) FROM population_person").query(NUMBER).single();
    }

    private Path workbook(BenchPeople people) throws IOException {
        Path file = Files.createTempFile(folder, "siak", ".xlsx");
        try (var workbook = new SXSSFWorkbook(null, 200, false, true);
                OutputStream out = Files.newOutputStream(file)) {
            var sheet = workbook.createSheet("Data");
            int[] next = {0};
            Consumer<List<String>> append = texts -> {
                var row = sheet.createRow(next[0]++);
                for (int i = 0; i < texts.size(); i++) {
                    row.createCell(i).setCellValue(texts.get(i));
                }
            };
            append.accept(ResidentList.COLUMNS);
            people.forEach(append);
            workbook.write(out);
        }
        return file;
    }

    private static void write(Writer out, String line) {
        try {
            out.write(line);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** People by number: every twentieth row is bad and every fiftieth repeats the person before. */
    private record BenchPeople(int first, int rows) {

        int bad() {
            return (int) IntStream.range(0, rows).filter(BenchPeople::isBad).count();
        }

        int twice() {
            return (int) IntStream.range(0, rows).filter(BenchPeople::isTwice).count();
        }

        private static boolean isBad(int row) {
            return row % 20 == 7;
        }

        private static boolean isTwice(int row) {
            return row % 50 == 25;
        }

        void forEach(Consumer<List<String>> consumer) {
            for (int row = 0; row < rows; row++) {
                consumer.accept(isTwice(row) ? person(first + row - 1, false) : person(first + row, isBad(row)));
            }
        }

        private static List<String> person(int number, boolean bad) {
            LocalDate born = LocalDate.of(1951, 2, 1).plusDays(number % 15_000);
            int serial = 8_000 + number / 15_000;
            int family = number / 4;
            return Arrays.asList(
                    "320413%02d%02d%02d%04d"
                            .formatted(born.getDayOfMonth(), born.getMonthValue(), born.getYear() % 100, serial),
                    "PENDUDUK UJI %07d".formatted(number),
                    "320413%02d0116%04d".formatted(1 + family / 9_000 % 28, 1 + family % 9_000),
                    number % 4 == 0 ? "KEPALA KELUARGA" : "ANAK",
                    "LAKI-LAKI",
                    "BANDUNG",
                    "%02d-%02d-%d".formatted(born.getDayOfMonth(), born.getMonthValue(), born.getYear()),
                    "BELUM KAWIN",
                    bad ? "TIDAK ADA" : "ISLAM",
                    "SLTA/SEDERAJAT",
                    "PELAJAR/MAHASISWA",
                    "AYAH %d".formatted(family % 5_000),
                    "IBU %d".formatted(family % 5_000),
                    "JL. UJI NO. %d".formatted(family),
                    "001",
                    "002",
                    "3204132001");
        }
    }
}
