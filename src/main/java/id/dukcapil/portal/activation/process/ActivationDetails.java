package id.dukcapil.portal.activation.process;

import id.dukcapil.portal.common.Nik;
import id.dukcapil.portal.common.OfficeCode;
import id.dukcapil.portal.common.procedure.StepTaken;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * An activation as it stands.
 *
 * @param fullName of the register, or as the document says; null when the channel brought somebody from elsewhere
 * @param client the outside system that reports what happens on the telephone; null when the officer types it
 * @param email null before it is given and after retention removed it
 * @param faceAttempts how often the face did not match
 * @param qrGeneration counts the QR codes; the last one counts
 * @param codeGeneration counts the activation codes; the last one counts
 * @param wrongCodes wrong ones since the last code was sent
 * @param history the oldest act first
 */
public record ActivationDetails(
        UUID id,
        String number,
        ActivationPurpose purpose,
        OfficeCode office,
        @Nullable UUID campaign,
        @Nullable UUID client,
        Nik nik,
        @Nullable String fullName,
        String domicile,
        boolean local,
        @Nullable String email,
        @Nullable String phone,
        ActivationStatus status,
        @Nullable DropOut dropOut,
        int faceAttempts,
        int qrGeneration,
        @Nullable Instant qrValidUntil,
        int codeGeneration,
        @Nullable Instant codeValidUntil,
        int wrongCodes,
        int resent,
        MailState mail,
        @Nullable String mailNote,
        Instant createdAt,
        List<StepTaken<ActivationStatus, ActivationAction>> history) {

    public ActivationDetails {
        history = List.copyOf(history);
    }

    /** As lists and letters call the person. */
    public String name() {
        return Objects.requireNonNullElse(fullName, "Nama menurut KTP-el");
    }

    public StepTaken<ActivationStatus, ActivationAction> last() {
        return history.getLast();
    }

    /** The row of the procedure that an act ended; none when it ended none, or when it began the activation. */
    static @Nullable Integer ended(StepTaken<ActivationStatus, ActivationAction> act) {
        ActivationStatus from = act.from();
        return from == null || Objects.equals(from.row(), act.to().row()) ? null : from.row();
    }

    /** When the row of the procedure began that is under way. */
    public Instant stepSince() {
        return stepSince(history.size());
    }

    private Instant stepSince(int before) {
        return history.subList(0, before).reversed().stream()
                .filter(act -> act.from() == null || ended(act) != null)
                .map(StepTaken::at)
                .findFirst()
                .orElse(createdAt);
    }

    /** All time that was measured in that row of the procedure; none when it has not been ended. */
    public @Nullable Duration spentIn(int row) {
        return IntStream.range(0, history.size())
                .filter(i -> Objects.equals(ended(history.get(i)), row))
                .mapToObj(i -> Duration.between(stepSince(i), history.get(i).at()))
                .reduce(Duration::plus)
                .orElse(null);
    }
}
