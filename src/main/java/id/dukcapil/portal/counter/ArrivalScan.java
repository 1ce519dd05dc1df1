package id.dukcapil.portal.counter;

import id.dukcapil.portal.common.OfficeCode;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Recognises what people show to the number machine, and records their arrival; procedures with bookings offer theirs as beans. */
public interface ArrivalScan {

    /** @return nothing when this is no code of the procedure */
    Optional<Answer> arrive(String scanned, OfficeCode office);

    /** What was scanned, as a sentence for a page that records no arrivals; nothing when this is no code of the procedure. */
    Optional<String> explain(String scanned);

    /** @param ticket the number of the person; null when {@code sentence} says why there is none */
    record Answer(@Nullable Ticket ticket, String sentence) {}
}
