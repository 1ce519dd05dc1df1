package id.dukcapil.portal.population.importing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.dukcapil.portal.IntegrationTest;
import id.dukcapil.portal.common.AuditEvent;
import id.dukcapil.portal.common.Nik;
import id.dukcapil.portal.common.Permission;
import id.dukcapil.portal.common.Retention;
import id.dukcapil.portal.documents.ContentHash;
import id.dukcapil.portal.documents.DocumentStore;
import id.dukcapil.portal.documents.table.TroubleFiles;
import id.dukcapil.portal.population.Person;
import id.dukcapil.portal.population.Population;
import id.dukcapil.portal.population.RecordingStatus;
import id.dukcapil.portal.population.Relationship;
import id.dukcapil.portal.population.Standing;
import id.dukcapil.portal.population.importing.ImportEntry.Counts;
import id.dukcapil.portal.population.importing.ImportLine.Effect;
import id.dukcapil.portal.population.importing.ImportLine.Outcome;
import id.dukcapil.portal.staff.ActingSystem;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.test.context.support.WithUserDetails;
import org.springframework.test.context.event.ApplicationEvents;
import org.springframework.test.context.event.RecordApplicationEvents;

@IntegrationTest
@RecordApplicationEvents
@WithUserDetails("admin")
class PopulationImportsTest {

    private static final RowMapper<Long> NUMBER = (row, number) -> row.getLong(1);

    @TempDir
    Path folder;

    @Autowired
    PopulationImports imports;

    @Autowired
    ImportReport report;

    @Autowired
    ImportTemplate template;

    @Autowired
    Retention populationImportRetention;

    @Autowired
    ImportJob job;

    @Autowired
    Population population;

    @Autowired
    ActingSystem system;

    @Autowired
    DocumentStore documents;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    ApplicationEvents events;

    @AfterEach
    void leaveNothingUnderWay() {
        jdbc.sql("UPDATE population_import SET status = 'CANCELLED' WHERE active = '1'")
                .update();
    }

    @Test
    @WithUserDetails("operator")
    void nobodyImportsWithoutThePermission() {
        assertThatThrownBy(() -> imports.count()).isInstanceOf(AccessDeniedException.class);
    }

    @Test
    void aListOfNewPeopleComesIntoTheRegister() throws IOException {
        var list = new ResidentList().family(3).family(2);
        ImportEntry done = imported(list);

        assertThat(done.status()).isEqualTo(ImportStatus.FINISHED);
        assertThat(done.percent()).isEqualTo(100);
        assertThat(done.counts()).isEqualTo(new Counts(5, 5, 0, 0, 5, 0, 0));
        assertThat(done.startedBy()).isEqualTo("Wawan Hermawan");
        assertThat(versionsOf(list)).containsOnly(0L);
        assertThat(jdbc.sql("SELECT COUNT(*) FROM population_import_staging")
                        .query(NUMBER)
                        .single())
                .isZero();
    }

    @Test
    void aPersonIsKeptAsTheFileTellsIt() throws IOException {
        var list = new ResidentList()
                .family(1)
                .with(0, "NAMA LENGKAP", "  Uji   Impór ")
                .with(0, "STATUS REKAM", "PRR")
                .with(0, "TGL STATUS REKAM", "15 Maret 2024")
                .with(0, "GOL DARAH", "O+");
        imported(list);
        Person person = person(list, 0);
        assertThat(person.fullName()).isEqualTo("UJI IMPÓR");
        assertThat(person.recordingStatus()).isEqualTo(RecordingStatus.PRINT_READY_RECORD);
        assertThat(person.recordingStatusSince()).isEqualTo(Instant.parse("2024-03-15T00:00:00Z"));
        assertThat(person.bloodTypeCode()).isEqualTo(11);
        assertThat(person.citizenshipCode()).isEqualTo(1);
        assertThat(person.birthDate()).isEqualTo(LocalDate.of(1950, 1, 1));
        assertThat(person.address().rt()).isEqualTo("001");
        assertThat(person.address().villageCode()).isEqualTo("3204372001");
        assertThat(person.relationship()).isEqualTo(Relationship.HEAD);
    }

