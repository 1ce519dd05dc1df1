package id.dukcapil.portal.documents.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.dukcapil.portal.IntegrationTest;
import id.dukcapil.portal.SettableClock;
import id.dukcapil.portal.common.ExportId;
import id.dukcapil.portal.common.Nik;
import id.dukcapil.portal.common.Permission;
import id.dukcapil.portal.common.TimeOrderedId;
import id.dukcapil.portal.documents.Csv;
import id.dukcapil.portal.documents.Spreadsheet;
import id.dukcapil.portal.documents.export.ExportRun.Result;
import id.dukcapil.portal.platform.FailedRun;
import id.dukcapil.portal.staff.AccountDetails;
import id.dukcapil.portal.staff.CurrentStaff;
import id.dukcapil.portal.staff.OnBehalf;
import id.dukcapil.portal.staff.Role;
import id.dukcapil.portal.staff.Roles;
import id.dukcapil.portal.staff.StaffScenario;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntConsumer;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

/** An export from its first row to its last, and what can come between: a crash, a second process, somebody who changes their mind. */
@IntegrationTest
@Import(StaffScenario.class)
class ExportRunTest {

    private static final int PAGE = 10;
    private static final int LINES = 35;
    private static final String WORDS = "nama diawali A; kantor Soreang";

    @Autowired
    ExportRecords records;

    @Autowired
    ExportFiles files;

    @Autowired
    ExportExpiry expiry;

    @Autowired
    ExportJob job;

    @Autowired
    ExportHoldings holdings;

    @Autowired
    ExportRetention retention;

    @Autowired
    Spreadsheet spreadsheet;

    @Autowired
    Csv csv;

    @Autowired
    OnBehalf onBehalf;

    @Autowired
    CurrentStaff staff;

    @Autowired
    SettableClock clock;

    @Autowired
    StaffScenario given;

    @Autowired
    Roles roles;

    private AccountDetails person;

    @BeforeEach
    void anAuditor() {
        person = given.account("pdp");
    }

    @AfterEach
    void resetClock() {
        clock.reset();
    }

    @Test
    void aWorkbookHoldsEveryRowWithTheFilterOnTheSheetAndNothingThatComputes() throws IOException {
        ExportId id = asked(ExportFormat.XLSX);
        assertThat(run(line -> {}).run(id, 0, () -> false)).isEqualTo(Result.OVER);
        ExportEntry ready = entry(id);
        assertThat(ready.status()).isEqualTo(ExportStatus.READY);
        assertThat(ready.rows()).isEqualTo(LINES);
        assertThat(ready.size()).isEqualTo(content(ready).length);
        XSSFSheet sheet = sheet(ready);
        assertThat(sheet.getRow(1).getCell(0).getStringCellValue()).contains("23 November 2026 pukul 09.00 WIB", WORDS);
        assertThat(sheet.getLastRowNum()).isEqualTo(3 + LINES);
        var last = sheet.getRow(3 + LINES);
        assertThat(last.getCell(0).getNumericCellValue()).isEqualTo(LINES);
        assertThat(last.getCell(1).getCellType()).isEqualTo(CellType.STRING);
        assertThat(last.getCell(1).getStringCellValue()).startsWith("=HYPERLINK");
        assertThat(last.getCell(2).getCellType()).isEqualTo(CellType.STRING);
        assertThat(last.getCell(2).getStringCellValue()).isEqualTo(Lines.NIK);
    }

    @Test
    void aTextFileIsHarmlessToo() {
        ExportId id = asked(ExportFormat.CSV);
        run(line -> {}).run(id, 0, () -> false);
        assertThat(new String(content(entry(id)), StandardCharsets.UTF_8).lines())
                .hasSize(LINES + 1)
                .last()
                .asString()
                .isEqualTo("35;\"'=HYPERLINK(\"\"http://contoh.id\"\")\";" + Lines.NIK);
    }

    @Test
    void afterACrashInTheMiddleItIsWrittenAnewAndNothingOfTheFirstAttemptStays() throws IOException {
        ExportId id = asked(ExportFormat.CSV);
        assertThatThrownBy(() -> run(crashAfter(20)).run(id, 0, () -> false)).hasMessage("the machine is gone");
        assertThat(entry(id).status()).isEqualTo(ExportStatus.RUNNING);
        assertThat(Files.exists(files.of(id, 1))).isTrue();

        assertThat(run(line -> {}).run(id, 0, () -> false)).isEqualTo(Result.OVER);
        ExportEntry ready = entry(id);
        assertThat(ready.attempt()).isEqualTo(2);
        assertThat(new String(content(ready), StandardCharsets.UTF_8).lines()).hasSize(LINES + 1);
        assertThat(Files.exists(files.of(id, 1))).isFalse();
    }

