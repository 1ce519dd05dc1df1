package id.dukcapil.portal.notification;

import java.time.Instant;
import java.util.UUID;

/**
 * One line under the bell.
 *
 * @param link where to go, relative to the portal
 * @param read whether the person who looks has read it
 */
public record Notice(UUID id, Instant at, String kind, String text, String link, boolean read) {}
