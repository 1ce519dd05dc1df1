package id.dukcapil.portal.sla;

import static id.dukcapil.portal.common.WaitingFor.APPLICANT;
import static id.dukcapil.portal.common.WaitingFor.OFFICE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import id.dukcapil.portal.calendar.OfficeDay;
import id.dukcapil.portal.calendar.Period;
import id.dukcapil.portal.calendar.ServiceWeek;
import id.dukcapil.portal.calendar.WorkingTime;
import id.dukcapil.portal.common.OfficeCode;
import id.dukcapil.portal.common.WaitingFor;
import id.dukcapil.portal.sla.ClockReading.State;
import id.dukcapil.portal.sla.stay.Stay;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * Cases calculated by hand with the times of SOP Bandung 31/2023: five minutes for step 6 (operator), 7 (verifier) and
 * 8 (head of the office), fifteen for step 9 (system); hours of Perpres 21/2023.
 */
class CaseClockTest {

    private static final ZoneId WIB = ZoneId.of("Asia/Jakarta");
    private static final CaseTargets SOP_31 = new CaseTargets(Map.of(
            6, Duration.ofMinutes(5), 7, Duration.ofMinutes(5), 8, Duration.ofMinutes(5), 9, Duration.ofMinutes(15)));
    private static final Set<LocalDate> CHRISTMAS = Set.of(LocalDate.of(2026, 12, 24), LocalDate.of(2026, 12, 25));

    @Test
    void aCaseThatComesInOnFridayEveningAndIsWorkedOnMondayHasCostTheOfficeMinutes() {
        // In after closing on Friday 27 November; operator until Monday 07.33, verifier until 07.39
        ClockReading reading = read(
                "2026-11-30T07:41",
                stay(6, OFFICE, "2026-11-27T17:10", "2026-11-30T07:33"),
                stay(7, OFFICE, "2026-11-30T07:33", "2026-11-30T07:39"),
                stay(8, OFFICE, "2026-11-30T07:39", null));

        assertThat(reading.steps())
                .containsExactly(
                        new StepReading(6, minutes(3), minutes(0), minutes(0), minutes(5), null),
                        new StepReading(7, minutes(6), minutes(0), minutes(0), minutes(5), at("2026-11-30T07:38")),
                        new StepReading(8, minutes(2), minutes(0), minutes(0), minutes(5), at("2026-11-30T07:44")));
        assertThat(reading.steps()).extracting(StepReading::isBreached).containsExactly(false, true, false);
        assertThat(reading.spent()).isEqualTo(minutes(11));
        assertThat(reading.target()).isEqualTo(minutes(30));
        assertThat(reading.isBreached()).isFalse();
        assertThat(reading.due()).isEqualTo(at("2026-11-30T08:00"));
        assertThat(reading.present()).contains(reading.steps().getLast());
        assertThat(reading.state()).isEqualTo(State.RUNNING);
    }

    @Test
    void christmasAndTheWeekendAfterItAreNotTheOfficesTime() {
        // Three minutes before closing on Wednesday 23 December, then closed until Monday the 28th
        ClockReading reading = read("2026-12-26T10:00", stay(6, OFFICE, "2026-12-23T15:57", null));

        assertThat(reading.spent()).isEqualTo(minutes(3));
        assertThat(reading.present().orElseThrow().due()).isEqualTo(at("2026-12-28T07:32"));
        assertThat(reading.due()).isEqualTo(at("2026-12-28T07:57"));
    }

