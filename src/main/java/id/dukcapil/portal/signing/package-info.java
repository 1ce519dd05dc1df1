/** Electronic signatures (TTE): one port for whoever signs, the keystore of the portal or BSrE, and the log of what was signed. */
@ApplicationModule(
        allowedDependencies = {
            "common",
            "platform",
            "platform :: pages",
            "staff",
            "staff :: signin",
            "documents",
            "documents :: numbers",
            "documents :: upload",
            "channel"
        })
@NullMarked
package id.dukcapil.portal.signing;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
