/** What UU 27/2022 asks of the office: what is stored where and why, a person's access and correction, retention, and the register of incidents. */
@ApplicationModule(allowedDependencies = {"common", "staff", "documents", "platform"})
@NullMarked
package id.dukcapil.portal.privacy;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
