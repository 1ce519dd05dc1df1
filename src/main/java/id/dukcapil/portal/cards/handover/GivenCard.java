package id.dukcapil.portal.cards.handover;

import id.dukcapil.portal.common.Nik;
import id.dukcapil.portal.documents.upload.SafeFile;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A hand-over as the clerk filled it in.
 *
 * @param lastFour the last four digits of the NIK that stand on the card
 * @param relative who takes it of the same family card; null for the others
 * @param name and relation of a proxy; empty for the others
 * @param letter number and date of the proxy's letter
 * @param scan of that letter; null where the office has no scanner
 * @param oldNote serial, letter or explanation, as {@link OldCard#note} asks
 * @param strokes of the signature on the screen; empty when the receipt is signed on paper
 */
public record GivenCard(
        String lastFour,
        ReceiverKind kind,
        @Nullable Nik relative,
        String name,
        String relation,
        String letter,
        @Nullable LocalDate letterOn,
        @Nullable SafeFile scan,
        @Nullable OldCard old,
        String oldNote,
        String strokes,
        boolean onPaper) {

    /** To the holder, who signs. */
    public static GivenCard toHolder(String lastFour, OldCard old, String oldNote, String strokes) {
        return new GivenCard(
                lastFour, ReceiverKind.SELF, null, "", "", "", null, null, old, oldNote, strokes, strokes.isEmpty());
    }
}
