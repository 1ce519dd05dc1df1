/** How the portal itself is doing: its background jobs with their history, and the state of everything it stands on. */
@ApplicationModule(allowedDependencies = {"common", "staff", "documents", "platform"})
@NullMarked
package id.dukcapil.portal.operations;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
