package id.dukcapil.portal.sla;

import static id.dukcapil.portal.common.WaitingFor.APPLICANT;
import static id.dukcapil.portal.common.WaitingFor.NOBODY;
import static id.dukcapil.portal.common.WaitingFor.OFFICE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import id.dukcapil.portal.IntegrationTest;
import id.dukcapil.portal.common.Actor;
import id.dukcapil.portal.common.CaseDue;
import id.dukcapil.portal.common.CaseMoveTakenBack;
import id.dukcapil.portal.common.CaseMoved;
import id.dukcapil.portal.common.OfficeCode;
import id.dukcapil.portal.common.PastCases;
import id.dukcapil.portal.common.TimeOrderedId;
import id.dukcapil.portal.common.WaitingFor;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.event.ApplicationEvents;
import org.springframework.test.context.event.RecordApplicationEvents;
import org.springframework.transaction.IllegalTransactionStateException;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** A Kartu Keluarga request of Wednesday 9 December 2026: five minutes for operator, verifier and head of the office. */
@IntegrationTest
@RecordApplicationEvents
@Transactional
class CaseFollowingTest {

    private static final String SOP_31 = "bandung-31-2023";
    private static final Duration FIVE_MINUTES = Duration.ofMinutes(5);
    private static final OfficeCode OFFICE_OF_CASE = new OfficeCode("320410");

    @Autowired
    ApplicationEventPublisher events;

    @Autowired
    ApplicationEvents recorded;

    @Autowired
    CaseBook book;

    @Autowired
    JdbcClient jdbc;

    private final UUID id = TimeOrderedId.at(Instant.parse("2026-12-09T01:00:00Z"));

    @Test
    void aCaseThatIsOpenedIsDueAfterTheTimeOfItsStepAndAfterThatOfAllSteps() {
        move(null, 6, OFFICE, "11:58");

        assertThat(due()).isEqualTo(new CaseDue(id, at("13:03"), at("13:28"), FIVE_MINUTES));
        assertThat(jdbc.sql("SELECT COUNT(*) FROM sla_case WHERE id = :id AND step_due = '2026-12-09 06:03:00'")
                        .param("id", id)
                        .query(Integer.class)
                        .single())
                .isOne();
    }

    @Test
    void everyMoveEndsOneStayAndBeginsTheNextAtTheSameInstant() {
        move(null, 6, OFFICE, "09:00");
        move(6, 7, OFFICE, "09:04");
        move(7, 6, OFFICE, "09:10");

        assertThat(book.intervals(id))
                .containsExactly(
                        new CaseInterval(6, OFFICE, at("09:00"), at("09:04")),
                        new CaseInterval(7, OFFICE, at("09:04"), at("09:10")),
                        new CaseInterval(6, OFFICE, at("09:10"), null));
        // The operator has one of his five minutes left, the office twenty of its thirty
        assertThat(due()).isEqualTo(new CaseDue(id, at("09:11"), at("09:30"), FIVE_MINUTES));
    }

    @Test
    void whileTheApplicantHasToActNothingIsDueAtTheOffice() {
        move(null, 6, OFFICE, "09:00");
        move(6, 6, APPLICANT, "09:02");
        assertThat(due()).isEqualTo(new CaseDue(id, null, null, FIVE_MINUTES));

        move(6, 6, OFFICE, "14:00");
        assertThat(due()).isEqualTo(new CaseDue(id, at("14:03"), at("14:28"), FIVE_MINUTES));
    }

    @Test
    void aCaseThatIsOverIsDueNoMoreAndCannotBeMoved() {
        move(null, 6, OFFICE, "09:00");
        move(6, null, NOBODY, "09:45");

        assertThat(due()).isEqualTo(new CaseDue(id, null, null, null));
        assertThat(book.intervals(id)).containsExactly(new CaseInterval(6, OFFICE, at("09:00"), at("09:45")));
        assertThatIllegalStateException().isThrownBy(() -> move(6, 7, OFFICE, "09:50"));
        assertThatIllegalStateException().isThrownBy(() -> move(null, 6, OFFICE, "09:50"));
    }

    @Test
    void casesThatAreOverAreEnteredAtOnceAsIfTheyHadBeenFollowed() {
        UUID other = TimeOrderedId.at(at("08:00"));
        events.publishEvent(new PastCases(List.of(
                moved(SOP_31, null, 6, OFFICE, at("09:00")),
                past(other, null, 6, OFFICE, "09:01"),
                moved(SOP_31, 6, 7, OFFICE, at("09:04")),
                past(other, 6, null, NOBODY, "09:02"),
                moved(SOP_31, 7, null, NOBODY, at("09:10")))));
        assertThat(book.intervals(id))
                .containsExactly(
                        new CaseInterval(6, OFFICE, at("09:00"), at("09:04")),
                        new CaseInterval(7, OFFICE, at("09:04"), at("09:10")));
        assertThat(book.intervals(other)).containsExactly(new CaseInterval(6, OFFICE, at("09:01"), at("09:02")));
        assertThat(book.targets(id).step(6)).contains(FIVE_MINUTES);
        assertThatIllegalStateException().isThrownBy(() -> move(7, 8, OFFICE, "09:50"));
        assertThatIllegalStateException()
                .isThrownBy(() ->
                        events.publishEvent(new PastCases(List.of(past(UUID.randomUUID(), null, 6, OFFICE, "09:00")))));
    }

