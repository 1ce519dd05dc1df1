package id.dukcapil.portal.submission;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import id.dukcapil.portal.IntegrationTest;
import id.dukcapil.portal.SettableClock;
import id.dukcapil.portal.common.CaseFigures;
import id.dukcapil.portal.common.CaseFigures.ClockState;
import id.dukcapil.portal.common.CaseFigures.Figures;
import id.dukcapil.portal.common.OfficeCode;
import id.dukcapil.portal.common.UtcDateTime;
import id.dukcapil.portal.sla.ClockPauses;
import id.dukcapil.portal.sla.StatedPause;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Requests calculated by hand: five minutes each for operator, verifier and Kepala Dinas, thirty for all steps of the
 * office; open from 07.30 to 16.00, rest from 12.00 to 13.00.
 */
@IntegrationTest
class MeasuredSubmissionTest {

    private static final OfficeCode DINAS = new OfficeCode("DINAS");
    private static final Shortcomings MISSING = new Shortcomings(Set.of(ReturnReason.ATTACHMENT_MISSING), "");

    private record Dues(
            @Nullable Instant step,
            @Nullable Instant whole,
            @Nullable Integer target) {}

    private static final RowMapper<Dues> DUES = (row, number) -> new Dues(
            UtcDateTime.readNullable(row, "step_due_at"),
            UtcDateTime.readNullable(row, "whole_due_at"),
            row.getObject("step_target_seconds", Integer.class));

    @Autowired
    SubmissionDesk desk;

    @Autowired
    SubmissionService submissions;

    @Autowired
    CaseFigures figures;

    @Autowired
    ClockPauses pauses;

    @Autowired
    SubmissionScenario given;

    @Autowired
    SettableClock clock;

    @Autowired
    JdbcClient jdbc;

    @AfterEach
    void monday() {
        clock.reset();
    }

    @Test
    void aRequestAcrossHolidaysAWeekendAndABreakdownCostsTheOfficeMinutes() {
        // Two minutes before closing on Wednesday; Thursday and Friday are holidays (Natal), then the weekend
        clock.set(at("2026-12-23T15:58"));
        SubmissionDetails request = given.submitted();
        assertThat(dues(request)).isEqualTo(new Dues(at("2026-12-28T07:33"), at("2026-12-28T07:58"), 300));

        // On Monday nothing works from 07.31 on, which somebody says at 08.00
        clock.set(at("2026-12-28T08:00"));
        given.asStaff("manajer", () -> {
            pauses.state(DINAS, at("2026-12-28T07:31"), null, "SIAK tidak dapat diakses");
            return true;
        });
        assertThat(dues(request)).isEqualTo(new Dues(null, null, 300));
        assertThat(read(request).state()).isEqualTo(ClockState.PAUSED);

        // At 08.31 it works again: two of the operator's five minutes and twenty-seven of the thirty are left
        clock.set(at("2026-12-28T08:31"));
        given.asStaff("manajer", () -> {
            StatedPause going = pauses.latest().getFirst();
            pauses.change(going, going.from(), at("2026-12-28T08:31"), going.reason());
            return true;
        });
        assertThat(dues(request)).isEqualTo(new Dues(at("2026-12-28T08:33"), at("2026-12-28T08:58"), 300));

        clock.set(at("2026-12-28T08:32"));
        SubmissionDetails checked = as("operator", () -> desk.check(request.number(), request.version()));
        clock.set(at("2026-12-28T08:38"));
        as("verifikator", () -> desk.verify(checked.number(), checked.version()));

        Figures read = read(request);
        assertThat(read.presentStep()).isEqualTo(8);
        assertThat(read.steps()).extracting(CaseFigures.Step::number).containsExactly(6, 7, 8);
        CaseFigures.Measure operator = read.steps().get(0).time();
        assertThat(operator.spent()).as("2 + 1 + 1 minutes").isEqualTo(minutes(4));
        assertThat(operator.paused()).isEqualTo(minutes(60));
        assertThat(operator.isBreached()).isFalse();
        CaseFigures.Measure verifier = read.steps().get(1).time();
        assertThat(verifier.spent()).isEqualTo(minutes(6));
        assertThat(verifier.left()).isEqualTo(minutes(-1));
        assertThat(verifier.isBreached()).isTrue();
        assertThat(read.steps().get(1).name()).contains("verifikasi dan validasi");
        assertThat(read.whole().spent()).isEqualTo(minutes(10));
        assertThat(read.whole().left()).isEqualTo(minutes(20));
        assertThat(read.whole().isBreached()).isFalse();
        assertThat(dues(request)).isEqualTo(new Dues(at("2026-12-28T08:43"), at("2026-12-28T08:58"), 300));
    }

