package id.dukcapil.portal.activation.demonstration;

import id.dukcapil.portal.activation.process.ActivationAction;
import id.dukcapil.portal.activation.process.ActivationStatus;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How the activation of an invented person went: acts one after the other, each so many seconds after the one before. */
final class Story {

    record Act(
            @Nullable ActivationStatus from,
            ActivationStatus to,
            ActivationAction action,
            int seconds,
            boolean byOfficer,
            @Nullable String reason) {}

    private final List<Act> acts = new ArrayList<>();
    private @Nullable ActivationStatus status;

    List<Act> acts() {
        return acts;
    }

    ActivationStatus status() {
        return acts.getLast().to();
    }

    Story officer(ActivationAction action, ActivationStatus next, int seconds) {
        return act(action, next, seconds, true, null);
    }

    Story channel(ActivationAction action, ActivationStatus next, int seconds) {
        return act(action, next, seconds, false, null);
    }

    Story mail(ActivationAction action, int seconds, String reason) {
        return act(action, status(), seconds, false, reason);
    }

    private Story act(
            ActivationAction action, ActivationStatus next, int seconds, boolean byOfficer, @Nullable String reason) {
        acts.add(new Act(status, next, action, seconds, byOfficer, reason));
        status = next;
        return this;
    }
}
