/** What the process stands on: the embedded database when none is configured, the gate in front of the connection pool, the clock, the queue of work for the scheduler. */
@ApplicationModule(allowedDependencies = {"common"})
@NullMarked
package id.dukcapil.portal.platform;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