    @Test
    void aProcessThatWasThoughtDeadDoesNotDisturbTheOneThatTookOver() {
        ExportId id = asked(ExportFormat.CSV);
        var taken = new AtomicBoolean();
        Result slow = run(line -> {
                    if (line == 20 && taken.compareAndSet(false, true)) {
                        assertThat(run(other -> {}).run(id, 0, () -> false)).isEqualTo(Result.OVER);
                    }
                })
                .run(id, 0, () -> false);
        assertThat(slow).isEqualTo(Result.OVER);
        ExportEntry ready = entry(id);
        assertThat(ready.status()).isEqualTo(ExportStatus.READY);
        assertThat(new String(content(ready), StandardCharsets.UTF_8).lines()).hasSize(LINES + 1);
        assertThat(Files.exists(files.of(id, 1))).isFalse();
    }

    @Test
    void aPortalThatIsBeingStoppedLeavesItToTheNextStart() {
        ExportId id = asked(ExportFormat.CSV);
        assertThat(run(line -> {}).run(id, 0, () -> true)).isEqualTo(Result.STOPPED);
        assertThat(entry(id).status()).isEqualTo(ExportStatus.RUNNING);
        assertThat(run(line -> {}).run(id, 0, () -> false)).isEqualTo(Result.OVER);
        assertThat(entry(id).status()).isEqualTo(ExportStatus.READY);
    }

    @Test
    void whoCancelsInTheMiddleGetsNoFile() {
        ExportId id = asked(ExportFormat.XLSX);
        Result result = run(line -> {
                    if (line == 20) {
                        assertThat(records.askToCancel(id)).isTrue();
                    }
                })
                .run(id, 0, () -> false);
        assertThat(result).isEqualTo(Result.OVER);
        assertThat(entry(id).status()).isEqualTo(ExportStatus.CANCELLED);
        assertThat(files.present()).doesNotContain(id);
    }

    @Test
    void whatWasCancelledAfterItsProcessDiedIsNotTakenUpAgain() {
        ExportId id = asked(ExportFormat.CSV);
        assertThatThrownBy(() -> run(crashAfter(10)).run(id, 0, () -> false)).isInstanceOf(RuntimeException.class);
        records.askToCancel(id);
        assertThat(run(line -> {}).run(id, 0, () -> false)).isEqualTo(Result.OVER);
        assertThat(entry(id).status()).isEqualTo(ExportStatus.CANCELLED);
    }

    @Test
    void progressIsTheRowsThatHaveBeenWritten() {
        ExportId id = asked(ExportFormat.CSV);
        var seen = new AtomicInteger();
        run(line -> {
                    if (line == 30) {
                        seen.set(entry(id).rows());
                        assertThat(entry(id).total()).isEqualTo(LINES);
                        assertThat(entry(id).progress()).isBetween(0.5, 0.9);
                    }
                })
                .run(id, 0, () -> false);
        assertThat(seen).hasValue(30);
    }

    @Test
    void aTaskOfAnEarlierTurnDoesNothing() {
        ExportId id = asked(ExportFormat.CSV);
        records.cancelBeforeStart(id);
        assertThat(records.queueAgain(id)).isTrue();
        assertThat(run(line -> {}).run(id, 0, () -> false)).isEqualTo(Result.OVER);
        assertThat(entry(id).status()).isEqualTo(ExportStatus.QUEUED);
        run(line -> {}).run(id, 1, () -> false);
        assertThat(entry(id).status()).isEqualTo(ExportStatus.READY);
    }

    @Test
    void onePersonHasOneRunningAndTheNextWaits() {
        ExportId first = asked(ExportFormat.CSV);
        ExportId second = asked(ExportFormat.XLSX);
        var waited = new AtomicBoolean();
        run(line -> {
                    if (line == 10) {
                        waited.set(run(other -> {}).run(second, 0, () -> false) == Result.NO_PLACE);
                    }
                })
                .run(first, 0, () -> false);
        assertThat(waited).isTrue();
        assertThat(entry(second).status()).isEqualTo(ExportStatus.QUEUED);
        assertThat(run(line -> {}).run(second, 0, () -> false)).isEqualTo(Result.OVER);
        assertThat(entry(second).status()).isEqualTo(ExportStatus.READY);
    }

