package id.dukcapil.portal.booking;

import id.dukcapil.portal.common.InvalidInput;
import id.dukcapil.portal.common.OfficeCode;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Days that shall take fewer people than have booked them, and where those may go.
 *
 * @param days by date
 * @param notBefore the first day to which anybody is moved
 * @param reason what the people are told, and what stands in the history of the days
 */
public record RelocationWish(OfficeCode office, List<DayCut> days, LocalDate notBefore, String reason) {

    static final int LONGEST_REASON = 200;

    /** Why there are too many people on the days. */
    public enum Kind {
        CAPACITY("Kurangi kapasitas"),
        CLOSE("Tutup hari"),
        STOCK("Ikuti stok blangko"),
        CALENDAR("Hari sudah libur");

        private final String label;

        Kind(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }
    }

    /**
     * What becomes of one day.
     *
     * @param change none where the calendar has closed the day already
     * @param version of the day as the planner saw it
     */
    public record DayCut(LocalDate date, QuotaEdit.@Nullable Change change, long version) {

        /** How many seats there are afterwards. */
        public int seats() {
            return change instanceof QuotaEdit.Change.SetQuota set ? set.quota().capacity() : 0;
        }
    }

    /** @throws InvalidInput without days or a reason, or with one that is too long */
    public RelocationWish {
        days = days.stream().sorted(Comparator.comparing(DayCut::date)).toList();
        reason = reason.strip();
        if (reason.isEmpty() || reason.length() > LONGEST_REASON) {
            throw new InvalidInput("reason", "Alasan harus diisi, paling banyak 200 huruf.");
        }
        if (days.isEmpty()) {
            throw new InvalidInput("from", "Tidak ada hari dengan pemesanan yang perlu dipindahkan.");
        }
    }

    Set<LocalDate> dates() {
        return days.stream().map(DayCut::date).collect(Collectors.toSet());
    }

    Optional<DayCut> day(LocalDate date) {
        return days.stream().filter(day -> day.date().equals(date)).findFirst();
    }
}
