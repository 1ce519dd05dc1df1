package id.dukcapil.portal.population.demonstration;

import static id.dukcapil.portal.population.RecordingStatus.*;

import id.dukcapil.portal.population.RecordingStatus;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Decides where each invented person's KTP-el stands: about a third of the adults wait for their card to be printed. */
final class CardHistory {

    private static final double READY_TO_PRINT = 0.325;
    /** Multiples of it spread evenly over the unit interval, so the share above holds for few people as for many. */
    private static final double GOLDEN_RATIO = 0.618033988749895;

    private static final int RECORDED_FROM_AGE = 16;
    private static final int CARD_AGE = 17;
    private static final LocalDate FIRST_CARDS = LocalDate.of(2012, 1, 2);

    private static final List<RecordingStatus> UNDER_WAY = List.of(
            BIO_CAPTURED,
            BIO_CAPTURED,
            PROCESSING,
            SENT_FOR_ENROLLMENT,
            SENT_FOR_ENROLLMENT,
            RECEIVED_AT_CENTRAL,
            ENROLL_FAILURE_AT_CENTRAL,
            ENROLL_FAILURE_AT_REGIONAL,
            SEARCH_FAILURE_AT_CENTRAL,
            ADJUDICATE_RECORD,
            REQUEST_VALIDATION,
            DUPLICATE_RECORD,
            SENT_FOR_CARD_PRINTING,
            CARD_PRINTED,
            CARD_SHIPPED);

    private final Dice dice;
    private final LocalDate today;
    private int adults;

    CardHistory(Dice dice, LocalDate today) {
        this.dice = dice;
        this.today = today;
    }

    RecordingStatus statusAt(int age) {
        if (age < RECORDED_FROM_AGE) {
            return UNREGISTERED;
        }
        if (age < CARD_AGE) {
            int drawn = dice.between(1, 20);
            return drawn <= 13 ? UNREGISTERED : drawn <= 16 ? BIO_CAPTURED : PRINT_READY_RECORD;
        }
        if (++adults * GOLDEN_RATIO % 1 < READY_TO_PRINT) {
            return PRINT_READY_RECORD;
        }
        if (dice.chance(age == CARD_AGE ? 0.5 : 0.05)) {
            return UNREGISTERED;
        }
        return dice.chance(0.14) ? dice.pick(UNDER_WAY) : CARD_ISSUED;
    }

    /** A moment of an office day after the person could be recorded; cards came years ago, cases under way recently. */
    @Nullable
    Instant since(RecordingStatus status, LocalDate birthDate) {
        if (status == UNREGISTERED) {
            return null;
        }
        LocalDate possible = birthDate.plusYears(status == CARD_ISSUED ? CARD_AGE : RECORDED_FROM_AGE);
        LocalDate earliest = status == CARD_ISSUED ? FIRST_CARDS : today.minusDays(status.readyToPrint() ? 420 : 75);
        LocalDate from = possible.isAfter(earliest) ? possible : earliest;
        int days = (int) (today.toEpochDay() - from.toEpochDay());
        LocalDate day = from.plusDays(dice.between(0, Math.max(days, 0)));
        LocalTime time = LocalTime.of(1, 0).plusMinutes(dice.between(0, 479));
        return day.atTime(time).toInstant(ZoneOffset.UTC);
    }
}
