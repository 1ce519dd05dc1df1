package id.dukcapil.portal.delivery;

import id.dukcapil.portal.common.Nik;
import id.dukcapil.portal.common.OfficeCode;
import id.dukcapil.portal.common.procedure.StepTaken;
import id.dukcapil.portal.delivery.PrintDecision.PrintOutcome;
import id.dukcapil.portal.documents.ContentHash;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A release as it stands.
 *
 * @param email where the last letter went or goes; null for none
 * @param generation counts the QR codes: 1, and one more with every new issue
 * @param awaitsLetter whether a letter with QR code and PIN is to leave or on its way
 * @param version to be given back with a decision about what was seen
 * @param sheets every time it was handed to a kiosk, the oldest first
 * @param history the oldest step first
 */
public record ReleaseDetails(
        ReleaseId id,
        String kind,
        String reference,
        OfficeCode office,
        String title,
        ContentHash document,
        String recipient,
        Nik person,
        @Nullable String email,
        ReleaseStatus status,
        int generation,
        boolean awaitsLetter,
        Instant createdAt,
        Instant statusSince,
        Instant expiresAt,
        long version,
        List<Sheet> sheets,
        List<StepTaken<ReleaseStatus, ReleaseAction>> history) {

    public ReleaseDetails {
        sheets = List.copyOf(sheets);
        history = List.copyOf(history);
    }

    /** @param outcome null as long as the kiosk has said nothing */
    public record Sheet(
            Instant openedAt,
            String kiosk,
            String client,
            @Nullable PrintOutcome outcome,
            @Nullable String detail,
            @Nullable Instant receiptAt) {}
}
