package id.dukcapil.portal.booking.api;

import id.dukcapil.portal.booking.QuotaCalendar;
import id.dukcapil.portal.booking.QuotaDay;
import id.dukcapil.portal.booking.QuotaState;
import id.dukcapil.portal.common.CalendarYears;
import id.dukcapil.portal.common.InvalidInput;
import id.dukcapil.portal.common.OfficeCode;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What the days of an office offer, for choosing a date before booking. */
@RestController
@RequestMapping("/api/v1/quota-days")
@PreAuthorize("hasAuthority('SCOPE_booking')")
@Tag(name = "Kuota", description = "Hari layanan dan sisa kursi")
class QuotaDaysController {

    private static final int MOST_DAYS = 92;

    private final QuotaCalendar calendar;

    QuotaDaysController(QuotaCalendar calendar) {
        this.calendar = calendar;
    }

    record QuotaDayAnswer(
            LocalDate date,
            String office,
            int capacity,
            int available,
            QuotaState state,
            @Nullable String reason,
            @Nullable Instant opensAt) {

        static QuotaDayAnswer of(QuotaDay day) {
            return new QuotaDayAnswer(
                    day.date(),
                    day.office().value(),
                    day.quota().capacity(),
                    day.available(),
                    day.state(),
                    day.reason(),
                    day.opensAt());
        }
    }

    @GetMapping
    @Operation(
            summary = "Hari-hari sebuah kantor, paling banyak 92 hari",
            description = "Hari yang belum dibuka berstatus CLOSED; opensAt menyebut saat hari itu dapat dipesan.")
    List<QuotaDayAnswer> days(@RequestParam String office, @RequestParam LocalDate from, @RequestParam LocalDate to) {
        requireCalendarYear("from", from);
        requireCalendarYear("to", to);
        if (to.isBefore(from)) {
            throw new InvalidInput("to", "Tanggal akhir tidak boleh sebelum tanggal awal.");
        }
        if (ChronoUnit.DAYS.between(from, to) >= MOST_DAYS) {
            throw new InvalidInput("to", "Rentang paling panjang 92 hari.");
        }
        return calendar.days(code(office), from, to).stream()
                .map(QuotaDayAnswer::of)
                .toList();
    }

    private static void requireCalendarYear(String field, LocalDate date) {
        if (!CalendarYears.include(date)) {
            throw new InvalidInput(field, "Tanggal di luar jangkauan kalender.");
        }
    }

    private static OfficeCode code(String office) {
        return OfficeCode.read(office)
                .orElseThrow(() -> new InvalidInput("office", "Kantor dengan kode ini tidak dikenal."));
    }
}
