package id.dukcapil.portal.activation.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import id.dukcapil.portal.IntegrationTest;
import id.dukcapil.portal.SettableClock;
import id.dukcapil.portal.activation.campaign.Campaign;
import id.dukcapil.portal.activation.campaign.Campaigns;
import id.dukcapil.portal.activation.process.ActivationCounter;
import id.dukcapil.portal.activation.process.ActivationDetails;
import id.dukcapil.portal.activation.process.ActivationPurpose;
import id.dukcapil.portal.activation.process.ActivationScenario;
import id.dukcapil.portal.activation.process.ActivationStatus;
import id.dukcapil.portal.activation.process.DropOut;
import id.dukcapil.portal.activation.process.Enrolment;
import id.dukcapil.portal.activation.process.Wish;
import id.dukcapil.portal.common.AuditEvent;
import id.dukcapil.portal.common.InvalidInput;
import id.dukcapil.portal.common.MailAttachment;
import id.dukcapil.portal.common.MailEnded;
import id.dukcapil.portal.common.OfficeCode;
import id.dukcapil.portal.common.Permission;
import id.dukcapil.portal.staff.ActingSystem;
import java.io.ByteArrayInputStream;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.event.ApplicationEvents;
import org.springframework.test.context.event.RecordApplicationEvents;
import org.springframework.transaction.support.TransactionTemplate;

/** A day of the counter with all that happens there, closed, printed, corrected and attacked. Every test has an office of its own. */
@IntegrationTest
@RecordApplicationEvents
class DailyReportTest {

    @Autowired
    ActivationScenario given;

    @Autowired
    DailyReports reports;

    @Autowired
    ReportPapers papers;

    @Autowired
    Campaigns campaigns;

    @Autowired
    Enrolment enrolment;

    @Autowired
    ActivationCounter counter;

    @Autowired
    ActingSystem acting;

    @Autowired
    ReportAttachment attachment;

    @Autowired
    ApplicationEventPublisher publisher;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    SettableClock clock;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    ApplicationEvents events;

    private static final Deque<String> OFFICES = new ArrayDeque<>(List.of(
            "320425", "320426", "320427", "320428", "320429", "320430", "320431", "320432", "320436", "320438",
            "320439", "320440"));

    private OfficeCode office = new OfficeCode("DINAS");
    private String officer = "";

    @BeforeEach
    void anOfficeOfItsOwn() {
        office = new OfficeCode(OFFICES.pop());
        officer = given.officerOf(office);
    }

    @AfterEach
    void monday() {
        clock.reset();
    }

    private LocalDate at(String day) {
        clock.set(Instant.parse(day + "T02:00:00Z"));
        return LocalDate.parse(day);
    }

