package id.dukcapil.portal.cards;

import id.dukcapil.portal.common.OfficeCode;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Which lines of one office's ledger a list shows.
 *
 * @param kind null means all
 * @param from the first day on which something happened, inclusive
 * @param to the last one, inclusive
 * @param reference the beginning of a number; empty means all
 */
public record CardFilter(
        OfficeCode office,
        @Nullable CardEntryKind kind,
        @Nullable LocalDate from,
        @Nullable LocalDate to,
        String reference) {

    public CardFilter {
        reference = reference.strip();
    }
}
