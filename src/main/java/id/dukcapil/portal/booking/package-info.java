/** SOP Bandung 28/2024, booking of the KTP-el print queue: quota calendar, bookings, queue numbers and tickets. */
@ApplicationModule(
        allowedDependencies = {
            "common",
            "staff",
            "staff :: signin",
            "platform",
            "platform :: pages",
            "calendar",
            "cards",
            "counter",
            "documents",
            "documents :: export",
            "population",
            "channel"
        })
@NullMarked
package id.dukcapil.portal.booking;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
