package id.dukcapil.portal.counter.queue;

import id.dukcapil.portal.common.StaffId;
import id.dukcapil.portal.counter.TicketId;
import id.dukcapil.portal.counter.queue.Due.Basis;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A number that was called to a counter.
 *
 * @param reason why this one, as a sentence for the clerk
 * @param overtaken people of the same services who came earlier and still wait
 * @param times how often it was called, the first time included
 * @param answeredAt when the person stood at the counter; null before
 */
public record Call(
        UUID id,
        TicketId ticket,
        UUID desk,
        int deskNumber,
        @Nullable StaffId staff,
        Basis basis,
        String reason,
        int overtaken,
        int times,
        Instant calledAt,
        Instant announcedAt,
        @Nullable Instant answeredAt) {

    enum Outcome {
        FINISHED,
        CONTINUED,
        NO_SHOW,
        HELD,
        TRANSFERRED,
        TAKEN_BACK,
        /** The counter was closed, or the day was over. */
        LEFT
    }
}
