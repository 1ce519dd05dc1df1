package id.dukcapil.portal.visits.day;

import static org.assertj.core.api.Assertions.assertThat;

import id.dukcapil.portal.visits.day.DayRow.Result;
import id.dukcapil.portal.visits.day.DayRow.Who;
import id.dukcapil.portal.visits.day.Operation.Kind;
import id.dukcapil.portal.visits.pupil.PupilVerdict;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What one tap, and two tablets, do to a pupil. */
class DayRulesTest {

    private static final Instant NINE = Instant.parse("2027-02-03T02:00:00Z");
    private static final UUID ONE = new UUID(1, 1);
    private static final UUID TWO = new UUID(2, 2);

    private final DayRow pupil = new DayRow(
            new UUID(0, 7),
            new Who("INTAN", "XII", null, null, null),
            PupilVerdict.TO_RECORD,
            "",
            false,
            null,
            null,
            null,
            null,
            null);

    private static DayRules.Judged tap(DayRow row, Operation operation, UUID device, int minute) {
        return DayRules.judge(
                row,
                operation,
                new DayRules.Tap(device.equals(ONE) ? "Wati" : "Asep", device, NINE.plusSeconds(60L * minute)));
    }

    private static Operation of(Kind kind, @Nullable Outcome outcome, @Nullable String reason) {
        return new Operation(UUID.randomUUID(), 1, 0, kind, new UUID(0, 7), null, null, outcome, reason, null, null);
    }

    private static DayRow after(DayRow row, Outcome outcome, UUID device, int minute) {
        return tap(row, of(Kind.OUTCOME, outcome, "Iris"), device, minute).row();
    }

    private static Outcome outcome(DayRow row) {
        return Objects.requireNonNull(row.result()).outcome();
    }

    @Test
    void whoWasAbsentAndCameLaterIsNotAbsentInWhateverOrderTheTabletsAreHeard() {
        for (Outcome came : new Outcome[] {Outcome.RECORDED, Outcome.PRINT_LIST, Outcome.FAILED}) {
            DayRow first = after(after(pupil, Outcome.ABSENT, ONE, 0), came, TWO, 30);
            DayRow other = after(after(pupil, came, TWO, 30), Outcome.ABSENT, ONE, 0);
            assertThat(first.rival()).isNull();
            assertThat(other.rival()).isNull();
            assertThat(outcome(first)).isEqualTo(outcome(other)).isEqualTo(came);
        }
    }

    @Test
    void anyOtherTwoResultsFromTwoTabletsAreToBeSettled() {
        for (Outcome one : Outcome.values()) {
            for (Outcome two : Outcome.values()) {
                DayRow row = after(after(pupil, one, ONE, 30), two, TWO, one == Outcome.ABSENT ? 0 : 40);
                boolean clash = one != two && one != Outcome.ABSENT;
                assertThat(row.rival() != null)
                        .as("%s then %s", one, two)
                        .isEqualTo(clash || one == Outcome.ABSENT && two != one);
                assertThat(outcome(row)).isEqualTo(one);
            }
        }
    }

    @Test
    void settlingKeepsOneOfTheTwoAndNothingElse() {
        DayRow clash = after(after(pupil, Outcome.RECORDED, ONE, 30), Outcome.ABSENT, TWO, 40);
        assertThat(tap(clash, of(Kind.SETTLE, Outcome.FAILED, null), ONE, 50).verdict())
                .isEqualTo(Verdict.Kind.REFUSED);
        DayRow settled =
                tap(clash, of(Kind.SETTLE, Outcome.ABSENT, null), ONE, 50).row();
        assertThat(outcome(settled)).isEqualTo(Outcome.ABSENT);
        assertThat(settled.rival()).isNull();
        assertThat(tap(settled, of(Kind.SETTLE, Outcome.RECORDED, null), TWO, 51)
                        .verdict())
                .isEqualTo(Verdict.Kind.SAME);
    }

    @Test
    void oneTabletMayChangeItsMindAndTakeBackOnlyWhatItSaw() {
        DayRow changed = after(after(pupil, Outcome.RECORDED, ONE, 0), Outcome.FAILED, ONE, 1);
        assertThat(outcome(changed)).isEqualTo(Outcome.FAILED);
        assertThat(tap(changed, of(Kind.UNDO, Outcome.RECORDED, null), TWO, 2).verdict())
                .isEqualTo(Verdict.Kind.SAME);
        assertThat(tap(changed, of(Kind.UNDO, Outcome.FAILED, null), TWO, 2)
                        .row()
                        .result())
                .isNull();
    }

    @Test
    void aFailureWantsItsReasonAndACorrectionItsEvidence() {
        assertThat(tap(pupil, of(Kind.OUTCOME, Outcome.FAILED, " "), ONE, 0).verdict())
                .isEqualTo(Verdict.Kind.REFUSED);
        assertThat(tap(pupil, of(Kind.DIFFERS, null, null), ONE, 0).verdict()).isEqualTo(Verdict.Kind.REFUSED);
        assertThat(tap(pupil, of(Kind.FIXED, null, null), ONE, 0).verdict()).isEqualTo(Verdict.Kind.REFUSED);
        Result failed = after(pupil, Outcome.FAILED, ONE, 0).result();
        assertThat(Objects.requireNonNull(failed).reason()).isEqualTo("Iris");
    }
}
