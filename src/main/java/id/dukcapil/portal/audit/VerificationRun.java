package id.dukcapil.portal.audit;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One verification of the whole trail.
 *
 * @param progressedAt last sign of life
 * @param finishedAt null while it runs, or when it was cut short
 * @param damages the first ones
 * @param failure why it could not be carried out, null when it was
 */
public record VerificationRun(
        UUID id,
        String requestedBy,
        Instant requestedAt,
        Instant progressedAt,
        @Nullable Instant finishedAt,
        long rowsTotal,
        long rowsChecked,
        int damagesFound,
        List<Damage> damages,
        @Nullable String failure) {

    public VerificationRun {
        damages = List.copyOf(damages);
    }

    public boolean isFinished() {
        return finishedAt != null;
    }

    public boolean foundDamage() {
        return damagesFound > 0;
    }
}