    @Test
    void aDayOfFortyActivationsAgreesOnPaperInTheWorkbookAndWithItsRowsAndSurvivesAnAttackBySql() throws Exception {
        LocalDate day = at("2026-12-01");
        UUID event = given.asStaff(officer, () -> campaigns.plan(plan("Balai Desa Uji", day)));
        for (int i = 0; i < 33; i++) {
            through(ActivationPurpose.NEW, i < 9 ? event : null);
        }
        for (int i = 0; i < 2; i++) {
            through(ActivationPurpose.FORGOTTEN_PIN, null);
        }
        for (int i = 0; i < 3; i++) {
            String number = given.registered(office).number();
            given.asStaff(officer, () -> counter.face(number, false, "Cahaya kurang"));
            given.asStaff(officer, () -> counter.abandon(number, DropOut.FACE, ""));
        }
        for (int i = 0; i < 2; i++) {
            String number = given.scanned(office, officer).number();
            given.mailEnds(number, MailEnded.End.BOUNCED);
            given.asStaff(officer, () -> counter.abandon(number, DropOut.MAIL_RETURNED, ""));
        }
        ClosedReport closed = given.asStaff(officer, () -> reports.close(office, day));
        DayReport report = closed.report();
        assertThat(report.served()).isEqualTo(40);
        assertThat(report.fresh()).isEqualTo(33);
        assertThat(report.dropOuts()).isEqualTo(5);
        assertThat(report.again()).containsExactly(new DayReport.Count("Lupa PIN", "", 2));
        assertThat(report.places())
                .extracting(DayReport.Place::name, DayReport.Place::total)
                .containsExactly(tuple("Balai Desa Uji", 9), tuple(report.scope(), 24));
        assertThat(report.reasons())
                .containsExactly(
                        new DayReport.Count("Wajah tidak cocok", "langkah 3", 3),
                        new DayReport.Count("Surel dikembalikan", "langkah 5", 2));
        assertThat(report.events())
                .extracting(DayReport.Count::name, DayReport.Count::count)
                .contains(tuple("Surel tidak sampai", 2));
        assertThat(report.steps().get(4).done())
                .isEqualTo(rows(day, "action = 'CONFIRM'"))
                .isEqualTo(35);
        assertThat(report.steps().get(5).done())
                .isEqualTo(rows(day, "action = 'ARCHIVE'"))
                .isEqualTo(35);
        agreesWithItsRows(report, day);

        byte[] pdf = given.asStaff(officer, () -> papers.pdf(report, closed));
        try (var document = Loader.loadPDF(pdf)) {
            String text = new PDFTextStripper().getText(document);
            assertThat(text.replaceAll("\\s+", " "))
                    .contains(ReportTable.of(report).stream()
                            .flatMap(table -> table.rows().stream())
                            .map(row -> String.join(" ", row))
                            .toList());
            assertThat(text)
                    .contains(
                            closed.number(),
                            closed.hash(),
                            "Dilayani 40",
                            "Aktif baru 33",
                            "Lupa PIN",
                            "Balai Desa Uji",
                            "perkiraan penduduk 17 tahun ke atas",
                            "semester 2024-2",
                            "Ujang Kosasih",
                            "Mengetahui");
        }
        try (var workbook =
                new XSSFWorkbook(new ByteArrayInputStream(given.asStaff(officer, () -> papers.xlsx(report, closed))))) {
            assertThat(number(workbook, "Orang dilayani")).isEqualTo(40);
            assertThat(number(workbook, "Aktif baru")).isEqualTo(33);
            assertThat(number(workbook, "Lupa PIN")).isEqualTo(2);
            assertThat(number(workbook, "5 Kode lewat surel, aktifkan")).isEqualTo(37);
            assertThat(lines(workbook)).containsAll(lines(report));
        }
        DayReport ofEvent = given.asStaff(officer, () -> reports.campaign(event, "Balai Desa Uji", day));
        assertThat(ofEvent.fresh()).isEqualTo(9);
        assertThat(given.asStaff(officer, () -> campaigns.forecast(office, day.plusDays(1), Duration.ofHours(6))))
                .hasValue(18);

        jdbc.sql("UPDATE activation_report SET content = REPLACE(content, '\"fresh\":33', '\"fresh\":99') WHERE id = ?")
                .param(closed.id())
                .update();
        assertThat(given.asStaff(officer, () -> reports.closed(office, day)))
                .hasValueSatisfying(shown -> assertThat(shown.intact()).isFalse())
                .hasValueSatisfying(shown -> assertThat(shown.report()).isEqualTo(report));
        assertThat(jdbc.sql("""
                                SELECT action FROM audit_inbox WHERE reference = :number
                                UNION ALL SELECT action FROM audit_trail WHERE reference = :number""")
                        .param("number", closed.number())
                        .query(String.class)
                        .list())
                .contains("Ditutup dan dikunci", "Perubahan di luar portal ditemukan");
    }

