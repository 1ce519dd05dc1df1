/** The house around the rooms: application shell, main layout with role-based navigation, login, home and error pages. */
@ApplicationModule(allowedDependencies = {"common", "staff", "staff :: signin", "channel"})
@NullMarked
package id.dukcapil.portal.shell;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
