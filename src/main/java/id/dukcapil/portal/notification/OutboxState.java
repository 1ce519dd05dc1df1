package id.dukcapil.portal.notification;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How the outbox is doing.
 *
 * @param connected whether there is a mail server to deliver to
 * @param server which one, or why there is none
 * @param oldestWaiting age of the mail that has waited longest; null when none waits
 * @param silent the server did not answer when it was last needed
 */
public record OutboxState(
        boolean connected, String server, @Nullable Duration oldestWaiting, boolean silent) {}
