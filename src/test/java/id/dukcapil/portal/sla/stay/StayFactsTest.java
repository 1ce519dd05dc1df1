package id.dukcapil.portal.sla.stay;

import static id.dukcapil.portal.common.WaitingFor.APPLICANT;
import static id.dukcapil.portal.common.WaitingFor.NOBODY;
import static id.dukcapil.portal.common.WaitingFor.OFFICE;
import static org.assertj.core.api.Assertions.assertThat;

import id.dukcapil.portal.IntegrationTest;
import id.dukcapil.portal.common.Actor;
import id.dukcapil.portal.common.CaseMoveTakenBack;
import id.dukcapil.portal.common.CaseMoved;
import id.dukcapil.portal.common.OfficeCode;
import id.dukcapil.portal.common.PastCases;
import id.dukcapil.portal.common.TimeOrderedId;
import id.dukcapil.portal.common.WaitingFor;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionOperations;
import org.springframework.transaction.support.TransactionTemplate;

/** Kartu Keluarga requests of days in 2031 that no other test has: five minutes for each step of the office. */
@IntegrationTest
class StayFactsTest {

    private static final String SOP_31 = "bandung-31-2023";
    private static final OfficeCode PLACE = new OfficeCode("320410");
    private static final UUID OFFICER = UUID.fromString("01900000-0000-7000-8000-000000000001");

    @Autowired
    ApplicationEventPublisher events;

    @Autowired
    TransactionOperations transaction;

    @Autowired
    PlatformTransactionManager transactions;

    @Autowired
    StayFacts facts;

    @Autowired
    StayProof proof;

    @Test
    void aCaseThatEndsCountsWithItsStepsAndItsPath() {
        LocalDate day = LocalDate.of(2031, 3, 5);
        UUID id = begin(day, "09:00");
        move(id, day, 6, 6, APPLICANT, "09:02");
        move(id, day, 6, 6, OFFICE, "09:42");
        move(id, day, 6, 7, OFFICE, "09:46");
        move(id, day, 7, 8, OFFICE, "09:49");
        move(id, day, 8, null, NOBODY, "09:50");

        Answer answer = facts.answer(of(day));
        assertThat(answer.cases()).isEqualTo(new Tally(1, 1, 1, 600, 600, 600, 600));
        assertThat(answer.paths()).containsOnlyKeys(new Answer.PathKey(SOP_31, "6-6-6-7-8"));
        // Two minutes and then four: the step has used up its five when it is left
        assertThat(answer.steps().get(new Answer.StepKey(SOP_31, 6, true)))
                .isEqualTo(new Tally(2, 2, 1, 120, 240, 240, 360));
        assertThat(answer.steps()
                        .getOrDefault(new Answer.StepKey(SOP_31, 6, false), Tally.NONE)
                        .seconds())
                .isEqualTo(2_400);
        assertThat(answer.officers().getOrDefault(OFFICER, Tally.NONE).count()).isEqualTo(4);
        assertThat(answer.hours().get(2).get(9)).isEqualTo(new Answer.Share(4, 1));
        assertThat(answer.days()).containsOnlyKeys(day);
        proved(day, day);
    }

    @Test
    void whatIsTakenBackCountsNoMoreUntilItEndsAgain() {
        LocalDate day = LocalDate.of(2031, 3, 6);
        UUID id = begin(day, "09:00");
        move(id, day, 6, null, NOBODY, "09:03");
        assertThat(facts.answer(of(day)).cases().count()).isOne();

        transaction.executeWithoutResult(
                done -> events.publishEvent(new CaseMoveTakenBack(id, "UJI/" + id, PLACE, 6, at(day, "09:04"))));
        assertThat(facts.answer(of(day)).cases()).isEqualTo(Tally.NONE);
        assertThat(facts.answer(of(day)).steps()).isEmpty();
        proved(day, day);

        move(id, day, 6, null, NOBODY, "10:30");
        assertThat(facts.answer(of(day)).cases().worst()).isEqualTo(5_400);
        proved(day, day);
    }

    @Test
    void whatWasRolledBackNeverCounts() {
        LocalDate day = LocalDate.of(2031, 3, 7);
        transaction.executeWithoutResult(undone -> {
            UUID id = TimeOrderedId.at(at(day, "09:00"));
            events.publishEvent(moved(id, day, null, 6, OFFICE, "09:00"));
            events.publishEvent(moved(id, day, 6, null, NOBODY, "09:01"));
            undone.setRollbackOnly();
        });
        assertThat(facts.answer(of(day)).cases()).isEqualTo(Tally.NONE);
    }

