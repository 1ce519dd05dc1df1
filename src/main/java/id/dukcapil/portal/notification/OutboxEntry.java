package id.dukcapil.portal.notification;

import id.dukcapil.portal.common.AfterCommit;
import id.dukcapil.portal.common.MailRequested;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Takes every mail that the business promises, inside its transaction, and sends it as soon as that has committed. */
@Component
class OutboxEntry {

    private final Outbox outbox;
    private final MailServer server;
    private final AfterCommit<MailRequested> promised;

    OutboxEntry(Outbox outbox, Delivery delivery, MailServer server) {
        this.outbox = outbox;
        this.server = server;
        this.promised = new AfterCommit<>(all -> delivery.wake());
    }

    @EventListener
    void promise(MailRequested request) {
        outbox.put(request, server.configured() ? MailStatus.WAITING : MailStatus.HELD, server.domain());
        promised.add(request);
    }
}
