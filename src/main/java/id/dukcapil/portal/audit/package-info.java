/** Who did what to which record: an append-only trail, sealed into a signed hash chain, that shows every later edit. Listens to events; nobody depends on it. */
@ApplicationModule(allowedDependencies = {"common", "staff"})
@NullMarked
package id.dukcapil.portal.audit;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
