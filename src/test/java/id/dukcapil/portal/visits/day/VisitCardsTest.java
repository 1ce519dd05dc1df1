package id.dukcapil.portal.visits.day;

import static id.dukcapil.portal.visits.VisitScenario.PLANNER;
import static org.assertj.core.api.Assertions.assertThat;

import id.dukcapil.portal.IntegrationTest;
import id.dukcapil.portal.SettableClock;
import id.dukcapil.portal.cards.CardHandedOver;
import id.dukcapil.portal.cards.PackingGroups.PackingGroup;
import id.dukcapil.portal.common.OneColumn;
import id.dukcapil.portal.visits.VisitScenario;
import id.dukcapil.portal.visits.VisitScenario.Youth;
import id.dukcapil.portal.visits.coverage.CoverageFigures;
import id.dukcapil.portal.visits.coverage.CoverageFigures.By;
import id.dukcapil.portal.visits.coverage.CoverageFigures.CoverageRow;
import id.dukcapil.portal.visits.coverage.CoverageReport;
import id.dukcapil.portal.visits.day.VisitOutcomes.DayFigure;
import id.dukcapil.portal.visits.visit.VisitDetails;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** From the outcome at the school to the card, and into the figures. */
@IntegrationTest
class VisitCardsTest {

    @Autowired
    DayScenario given;

    @Autowired
    VisitScenario schools;

    @Autowired
    VisitDays days;

    @Autowired
    VisitCards cards;

    @Autowired
    VisitOutcomes outcomes;

    @Autowired
    CoverageFigures figures;

    @Autowired
    CoverageReport report;

    @Autowired
    SiakCorrections corrections;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    SettableClock clock;

    private final UUID tablet = UUID.randomUUID();
    private int seq;

    @AfterEach
    void resetClock() {
        clock.reset();
    }

    private VisitDetails visit(int pupils) {
        List<Youth> youths = schools.youths(
                "birth_date BETWEEN '2010-01-01' AND '2010-10-01' AND recording_status = 'UNREGISTERED'", 60);
        return given.today(youths.subList(youths.size() - pupils, youths.size()), pupils);
    }

    private List<DayRow> rows(VisitDetails visit) {
        return schools.as("perekaman", () -> days.open(visit.number()))
                .orElseThrow()
                .rows();
    }

    private void tap(
            VisitDetails visit,
            DayRow row,
            Operation.Kind kind,
            Operation.@Nullable Fix fix,
            @Nullable Outcome outcome) {
        schools.as(
                "manajer",
                () -> days.deliver(
                        visit.number(),
                        new VisitDays.Batch(
                                tablet,
                                clock.millis(),
                                0,
                                true,
                                List.of(new Operation(
                                        UUID.randomUUID(),
                                        ++seq,
                                        clock.millis(),
                                        kind,
                                        row.id(),
                                        null,
                                        "Wati",
                                        outcome,
                                        "Iris",
                                        fix,
                                        null)))));
    }

    private void status(DayRow row, String status) {
        jdbc.sql("UPDATE population_person SET recording_status = ? WHERE nik = ?")
                .params(status, Objects.requireNonNull(row.who().nik()).value())
                .update();
    }

