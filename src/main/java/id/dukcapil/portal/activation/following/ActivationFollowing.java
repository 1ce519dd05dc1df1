package id.dukcapil.portal.activation.following;

import id.dukcapil.portal.activation.process.ActivationAction;
import id.dukcapil.portal.activation.process.ActivationDetails;
import id.dukcapil.portal.activation.process.ActivationMoved;
import id.dukcapil.portal.activation.process.ActivationStatus;
import id.dukcapil.portal.common.AuditEvent;
import id.dukcapil.portal.common.CaseMoved;
import id.dukcapil.portal.common.Masking;
import id.dukcapil.portal.common.Permission;
import id.dukcapil.portal.common.StaffNotice;
import id.dukcapil.portal.common.WaitingFor;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Tells the audit trail, the bell and the clock of the procedure what happens to activations. */
@Component
class ActivationFollowing {

    static final String PROCEDURE = "bandung-28-2023";

    private static final String RECORD = "Aktivasi IKD";

    @EventListener
    AuditEvent audit(ActivationMoved moved) {
        ActivationDetails activation = moved.activation();
        ActivationDetails.Event act = moved.act();
        AuditEvent told = AuditEvent.of(
                        RECORD, activation.number(), act.action().label())
                .about(activation.nik())
                .at(activation.office())
                .changing("Status", label(act.from()), act.to().label())
                .because(act.reason());
        String email = activation.email();
        return act.action() == ActivationAction.CHANGE_EMAIL && email != null
                ? told.changing("Surel", null, Masking.email(email))
                : told;
    }

    private static @Nullable String label(@Nullable ActivationStatus status) {
        return status == null ? null : status.label();
    }

    /** The applicant stands at the counter: whoever serves there hears of a letter that did not arrive at once. */
    @EventListener
    @Nullable
    StaffNotice notice(ActivationMoved moved) {
        ActivationDetails activation = moved.activation();
        return moved.act().action() == ActivationAction.BOUNCE
                ? new StaffNotice(
                        "Surel tidak sampai",
                        "Kode aktivasi %s tidak sampai. Ganti alamat surel atau catat keluar."
                                .formatted(activation.number()),
                        "aktivasi-ikd?nomor=" + activation.number(),
                        new StaffNotice.Audience.Lane(Permission.ACTIVATION_SERVE, activation.office(), null))
                : null;
    }

    @EventListener
    @Nullable
    CaseMoved measure(ActivationMoved moved) {
        ActivationDetails.Event act = moved.act();
        ActivationStatus from = act.from();
        Integer ended = from == null ? null : from.step();
        Integer begun = act.to().step();
        if (act.to() == ActivationStatus.REFUSED || from != null && Objects.equals(ended, begun)) {
            return null;
        }
        ActivationDetails activation = moved.activation();
        return new CaseMoved(
                activation.id(),
                PROCEDURE,
                activation.number(),
                activation.office(),
                ended,
                begun,
                waitingFor(act.to()),
                act.at(),
                act.actor());
    }

    /** Steps 4 and 6 are the officer's, all others the applicant's. */
    private static WaitingFor waitingFor(ActivationStatus status) {
        return switch (status) {
            case STARTED, FILLING, REGISTERED, FACE_NOT_MATCHED, CODE_SENT -> WaitingFor.APPLICANT;
            case FACE_MATCHED, ACTIVE -> WaitingFor.OFFICE;
            case ARCHIVED, REFUSED, ABANDONED -> WaitingFor.NOBODY;
        };
    }
}