    @Test
    void aBreakdownIsTakenOutAsFarAsItLiesInWorkingTime() {
        // Broken from 11.50 to 13.05: ten minutes before the rest and five after it
        var broken = new ClockPause(at("2026-11-23T11:50"), at("2026-11-23T13:05"), "SIAK tidak dapat diakses");
        ClockReading reading = CaseClock.read(
                new CaseHistory(
                        List.of(
                                stay(6, OFFICE, "2026-11-23T11:46", "2026-11-23T13:06"),
                                stay(7, OFFICE, "2026-11-23T13:06", null)),
                        List.of(broken)),
                SOP_31,
                office(),
                at("2026-11-23T13:08"));

        StepReading operator = reading.steps().getFirst();
        assertThat(operator.spent()).isEqualTo(minutes(5));
        assertThat(operator.paused()).isEqualTo(minutes(15));
        assertThat(operator.isBreached()).isFalse();
        assertThat(reading.spent()).isEqualTo(minutes(7));
        assertThat(reading.due()).isEqualTo(at("2026-11-23T13:31"));
    }

    @Test
    void whileSomethingIsBrokenNobodyCanSayWhenTheCaseIsDue() {
        var broken = new ClockPause(at("2026-11-23T09:02"), null, "Jaringan terputus");
        ClockReading reading = CaseClock.read(
                new CaseHistory(List.of(stay(6, OFFICE, "2026-11-23T09:00", null)), List.of(broken)),
                SOP_31,
                office(),
                at("2026-11-23T10:00"));

        assertThat(reading.state()).isEqualTo(State.PAUSED);
        assertThat(reading.spent()).isEqualTo(minutes(2));
        assertThat(reading.paused()).isEqualTo(minutes(58));
        assertThat(reading.due()).isNull();
    }

    @Test
    void anAnnouncedEndOfABreakdownMovesTheDueInstant() {
        var broken = new ClockPause(at("2026-11-23T09:02"), at("2026-11-23T11:00"), "Pemeliharaan server");
        ClockReading reading = CaseClock.read(
                new CaseHistory(List.of(stay(6, OFFICE, "2026-11-23T09:00", null)), List.of(broken)),
                SOP_31,
                office(),
                at("2026-11-23T10:00"));

        assertThat(reading.state()).isEqualTo(State.PAUSED);
        assertThat(reading.present().orElseThrow().due()).isEqualTo(at("2026-11-23T11:03"));
    }

    @Test
    void whileTheApplicantCompletesTheRequestOnlyHisTimeRuns() {
        ClockReading reading = read(
                "2026-11-25T10:00",
                stay(6, OFFICE, "2026-11-23T09:00", "2026-11-23T09:04"),
                stay(6, APPLICANT, "2026-11-23T09:04", null));

        assertThat(reading.state()).isEqualTo(State.WITH_APPLICANT);
        assertThat(reading.spent()).isEqualTo(minutes(4));
        assertThat(reading.citizen()).isEqualTo(Duration.ofHours(48).plusMinutes(56));
        assertThat(reading.due()).isNull();
    }

    @Test
    void aStepThatIsEnteredAgainGoesOnWithTheTimeItHasLeft() {
        // Four minutes were used before the return, so one is left after it
        ClockReading reading = read(
                "2026-11-25T10:02",
                stay(6, OFFICE, "2026-11-23T09:00", "2026-11-23T09:04"),
                stay(6, APPLICANT, "2026-11-23T09:04", "2026-11-25T10:00"),
                stay(6, OFFICE, "2026-11-25T10:00", null));

        StepReading operator = reading.present().orElseThrow();
        assertThat(operator.spent()).isEqualTo(minutes(6));
        assertThat(operator.due()).isEqualTo(at("2026-11-25T10:01"));
        assertThat(operator.isBreached()).isTrue();
    }

    @Test
    void aStepWithoutAPrintedTimeIsMeasuredButNeverLate() {
        ClockReading reading = read("2026-11-23T15:00", stay(3, OFFICE, "2026-11-23T09:00", null));

        StepReading step = reading.present().orElseThrow();
        assertThat(step.spent()).isEqualTo(Duration.ofHours(5));
        assertThat(step.target()).isNull();
        assertThat(step.due()).isNull();
        assertThat(step.isBreached()).isFalse();
        // The whole case is late all the same
        assertThat(reading.isBreached()).isTrue();
    }

