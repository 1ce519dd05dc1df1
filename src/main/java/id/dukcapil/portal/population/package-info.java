/** The office's view of SIAK: people and families with their KTP-el life-cycle status, regions and official code lists. */
@ApplicationModule(allowedDependencies = {"common", "platform", "staff", "documents", "documents :: table", "channel"})
@NullMarked
package id.dukcapil.portal.population;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
