package id.dukcapil.portal.cards.handover;

import id.dukcapil.portal.common.OfficeCode;
import id.dukcapil.portal.documents.upload.FileKind;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A card that left the office.
 *
 * @param letterHash of the scanned letter; null for none
 * @param holder null when the identity has been forgotten
 */
public record Handover(
        String number,
        @Nullable String holder,
        OfficeCode office,
        String receipt,
        ReceiverKind receiver,
        @Nullable String receiverName,
        @Nullable String relation,
        @Nullable String letter,
        @Nullable LocalDate letterOn,
        @Nullable String letterHash,
        @Nullable FileKind letterKind,
        OldCard oldCard,
        @Nullable String oldNote,
        @Nullable String signatureHash,
        Instant at,
        String staffName) {}