    @Test
    void whoDiedOrMovedAwayStaysInTheRegisterAndIsToldApart() throws IOException {
        var list = new ResidentList()
                .family(3)
                .with(0, "STATUS PENDUDUK", "Penduduk")
                .with(1, "STATUS PENDUDUK", "PINDAH KELUAR")
                .with(2, "STATUS PENDUDUK", "meninggal dunia");
        imported(list);
        assertThat(person(list, 0).standing()).isEqualTo(Standing.RESIDENT);
        assertThat(person(list, 1).standing()).isEqualTo(Standing.MOVED_AWAY);
        assertThat(person(list, 2).standing()).isEqualTo(Standing.DECEASED);
    }

    @Test
    void theSameFileIsNotImportedTwiceUnlessSomebodyInsistsAndThenChangesNothing() throws IOException {
        var list = new ResidentList().family(4);
        ImportEntry first = imported(list);
        ImportEntry second = imports.receive("lain-nama.csv", stream(list.csv()));

        assertThat(imports.sameContentBefore(second)).contains(first);
        assertThatThrownBy(() -> imports.start(second.id(), false, false))
                .isInstanceOfSatisfying(
                        ImportRefused.class,
                        refused -> assertThat(refused.earlier()).isEqualTo(first.id()))
                .hasMessageContaining("sudah masuk lewat impor " + first.id());

        List<Long> before = versionsOf(list);
        imports.start(second.id(), false, true);
        ImportEntry again = finish(second);
        assertThat(again.counts()).isEqualTo(new Counts(4, 4, 0, 0, 0, 0, 4));
        assertThat(versionsOf(list)).isEqualTo(before).containsOnly(0L);
    }

    @Test
    void whatChangedIsUpdatedAndWhatTheFileDoesNotSayStays() throws IOException {
        var list = new ResidentList().family(3).withAll("GOL DARAH", "AB").withAll("STATUS REKAM", "CARD_ISSUED");
        imported(list);
        var shorter = new ResidentList().family(list.familyNumber(0), 3).withAll("GOL DARAH", "");
        IntStream.range(0, 3).forEach(row -> shorter.with(row, "NIK", list.nik(row)));
        IntStream.range(0, 3).forEach(row -> shorter.with(row, "NAMA LENGKAP", name(list, row)));
        shorter.with(1, "NAMA LENGKAP", "UJI IMPOR BARU").with(0, "ALAMAT", "JL. PINDAH NO. 7");

        ImportEntry done = imported(shorter);
        assertThat(done.counts().changed()).isEqualTo(1);
        assertThat(done.counts().same()).isEqualTo(2);
        assertThat(versionsOf(list)).containsExactly(0L, 1L, 0L);
        assertThat(jdbc.sql("SELECT version FROM population_family WHERE number = ?")
                        .param(list.familyNumber(0))
                        .query(NUMBER)
                        .single())
                .isEqualTo(1);
        assertThat(jdbc.sql("SELECT COUNT(*) FROM population_person WHERE nik IN (?, ?, ?) AND blood_type = 3"
                                + " AND recording_status = 'CARD_ISSUED'")
                        .params(list.nik(0), list.nik(1), list.nik(2))
                        .query(NUMBER)
                        .single())
                .isEqualTo(3);
    }

    @Test
    void everyRowSaysWhatBecameOfItAndWhy() throws IOException {
        var list = new ResidentList().family(6).copyOfRow(1);
        list.with(2, "NIK", "3204370101500000")
                .with(3, "AGAMA", "JEDI")
                .with(3, "TANGGAL LAHIR", "31-02-1990")
                .with(4, "JENIS KELAMIN", "P")
                .with(5, "ALAMAT", "JL. LAIN");
        ImportEntry done = imported(list);

        assertThat(done.counts()).isEqualTo(new Counts(7, 4, 2, 3, 4, 0, 0));
        List<ImportLine> refused = imports.lines(done.id(), Outcome.REFUSED, 50);
        assertThat(refused).extracting(ImportLine::number).containsExactly(4, 5, 8);
        assertThat(refused.get(0).findings()).containsExactly("NIK tidak mungkin berakhiran 0000.");
        assertThat(refused.get(1).findings())
                .containsExactly(
                        "TANGGAL LAHIR \"31-02-1990\" tidak dikenal; tulis misalnya 31-01-1990.",
                        "AGAMA \"JEDI\" tidak ada dalam daftar kode Agama.");
        assertThat(refused.get(2).findings())
                .containsExactly("NIK ini sudah ada di baris 3 berkas ini; baris itu yang dipakai.");
        List<ImportLine> warned = imports.lines(done.id(), Outcome.WARNED, 50);
        assertThat(warned).extracting(ImportLine::number).containsExactly(6, 7);
        assertThat(warned.get(0).findings()).containsExactly("Jenis kelamin pada NIK berbeda dari data penduduk.");
        assertThat(warned.get(1).findings())
                .containsExactly("Alamat berbeda dari baris 2 pada KK yang sama; alamat baris itu yang dipakai.");
        assertThat(warned).extracting(ImportLine::effect).containsOnly(Effect.NEW);
    }

