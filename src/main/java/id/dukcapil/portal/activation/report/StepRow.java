package id.dukcapil.portal.activation.report;

import id.dukcapil.portal.activation.process.ActivationAction;
import id.dukcapil.portal.activation.process.ActivationPurpose;
import id.dukcapil.portal.activation.process.ActivationStatus;
import id.dukcapil.portal.activation.process.DropOut;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One act of a day with what the report needs of its activation.
 *
 * @param place where it was done: the office, or the place of the campaign
 * @param officer who did it; null for the channel and the portal
 * @param beganAt when the activation began
 */
record StepRow(
        UUID activation,
        @Nullable ActivationStatus from,
        ActivationStatus to,
        ActivationAction action,
        String place,
        @Nullable String officer,
        @Nullable Long spentMs,
        Instant at,
        @Nullable DropOut dropOut,
        ActivationPurpose purpose,
        boolean local,
        String domicile,
        Instant beganAt) {

    /** Step that the act ends, 0 for the beginning, or -1 when it ends none. */
    int ended() {
        int before = from == null ? 0 : number(from);
        return from == null || before != number(to) ? before : -1;
    }

    /** Where the person is after the act: a step, or behind the last when it is filed. */
    int reached() {
        return number(to);
    }

    boolean dropsOut() {
        return to == ActivationStatus.ABANDONED && action == ActivationAction.ABANDON || to == ActivationStatus.REFUSED;
    }

    boolean activates() {
        return action == ActivationAction.CONFIRM;
    }

    private static int number(ActivationStatus status) {
        Integer step = status.row();
        return step == null ? ActivationStatus.STEPS + 1 : step;
    }
}