    private DayFigure figure(VisitDetails visit) {
        return schools.as(PLANNER, () -> outcomes.between(visit.first(), visit.last())).stream()
                .filter(one -> one.number().equals(visit.number()))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void aCardIsAskedForWhenTheRecordIsUniqueHeldUntilSeventeenAndPackedByClass() {
        VisitDetails visit = visit(2);
        DayRow row = rows(visit).getFirst();
        tap(visit, row, Operation.Kind.OUTCOME, null, Outcome.RECORDED);
        cards.run();
        assertThat(rows(visit).getFirst().order())
                .as("the centre has not answered")
                .isNull();
        status(row, "PRINT_READY_RECORD");
        try {
            clock.advance(Duration.ofHours(4));
            cards.run();
            String order = rows(visit).getFirst().order();
            assertThat(jdbc.sql("SELECT status FROM card_order WHERE number = ?")
                            .param(order)
                            .query(String.class)
                            .single())
                    .isEqualTo("HELD");
            assertThat(cards.of(visit.office()))
                    .contains(new PackingGroup(
                            visit.schoolName() + ", " + row.who().className(), List.of(String.valueOf(order))));
            jdbc.sql("UPDATE card_order SET ready_at = created_at WHERE number = ?")
                    .param(order)
                    .update();
            cards.run();
            assertThat(figure(visit).printed()).isEqualTo(1);
            Instant now = clock.instant();
            transaction.executeWithoutResult(handing -> cards.handedOver(new CardHandedOver(
                    String.valueOf(order),
                    Objects.requireNonNull(row.who().nik()),
                    visit.office(),
                    now,
                    visit.number(),
                    new CardHandedOver.Printed(now.minus(Duration.ofMinutes(190)), now.minus(Duration.ofMinutes(186))),
                    now.minus(Duration.ofMinutes(25)))));
            assertThat(figure(visit).handedOver()).isEqualTo(1);
            assertThat(stays(String.valueOf(order))).containsExactly("7 OFFICE 4", "8 APPLICANT 161", "8 OFFICE 25");
        } finally {
            status(row, "UNREGISTERED");
        }
    }

    @Test
    void theOperatorOfSiakConfirmsACorrectionOnce() {
        VisitDetails visit = visit(1);
        DayRow row = rows(visit).getFirst();
        tap(visit, row, Operation.Kind.DIFFERS, new Operation.Fix("Nama", "INTAN", "INTAN P", "3204-LT-1"), null);
        var asked = schools.as("perekaman", () -> corrections.list(false)).stream()
                .filter(one -> one.visit().equals(visit.number()))
                .findFirst()
                .orElseThrow();
        schools.as("perekaman", () -> {
            corrections.confirm(asked);
            corrections.confirm(asked);
            return true;
        });
        assertThat(figure(visit).corrections()).isEqualTo(1);
        assertThat(figure(visit).fixed()).isEqualTo(1);
    }

    private List<String> stays(String number) {
        return jdbc.sql("""
                        SELECT CONCAT(i.step, ' ', i.waiting_for, ' ', TIMESTAMPDIFF(MINUTE, i.from_at, i.to_at))
                        FROM sla_case c JOIN sla_interval i ON i.case_id = c.id
                        WHERE c.standard = 'balangan-2020' AND c.number = ? AND i.step > 2 ORDER BY i.to_at, i.step""").param(number).query(OneColumn.TEXT).list();
    }

    @Test
    void theStepsOfTheProcedureAreMeasuredFromTheTapsOnceTheVisitIsClosed() {
        VisitDetails visit = visit(4);
        List<DayRow> rows = rows(visit);
        tap(visit, rows.get(0), Operation.Kind.OUTCOME, null, Outcome.PRINT_LIST);
        clock.advance(Duration.ofMinutes(4));
        tap(visit, rows.get(1), Operation.Kind.SAME, null, null);
        clock.advance(Duration.ofMinutes(7));
        tap(visit, rows.get(1), Operation.Kind.OUTCOME, null, Outcome.RECORDED);
        clock.advance(Duration.ofMinutes(3));
        tap(visit, rows.get(2), Operation.Kind.OUTCOME, null, Outcome.PRINT_LIST);
        clock.advance(Duration.ofMinutes(2));
        tap(visit, rows.get(3), Operation.Kind.DIFFERS, new Operation.Fix("Nama", "A", "B", "3204-LT-2"), null);
        clock.advance(Duration.ofMinutes(5));
        tap(visit, rows.get(3), Operation.Kind.FIXED, null, null);
        clock.advance(Duration.ofMinutes(8));
        tap(visit, rows.get(3), Operation.Kind.OUTCOME, null, Outcome.FAILED);
        assertThat(stays(visit.number())).isEmpty();
        schools.as(
                "perekaman",
                () -> days.close(
                        visit.number(),
                        new VisitDays.SignOff(tablet, seq, "Yayah", "Wakil", "12,30 14,33 20,40", "", 0, 0)));
        assertThat(stays(visit.number()))
                .containsExactly("4 OFFICE 4", "6 OFFICE 7", "3 OFFICE 3", "4 OFFICE 2", "5 OFFICE 5", "6 OFFICE 8");
        assertThat(jdbc.sql("""
                                SELECT DISTINCT i.step FROM sla_case c JOIN sla_interval i ON i.case_id = c.id
                                WHERE c.id = ? ORDER BY i.step""").param(visit.id()).query(Integer.class).list()).containsExactly(1, 2);
    }

    @Test
    void theFiguresOfTheReportAreTheSumsOfThePupils() throws Exception {
        VisitDetails visit = visit(3);
        List<DayRow> rows = rows(visit);
        tap(visit, rows.get(0), Operation.Kind.OUTCOME, null, Outcome.RECORDED);
        tap(visit, rows.get(1), Operation.Kind.OUTCOME, null, Outcome.FAILED);
        DayFigure figure = figure(visit);
        assertThat(figure.recorded() + figure.printList() + figure.failed() + figure.absent() + figure.open())
                .isEqualTo(figure.pupils())
                .isEqualTo(3);
        CoverageRow school = schools.as(PLANNER, () -> figures.by(By.SCHOOL)).stream()
                .filter(one -> one.code().equals(visit.npsn()))
                .findFirst()
                .orElseThrow();
        assertThat(List.of(school.pupils(), school.recorded(), school.unplanned()))
                .containsExactly(3, 1, 0);
        CoverageRow whole = schools.as(PLANNER, figures::whole);
        for (By by : By.values()) {
            assertThat(schools.as(PLANNER, () -> figures.by(by)).stream()
                            .mapToInt(CoverageRow::recorded)
                            .sum())
                    .as("%s", by)
                    .isEqualTo(whole.recorded());
        }
        var file = new ByteArrayOutputStream();
        schools.as(PLANNER, () -> {
            try {
                report.workbook(file);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            return true;
        });
        try (var workbook = new XSSFWorkbook(new ByteArrayInputStream(file.toByteArray()))) {
            assertThat(workbook.getNumberOfSheets()).isEqualTo(4);
        }
        assertThat(schools.as(PLANNER, report::paper)).startsWith(new byte[] {'%', 'P', 'D', 'F'});
    }
}
