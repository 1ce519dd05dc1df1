package id.dukcapil.portal.activation.process;

import id.dukcapil.portal.common.Actor;
import id.dukcapil.portal.common.AuditEvent;
import id.dukcapil.portal.common.CaseMoved;
import id.dukcapil.portal.common.Masking;
import id.dukcapil.portal.common.Permission;
import id.dukcapil.portal.common.StaffNotice;
import id.dukcapil.portal.common.procedure.CaseEvent;
import id.dukcapil.portal.common.procedure.ProcedureDefinition;
import id.dukcapil.portal.common.procedure.StepTaken;
import org.jspecify.annotations.Nullable;

/** An activation was begun or has taken a step, the last of its history. Published inside the business transaction. */
public record ActivationMoved(ActivationDetails activation) implements CaseEvent {

    public static final ProcedureDefinition PROCEDURE = new ProcedureDefinition("bandung-28-2023");

    static final String RECORD = "Aktivasi IKD";

    public StepTaken<ActivationStatus, ActivationAction> act() {
        return activation.last();
    }

    @Override
    public AuditEvent audit() {
        AuditEvent told = act().told(RECORD, activation.number())
                .about(activation.nik())
                .at(activation.office())
                .because(act().reason());
        String email = activation.email();
        return act().action() == ActivationAction.CHANGE_EMAIL && email != null
                ? told.changing("Surel", null, Masking.email(email))
                : told;
    }

    @Override
    public @Nullable CaseMoved clock() {
        boolean moves = act().from() == null || ActivationDetails.ended(act()) != null;
        return moves && act().to() != ActivationStatus.REFUSED
                ? PROCEDURE.moved(
                        activation.id(),
                        activation.number(),
                        activation.office(),
                        act().from(),
                        act().to(),
                        act().at(),
                        new Actor(act().actorKind(), act().actorId(), act().actor()))
                : null;
    }

    /** The applicant is at the counter, so its officers hear at once of a letter that did not arrive. */
    @Override
    public @Nullable StaffNotice notice() {
        return act().action() == ActivationAction.BOUNCE
                ? new StaffNotice(
                        "Surel tidak sampai",
                        "Kode aktivasi %s tidak sampai. Ganti alamat surel atau catat keluar."
                                .formatted(activation.number()),
                        "aktivasi-ikd?nomor=" + activation.number(),
                        new StaffNotice.Audience.Lane(Permission.ACTIVATION_SERVE, activation.office(), null))
                : null;
    }
}
