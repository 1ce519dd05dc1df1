/** Service standards as data: the written procedures with actors, requirements, times and legal basis. */
@ApplicationModule(allowedDependencies = {"common", "staff"})
@NullMarked
package id.dukcapil.portal.sla;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