    @Test
    void aFamilyWithoutHeadIsWorthALookUnlessTheRegisterKnowsItsHead() throws IOException {
        var withHead = new ResidentList().family(1);
        imported(withHead);
        var children = new ResidentList().family(withHead.familyNumber(0), 1).with(0, "SHDK", "ANAK");
        assertThat(imported(children).counts().warned()).isZero();

        var orphans = new ResidentList().family(2).withAll("SHDK", "ANAK").withAll("ALAMAT", "JL. SAMA");
        ImportEntry done = imported(orphans);
        assertThat(imports.lines(done.id(), Outcome.WARNED, 10))
                .singleElement()
                .satisfies(line -> assertThat(line.findings())
                        .containsExactly(
                                "KK ini tidak punya kepala keluarga, baik di berkas maupun di data penduduk."));
    }

    @Test
    void aTrialSaysWhatWouldHappenAndWritesNothing() throws IOException {
        var list = new ResidentList().family(2);
        ImportEntry received = imports.receive("uji.csv", stream(list.csv()));
        imports.start(received.id(), true, false);
        ImportEntry tried = finish(received);

        assertThat(tried.counts()).isEqualTo(new Counts(2, 2, 0, 0, 2, 0, 0));
        assertThat(versionsOf(list)).isEmpty();
        assertThat(tried.triedOut()).isTrue();
        ImportEntry earnest = imports.prepareAgain(tried.id());
        imports.start(earnest.id(), false, false);
        finish(earnest);
        assertThat(versionsOf(list)).hasSize(2);
    }

    @Test
    void whoIsMissingFromAFileStays() throws IOException {
        var list = new ResidentList().family(2);
        imported(list);
        imported(new ResidentList().family(1));
        assertThat(versionsOf(list)).containsOnly(0L).hasSize(2);
    }

    @Test
    void startAndResultAreForTheAuditTrail() throws IOException {
        ImportEntry done = imported(new ResidentList().family(1));
        assertThat(events.stream(AuditEvent.class)
                        .filter(event -> event.reference().equals("Impor " + done.id())))
                .extracting(AuditEvent::action)
                .containsExactly("Impor dimulai", "Impor selesai");
    }

    @Test
    void onlyOneImportIsUnderWayAtATime() throws IOException {
        ImportEntry first =
                imports.receive("a.csv", stream(new ResidentList().family(1).csv()));
        ImportEntry second =
                imports.receive("b.csv", stream(new ResidentList().family(1).csv()));
        imports.start(first.id(), false, false);
        assertThatThrownBy(() -> imports.start(second.id(), false, false))
                .isInstanceOf(ImportRefused.class)
                .hasMessage("Impor %s sedang berjalan (dimulai oleh Wawan Hermawan). Mulai lagi setelah itu selesai."
                        .formatted(first.id()));
        assertThatThrownBy(() -> imports.start(first.id(), false, false)).isInstanceOf(ImportRefused.class);
        finish(first);
        imports.start(second.id(), false, false);
        assertThat(finish(second).status()).isEqualTo(ImportStatus.FINISHED);
    }

    @Test
    void aFileThatCannotBeImportedIsRefusedWithAReasonAndNotKept() throws Exception {
        var files = new TroubleFiles(folder);
        Path workbook = files.workbook(new String[] {"NIK"});
        refused(files.withPassword(workbook), "dikunci dengan kata sandi");
        refused(files.firstHalfOf(workbook), "rusak atau tidak lengkap");
        refused(files.zipBomb(), "bom zip");
        refused(files.oldWorkbook(), "Format Excel lama");
        refused(files.bytes(new byte[0]), "Berkas kosong");
        refused(
                files.text("NIK;NAMA;ALAMAT\n1;2;3\n", StandardCharsets.UTF_8),
                "Kolom wajib tidak ditemukan: NO KK, SHDK");
        refused(files.text("satu kolom\nsaja\n", StandardCharsets.UTF_8), "Baris judul tidak ditemukan");
        refused(
                files.text(String.join(";", ResidentList.COLUMNS) + "\n", StandardCharsets.UTF_8),
                "hanya berisi baris judul");
    }