    private static CaseMoved past(
            UUID other, @Nullable Integer ended, @Nullable Integer begun, WaitingFor party, String time) {
        return new CaseMoved(other, SOP_31, "KK-" + other, OFFICE_OF_CASE, ended, begun, party, at(time), Actor.PORTAL);
    }

    @Test
    void aProcedureThatIsChangedLaterDoesNotChangeTheTargetsOfACaseAlreadyOpen() {
        move(null, 6, OFFICE, "09:00");
        jdbc.sql("UPDATE sla_standard_step SET min_minutes = 1, max_minutes = 1 WHERE standard = :slug")
                .param("slug", SOP_31)
                .update();

        move(6, 7, OFFICE, "09:04");

        assertThat(due()).isEqualTo(new CaseDue(id, at("09:09"), at("09:30"), FIVE_MINUTES));
        assertThat(book.targets(id).step(7)).contains(Duration.ofMinutes(5));
    }

    @Test
    void aMoveFromAStepInWhichTheCaseIsNotIsRefused() {
        move(null, 6, OFFICE, "09:00");
        move(6, 7, OFFICE, "09:04");

        assertThatIllegalStateException()
                .isThrownBy(() -> move(6, 7, OFFICE, "09:04"))
                .withMessageContaining("is in step 7");
    }

    @Test
    void aCaseThatWasNotOpenedDoesNotMoveAndOneThatWasIsNotOpenedAgain() {
        assertThatIllegalStateException().isThrownBy(() -> move(6, 7, OFFICE, "09:00"));
        move(null, 6, OFFICE, "09:00");
        assertThatIllegalStateException().isThrownBy(() -> move(null, 6, OFFICE, "09:00"));
    }

    @Test
    void aMoveTakenBackNeverHappened() {
        move(null, 6, OFFICE, "09:00");
        move(6, 7, OFFICE, "09:04");
        takeBack(6, "09:04");

        assertThat(book.intervals(id)).containsExactly(new CaseInterval(6, OFFICE, at("09:00"), null));
        assertThat(due()).isEqualTo(new CaseDue(id, at("09:05"), at("09:30"), FIVE_MINUTES));
        move(6, 7, OFFICE, "09:05");
        assertThat(book.intervals(id)).hasSize(2);
    }

    @Test
    void aCaseWhoseEndIsTakenBackIsOpenAgain() {
        move(null, 6, OFFICE, "09:00");
        move(6, null, NOBODY, "09:04");
        takeBack(6, "09:04");

        assertThat(book.intervals(id)).containsExactly(new CaseInterval(6, OFFICE, at("09:00"), null));
        assertThat(book.openCases()).extracting(CaseBook.OpenCase::id).contains(id);
        move(6, 7, OFFICE, "09:05");
    }

    @Test
    void whatWasNotTheLastMoveIsNotTakenBack() {
        assertThatIllegalStateException().isThrownBy(() -> takeBack(6, "09:00"));
        move(null, 6, OFFICE, "09:00");
        assertThatIllegalStateException().isThrownBy(() -> takeBack(6, "09:01"));
        move(6, 7, OFFICE, "09:04");
        assertThatIllegalStateException().isThrownBy(() -> takeBack(7, "09:05"));
    }

    private void takeBack(int step, String time) {
        events.publishEvent(new CaseMoveTakenBack(id, "UJI/1/2026", OFFICE_OF_CASE, step, at(time)));
    }

    @Test
    void aClockThatIsASecondBehindMakesAStayOfNoTime() {
        move(null, 6, OFFICE, "09:00");
        events.publishEvent(moved(SOP_31, 6, 7, OFFICE, at("09:00").minusSeconds(1)));

        assertThat(book.intervals(id))
                .containsExactly(
                        new CaseInterval(6, OFFICE, at("09:00"), at("09:00")),
                        new CaseInterval(7, OFFICE, at("09:00"), null));
    }

    @Test
    void aCaseOfAnUnknownProcedureIsNotOpened() {
        assertThatIllegalStateException()
                .isThrownBy(() -> events.publishEvent(moved("bandung-0-1900", null, 6, OFFICE, at("09:00"))));
        assertThat(book.lock(id)).isFalse();
    }

    @Test
    @Transactional(propagation = Propagation.NOT_SUPPORTED)
    void aMoveOutsideOfATransactionIsNotFollowed() {
        assertThatExceptionOfType(IllegalTransactionStateException.class)
                .isThrownBy(() -> move(null, 6, OFFICE, "09:00"));
    }

    @Test
    void somebodyIsWaitedForExactlyWhileTheCaseGoesOn() {
        assertThatIllegalArgumentException().isThrownBy(() -> move(6, null, OFFICE, "09:00"));
        assertThatIllegalArgumentException().isThrownBy(() -> move(6, 7, NOBODY, "09:00"));
    }

    private void move(@Nullable Integer ended, @Nullable Integer begun, WaitingFor party, String time) {
        events.publishEvent(moved(SOP_31, ended, begun, party, at(time)));
    }

    private CaseMoved moved(
            String procedure, @Nullable Integer ended, @Nullable Integer begun, WaitingFor party, Instant at) {
        return new CaseMoved(id, procedure, "UJI/1/2026", OFFICE_OF_CASE, ended, begun, party, at, Actor.PORTAL);
    }

    private CaseDue due() {
        return recorded.stream(CaseDue.class).toList().getLast();
    }

    private static Instant at(String time) {
        return LocalDateTime.parse("2026-12-09T" + time)
                .atZone(ZoneId.of("Asia/Jakarta"))
                .toInstant();
    }
}
