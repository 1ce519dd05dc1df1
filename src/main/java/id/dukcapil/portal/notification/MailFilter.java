package id.dukcapil.portal.notification;

import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which mails a list shows.
 *
 * @param statuses empty means all
 * @param template null means all kinds
 * @param reference what the office calls the record, or the beginning of it; empty means all
 * @param from requested at or after that moment
 * @param until requested before that moment
 */
public record MailFilter(
        Set<MailStatus> statuses,
        @Nullable String template,
        String reference,
        @Nullable Instant from,
        @Nullable Instant until) {

    public MailFilter {
        statuses = Set.copyOf(statuses);
        reference = reference.strip();
    }

    public static MailFilter everything() {
        return new MailFilter(Set.of(), null, "", null, null);
    }

    public MailFilter withStatuses(Set<MailStatus> others) {
        return new MailFilter(others, template, reference, from, until);
    }
}
