package id.dukcapil.portal.booking;

import id.dukcapil.portal.channel.StrangerLimits;
import id.dukcapil.portal.common.Actor;
import id.dukcapil.portal.common.Retry;
import id.dukcapil.portal.common.procedure.ActedBy;
import id.dukcapil.portal.staff.Office;
import id.dukcapil.portal.staff.Offices;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What the holder of a booking does without an account, by a link in a mail. The link is the key: whoever has it sees day,
 * place and number of that booking and no name, and can cancel it until its day is over.
 */
@Service
@PreAuthorize("permitAll()")
public class SelfService {

    /** Of the page on which a booking is cancelled. */
    public static final String PATH = "/pembatalan";

    private static final Actor HOLDER = new Actor(Actor.Kind.SYSTEM, null, "Pemohon, melalui tautan di e-mail");
    private static final String REASON = "Dibatalkan pemohon melalui tautan di e-mail";

    private final Bookings bookings;
    private final CancelLinks links;
    private final StrangerLimits limits;
    private final BookingSettings settings;
    private final Admission admission;
    private final Offices offices;
    private final Retry retry;
    private final Clock clock;

    SelfService(
            Bookings bookings,
            CancelLinks links,
            StrangerLimits limits,
            BookingSettings settings,
            Admission admission,
            Offices offices,
            Retry retry,
            Clock clock) {
        this.bookings = bookings;
        this.links = links;
        this.limits = limits;
        this.settings = settings;
        this.admission = admission;
        this.offices = offices;
        this.retry = retry;
        this.clock = clock;
    }

    /** What can be done with a booking by its link. */
    public enum Standing {
        /** It can be cancelled. */
        OPEN,
        /** It has been, by the link or otherwise. */
        CANCELLED,
        /** It has given way to one on another day, about which there is another letter. */
        MOVED,
        /** The holder has come. */
        ARRIVED,
        /** The holder had not come by the set hour, and the seat went to somebody else. */
        GIVEN_AWAY,
        /** Its day is over. */
        OVER
    }

    /**
     * The booking behind a link.
     *
     * @param endedAt when it was cancelled; null in any other standing
     */
    public record Linked(
            Standing standing,
            Office office,
            LocalDate date,
            int queueNumber,
            @Nullable Instant endedAt) {}

    /**
     * To be asked before a link is looked at.
     *
     * @param address of whoever asks, in the network
     * @return how long to wait, when that place has tried too many links
     */
    public Optional<Duration> refusal(String address) {
        return limits.refusal("booking/link", address, settings.linksPerMinute());
    }

    /** Looks and changes nothing, because programs that examine mails open every link. Empty for a link that nobody was sent. */
    @Transactional(readOnly = true)
    public Optional<Linked> look(String token) {
        return links.read(token, bookings::findById).map(this::linked);
    }

    /** Cancels what is open. Who does it twice, or comes too late, is told how the booking stands. */
    public Optional<Linked> cancel(String token) {
        return retry.inTransaction(() -> links.read(token, this::locked).map(booking -> {
            if (standing(booking) == Standing.OPEN) {
                admission.cancel(booking, new ActedBy(HOLDER, "", clock.instant()), REASON);
            }
            return linked(booking);
        }));
    }

    private Optional<Booking> locked(UUID id) {
        return bookings.lockById(id);
    }

    private Linked linked(Booking booking) {
        Standing standing = standing(booking);
        return new Linked(
                standing,
                office(booking),
                booking.date(),
                booking.queueNumber(),
                standing == Standing.CANCELLED ? booking.lastMovedAt() : null);
    }

    private Standing standing(Booking booking) {
        return switch (booking.status()) {
            case BOOKED -> isOver(booking) ? Standing.OVER : Standing.OPEN;
            case CANCELLED -> Standing.CANCELLED;
            case MOVED -> Standing.MOVED;
            case CHECKED_IN, SERVED, HANDED_OVER -> Standing.ARRIVED;
            case REPLACED -> Standing.GIVEN_AWAY;
            case COMPLETED, MISSED -> Standing.OVER;
        };
    }

    private boolean isOver(Booking booking) {
        return booking.date()
                .isBefore(LocalDate.ofInstant(clock.instant(), office(booking).timeZone()));
    }

    private Office office(Booking booking) {
        return offices.find(booking.office()).orElseThrow();
    }
}