    @Test
    void aDayWithoutCasesAndAProcedureThatNobodyKnowsHaveNoFigures() {
        LocalDate day = LocalDate.of(2041, 1, 2);
        assertThat(facts.answer(of(day)).cases()).isEqualTo(Tally.NONE);
        assertThat(facts.answer(new Question(day, day, "tidak-ada", Set.of(PLACE)))
                        .steps())
                .isEmpty();
        assertThat(facts.answer(new Question(day, day, null, Set.of())).steps()).isEmpty();
        proved(day, day);
    }

    @Test
    void aCaseThatHasNotEndedCountsOnlyWithTheStepsThatHave() {
        LocalDate day = LocalDate.of(2031, 3, 10);
        UUID id = begin(day, "09:00");
        move(id, day, 6, 7, OFFICE, "09:10");
        Answer answer = facts.answer(of(day));
        assertThat(answer.cases()).isEqualTo(Tally.NONE);
        assertThat(answer.steps()
                        .getOrDefault(new Answer.StepKey(SOP_31, 6, true), Tally.NONE)
                        .late())
                .isOne();
    }

    @Test
    void manyPastCasesHaveTheFiguresThatSqlHasAndNoOtherOfficeSeesThem() {
        LocalDate from = LocalDate.of(2031, 5, 1);
        var moves = new ArrayList<CaseMoved>();
        for (int i = 0; i < 600; i++) {
            LocalDate day = from.plusDays(i % 60);
            UUID id = TimeOrderedId.at(at(day, "08:00"));
            String left = LocalTime.of(9, 0).plusSeconds(i * 7L % 5_000).toString();
            moves.add(moved(id, day, null, 6, OFFICE, "09:00"));
            moves.add(moved(id, day, 6, 7, OFFICE, left));
            moves.add(moved(id, day, 7, null, NOBODY, "11:00"));
        }
        transaction.executeWithoutResult(done -> events.publishEvent(new PastCases(moves)));
        LocalDate to = from.plusDays(59);
        proved(from, to);
        assertThat(facts.answer(new Question(from, to, null, Set.of(PLACE)))
                        .cases()
                        .count())
                .isEqualTo(600);
        assertThat(facts.answer(new Question(from, to, null, Set.of(new OfficeCode("MPP"))))
                        .cases())
                .isEqualTo(Tally.NONE);
    }

    @Test
    void aMoveThatIsCommittedLongAfterThoseThatBeganLaterCounts() {
        LocalDate day = LocalDate.of(2031, 8, 4);
        var apart = new TransactionTemplate(transactions);
        apart.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        transaction.executeWithoutResult(slow -> {
            UUID id = TimeOrderedId.at(at(day, "09:00"));
            events.publishEvent(moved(id, day, null, 6, OFFICE, "09:00"));
            events.publishEvent(moved(id, day, 6, null, NOBODY, "09:01"));
            apart.executeWithoutResult(done -> events.publishEvent(new PastCases(IntStream.range(0, 700)
                    .mapToObj(i -> TimeOrderedId.at(at(day, "08:00")))
                    .flatMap(other -> Stream.of(
                            moved(other, day, null, 6, OFFICE, "10:00"), moved(other, day, 6, null, NOBODY, "10:05")))
                    .toList())));
            int known = Objects.requireNonNull(
                    apart.execute(read -> facts.answer(of(day)).cases().count()));
            assertThat(known).isEqualTo(700);
        });
        assertThat(facts.answer(of(day)).cases().count()).isEqualTo(701);
        proved(day, day);
    }

    @Test
    void theNightlyProofFindsTheFactsOfTheDemonstrationRight() {
        proof.run();
        assertThat(facts.loadedPercent()).isEqualTo(100);
    }

    private void proved(LocalDate from, LocalDate to) {
        var question = new Question(from, to, null, Set.of(PLACE));
        assertThat(proof.byFacts(question)).isEqualTo(proof.bySql(question));
    }

    private static Question of(LocalDate day) {
        return new Question(day, day, null, Set.of(PLACE));
    }

    private UUID begin(LocalDate day, String time) {
        UUID id = TimeOrderedId.at(at(day, time));
        move(id, day, null, 6, OFFICE, time);
        return id;
    }

    private void move(
            UUID id, LocalDate day, @Nullable Integer ended, @Nullable Integer begun, WaitingFor party, String time) {
        transaction.executeWithoutResult(done -> events.publishEvent(moved(id, day, ended, begun, party, time)));
    }

    private static CaseMoved moved(
            UUID id, LocalDate day, @Nullable Integer ended, @Nullable Integer begun, WaitingFor party, String time) {
        var actor = new Actor(Actor.Kind.STAFF, OFFICER, "Petugas uji");
        return new CaseMoved(id, SOP_31, "UJI/" + id, PLACE, ended, begun, party, at(day, time), actor);
    }

    private static Instant at(LocalDate day, String time) {
        return day.atTime(LocalTime.parse(time))
                .atZone(ZoneId.of("Asia/Jakarta"))
                .toInstant();
    }
}
