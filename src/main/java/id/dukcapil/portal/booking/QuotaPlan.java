package id.dukcapil.portal.booking;

import id.dukcapil.portal.booking.QuotaEdit.Change;
import id.dukcapil.portal.booking.QuotaRows.Row;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a change makes of a day. Seats already given stay given: a day with bookings is neither closed nor cut below
 * them, because those people would come in vain.
 *
 * @param refusal why the change is not possible, or null with {@code after} set
 */
record QuotaPlan(Row before, Row after, @Nullable String refusal) {

    /** The width of its column. */
    private static final int LONGEST_DESCRIPTION = 300;

    static QuotaPlan of(Row day, QuotaRule rule, Change change) {
        return switch (change) {
            case Change.SetQuota set -> resized(day, set.quota(), false);
            case Change.FollowRule ignored -> resized(day, rule, true);
            case Change.Close close ->
                day.booked() > 0
                        ? refused(
                                day,
                                "Ada %d pemesanan pada hari ini; pindahkan atau batalkan dahulu."
                                        .formatted(day.booked()))
                        : new QuotaPlan(
                                day,
                                with(
                                        day,
                                        day.quota(),
                                        day.followsRule(),
                                        close.reason().strip()),
                                null);
            case Change.Reopen ignored -> new QuotaPlan(day, with(day, day.quota(), day.followsRule(), null), null);
        };
    }

    /** The same day under a new weekday rule. */
    static QuotaPlan following(Row day, QuotaRule rule) {
        return resized(day, rule, true);
    }

    /** For a refused plan: the numbers stay and no longer follow the rule. */
    QuotaPlan keptByHand() {
        return new QuotaPlan(before, with(before, before.quota(), false, before.closure()), null);
    }

    private static QuotaPlan resized(Row day, QuotaRule quota, boolean followsRule) {
        if (quota.capacity() < day.booked()) {
            return refused(
                    day, "Sudah terpesan %d, kuota tidak dapat menjadi %d.".formatted(day.booked(), quota.capacity()));
        }
        return new QuotaPlan(day, with(day, quota, followsRule, day.closure()), null);
    }

    private static QuotaPlan refused(Row day, String why) {
        return new QuotaPlan(day, day, why);
    }

    private static Row with(Row day, QuotaRule quota, boolean followsRule, @Nullable String closure) {
        return new Row(
                day.office(),
                day.date(),
                quota,
                day.booked(),
                day.bookedInternal(),
                followsRule,
                closure,
                day.changedBy(),
                day.changedAt(),
                day.version());
    }

    boolean changesAnything() {
        return refusal == null && !before.equals(after);
    }

    QuotaEdit.Planned planned() {
        return new QuotaEdit.Planned(
                before.office(), before.date(), describe(before), describe(after), refusal, before.version());
    }

    /** At most {@value #LONGEST_DESCRIPTION} characters; what is cut stands in full in the line before it. */
    String description(@Nullable String reason) {
        String change = " → " + describe(after) + (reason == null ? "" : ". " + reason);
        String former = describe(before);
        int room = Math.max(1, LONGEST_DESCRIPTION - change.length());
        String line = (former.length() <= room ? former : former.substring(0, room - 1) + "…") + change;
        return line.length() <= LONGEST_DESCRIPTION ? line : line.substring(0, LONGEST_DESCRIPTION - 1) + "…";
    }

    private static String describe(Row day) {
        String numbers = "%d kursi, cadangan %d"
                .formatted(day.quota().capacity(), day.quota().reserved());
        String origin = day.followsRule() ? "aturan mingguan" : "diatur khusus";
        return Optional.ofNullable(day.closure())
                .map(reason -> "Ditutup: " + reason + " (" + numbers + ")")
                .orElse(numbers + " (" + origin + ")");
    }
}
