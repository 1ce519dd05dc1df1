/** Words every room uses: value types that explain what is wrong with them, identifiers, and (in {@code ui}) the shared screen components. Knows no other module. */
@ApplicationModule(
        type = ApplicationModule.Type.OPEN,
        allowedDependencies = {})
@NullMarked
package id.dukcapil.portal.common;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
