package id.dukcapil.portal.cards.destruction;

import id.dukcapil.portal.cards.destruction.SpoiltBox.Spoilt;
import id.dukcapil.portal.common.OfficeCode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A batch of cards that is destroyed together.
 *
 * @param number of its berita acara; null until it is destroyed
 * @param lines what the box held when the batch was taken out
 * @param manner how it is destroyed: "dibakar"
 * @param intact false when the row was changed outside the portal after it was frozen
 */
public record Destruction(
        UUID id,
        @Nullable String number,
        OfficeCode office,
        List<Line> lines,
        @Nullable UUID countedBy,
        String countedName,
        Instant countedAt,
        @Nullable String secondName,
        List<Witness> witnesses,
        @Nullable String manner,
        @Nullable Instant destroyedAt,
        @Nullable String hash,
        boolean intact) {

    /** @param district six digits; null where nobody knows the kecamatan */
    public record Line(SpoiltCause cause, @Nullable String district, int cards) {

        /** The line of the box that takes it out. */
        Spoilt outOf(Destruction batch, String number, LocalDate day) {
            return new Spoilt(batch.office(), new SpoiltCard(cause, district), -cards, null, number, day, batch.id());
        }
    }

    /** @param title "Kepala Seksi Penegakan" @param agency "Satpol PP Kabupaten Bandung" */
    public record Witness(String name, String title, String agency) {}

    public Destruction {
        lines = List.copyOf(lines);
        witnesses = List.copyOf(witnesses);
    }

    public int cards() {
        return lines.stream().mapToInt(Line::cards).sum();
    }

    public boolean isDestroyed() {
        return number != null;
    }

    public boolean isCountedByTwo() {
        return secondName != null;
    }

    Destruction altered() {
        return new Destruction(
                id,
                number,
                office,
                lines,
                countedBy,
                countedName,
                countedAt,
                secondName,
                witnesses,
                manner,
                destroyedAt,
                hash,
                false);
    }
}
