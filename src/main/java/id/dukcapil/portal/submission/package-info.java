/** SOP Bandung 31/2023, steps 1 to 7: requests to print a Kartu Keluarga, from intake to verified. */
@ApplicationModule(
        allowedDependencies = {
            "common",
            "staff",
            "documents",
            "documents :: numbers",
            "documents :: upload",
            "population",
            "channel",
            "calendar"
        })
@NullMarked
package id.dukcapil.portal.submission;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
