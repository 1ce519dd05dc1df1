/** What the portal promises to send: the e-mail outbox and its templates. Listens to events; nobody depends on it. */
@ApplicationModule(allowedDependencies = {"common", "platform", "staff", "documents"})
@NullMarked
package id.dukcapil.portal.notification;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
