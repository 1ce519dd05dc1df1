package id.dukcapil.portal.visits.day;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One tap on a tablet.
 *
 * @param id given by the tablet, ordered by time; the same tap has the same one however often it is sent
 * @param seq place among the taps of this tablet on this visit, from 1
 * @param at clock of the tablet in milliseconds, which may be wrong
 * @param pupil row of the visit; of {@link Kind#ADD} the row that comes into being
 * @param owner identifier of who tapped
 * @param ownerName of who tapped
 * @param outcome of {@link Kind#OUTCOME} and {@link Kind#SETTLE}; of {@link Kind#UNDO} the one that was seen
 * @param reason of a failure
 * @param fix of {@link Kind#DIFFERS}
 * @param added of {@link Kind#ADD}
 */
public record Operation(
        UUID id,
        int seq,
        long at,
        Kind kind,
        UUID pupil,
        @Nullable UUID owner,
        @Nullable String ownerName,
        @Nullable Outcome outcome,
        @Nullable String reason,
        @Nullable Fix fix,
        @Nullable Added added) {

    /** Which tap. */
    public enum Kind {
        /** Step 4: SIAK says what the birth certificate says. */
        SAME,
        /** Step 5: it does not, and is to be corrected. */
        DIFFERS,
        OUTCOME,
        /** Takes back comparison and outcome. */
        UNDO,
        /** Decides between two outcomes. */
        SETTLE,
        /** A pupil who is not on the list. */
        ADD,
        /** The operator of SIAK has made the correction. */
        FIXED
    }

    /** @param evidence kind and number of the paper that says so */
    public record Fix(String field, String before, String after, String evidence) {}

    /** @param nik empty when it is not known */
    public record Added(
            String name,
            String nisn,
            String nik,
            String className,
            @Nullable LocalDate birthDate) {}
}