    @Test
    void aListFromWindowsAndOneInUtf16AreReadAsTheyWereMeant() throws IOException {
        var windows = new ResidentList().family(1).with(0, "NAMA LENGKAP", "UJI IMPOR É");
        ImportEntry one = imports.receive(
                "w.csv", new ByteArrayInputStream(windows.csv().getBytes(Charset.forName("windows-1252"))));
        assertThat(imports.preview(one.id()).understoodAs()).isEqualTo("CSV, Windows-1252, pemisah titik koma");
        imports.start(one.id(), false, false);
        finish(one);
        assertThat(name(windows, 0)).isEqualTo("UJI IMPOR É");

        var utf16 = new ResidentList().family(1).with(0, "NAMA LENGKAP", "UJI IMPOR Ñ");
        ImportEntry two = imports.receive(
                "u.csv", new ByteArrayInputStream(("\uFEFF" + utf16.csv()).getBytes(StandardCharsets.UTF_16LE)));
        imports.start(two.id(), false, false);
        finish(two);
        assertThat(name(utf16, 0)).isEqualTo("UJI IMPOR Ñ");
    }

    @Test
    void aWorkbookFullOfFormulasIsReadWithoutCalculatingAnything() throws IOException {
        var list = new ResidentList().family(2);
        Path file = new TroubleFiles(folder).workbook((workbook, sheet) -> {
            String[][] rows =
                    list.csv().lines().map(line -> line.split(";", -1)).toArray(String[][]::new);
            TroubleFiles.fill(sheet, rows);
            var name = sheet.getRow(1).getCell(1);
            name.setCellFormula("CONCATENATE(\"UJI\",\" RUMUS\")");
            workbook.getCreationHelper().createFormulaEvaluator().evaluateFormulaCell(name);
            sheet.getRow(2).createCell(0).setCellFormula("WEBSERVICE(\"http://contoh.id\")");
        });
        ImportEntry received = imports.receive("rumus.xlsx", Files.newInputStream(file));
        imports.start(received.id(), false, false);
        ImportEntry done = finish(received);
        assertThat(name(list, 0)).isEqualTo("UJI RUMUS");
        assertThat(imports.lines(done.id(), Outcome.WARNED, 5).getFirst().findings())
                .contains("NAMA LENGKAP berisi rumus; yang dipakai adalah nilai yang tersimpan di berkas.");
        assertThat(imports.lines(done.id(), Outcome.REFUSED, 5).getFirst().findings())
                .contains("NIK berisi kesalahan atau rumus tanpa nilai.");
    }

    @Test
    void aNikThatExcelRoundedIsRefused() throws IOException {
        var list = new ResidentList().family(2);
        Path file = new TroubleFiles(folder).workbook((workbook, sheet) -> {
            TroubleFiles.fill(
                    sheet, list.csv().lines().map(line -> line.split(";", -1)).toArray(String[][]::new));
            sheet.getRow(1).getCell(0).setCellValue(3_204_370_101_500_010d);
        });
        ImportEntry received = imports.receive("bulat.xlsx", Files.newInputStream(file));
        imports.start(received.id(), true, false);
        assertThat(imports.lines(finish(received).id(), Outcome.REFUSED, 5)
                        .getFirst()
                        .findings()
                        .getFirst())
                .startsWith("NIK disimpan sebagai bilangan sehingga angka terakhirnya mungkin sudah dibulatkan Excel");
    }

    @Test
    void theFirstLookNamesColumnsAndProblemsAndShowsNoWholeNumber() throws IOException {
        var list = new ResidentList().family(2).withAll("CATATAN", "x").with(1, "AGAMA", "?");
        ImportEntry received = imports.receive("C:\\unduhan\\lihat.csv", stream(list.csv()));
        ImportPreview preview = imports.preview(received.id());
        assertThat(received.fileName()).isEqualTo("lihat.csv");
        assertThat(preview.recognised().getFirst()).isEqualTo(new ImportPreview.Recognised("A", "NIK"));
        assertThat(preview.ignored()).containsExactly("CATATAN");
        assertThat(preview.absent()).contains("GOL DARAH", "STATUS REKAM");
        assertThat(preview.looked()).isEqualTo(2);
        assertThat(preview.refused()).isEqualTo(1);
        assertThat(preview.toString()).doesNotContain(list.nik(0)).doesNotContain(list.familyNumber(0));
        imports.cancel(received.id());
    }