    @Test
    void whileTheApplicantCompletesOnlyTheTimeOfTheApplicantRuns() {
        clock.set(at("2026-12-16T09:00"));
        SubmissionDetails request = given.submitted();
        clock.set(at("2026-12-16T09:03"));
        as("operator", () -> desk.returnToApplicant(request.number(), request.version(), MISSING));
        assertThat(dues(request)).isEqualTo(new Dues(null, null, 300));
        assertThat(read(request).state()).isEqualTo(ClockState.WITH_APPLICANT);

        clock.set(at("2026-12-17T10:00"));
        given.asIkd(() -> submissions.complete(request.number()));
        assertThat(dues(request)).isEqualTo(new Dues(at("2026-12-17T10:02"), at("2026-12-17T10:27"), 300));
        Figures read = read(request);
        assertThat(read.whole().spent()).isEqualTo(minutes(3));
        assertThat(read.whole().citizen()).isEqualTo(Duration.ofHours(24).plusMinutes(57));
    }

    @Test
    void aCaseSentToAndFroGainsNoTimeByIt() {
        clock.set(at("2026-12-14T13:00"));
        SubmissionDetails request = given.submitted();
        clock.set(at("2026-12-14T13:04"));
        SubmissionDetails checked = as("operator", () -> desk.check(request.number(), request.version()));
        clock.set(at("2026-12-14T13:06"));
        as("verifikator", () -> desk.returnToOperator(checked.number(), checked.version(), "Bandingkan nama ayah"));
        assertThat(dues(request)).isEqualTo(new Dues(at("2026-12-14T13:07"), at("2026-12-14T13:30"), 300));
    }

    @Test
    void aDecisionTakenBackCostsTheStepInWhichTheWorkGoesOn() {
        clock.set(at("2026-12-14T14:00"));
        SubmissionDetails request = given.submitted();
        clock.set(at("2026-12-14T14:04"));
        SubmissionDetails rejected = as(
                "operator",
                () -> desk.reject(request.number(), request.version(), new Rejection("Salah", "Perpres 96/2018")));
        assertThat(dues(request)).isEqualTo(new Dues(null, null, null));
        clock.advance(Duration.ofSeconds(6));
        as("operator", () -> desk.takeBack(rejected.number(), rejected.version()));
        assertThat(dues(request)).isEqualTo(new Dues(at("2026-12-14T14:05"), at("2026-12-14T14:30"), 300));
        assertThat(read(request).whole().spent()).isEqualTo(minutes(4).plusSeconds(6));
    }

    @Test
    void aMoveThatCannotBeMeasuredLeavesNothingBehind() {
        SubmissionDetails request = given.submitted();
        jdbc.sql("UPDATE sla_interval SET to_at = from_at WHERE case_id = ?")
                .param(request.id().value())
                .update();
        int mails = mails(request);
        int told = audited(request);
        assertThatIllegalStateException()
                .isThrownBy(() -> as(
                        "operator",
                        () -> desk.reject(
                                request.number(), request.version(), new Rejection("Salah", "Perpres 96/2018"))));
        SubmissionDetails now = as("kadis", () -> submissions.find(request.number()));
        assertThat(now.status()).isEqualTo(SubmissionStatus.SUBMITTED);
        assertThat(now.history()).hasSize(1);
        assertThat(now.version()).isEqualTo(request.version());
        assertThat(mails(request)).isEqualTo(mails);
        assertThat(audited(request)).isEqualTo(told);
    }

    private int mails(SubmissionDetails request) {
        return count("SELECT COUNT(*) FROM notification_mail WHERE reference = ?", request);
    }

    private int audited(SubmissionDetails request) {
        return count("SELECT COUNT(*) FROM audit_inbox WHERE reference = ?", request);
    }

    private int count(String sql, SubmissionDetails request) {
        return jdbc.sql(sql)
                .param(request.number().value())
                .query(Integer.class)
                .single();
    }

    private Figures read(SubmissionDetails request) {
        return figures.of(request.id().value()).orElseThrow();
    }

    private Dues dues(SubmissionDetails request) {
        return jdbc.sql("SELECT step_due_at, whole_due_at, step_target_seconds FROM submission_request WHERE id = ?")
                .param(request.id().value())
                .query(DUES)
                .single();
    }

    private static Duration minutes(int minutes) {
        return Duration.ofMinutes(minutes);
    }

    private static Instant at(String wib) {
        return LocalDateTime.parse(wib).atZone(ZoneId.of("Asia/Jakarta")).toInstant();
    }

    private SubmissionDetails as(String username, Supplier<Optional<SubmissionDetails>> work) {
        return given.asStaff(username, () -> work.get().orElseThrow());
    }
}
