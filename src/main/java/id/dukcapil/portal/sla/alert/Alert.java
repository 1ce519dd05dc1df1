package id.dukcapil.portal.sla.alert;

import id.dukcapil.portal.common.OfficeCode;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Something that goes wrong at an office.
 *
 * @param measure code of what is watched
 * @param toldAt null while quiet hours hold it back
 * @param closedAt null while the cause is there
 */
public record Alert(
        UUID id,
        String measure,
        OfficeCode office,
        String text,
        String link,
        Instant openedAt,
        @Nullable Instant toldAt,
        @Nullable Instant closedAt) {}
