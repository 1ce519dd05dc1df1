package id.dukcapil.portal.calendar;

import id.dukcapil.portal.common.OfficeCode;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * An office that serves on a date although it is a holiday, or does not although it usually would.
 *
 * @param hours the hours of that date; without them the usual ones
 */
public record ServiceOverride(
        OfficeCode office,
        LocalDate date,
        boolean serves,
        @Nullable ServiceHours hours,
        String reason) {}
