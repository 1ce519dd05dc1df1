package id.dukcapil.portal.cards.order;

import id.dukcapil.portal.common.Actor;
import id.dukcapil.portal.common.AuditEvent;
import id.dukcapil.portal.common.CaseMoved;
import id.dukcapil.portal.common.Permission;
import id.dukcapil.portal.common.StaffNotice;
import id.dukcapil.portal.common.procedure.CaseEvent;
import id.dukcapil.portal.common.procedure.ProcedureDefinition;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A print order was asked for or has taken a step: the last of its history. Published inside its transaction. */
public record OrderMoved(OrderDetails order) implements CaseEvent {

    public static final String RECORD = "Pesanan cetak KTP-el";

    public static final ProcedureDefinition PROCEDURE = new ProcedureDefinition("kantor-cetak-ktp-el");

    @Override
    public AuditEvent audit() {
        return order.last()
                .told(RECORD, order.number())
                .about(order.nik())
                .at(order.office())
                .because(order.last().reason());
    }

    /** Steps within one row, with the same party to act, do not concern the clock; nor does an order from before the standard. */
    @Override
    public @Nullable CaseMoved clock() {
        var step = order.last();
        OrderStatus from = step.from();
        OrderStatus to = step.to();
        boolean same = from != null && Objects.equals(from.row(), to.row()) && from.waitingFor() == to.waitingFor();
        return same || !order.measured()
                ? null
                : PROCEDURE.moved(
                        order.id(),
                        order.number(),
                        order.office(),
                        from,
                        to,
                        step.at(),
                        new Actor(step.actorKind(), step.actorId(), step.actor()));
    }

    /** The print room that gets it hears of it. */
    @Override
    public @Nullable StaffNotice notice() {
        return order.last().action() == OrderAction.MOVE
                ? new StaffNotice(
                        "Pesanan cetak dipindahkan ke sini",
                        "Pesanan %s dipindahkan ke kantor ini.".formatted(order.number()),
                        "antrean-cetak?kantor=%s&pesanan=%s".formatted(order.office(), order.number()),
                        new StaffNotice.Audience.Lane(Permission.CARDS_PRINT, order.office(), null))
                : null;
    }
}