    /** Each figure of the report, counted anew from what is stored. */
    private void agreesWithItsRows(DayReport report, LocalDate day) {
        String fresh =
                "activation_id IN (SELECT id FROM activation_case WHERE purpose = 'NEW'%s) AND action = 'CONFIRM'";
        assertThat(report)
                .returns(people(day), DayReport::served)
                .returns(rows(day, fresh.formatted("")), DayReport::fresh)
                .returns(rows(day, fresh.formatted(" AND local")), DayReport::freshLocal)
                .returns(rows(day, "drop_out IS NOT NULL"), DayReport::dropOuts)
                .returns(0, DayReport::open);
        List<String> ends = List.of("REGISTER", "MATCH", "SCAN", "CONFIRM", "ARCHIVE");
        for (int i = 0; i < ends.size(); i++) {
            assertThat(report.steps().get(i + 1).done())
                    .as(ends.get(i))
                    .isEqualTo(rows(day, "action = '%s'".formatted(ends.get(i))));
        }
        assertThat(report.reasons())
                .extracting(DayReport.Count::count)
                .containsExactly(rows(day, "drop_out = 'FACE'"), rows(day, "drop_out = 'MAIL_RETURNED'"));
        assertThat(report.places().stream().flatMap(place -> place.domiciles().stream()))
                .extracting(DayReport.Count::count)
                .satisfies(counts -> assertThat(
                                counts.stream().mapToInt(count -> count).sum())
                        .isEqualTo(report.fresh()));
        assertThat(report.officers())
                .singleElement()
                .returns(rows(day, "action = 'SCAN' AND actor_kind = 'STAFF'"), DayReport.Officer::scans);
    }

    /** The rows of the workbook as "Bagian|Baris|Keterangan|Jumlah". */
    private static List<String> lines(XSSFWorkbook workbook) {
        var lines = new ArrayList<String>();
        for (var row : workbook.getSheetAt(0)) {
            if (row.getCell(3) != null && row.getCell(3).getCellType() == CellType.NUMERIC) {
                lines.add("%s|%s|%s|%.0f"
                        .formatted(
                                row.getCell(0),
                                row.getCell(1),
                                row.getCell(2) == null ? "" : row.getCell(2),
                                row.getCell(3).getNumericCellValue()));
            }
        }
        return lines;
    }

    private static List<String> lines(DayReport report) {
        var lines = new ArrayList<>(List.of(
                "Ringkasan|Orang dilayani||" + report.served(),
                "Ringkasan|Aktif baru||" + report.fresh(),
                "Ringkasan|Masuk target kabupaten||" + report.freshLocal(),
                "Ringkasan|Keluar sebelum aktif||" + report.dropOuts(),
                "Ringkasan|Masih berjalan||" + report.open()));
        report.places()
                .forEach(place -> place.domiciles()
                        .forEach(count ->
                                lines.add("Tempat|%s|%s|%d".formatted(place.name(), count.name(), count.count()))));
        report.steps()
                .forEach(step -> lines.add("Langkah|%d %s||%d".formatted(step.number(), step.name(), step.entered())));
        report.reasons()
                .forEach(count -> lines.add("Keluar|%s|%s|%d".formatted(count.name(), count.detail(), count.count())));
        report.again().forEach(count -> lines.add("Aktivasi ulang|%s||%d".formatted(count.name(), count.count())));
        report.events()
                .forEach(
                        count -> lines.add("Kejadian|%s|%s|%d".formatted(count.name(), count.detail(), count.count())));
        report.officers()
                .forEach(one -> lines.add("Petugas|%s|pindai, aktif, arsip|%d".formatted(one.name(), one.scans())));
        return lines;
    }

    private int people(LocalDate day) {
        return jdbc.sql("SELECT COUNT(DISTINCT activation_id) FROM activation_step WHERE office_code = ? AND day = ?")
                .params(office.value(), day)
                .query(Integer.class)
                .single();
    }

    /** The first figure in the row that begins with that name. */
    private static double number(XSSFWorkbook workbook, String name) {
        for (var row : workbook.getSheetAt(0)) {
            if (row.getCell(1) != null
                    && row.getCell(1).getCellType() == CellType.STRING
                    && row.getCell(1).getStringCellValue().equals(name)) {
                return row.getCell(3).getNumericCellValue();
            }
        }
        throw new AssertionError("No row " + name);
    }

