package id.dukcapil.portal.submission;

import id.dukcapil.portal.common.OfficeCode;
import org.jspecify.annotations.Nullable;

/**
 * Which requests the inbox shows and in which order. A text is looked for in all queues, whatever their reason and age, the
 * newest first: who searches for a person wants every request of that person.
 *
 * @param office only of this one; none for all within reach
 * @param reasonCode of form F-1.02; none for all
 * @param text a number or its beginning, a NIK or KK number, or words of the applicant's name; empty for none
 */
public record InboxFilter(
        InboxQueue queue,
        @Nullable OfficeCode office,
        @Nullable String reasonCode,
        InboxWindow window,
        String text,
        InboxOrder order) {

    public InboxFilter {
        text = text.strip();
        if (!text.isEmpty()) {
            queue = InboxQueue.ALL;
            reasonCode = null;
            window = InboxWindow.ANY;
            order = InboxOrder.NEWEST;
        }
        if (queue == InboxQueue.LATE) {
            window = InboxWindow.LATE;
        }
        order = window.orderFor(order);
    }

    public static InboxFilter of(InboxQueue queue) {
        return new InboxFilter(queue, null, null, InboxWindow.ANY, "", InboxOrder.DUE);
    }
}
