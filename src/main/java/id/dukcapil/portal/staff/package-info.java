/** Who works here and where: the organisation and its offices, accounts, permissions and roles, and the security of the staff portal. */
@ApplicationModule(allowedDependencies = {"common", "platform"})
@NullMarked
package id.dukcapil.portal.staff;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
