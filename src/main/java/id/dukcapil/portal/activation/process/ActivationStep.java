package id.dukcapil.portal.activation.process;

import id.dukcapil.portal.common.procedure.CaseStep;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One act in the life of an activation, with the office and the day on which it counts. */
@Entity
@Table(name = "activation_step")
@SuppressWarnings("NullAway.Init")
class ActivationStep extends CaseStep<ActivationStatus, ActivationAction> {

    @ManyToOne(optional = false)
    private Activation activation;

    private String officeCode;
    private @Nullable UUID campaignId;
    private LocalDate day;
    private @Nullable Long spentMs;

    @Enumerated(EnumType.STRING)
    private @Nullable DropOut dropOut;

    /** @param spentMs how long the step of the procedure took that this act ends; null when it ends none */
    static ActivationStep of(
            Activation activation,
            int ordinal,
            @Nullable ActivationStatus from,
            ActivationAction action,
            DatedAct act,
            @Nullable Long spentMs,
            @Nullable String reason) {
        var step = new ActivationStep();
        step.fill(ordinal, from, activation.status(), action, act.by(), reason);
        step.activation = activation;
        step.officeCode = activation.office().value();
        step.campaignId = activation.campaign();
        step.day = act.day();
        step.spentMs = spentMs;
        step.dropOut = activation.dropOut();
        return step;
    }
}