    @Test
    void allTogetherHaveThreeRunning() {
        var running = new ArrayList<ExportId>();
        for (int i = 0; i < 3; i++) {
            person = given.account("pdp");
            ExportId id = asked(ExportFormat.CSV);
            assertThat(records.begin(id, 0)).isEqualTo(ExportRecords.Start.BEGUN);
            running.add(id);
        }
        person = given.account("pdp");
        ExportId fourth = asked(ExportFormat.CSV);
        assertThat(records.begin(fourth, 0)).isEqualTo(ExportRecords.Start.NO_PLACE);
        records.fail(running.getFirst(), "uji");
        assertThat(records.begin(fourth, 0)).isEqualTo(ExportRecords.Start.BEGUN);
        running.forEach(id -> records.fail(id, "uji"));
        records.fail(fourth, "uji");
    }

    @Test
    void ofManyWhoBeginAtTheSameMomentThreeFindAPlace() throws Exception {
        var barrier = new CyclicBarrier(8);
        var begins = new ArrayList<Callable<ExportRecords.Start>>();
        var ids = new ArrayList<ExportId>();
        for (int i = 0; i < 8; i++) {
            person = given.account("pdp");
            ExportId id = asked(ExportFormat.CSV);
            ids.add(id);
            begins.add(() -> {
                barrier.await();
                return records.begin(id, 0);
            });
        }
        var starts = new ArrayList<ExportRecords.Start>();
        try (var threads = Executors.newFixedThreadPool(8)) {
            for (var outcome : threads.invokeAll(begins)) {
                starts.add(outcome.get());
            }
        }
        ids.forEach(id -> records.fail(id, "uji"));
        assertThat(Collections.frequency(starts, ExportRecords.Start.BEGUN)).isEqualTo(3);
        assertThat(Collections.frequency(starts, ExportRecords.Start.NO_PLACE)).isEqualTo(5);
    }

    @Test
    void whoLostTheRightInBetweenIsRefusedWhenItRuns() {
        ExportId id = asked(ExportFormat.CSV);
        given.giveRoles(person, "operator");
        assertThat(run(line -> {}).run(id, 0, () -> false)).isEqualTo(Result.OVER);
        assertRefused(id);
    }

    @Test
    void whoLosesTheRightInTheMiddleIsRefusedBeforeTheNextFewPages() {
        ExportId id = asked(ExportFormat.CSV);
        var lastPageAfter = new AtomicInteger();
        Result result = run(line -> {
                    lastPageAfter.set(line);
                    if (line == 10) {
                        given.giveRoles(person, "operator");
                    }
                })
                .run(id, 0, () -> false);
        assertThat(result).isEqualTo(Result.OVER);
        assertThat(lastPageAfter).hasValue(10);
        assertRefused(id);
    }

    @Test
    void whoLosesTheRightAtTheLastRowsGetsNoFileEither() {
        ExportId id = asked(ExportFormat.XLSX);
        run(line -> {
                    if (line == LINES) {
                        given.giveRoles(person, "operator");
                    }
                })
                .run(id, 0, () -> false);
        assertRefused(id);
    }

    @Test
    void whoMayNoLongerSeeAllOfficesGetsNoFileOfAllOffices() {
        Role auditor = given.roleLike("pdp");
        person = given.account(auditor.code());
        ExportId id = asked(ExportFormat.CSV);
        run(line -> {
                    if (line == 10) {
                        takeAllOfficesFrom(auditor);
                    }
                })
                .run(id, 0, () -> false);
        assertRefused(id);
    }

    private void takeAllOfficesFrom(Role role) {
        var left = EnumSet.copyOf(role.permissions());
        left.remove(Permission.OFFICE_SPAN);
        given.as(
                "admin",
                () -> roles.change(
                        role.code(),
                        role.version(),
                        new Role.Edit(role.label(), left, role.secondFactorRequired(), role.unknown())));
    }

    private void assertRefused(ExportId id) {
        assertThat(entry(id).status()).isEqualTo(ExportStatus.FAILED);
        assertThat(entry(id).trouble()).isEqualTo("Anda tidak lagi berhak mengekspor daftar ini.");
        assertThat(files.present()).doesNotContain(id);
    }

