/** The way in for other systems: API clients and their keys, scopes, rate limits, idempotency, and problem responses (RFC 9457). */
@ApplicationModule(allowedDependencies = {"common", "platform", "staff", "staff :: signin"})
@NullMarked
package id.dukcapil.portal.channel;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
