package id.dukcapil.portal.cards.order;

import id.dukcapil.portal.common.AuditEvent;
import id.dukcapil.portal.common.procedure.CaseEvent;

/** A print order was asked for or has taken a step: the last of its history. Published inside its transaction. */
public record OrderMoved(OrderDetails order) implements CaseEvent {

    public static final String RECORD = "Pesanan cetak KTP-el";

    @Override
    public AuditEvent audit() {
        return order.last()
                .told(RECORD, order.number())
                .about(order.nik())
                .at(order.office())
                .because(order.last().reason());
    }
}
