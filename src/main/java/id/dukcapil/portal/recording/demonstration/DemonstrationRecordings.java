package id.dukcapil.portal.recording.demonstration;

import id.dukcapil.portal.calendar.WorkingTimes;
import id.dukcapil.portal.common.InventedYear;
import id.dukcapil.portal.common.OfficeCode;
import id.dukcapil.portal.common.SetUpStep;
import id.dukcapil.portal.recording.process.RecordingPhase;
import id.dukcapil.portal.staff.Office;
import id.dukcapil.portal.staff.Offices;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Random;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * A year of recordings of invented people: most of them successful, some returned, recorded already or repeated. At one UKL many
 * of the last 30 days and of today, with one person at every step now. Entered once, into an empty table, the same every time for
 * one day.
 */
@Component
@Order(63)
@ConditionalOnBooleanProperty({"portal.demonstration", "portal.recording.demonstration"})
class DemonstrationRecordings implements SetUpStep {

    private static final OfficeCode PLACE = new OfficeCode("320437");
    private static final int DAYS = 30;
    private static final int A_DAY = 12;
    private static final double A_DAY_ELSEWHERE = 1.5;
    private static final LocalTime OPENS = LocalTime.of(8, 5);
    private static final int MINUTES_OPEN = 380;
    private static final int SEED = 39_2019;

    private final RecordingWriter writer;
    private final Offices offices;
    private final WorkingTimes workingTimes;
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final Clock clock;
    private final Random dice = new Random(SEED);

    DemonstrationRecordings(
            RecordingWriter writer,
            Offices offices,
            WorkingTimes workingTimes,
            JdbcClient jdbc,
            TransactionTemplate transaction,
            Clock clock) {
        this.writer = writer;
        this.offices = offices;
        this.workingTimes = workingTimes;
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.clock = clock;
    }

    @Override
    public void enter() {
        boolean used = jdbc.sql("SELECT EXISTS (SELECT 1 FROM recording_case)")
                .query(Boolean.class)
                .single();
        if (!used) {
            offices.find(PLACE).ifPresent(office -> transaction.executeWithoutResult(status -> invent(office)));
        }
    }

    void invent(Office office) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), office.timeZone());
        for (LocalDate day = today.minusDays(DAYS); day.isBefore(today); day = day.plusDays(1)) {
            if (day.getDayOfWeek() != DayOfWeek.SATURDAY && day.getDayOfWeek() != DayOfWeek.SUNDAY) {
                Instant opens = day.atTime(OPENS).atZone(office.timeZone()).toInstant();
                people(office, opens, Duration.ofMinutes(MINUTES_OPEN));
            }
        }
        theRunningDay(office, today);
        InventedYear.PLACES.forEach(place -> offices.find(place).ifPresent(one -> aYear(one, today)));
        writer.flush();
    }

    private void aYear(Office office, LocalDate today) {
        LocalDate until = office.code().equals(PLACE) ? today.minusDays(DAYS) : today;
        new InventedYear(today)
                .arrivals(office.timeZone(), workingTimes.of(office.code())::includes, until, A_DAY_ELSEWHERE, dice)
                .forEach(begun -> writer.person(office, begun, ended()));
    }

    private void people(Office office, Instant from, Duration open) {
        for (int i = 0; i < A_DAY; i++) {
            writer.person(office, from.plus(open.multipliedBy(i).dividedBy(A_DAY)), ended());
        }
    }

    private Story ended() {
        int pace = dice.nextInt(90);
        int fate = dice.nextInt(100);
        if (fate < 10) {
            return Story.returned(pace);
        }
        if (fate < 22) {
            return Story.already(pace);
        }
        return fate < 28 ? Story.secondAttempt(pace) : Story.recorded(pace);
    }

    /** People who have been served since the morning, and one at every step now. */
    private void theRunningDay(Office office, LocalDate today) {
        Instant now = clock.instant();
        Instant morning = today.atTime(OPENS).atZone(office.timeZone()).toInstant();
        Duration since = Duration.between(morning, now.minus(Duration.ofMinutes(45)));
        if (since.isPositive()) {
            people(
                    office,
                    morning,
                    since.compareTo(Duration.ofMinutes(MINUTES_OPEN)) > 0 ? Duration.ofMinutes(MINUTES_OPEN) : since);
        }
        List.of(
                        Story.opened(),
                        Story.checked(20),
                        Story.forwarded(40),
                        Story.forwarded(10),
                        Story.recording(15),
                        Story.unsuccessful(10))
                .forEach(story ->
                        writer.person(office, now.minusSeconds(40L + dice.nextInt(60) + story.seconds()), story));
    }

    /** Whom a story needs: the register has to agree with it. */
    static String condition(RecordingPhase phase) {
        return switch (phase) {
            case FINISHED, RECORDED ->
                "recording_status IN ('BIO_CAPTURED', 'PROCESSING', 'SENT_FOR_ENROLLMENT',"
                        + " 'RECEIVED_AT_CENTRAL', 'PRINT_READY_RECORD')";
            case ALREADY_RECORDED -> "recording_status = 'CARD_ISSUED'";
            case ARRIVED, CHECKING, BIOMETRIC_CHECK, FORWARDED, RECORDING, UNSUCCESSFUL, RETURNED, NOT_RECORDED, LEFT ->
                "recording_status = 'UNREGISTERED'";
        };
    }
}
