/**
 * SOP Bandung 31/2023, steps 9 and 10: a signed document is released for printing with a QR code and a PIN, and a kiosk
 * hands it out once. Whoever signs calls {@link id.dukcapil.portal.delivery.Releases}; this module depends on nobody's
 * cases.
 */
@ApplicationModule(allowedDependencies = {"common", "staff", "staff :: signin", "documents", "channel", "platform"})
@NullMarked
package id.dukcapil.portal.delivery;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
