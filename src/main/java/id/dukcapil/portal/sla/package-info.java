/**
 * Service standards as data: the written procedures with actors, requirements, times and legal basis; and the clock of a
 * case that is worked on by one of them.
 */
@ApplicationModule(
        allowedDependencies = {
            "common",
            "staff",
            "calendar",
            "platform",
            "platform :: pages",
            "documents",
            "documents :: export",
            "documents :: frozen",
            "documents :: numbers",
            "documents :: paper",
            "channel"
        })
@NullMarked
package id.dukcapil.portal.sla;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
