/**
 * SOP Bandung 28/2023: activation of the digital identity (IKD) in six steps, the daily report that follows from them, and
 * campaigns (jemput bola). Other modules use nothing of it yet.
 */
@ApplicationModule(
        allowedDependencies = {
            "common",
            "staff",
            "staff :: signin",
            "platform",
            "calendar",
            "documents",
            "documents :: frozen",
            "documents :: numbers",
            "documents :: paper",
            "population",
            "channel",
            "counter"
        })
@NullMarked
package id.dukcapil.portal.activation;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