    private int rows(LocalDate day, String condition) {
        return jdbc.sql("SELECT COUNT(*) FROM activation_step WHERE office_code = ? AND day = ? AND " + condition)
                .params(office.value(), day)
                .query(Integer.class)
                .single();
    }

    private void through(ActivationPurpose purpose, @Nullable UUID event) {
        ActivationDetails begun = ActivationScenario.accepted(given.asStaff(
                officer,
                () -> enrolment.begin(new Wish(given.somebody().value(), null, null, purpose, null, office, event))));
        String number = begun.number();
        given.asStaff(officer, () -> {
            counter.registered(number, "a@contoh.id", "081234567890");
            clock.advance(Duration.ofSeconds(1));
            counter.face(number, true, null);
            counter.scannedInSiak(number);
            return counter.confirmed(number);
        });
    }

    @Test
    void aClosedDayIsNeitherClosedAgainNorOpenedAndCorrectionsStandBesideIt() {
        LocalDate day = at("2026-12-02");
        String open = given.scanned(office, officer).number();
        ClosedReport closed = given.asStaff(officer, () -> reports.close(office, day));
        assertThat(closed.report().open()).isEqualTo(1);
        assertThatThrownBy(() -> given.asStaff(officer, () -> reports.close(office, day)))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining("tidak dapat dibuka lagi");
        clock.advance(Duration.ofMinutes(5));
        given.asStaff(officer, () -> counter.confirmed(open));
        given.asStaff(officer, () -> {
            reports.correct(closed, "Satu orang berdomisili di Katapang");
            return 0;
        });
        ClosedReport later =
                given.asStaff(officer, () -> reports.closed(office, day).orElseThrow());
        assertThat(later.report()).isEqualTo(closed.report());
        assertThat(later.corrections())
                .extracting(ClosedReport.Correction::text)
                .containsExactlyInAnyOrder(
                        "Satu orang berdomisili di Katapang",
                        "Sesudah penutupan: Diaktifkan (Aktivasi baru), tidak masuk angka laporan");
        assertThat(events.stream(AuditEvent.class)
                        .filter(event -> event.reference().equals(closed.number()))
                        .map(AuditEvent::action))
                .containsExactly("Ditutup dan dikunci", "Dikoreksi");
        assertThatThrownBy(() -> given.asStaff(officer, () -> reports.close(office, day.plusDays(1))))
                .hasMessageContaining("belum dimulai");
    }

    @Test
    void aChangeBySqlIsNoticedToldInTheTrailOnceAndTheClosedFiguresAreStillShown() {
        LocalDate day = at("2026-12-03");
        given.active(office, officer);
        ClosedReport closed = given.asStaff(officer, () -> reports.close(office, day));
        jdbc.sql("UPDATE activation_report SET content = REPLACE(content, '\"fresh\":1', '\"fresh\":100') WHERE id = ?")
                .param(closed.id())
                .update();
        for (int read = 0; read < 2; read++) {
            ClosedReport shown =
                    given.asStaff(officer, () -> reports.closed(office, day).orElseThrow());
            assertThat(shown.intact()).isFalse();
            assertThat(shown.report().fresh()).isEqualTo(1);
        }
        assertThat(events.stream(AuditEvent.class)
                        .filter(event -> event.action().equals("Perubahan di luar portal ditemukan")))
                .singleElement()
                .satisfies(told -> assertThat(told.reference()).isEqualTo(closed.number()));
    }

    @Test
    void aForgedHashDoesNotMatchItsSealAndTheDayIsCountedAnew() {
        LocalDate day = at("2026-12-04");
        given.active(office, officer);
        ClosedReport closed = given.asStaff(officer, () -> reports.close(office, day));
        jdbc.sql("UPDATE activation_report SET content = '{}', hash = SHA2('{}', 256) WHERE id = ?")
                .param(closed.id())
                .update();
        ClosedReport shown =
                given.asStaff(officer, () -> reports.closed(office, day).orElseThrow());
        assertThat(shown.intact()).isFalse();
        assertThat(shown.report().fresh()).isEqualTo(1);
    }

