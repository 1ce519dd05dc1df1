package id.dukcapil.portal.notification;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * One line under the bell: one notice, or several of a kind that are all read or all unread.
 *
 * @param ids of the notices it stands for, the newest first
 * @param at when the newest came
 * @param link where to go, relative to the portal
 * @param read whether the person who looks has read it
 */
public record Notice(List<UUID> ids, Instant at, String kind, String text, String link, boolean read) {

    public Notice {
        ids = List.copyOf(ids);
    }
}
