package id.dukcapil.portal.visits.visit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.dukcapil.portal.common.InvalidInput;
import id.dukcapil.portal.common.OfficeCode;
import id.dukcapil.portal.common.procedure.ActedBy;
import id.dukcapil.portal.common.procedure.IllegalMove;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Every verb in every status, and what the school's answer forbids. */
class VisitTest {

    private static final LocalDate DAY = LocalDate.of(2027, 2, 3);
    private static final ActedBy BY = ActedBy.portal(Instant.parse("2026-11-25T01:00:00Z"));
    private static final SchoolAnswer ANSWER =
            new SchoolAnswer(null, LocalDate.of(2027, 2, 8), LocalDate.of(2027, 2, 12), 137, "Bu Yayah", "");

    private static final Map<VisitAction, Consumer<Visit>> VERBS = Map.of(
            VisitAction.SEND_LETTER, visit -> visit.sendLetter("400/1", BY),
            VisitAction.REMIND, visit -> visit.remind(BY),
            VisitAction.ANSWER, visit -> visit.answer(ANSWER, BY),
            VisitAction.AGREE, visit -> visit.agree(BY),
            VisitAction.MOVE, visit -> visit.move(DAY.plusDays(1), 2, "Ujian", BY),
            VisitAction.ASSIGN, visit -> visit.assign("A", "M1", Set.of("1"), Set.of(), null, BY),
            VisitAction.PUBLISH, visit -> visit.publish(() -> "800.1.11.1/1/KJS/UJI/2026", BY),
            VisitAction.FINISH, visit -> visit.finish(130, DAY.plusDays(5), BY),
            VisitAction.CANCEL, visit -> visit.cancel("Banjir", BY));

    private static final Map<VisitStatus, Set<VisitAction>> ALLOWED = new EnumMap<>(Map.of(
            VisitStatus.DRAFT,
            Set.of(
                    VisitAction.SEND_LETTER,
                    VisitAction.AGREE,
                    VisitAction.MOVE,
                    VisitAction.ASSIGN,
                    VisitAction.CANCEL),
            VisitStatus.INVITED,
            Set.of(
                    VisitAction.REMIND,
                    VisitAction.ANSWER,
                    VisitAction.AGREE,
                    VisitAction.MOVE,
                    VisitAction.ASSIGN,
                    VisitAction.CANCEL),
            VisitStatus.ANSWERED,
            Set.of(VisitAction.ANSWER, VisitAction.AGREE, VisitAction.MOVE, VisitAction.ASSIGN, VisitAction.CANCEL),
            VisitStatus.AGREED,
            Set.of(VisitAction.MOVE, VisitAction.ASSIGN, VisitAction.PUBLISH, VisitAction.CANCEL),
            VisitStatus.PUBLISHED,
            Set.of(VisitAction.MOVE, VisitAction.ASSIGN, VisitAction.FINISH, VisitAction.CANCEL),
            VisitStatus.DONE,
            Set.of(),
            VisitStatus.CANCELLED,
            Set.of()));

    private static Visit draft() {
        return new Visit(
                new Visit.Plan("KJS-1", new OfficeCode("DINAS"), "20206151", "SMAN 1", DAY, 1, 90), "t".repeat(26), BY);
    }

    private static Visit in(VisitStatus status) {
        Visit visit = draft();
        visit.assign("A", "M1", Set.of("1", "2"), Set.of(), null, BY);
        switch (status) {
            case DRAFT -> {}
            case INVITED -> visit.sendLetter("400/1", BY);
            case ANSWERED -> {
                visit.sendLetter("400/1", BY);
                visit.answer(ANSWER, BY);
            }
            case AGREED -> visit.agree(BY);
            case PUBLISHED -> published(visit);
            case DONE -> {
                published(visit);
                visit.finish(80, DAY, BY);
            }
            case CANCELLED -> visit.cancel("Banjir", BY);
        }
        return visit;
    }

    private static void published(Visit visit) {
        visit.agree(BY);
        visit.publish(() -> "800.1.11.1/1/KJS/UJI/2026", BY);
    }

    @ParameterizedTest
    @EnumSource(VisitStatus.class)
    void everyVerbIsAllowedExactlyWhereTheTableSays(VisitStatus status) {
        VERBS.forEach((action, verb) -> {
            Visit visit = in(status);
            int steps = visit.details().history().size();
            if (ALLOWED.getOrDefault(status, Set.of()).contains(action)) {
                verb.accept(visit);
                assertThat(visit.details().history())
                        .as("%s in %s", action, status)
                        .hasSize(steps + 1);
                assertThat(visit.details().lastStep().action()).isEqualTo(action);
            } else {
                assertThatThrownBy(() -> verb.accept(visit))
                        .as("%s in %s", action, status)
                        .isInstanceOf(IllegalMove.class)
                        .hasMessageContaining(status.label());
                assertThat(visit.details().history()).hasSize(steps);
            }
        });
    }

    @Test
    void aPublishedVisitThatIsMovedHasToBePublishedAgain() {
        Visit visit = in(VisitStatus.PUBLISHED);
        assertThatThrownBy(() -> visit.move(DAY.plusDays(2), 1, " ", BY)).isInstanceOf(InvalidInput.class);
        visit.move(DAY.plusDays(2), 1, "Rapat sekolah", BY);
        assertThat(visit.status()).isEqualTo(VisitStatus.AGREED);
        assertThat(visit.details().first()).isEqualTo(DAY.plusDays(2));
    }

    @Test
    void daysThatTheSchoolExcludedAreRefused() {
        Visit visit = in(VisitStatus.ANSWERED);
        assertThatThrownBy(() -> visit.move(LocalDate.of(2027, 2, 6), 3, "Tim penuh", BY))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining("8 Februari 2027");
        visit.move(LocalDate.of(2027, 2, 4), 4, "Tim penuh", BY);
        visit.agree(BY);
        assertThat(visit.details().expected()).isEqualTo(137);
    }

    @Test
    void nothingIsPublishedWithoutCrewAndSetOrFinishedTooEarly() {
        Visit visit = draft();
        visit.agree(BY);
        assertThatThrownBy(() -> visit.publish(() -> "800.1.11.1/1/KJS/UJI/2026", BY))
                .hasMessageContaining("Tetapkan tim");
        visit.assign("A", null, Set.of("1"), Set.of(), null, BY);
        visit.publish(() -> "800.1.11.1/1/KJS/UJI/2026", BY);
        assertThatThrownBy(() -> visit.finish(3, DAY.minusDays(1), BY)).hasMessageContaining("belum berakhir");
        assertThatThrownBy(() -> draft().move(DAY, 6, "", BY)).hasMessageContaining("1 sampai 5 hari");
    }
}
