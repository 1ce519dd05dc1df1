package id.dukcapil.portal.activation.process;

import id.dukcapil.portal.common.Actor;
import id.dukcapil.portal.common.Nik;
import id.dukcapil.portal.common.OfficeCode;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
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
        Instant stepSince,
        List<Event> history) {

    public ActivationDetails {
        history = List.copyOf(history);
    }

    /** @param spentMs how long the step took that this act ended; null when it ended none or nobody measured it */
    public record Event(
            @Nullable ActivationStatus from,
            ActivationStatus to,
            ActivationAction action,
            Actor actor,
            String role,
            Instant at,
            @Nullable Long spentMs,
            @Nullable String reason) {

        /** The step of the procedure that this act ended; none when it ended none. */
        public @Nullable Integer ended() {
            return from == null || Objects.equals(from.step(), to.step()) ? null : from.step();
        }
    }

    /** As lists and letters call the person. */
    public String name() {
        return Objects.requireNonNullElse(fullName, "Nama menurut KTP-el");
    }

    public Event last() {
        return history.getLast();
    }

    /** All time that was measured in that step of the procedure; none when it has not been ended. */
    public @Nullable Duration spentIn(int step) {
        List<Long> times = history.stream()
                .filter(event -> Objects.equals(event.ended(), step))
                .map(Event::spentMs)
                .filter(Objects::nonNull)
                .toList();
        return times.isEmpty()
                ? null
                : Duration.ofMillis(times.stream().mapToLong(Long::longValue).sum());
    }
}
