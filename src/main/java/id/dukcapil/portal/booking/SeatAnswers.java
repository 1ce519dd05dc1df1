package id.dukcapil.portal.booking;

import id.dukcapil.portal.booking.BookingDecision.Accepted;
import id.dukcapil.portal.booking.BookingEvent.BookingMade;
import id.dukcapil.portal.booking.SeatRound.Outcome;
import id.dukcapil.portal.channel.FirstAnswer;
import id.dukcapil.portal.channel.KeyedAnswers;
import id.dukcapil.portal.staff.Office;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Tells everybody of a round what came of it, after the seats are written: the trail and the letters under the name of
 * who asked, and the answers that are kept for requests that come again.
 */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class SeatAnswers {

    private final Refusals refusals;
    private final KeyedAnswers keyed;
    private final ApplicationEventPublisher events;

    SeatAnswers(Refusals refusals, KeyedAnswers keyed, ApplicationEventPublisher events) {
        this.refusals = refusals;
        this.keyed = keyed;
        this.events = events;
    }

    List<SeatAnswer> tell(Office office, List<SeatRequest> waiting, List<Outcome> outcomes) {
        var telling = new Telling(office, waiting.getFirst().date());
        var told = new ArrayList<SeatAnswer>(waiting.size());
        for (int i = 0; i < waiting.size(); i++) {
            told.add(telling.answer(waiting.get(i), outcomes.get(i)));
        }
        telling.keep();
        return told;
    }

    /** What one round shares: the kept answers, and what is looked up at most once for all who get nothing. */
    private final class Telling {

        private final Office office;
        private final LocalDate date;
        private final Map<Booking, FirstAnswer> firsts = new HashMap<>();
        private final Map<Boolean, List<LocalDate>> freeDays = new HashMap<>();
        private @Nullable Refusal full;

        private Telling(Office office, LocalDate date) {
            this.office = office;
            this.date = date;
        }

        private SeatAnswer answer(SeatRequest request, Outcome outcome) {
            return switch (outcome) {
                case Outcome.AnsweredBefore before -> new SeatAnswer.Before(before.answer());
                case Outcome.Same same -> again(same.booking());
                case Outcome.Given given -> made(request, given.booking());
                case Outcome.Objected objected -> refused(request, objected.refusal());
                case Outcome.NoSeat ignored -> refused(request, full());
            };
        }

        private SeatAnswer again(Booking booking) {
            FirstAnswer first = firsts.get(booking);
            return first == null
                    ? new SeatAnswer.Decided(new Accepted(booking.details()), null)
                    : new SeatAnswer.Before(first.again());
        }

        private SeatAnswer made(SeatRequest request, Booking booking) {
            BookingDetails details = booking.details();
            request.standing().run(() -> {
                events.publishEvent(new BookingMade(booking.seat(), office, details.origin()));
                return details;
            });
            FirstAnswer first =
                    request.key() == null ? null : request.key().answer().apply(details);
            if (first != null) {
                firsts.put(booking, first);
            }
            return new SeatAnswer.Decided(new Accepted(details), first);
        }

        private SeatAnswer refused(SeatRequest request, Refusal refusal) {
            return new SeatAnswer.Decided(
                    refusals.refused(
                            refusal,
                            request.booking().origin(),
                            forStaff -> freeDays.computeIfAbsent(forStaff, staff -> refusals.freeDays(office, staff))),
                    null);
        }

        private Refusal full() {
            if (full == null) {
                full = refusals.noSeat(office, date);
            }
            return full;
        }

        private void keep() {
            if (!firsts.isEmpty()) {
                keyed.keep(List.copyOf(firsts.values()));
            }
        }
    }
}