    @Test
    void aDayThatNobodyClosesIsClosedByItselfInTheEvening() {
        LocalDate day = at("2026-12-07");
        given.begun(given.somebody(), office, officer);
        closeWhatIsDue();
        assertThat(given.asStaff(officer, () -> reports.closed(office, day))).isEmpty();
        String active = given.registered(office).number();
        String qr = given.qrOf(given.now(active));
        clock.advance(Duration.ofSeconds(40));
        given.asStaff(officer, () -> counter.scan(qr, null));
        given.asStaff(officer, () -> counter.confirmed(active));
        clock.set(Instant.parse("2026-12-07T13:01:00Z"));
        closeWhatIsDue();
        ClosedReport closed =
                given.asStaff(officer, () -> reports.closed(office, day)).orElseThrow();
        assertThat(closed.closedBy()).isEqualTo("Portal");
        assertThat(given.now(active).status()).isEqualTo(ActivationStatus.ARCHIVED);
        assertThat(given.now(active).last().actor()).isEqualTo("Portal");
        assertThat(closed.report().steps().get(5).done()).isEqualTo(1);
        assertThat(closed.report().officer())
                .as("what the portal files hours later is no time of an officer")
                .isEqualTo(new DayReport.Times(1, 40, 40));
    }

    private void closeWhatIsDue() {
        acting.with(Set.of(Permission.ACTIVATION_READ, Permission.ACTIVATION_SERVE), reports::closeDue);
    }

    @Test
    void whatBecameActiveAfterTheDayIsNotFiledWithIt() {
        LocalDate day = at("2026-12-11");
        given.active(office, officer);
        clock.advance(Duration.ofDays(1));
        String today = given.active(office, officer).number();
        assertThat(given.asStaff(officer, () -> reports.close(office, day))
                        .report()
                        .fresh())
                .isEqualTo(1);
        assertThat(given.now(today).status()).isEqualTo(ActivationStatus.ACTIVE);
    }

    @Test
    void theClosedReportGoesToTheListByHandAndByItselfAndARefusedAddressStopsNothing() {
        LocalDate day = at("2026-12-14");
        given.active(office, officer);
        ClosedReport byHand = given.asStaff(officer, () -> reports.close(office, day));
        clock.set(Instant.parse("2026-12-15T02:00:00Z"));
        given.active(office, officer);
        clock.set(Instant.parse("2026-12-15T13:01:00Z"));
        closeWhatIsDue();
        ClosedReport byItself = given.asStaff(officer, () -> reports.closed(office, day.plusDays(1)))
                .orElseThrow();
        for (ClosedReport closed : List.of(byHand, byItself)) {
            assertThat(jdbc.sql("SELECT to_address FROM notification_mail WHERE reference = ? ORDER BY 1 DESC")
                            .param(closed.number())
                            .query(String.class)
                            .list())
                    .containsExactly("laporan@contoh.id", "bukan-alamat");
            assertThat(attachment.of(closed.number()))
                    .extracting(MailAttachment.Content::fileName)
                    .containsExactly(
                            "laporan-ikd-%s-%s.pdf".formatted(office, closed.day()),
                            "laporan-ikd-%s-%s.xlsx".formatted(office, closed.day()));
            transaction.executeWithoutResult(status -> publisher.publishEvent(new MailEnded(
                    DailyReports.MAIL, closed.number(), Map.of(), MailEnded.End.FAILED, "553 alamat tidak sah")));
            assertThat(given.asStaff(officer, () -> reports.closed(closed.number())))
                    .hasValueSatisfying(still -> assertThat(still.intact()).isTrue());
        }
    }

