package id.dukcapil.portal.notification;

import id.dukcapil.portal.common.MailRequested;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionPhase;
import org.springframework.transaction.event.TransactionalEventListener;

/** Takes every mail that the business promises, inside its transaction, and sends it as soon as that has committed. */
@Component
class OutboxEntry {

    private final Outbox outbox;
    private final Delivery delivery;
    private final MailServer server;

    OutboxEntry(Outbox outbox, Delivery delivery, MailServer server) {
        this.outbox = outbox;
        this.delivery = delivery;
        this.server = server;
    }

    @EventListener
    void promise(MailRequested request) {
        outbox.put(request, server.configured() ? MailStatus.WAITING : MailStatus.HELD, server.domain());
    }

    @TransactionalEventListener(phase = TransactionPhase.AFTER_COMMIT)
    void send(MailRequested promised) {
        delivery.wake();
    }
}
