package id.dukcapil.portal.visits.day;

import id.dukcapil.portal.common.Nik;
import id.dukcapil.portal.population.Person;
import id.dukcapil.portal.visits.pupil.PupilVerdict;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A pupil of a visit as it stands.
 *
 * @param verdict what the register said before the visit
 * @param added on the spot
 * @param siak whether SIAK says what the birth certificate says; null before the comparison
 * @param result null before there is one
 * @param rival another result from another tablet, to be settled; null for none
 * @param order number of the print order; null before it is asked for
 */
public record DayRow(
        UUID id,
        Who who,
        PupilVerdict verdict,
        String finding,
        boolean added,
        @Nullable Compared siak,
        @Nullable Correction correction,
        @Nullable Result result,
        @Nullable Result rival,
        @Nullable String order) {

    /** @param nik null when none is known */
    public record Who(
            String name,
            String className,
            @Nullable String nisn,
            @Nullable Nik nik,
            @Nullable LocalDate birthDate) {}

    /** Step 4. */
    public record Compared(boolean same, Instant at, UUID device) {}

    /** @param doneAt when the operator of SIAK made it; null before */
    public record Correction(
            Operation.Fix fix,
            @Nullable Instant doneAt,
            @Nullable String doneBy) {}

    /** @param reason of a failure; null otherwise */
    public record Result(Outcome outcome, @Nullable String reason, Instant at, String by, UUID device) {}

    DayRow comparing(@Nullable Compared newSiak, @Nullable Correction newCorrection) {
        return new DayRow(id, who, verdict, finding, added, newSiak, newCorrection, result, rival, order);
    }

    DayRow with(@Nullable Result newResult, @Nullable Result newRival) {
        return new DayRow(id, who, verdict, finding, added, siak, correction, newResult, newRival, order);
    }

    /** The 17th birthday of a pupil who is to get a card and was younger on the given day. */
    Optional<LocalDate> seventeenAfter(LocalDate day) {
        LocalDate born = who.birthDate();
        return born != null
                        && result != null
                        && result.outcome().isForPrinting()
                        && born.isAfter(day.minusYears(Person.CARD_AGE))
                ? Optional.of(Person.seventeenthBirthday(born))
                : Optional.empty();
    }

    public boolean isCorrectionOpen() {
        return correction != null && correction.doneAt() == null;
    }
}