    @Test
    void theReportCanBeDownloadedAndHidesTheNik() throws IOException {
        var list = new ResidentList().family(2).with(1, "AGAMA", "?");
        ImportEntry done = imported(list);
        var csv = new ByteArrayOutputStream();
        report.csv(done.id(), csv);
        assertThat(csv.toString(StandardCharsets.UTF_8))
                .contains("2;3204••••••••" + list.nik(0).substring(12) + ";Diterima;Baru;")
                .contains("Ditolak;;\"AGAMA \"\"?\"\" tidak ada dalam daftar kode Agama.\"")
                .doesNotContain(list.nik(0));
        var xlsx = new ByteArrayOutputStream();
        report.xlsx(done.id(), xlsx);
        try (var workbook = new XSSFWorkbook(new ByteArrayInputStream(xlsx.toByteArray()))) {
            assertThat(workbook.getSheetAt(0).getLastRowNum()).isEqualTo(5);
        }
    }

    @Test
    void theTemplateIsAListThatCanBeImported() throws IOException {
        ImportEntry received = imports.receive("templat.xlsx", new ByteArrayInputStream(template.xlsx()));
        ImportPreview preview = imports.preview(received.id());
        assertThat(preview.headingLine()).isEqualTo(4);
        assertThat(preview.first().getFirst().findings()).isEmpty();
        imports.cancel(received.id());
    }

    @Test
    void afterTheirTimeFileAndReportAreRemovedAndTheFiguresStay() throws IOException {
        ImportEntry done = imported(new ResidentList().family(2));
        assertThat(documents.contains(done.content())).isTrue();
        int removed = populationImportRetention.removeEndedBefore(Instant.parse("2099-01-01T00:00:00Z"), 1_000);
        assertThat(removed).isPositive();
        assertThat(documents.contains(done.content())).isFalse();
        ImportEntry after = imports.find(done.id()).orElseThrow();
        assertThat(after.purged()).isTrue();
        assertThat(after.counts()).isEqualTo(done.counts());
        assertThat(imports.lines(done.id(), Outcome.ACCEPTED, 5)).isEmpty();
        assertThat(populationImportRetention.removeEndedBefore(Instant.parse("2099-01-01T00:00:00Z"), 1_000))
                .isZero();
    }

    private void refused(Path file, String reason) throws IOException {
        byte[] content = Files.readAllBytes(file);
        assertThatThrownBy(() -> imports.receive("berkas", new ByteArrayInputStream(content)))
                .isInstanceOf(ImportRefused.class)
                .hasMessageContaining(reason);
        assertThat(documents.contains(ContentHash.of(content))).isFalse();
    }

    private ImportEntry imported(ResidentList list) throws IOException {
        ImportEntry received = imports.receive("siak.csv", stream(list.csv()));
        imports.start(received.id(), false, false);
        return finish(received);
    }

    private ImportEntry finish(ImportEntry entry) {
        assertThat(job.goOn(entry.id(), () -> false)).isTrue();
        return imports.find(entry.id()).orElseThrow();
    }

    private Person person(ResidentList list, int row) {
        var found = new AtomicReference<Person>();
        system.with(
                Set.of(Permission.POPULATION_READ),
                () -> found.set(population.find(new Nik(list.nik(row))).orElseThrow()));
        return found.get();
    }

    private String name(ResidentList list, int row) {
        return jdbc.sql("SELECT full_name FROM population_person WHERE nik = ?")
                .param(list.nik(row))
                .query(String.class)
                .single();
    }

    private List<Long> versionsOf(ResidentList list) {
        return IntStream.range(0, list.size())
                .boxed()
                .flatMap(row -> jdbc
                        .sql("SELECT version FROM population_person WHERE nik = ?")
                        .param(list.nik(row))
                        .query(NUMBER)
                        .list()
                        .stream())
                .toList();
    }

    private static InputStream stream(String csv) {
        return new ByteArrayInputStream(csv.getBytes(StandardCharsets.UTF_8));
    }
}
