/** When an office serves: holidays by date, opening hours with Friday and Ramadan rules (Perpres 21/2023). */
@ApplicationModule(allowedDependencies = {"common", "staff"})
@NullMarked
package id.dukcapil.portal.calendar;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
