package id.dukcapil.portal.staff;

import id.dukcapil.portal.common.StaffId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Somebody stands in for the head of the office, by a written mandate and between two dates.
 *
 * @param from first day, in the office's zone
 * @param until last day
 * @param number of the letter (surat perintah) that gives the mandate
 * @param issuedOn date of that letter
 * @param givenBy who entered it
 * @param revocation when it ended before its last day
 */
public record Mandate(
        UUID id,
        Kind kind,
        String position,
        StaffId deputy,
        String deputyName,
        LocalDate from,
        LocalDate until,
        String number,
        LocalDate issuedOn,
        String reason,
        Instant givenAt,
        String givenBy,
        @Nullable Revocation revocation) {

    /** Why somebody stands in; the two exclude each other. */
    public enum Kind {
        /** Pelaksana harian: the holder is away for a while. */
        PLH("Plh.", "Pelaksana harian"),
        /** Pelaksana tugas: the position is vacant. */
        PLT("Plt.", "Pelaksana tugas");

        private final String abbreviation;
        private final String label;

        Kind(String abbreviation, String label) {
            this.abbreviation = abbreviation;
            this.label = label;
        }

        /** As printed in front of the position: "Plh." */
        public String abbreviation() {
            return abbreviation;
        }

        public String label() {
            return label;
        }
    }

    /** A mandate that was ended early. */
    public record Revocation(Instant at, String by, String reason) {}

    /** Where a mandate stands on a day. */
    public enum State {
        COMING("Akan datang"),
        VALID("Berlaku"),
        EXPIRED("Selesai"),
        REVOKED("Dicabut");

        private final String label;

        State(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }
    }

    public State stateOn(LocalDate today) {
        if (revocation != null) {
            return State.REVOKED;
        }
        if (today.isBefore(from)) {
            return State.COMING;
        }
        return today.isAfter(until) ? State.EXPIRED : State.VALID;
    }
}
