/**
 * SOP Bandung 31/2023: requests to print a Kartu Keluarga, from intake to verified, and what the signing room and the
 * delivery then report about them.
 */
@ApplicationModule(
        allowedDependencies = {
            "common",
            "staff",
            "staff :: signin",
            "documents",
            "signing",
            "delivery",
            "platform",
            "documents :: numbers",
            "documents :: upload",
            "population",
            "channel",
            "calendar",
            "counter"
        })
@NullMarked
package id.dukcapil.portal.submission;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