    @Test
    void troubleIsToldAndTriedAgainAndAtLastGivenUp() {
        ExportId id = asked(ExportFormat.CSV);
        assertThatThrownBy(() -> run(crashAfter(10)).run(id, 0, () -> false)).isInstanceOf(RuntimeException.class);
        var full = new UncheckedIOException(new IOException("No space left on device"));
        assertThat(afterFailure(id, full, 1)).contains(clock.instant().plusSeconds(20));
        assertThat(entry(id).trouble())
                .isEqualTo("Penyimpanan portal penuh; hubungi administrator. Dicoba lagi otomatis.");
        assertThat(afterFailure(id, full, 3)).isEmpty();
        assertThat(entry(id).status()).isEqualTo(ExportStatus.FAILED);
        assertThat(entry(id).retryable()).isTrue();
        assertThat(files.present()).doesNotContain(id);
    }

    @Test
    void whenItsTimeIsUpFileAndFilterAreGone() {
        ExportId id = asked(ExportFormat.CSV);
        run(line -> {}).run(id, 0, () -> false);
        clock.advance(Duration.ofHours(24).minusSeconds(1));
        expiry.run();
        assertThat(entry(id).downloadable(clock.instant())).isTrue();
        assertThat(files.present()).contains(id);

        clock.advance(Duration.ofSeconds(1));
        assertThat(entry(id).downloadable(clock.instant())).isFalse();
        expiry.run();
        assertThat(entry(id).status()).isEqualTo(ExportStatus.EXPIRED);
        assertThat(entry(id).repeatable()).isFalse();
        assertThat(files.present()).doesNotContain(id);

        assertThat(retention.removeEndedBefore(clock.instant().minus(Duration.ofDays(30)), 100))
                .isZero();
        clock.advance(Duration.ofDays(31));
        expiry.run();
        assertThat(retention.removeEndedBefore(clock.instant().minus(Duration.ofDays(30)), 10_000))
                .isPositive();
        assertThat(records.find(id)).isEmpty();
    }

    @Test
    void whatNobodyKnowsOfIsSweptUp() throws IOException {
        var unknown = new ExportId(UUID.randomUUID());
        Files.writeString(files.of(unknown, 1), "sisa");
        ExportId known = asked(ExportFormat.CSV);
        run(line -> {}).run(known, 0, () -> false);
        expiry.run();
        assertThat(files.present()).contains(known).doesNotContain(unknown);
    }

    @Test
    void aFilterThatNamesAResidentIsToldToThatResident() {
        assertThat(holdings.about(new Nik("3204014505900005"))).isEmpty();
        entered(ExportFormat.CSV, new Lines.Filter(1, "3204014505900005"));
        assertThat(holdings.about(new Nik("3204014505900005")))
                .singleElement()
                .satisfies(item -> assertThat(item.values()).containsEntry("Saringan", WORDS));
    }

    private ExportId asked(ExportFormat format) {
        return entered(format, new Lines.Filter(LINES, "A"));
    }

    private ExportId entered(ExportFormat format, Lines.Filter filter) {
        var id = new ExportId(TimeOrderedId.at(clock.instant()));
        records.enter(
                id,
                new ExportRecords.Request(
                        person.id(),
                        "uji",
                        format,
                        ExportRun.JSON.writeValueAsString(filter),
                        WORDS,
                        null,
                        UUID.randomUUID().toString()));
        return id;
    }

    private Optional<Instant> afterFailure(ExportId id, Throwable cause, int attempt) {
        return FailedRun.of(job.task(), id + "-0", attempt, cause, clock.instant());
    }

    private ExportRun run(IntConsumer beforePageAfter) {
        return new ExportRun(
                records,
                new ExportKinds(List.of(new Lines(beforePageAfter))),
                files,
                spreadsheet,
                csv,
                onBehalf,
                staff,
                Duration.ZERO,
                PAGE);
    }

    private static IntConsumer crashAfter(int lines) {
        return line -> {
            if (line == lines) {
                throw new IllegalStateException("the machine is gone");
            }
        };
    }

    private ExportEntry entry(ExportId id) {
        return records.find(id).orElseThrow();
    }

    private byte[] content(ExportEntry entry) {
        try {
            return Files.readAllBytes(files.of(entry.id(), entry.attempt()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private XSSFSheet sheet(ExportEntry entry) throws IOException {
        try (var workbook = new XSSFWorkbook(new ByteArrayInputStream(content(entry)))) {
            return Objects.requireNonNull(workbook.getSheetAt(0));
        }
    }
}