    @Test
    void aPlannedEventIsChangedAndCalledOffWithReasonsAndThenNobodyCanBeServedThere() {
        LocalDate day = at("2026-12-16");
        UUID id = given.asStaff(officer, () -> campaigns.plan(plan("Balai Desa Uji", day.plusDays(2))));
        Campaign planned = one(day, id);
        given.asStaff(officer, () -> {
            campaigns.change(planned, plan("Aula Kecamatan Uji", day.plusDays(3)), "Balai dipakai hajatan");
            return 0;
        });
        Campaign moved = one(day, id);
        assertThat(moved.place()).isEqualTo("Aula Kecamatan Uji");
        assertThatThrownBy(() -> given.asStaff(officer, () -> {
                    campaigns.cancel(moved, " ");
                    return 0;
                }))
                .hasMessageContaining("Alasan harus diisi");
        clock.advance(Duration.ofMinutes(1));
        given.asStaff(officer, () -> {
            campaigns.cancel(moved, "Jaringan padam");
            return 0;
        });
        Campaign off = one(day, id);
        assertThat(off.cancelled()).isTrue();
        assertThat(off.changes())
                .extracting(Campaign.Change::text, Campaign.Change::reason)
                .containsExactly(
                        tuple(
                                "Tempat: Balai Desa Uji → Aula Kecamatan Uji; Tanggal: 2026-12-18 → 2026-12-19",
                                "Balai dipakai hajatan"),
                        tuple("Dibatalkan", "Jaringan padam"));
        assertThat(given.asStaff(officer, () -> campaigns.on(office, day.plusDays(3))))
                .isEmpty();
        assertThatThrownBy(() -> given.asStaff(officer, () -> {
                    campaigns.change(off, plan("Lain", day), "Coba lagi");
                    return 0;
                }))
                .hasMessageContaining("sudah dibatalkan");
        assertThat(events.stream(AuditEvent.class)
                        .filter(event -> event.kind().equals("Jemput bola IKD"))
                        .map(AuditEvent::action))
                .containsExactly("Direncanakan", "Diubah", "Dibatalkan");
    }

    private Campaigns.Plan plan(String place, LocalDate on) {
        return new Campaigns.Plan(office, place, "", on, LocalTime.of(9, 0), LocalTime.of(12, 0), "Fitri", "");
    }

    private Campaign one(LocalDate from, UUID id) {
        return given.asStaff(officer, () -> campaigns.planned(office, from)).stream()
                .filter(campaign -> campaign.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void midnightBetweenTwoStepsSplitsThemOverTwoReports() {
        at("2026-12-08");
        clock.set(Instant.parse("2026-12-08T16:58:00Z"));
        String number = given.scanned(office, officer).number();
        clock.advance(Duration.ofMinutes(4));
        given.asStaff(officer, () -> counter.confirmed(number));
        DayReport before = given.asStaff(officer, () -> reports.counted(office, LocalDate.of(2026, 12, 8)));
        DayReport after = given.asStaff(officer, () -> reports.counted(office, LocalDate.of(2026, 12, 9)));
        assertThat(before.steps().get(3).done()).isEqualTo(1);
        assertThat(before.fresh()).isZero();
        assertThat(before.open()).isEqualTo(1);
        assertThat(after.fresh()).isEqualTo(1);
        assertThat(after.steps().get(4).done()).isEqualTo(1);
        assertThat(after.steps().get(4).entered()).isZero();
    }

    @Test
    void theTargetCountsTheDomicileAndNamesWhatIsNeededEachWorkingDay() {
        LocalDate day = at("2026-12-10");
        given.active(office, officer);
        var regency = given.asStaff(officer, () -> reports.districts(day)).getLast();
        assertThat(regency.name()).isEqualTo("Kabupaten Bandung");
        assertThat(regency.denominator()).isEqualTo(2_753_039);
        assertThat(regency.goal()).isEqualTo(Math.ceilDiv(2_753_039 * 30L, 100));
        assertThat(regency.perDay()).isPositive();
        assertThat(given.asStaff(officer, () -> reports.villages("320437", day)))
                .hasSize(10);
    }
}
