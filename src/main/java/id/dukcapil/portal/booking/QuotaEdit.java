package id.dukcapil.portal.booking;

import id.dukcapil.portal.common.InvalidInput;
import id.dukcapil.portal.common.OfficeCode;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The same change for some days of some offices.
 *
 * @param weekdays only these days of the week inside the range
 */
public record QuotaEdit(
        List<OfficeCode> offices, LocalDate from, LocalDate to, Set<DayOfWeek> weekdays, Change change) {

    static final int LONGEST_RANGE = 366;

    /** What happens to each day. */
    public sealed interface Change {

        /**
         * Other numbers than the weekday rule gives.
         *
         * @param reason what is written beside the change in the day's history; none where the numbers say enough
         */
        record SetQuota(QuotaRule quota, @Nullable String reason) implements Change {
            public SetQuota(QuotaRule quota) {
                this(quota, null);
            }
        }

        /** No new bookings, for a reason the applicants are told. */
        record Close(String reason) implements Change {
            public Close {
                if (reason.isBlank() || reason.length() > 200) {
                    throw new InvalidInput("reason", "Alasan penutupan harus diisi, paling banyak 200 huruf.");
                }
            }
        }

        /** Undo a closure; the numbers stay. */
        record Reopen() implements Change {}

        /** Back to what the weekday rule gives. */
        record FollowRule() implements Change {}
    }

    /** @throws InvalidInput when the range is empty or too long, or no office or weekday is chosen */
    public QuotaEdit {
        offices = List.copyOf(offices);
        weekdays = Set.copyOf(weekdays);
        if (offices.isEmpty()) {
            throw new InvalidInput("offices", "Pilih paling sedikit satu kantor.");
        }
        if (weekdays.isEmpty()) {
            throw new InvalidInput("weekdays", "Pilih paling sedikit satu hari.");
        }
        if (to.isBefore(from)) {
            throw new InvalidInput("to", "Tanggal akhir tidak boleh sebelum tanggal awal.");
        }
        if (ChronoUnit.DAYS.between(from, to) >= LONGEST_RANGE) {
            throw new InvalidInput("to", "Rentang paling panjang satu tahun.");
        }
    }

    public static QuotaEdit oneDay(OfficeCode office, LocalDate date, Change change) {
        return new QuotaEdit(List.of(office), date, date, Set.of(date.getDayOfWeek()), change);
    }

    boolean covers(LocalDate date) {
        return weekdays.contains(date.getDayOfWeek());
    }

    /**
     * What an edit would do to one day.
     *
     * @param refusal why this day cannot be changed; it is left as it is
     * @param version of the day the preview was made from
     */
    public record Planned(
            OfficeCode office,
            LocalDate date,
            String before,
            String after,
            @Nullable String refusal,
            long version) {

        public boolean changes() {
            return refusal == null && !before.equals(after);
        }
    }
}