    @Test
    void aCaseThatHasEndedStandsStillForEver() {
        CaseInterval[] stays = {
            stay(6, OFFICE, "2026-11-23T09:00", "2026-11-23T09:03"),
            stay(7, WaitingFor.NOBODY, "2026-11-23T09:03", null)
        };

        assertThat(read("2026-11-24T09:00", stays)).isEqualTo(read("2027-11-24T09:00", stays));
        assertThat(read("2026-11-24T09:00", stays).state()).isEqualTo(State.ENDED);
        assertThat(read("2026-11-24T09:00", stays).present()).isEmpty();
    }

    @Test
    void aCaseIsNeverInTwoPlacesAtOnce() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new CaseHistory(
                        List.of(stay(6, OFFICE, "2026-11-23T09:00", null), stay(7, OFFICE, "2026-11-23T09:03", null)),
                        List.of()));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new CaseHistory(
                        List.of(
                                stay(6, OFFICE, "2026-11-23T09:00", "2026-11-23T09:05"),
                                stay(7, OFFICE, "2026-11-23T09:04", null)),
                        List.of()));
    }

    @Test
    void aStayStandsInTheLedgerByTheClocksOfItsOffice() {
        ZoneId wita = ZoneId.of("Asia/Makassar");
        // 07.30 in Bandung, where the day begins; in Makassar it is 08.30 and the office has been open for an hour
        var history = new CaseHistory(List.of(stay(6, OFFICE, "2026-11-23T07:00", "2026-11-23T07:30")), List.of());
        var place = new CaseBook.FollowedCase(new OfficeCode("320410"), "bandung-31-2023");
        List<Stay> east = CaseClock.over(
                UUID.randomUUID(), place, Collections.singletonList(null), history, SOP_31, office(wita));
        List<Stay> west =
                CaseClock.over(UUID.randomUUID(), place, Collections.singletonList(null), history, SOP_31, office(WIB));
        assertThat(east.getFirst().began()).isEqualTo("2026-11-23T08:00");
        assertThat(east.getFirst().worked()).isEqualTo(30 * 60);
        assertThat(west.getFirst().began()).isEqualTo("2026-11-23T07:00");
        assertThat(west.getFirst().worked()).isZero();
    }

    @Test
    void whatEndsBeforeItBeginsOrHasNoReasonIsRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> stay(6, OFFICE, "2026-11-23T09:00", "2026-11-23T08:59"));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ClockPause(at("2026-11-23T09:00"), at("2026-11-23T08:59"), "Listrik padam"));
        assertThatIllegalArgumentException().isThrownBy(() -> new ClockPause(at("2026-11-23T09:00"), null, " "));
    }

    private static ClockReading read(String now, CaseInterval... stays) {
        return CaseClock.read(new CaseHistory(List.of(stays), List.of()), SOP_31, office(), at(now));
    }

    private static CaseInterval stay(int step, WaitingFor party, String from, @Nullable String to) {
        return new CaseInterval(step, party, at(from), to == null ? null : at(to));
    }

    private static WorkingTime office() {
        return office(WIB);
    }

    private static WorkingTime office(ZoneId zone) {
        var week =
                ServiceWeek.statutory(Period.NORMAL, LocalDate.of(2026, 1, 1)).hours();
        return WorkingTime.of(
                zone,
                month -> month.atDay(1)
                        .datesUntil(month.plusMonths(1).atDay(1))
                        .map(date -> new OfficeDay(
                                date, CHRISTMAS.contains(date) ? null : week.get(date.getDayOfWeek()), null))
                        .toList());
    }

    private static Duration minutes(long minutes) {
        return Duration.ofMinutes(minutes);
    }

    private static Instant at(String wib) {
        return LocalDateTime.parse(wib).atZone(WIB).toInstant();
    }
}
