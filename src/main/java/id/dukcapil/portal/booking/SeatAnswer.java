package id.dukcapil.portal.booking;

import id.dukcapil.portal.channel.FirstAnswer;
import org.jspecify.annotations.Nullable;

/** What came of a {@link SeatRequest}. */
sealed interface SeatAnswer {

    /** @param first what is kept for the same request when it comes again; absent without a key, and for a refusal */
    record Decided(BookingDecision decision, @Nullable FirstAnswer first) implements SeatAnswer {}

    /** The key has been answered before, perhaps to another request. */
    record Before(FirstAnswer answer) implements SeatAnswer {}

    /** Something about this request alone went wrong; nothing of it is stored. */
    record Failed(RuntimeException why) implements SeatAnswer {}
}
