/**
 * The hall: numbers, counters, calls and the waiting-room board. Procedures ask {@link id.dukcapil.portal.counter.Tickets}
 * for tickets; this module knows no procedure and tells what happened by
 * {@link id.dukcapil.portal.counter.TicketEvent}.
 */
@ApplicationModule(
        allowedDependencies = {
            "common",
            "staff",
            "staff :: signin",
            "platform",
            "platform :: pages",
            "calendar",
            "documents",
            "population"
        })
@NullMarked
package id.dukcapil.portal.counter;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
