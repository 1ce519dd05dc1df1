package id.dukcapil.portal.booking;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How many people the coming days should take, judged by the blank cards (SOP Bandung 28/2024, step 7). Whoever has booked
 * comes first, day by day; what is left then opens seats, the nearest days first, up to what the weekday rule allows. Where
 * the cards do not even suffice for those who have booked, a day is proposed below what is booked: people have to move.
 * Nothing else is proposed for days that the cards do not reach: more cards can come until then.
 *
 * @param usable cards that may be promised to the days in question
 * @param days by date
 */
public record StockProposal(int usable, List<ProposedDay> days) {

    /**
     * A coming day on which the office serves.
     *
     * @param current the day's numbers as they are
     * @param bound the most it may take, usually its weekday rule
     * @param version of the day, to be handed back when the proposal is accepted
     */
    record Candidate(LocalDate date, QuotaRule current, QuotaRule bound, int booked, long version) {}

    /**
     * What is proposed for one day.
     *
     * @param unpromised cards left for new bookings when it is the turn of this day; 0 where the cards do not reach it,
     *     and then it stays as it is unless people have to move
     */
    public record ProposedDay(
            LocalDate date, QuotaRule current, QuotaRule proposed, int booked, int unpromised, long version) {

        /** Whether the cards of today say anything about new bookings for the day. */
        public boolean reached() {
            return unpromised > 0;
        }

        public boolean changes() {
            return !proposed.equals(current);
        }

        /** Whether people who have booked would have to move. */
        public boolean belowBooked() {
            return proposed.capacity() < booked;
        }
    }

    public StockProposal {
        days = List.copyOf(days);
    }

    static StockProposal of(int usable, List<Candidate> days) {
        int left = usable;
        var promised = new ArrayList<Integer>();
        for (Candidate day : days) {
            int served = Math.min(day.booked(), left);
            promised.add(served);
            left -= served;
        }
        var proposed = new ArrayList<ProposedDay>();
        for (int i = 0; i < days.size(); i++) {
            Candidate day = days.get(i);
            int more = Math.clamp(day.bound().capacity() - (long) day.booked(), 0, left);
            boolean said = left > 0 || promised.get(i) < day.booked();
            proposed.add(
                    proposed(day, said ? promised.get(i) + more : day.current().capacity(), left));
            left -= more;
        }
        return new StockProposal(usable, proposed);
    }

    private static ProposedDay proposed(Candidate day, int capacity, int unpromised) {
        QuotaRule quota = capacity == day.current().capacity()
                ? day.current()
                : new QuotaRule(capacity, reserve(day.bound(), capacity));
        return new ProposedDay(day.date(), day.current(), quota, day.booked(), unpromised, day.version());
    }

    /** The same part of the day for staff as the rule keeps. */
    private static int reserve(QuotaRule rule, int capacity) {
        return rule.capacity() == 0
                ? 0
                : Math.min(capacity, (int) ((long) rule.reserved() * capacity / rule.capacity()));
    }

    /** People who hold a seat on these days. */
    public int booked() {
        return days.stream().mapToInt(ProposedDay::booked).sum();
    }

    /** Cards that are lacking for those who have booked. */
    public int lacking() {
        return Math.max(0, booked() - usable);
    }

    /** Cards that nobody has been promised yet. */
    public int unpromised() {
        return Math.max(0, usable - booked());
    }

    /**
     * The first day on which somebody who has booked finds no card, the nearest days being served first.
     *
     * @param moved how many people more, or fewer, than now are booked on a day
     */
    Optional<LocalDate> firstShort(Map<LocalDate, Integer> moved) {
        int left = usable;
        for (ProposedDay day : days) {
            left -= day.booked() + moved.getOrDefault(day.date(), 0);
            if (left < 0) {
                return Optional.of(day.date());
            }
        }
        return Optional.empty();
    }

    public Optional<ProposedDay> day(LocalDate date) {
        return days.stream().filter(day -> day.date().equals(date)).findFirst();
    }

    /** The last day that the cards reach; nothing where they do not even suffice for what is booked. */
    public Optional<LocalDate> reachesUntil() {
        return days.stream().filter(ProposedDay::reached).map(ProposedDay::date).reduce((earlier, later) -> later);
    }

    /** What can be accepted at once: the days that would change and keep everybody who has booked. */
    public List<ProposedDay> acceptable(LocalDate from, LocalDate to) {
        return days.stream()
                .filter(day -> !day.date().isBefore(from) && !day.date().isAfter(to))
                .filter(day -> day.changes() && !day.belowBooked())
                .toList();
    }
}
