package id.dukcapil.portal.booking;

import id.dukcapil.portal.common.Actor;
import id.dukcapil.portal.common.Nik;
import id.dukcapil.portal.common.OfficeCode;
import id.dukcapil.portal.common.TimeOrderedId;
import id.dukcapil.portal.common.procedure.ActedBy;
import id.dukcapil.portal.common.procedure.CaseStep;
import id.dukcapil.portal.common.procedure.IllegalMove;
import jakarta.persistence.CascadeType;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OrderBy;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.hibernate.annotations.SQLRestriction;
import org.jspecify.annotations.Nullable;

/**
 * A place in the print queue of one office on one day (SOP Bandung 28/2024, step 8). It is born with its queue number
 * and keeps office, day and number for life: who wants another day gets a new booking, and this one stays as the voided
 * holder of its number. On the day the ticket is scanned and the person is there, is served, and gets the card. Who has not
 * come by a set hour keeps the booking, but the seat is released: it can be given to somebody in the room, until whom a
 * late holder is still received. When the day is closed the booking is completed or missed. When its period of retention is over, the person is taken out of it ({@link EndedBookings}): the
 * row goes on counting as a number of its day, but nobody can look it up any more.
 */
@Entity
@Table(name = "booking_booking")
@SQLRestriction("anonymised_at IS NULL")
class Booking {

    @Id
    private UUID id;

    private String code;
    private String officeCode;
    private LocalDate serviceDate;
    private int queueNumber;
    private String nik;
    private String fullName;
    private @Nullable String email;
    private String phone;

    @Enumerated(EnumType.STRING)
    private BookingOrigin origin;

    private @Nullable UUID clientId;
    private @Nullable String requestToken;
    private boolean nameDiffers;

    @Enumerated(EnumType.STRING)
    private BookingStatus status;

    private Instant createdAt;
    private @Nullable Instant checkedInAt;
    private @Nullable Instant releasedAt;
    private @Nullable Instant servedAt;
    private @Nullable Instant handedOverAt;
    private @Nullable String predecessorCode;
    private @Nullable String successorCode;

    @Version
    private @Nullable Long version;

    @OneToMany(mappedBy = "booking", cascade = CascadeType.PERSIST)
    @OrderBy("ordinal")
    private List<BookingStep> steps = new ArrayList<>();

    Booking(BookingCode code, Seat seat, Holder holder, RequestMark mark, Actor actor, Instant at) {
        this.id = TimeOrderedId.at(at);
        this.code = code.value();
        this.officeCode = seat.office().value();
        this.serviceDate = seat.date();
        this.queueNumber = seat.number();
        this.nik = holder.nik().value();
        this.fullName = holder.fullName();
        this.email = holder.email();
        this.phone = holder.phone();
        this.nameDiffers = holder.nameDiffers();
        this.origin = mark.origin();
        this.clientId = mark.clientId();
        this.requestToken = mark.token();
        this.status = BookingStatus.BOOKED;
        this.createdAt = at;
        append(null, BookingStatus.BOOKED, BookingAction.BOOK, new ActedBy(actor, "", at), mark.waiver());
    }

    /** For JPA only. */
    @SuppressWarnings("NullAway.Init")
    protected Booking() {}

    void checkIn(ActedBy by) {
        checkIn(by, null);
    }

    /** @param reason why the person is served on another day than the ticket's, or null on the day itself */
    void checkIn(ActedBy by, @Nullable String reason) {
        moveTo(BookingStatus.CHECKED_IN, BookingAction.CHECK_IN, by, reason);
        checkedInAt = by.at();
    }

    void serve(ActedBy by) {
        moveTo(BookingStatus.SERVED, BookingAction.SERVE, by, null);
        servedAt = by.at();
    }

    /** The owner has the card; who is given it on a later day was served on the day itself. */
    void handOver(ActedBy by) {
        moveTo(BookingStatus.HANDED_OVER, BookingAction.HAND_OVER, by, null);
        handedOverAt = by.at();
    }

    /** The holder has not come by the set hour: the seat may be given to somebody else. Until then it is still held. */
    void release(Instant at) {
        if (!isAwaited()) {
            throw illegal(BookingAction.RELEASE);
        }
        append(status, status, BookingAction.RELEASE, ActedBy.portal(at), null);
        releasedAt = at;
    }

    /** Whether the holder has not come and the seat is still kept. */
    boolean isAwaited() {
        return status == BookingStatus.BOOKED && releasedAt == null;
    }

    private boolean isReleased() {
        return status == BookingStatus.BOOKED && releasedAt != null;
    }

    /** The released seat goes to somebody in the room; this number is done with. */
    void giveAway(int toNumber, ActedBy by) {
        if (releasedAt == null) {
            throw illegal(BookingAction.GIVE_AWAY);
        }
        moveTo(BookingStatus.REPLACED, BookingAction.GIVE_AWAY, by, "Kursi dipakai nomor %03d".formatted(toNumber));
    }

    void cancel(ActedBy by, String reason) {
        moveTo(BookingStatus.CANCELLED, BookingAction.CANCEL, by, reason);
    }

    /** Gives way to a booking on another day, to which the timeline then points. */
    void moveTo(Booking successor, ActedBy by, String reason) {
        moveTo(BookingStatus.MOVED, BookingAction.MOVE, by, reason);
        successorCode = successor.code;
        successor.predecessorCode = code;
    }

    /** The day is over: who had come is done with, who had not has missed it. */
    void closeDay(Instant at) {
        BookingStatus end = status == BookingStatus.CHECKED_IN ? BookingStatus.COMPLETED : BookingStatus.MISSED;
        moveTo(end, BookingAction.CLOSE_DAY, ActedBy.portal(at), null);
    }

    /** The person has said that the way to reach them was wrong. */
    void correctContact(@Nullable String rightEmail, String rightPhone) {
        email = rightEmail;
        phone = rightPhone;
    }

    void assertCan(BookingAction action, BookingStatus next) {
        if (!status.canBecome(next)) {
            throw illegal(action);
        }
    }

    private void moveTo(BookingStatus next, BookingAction action, ActedBy by, @Nullable String reason) {
        assertCan(action, next);
        append(status, next, action, by, reason);
        status = next;
    }

    private void append(
            @Nullable BookingStatus from, BookingStatus to, BookingAction action, ActedBy by, @Nullable String reason) {
        var step = new BookingStep();
        step.booking = this;
        step.fill(steps.size(), from, to, action, by, reason);
        steps.add(step);
    }

    private IllegalMove illegal(BookingAction action) {
        return IllegalMove.of("Pemesanan " + code(), status.label(), action.passive());
    }

    BookingDetails details() {
        return new BookingDetails(
                new BookingId(id),
                code(),
                office(),
                serviceDate,
                queueNumber,
                new Nik(nik),
                fullName,
                email,
                phone,
                nameDiffers,
                origin,
                clientId,
                status,
                isReleased(),
                predecessorCode == null ? null : new BookingCode(predecessorCode),
                successorCode == null ? null : new BookingCode(successorCode),
                steps.stream().map(BookingStep::taken).toList(),
                allowed());
    }

    /** For events, which carry facts and never the booking itself. */
    BookedSeat seat() {
        return new BookedSeat(
                new BookingId(id), code(), office(), serviceDate, queueNumber, new Nik(nik), fullName, email);
    }

    private Set<BookingAction> allowed() {
        var actions = EnumSet.noneOf(BookingAction.class);
        if (status.canBecome(BookingStatus.CHECKED_IN)) {
            actions.add(BookingAction.CHECK_IN);
        }
        if (status.canBecome(BookingStatus.SERVED)) {
            actions.add(BookingAction.SERVE);
        }
        if (status.canBecome(BookingStatus.HANDED_OVER)) {
            actions.add(BookingAction.HAND_OVER);
        }
        if (status.canBecome(BookingStatus.CANCELLED)) {
            actions.add(BookingAction.CANCEL);
        }
        if (status.canBecome(BookingStatus.MOVED)) {
            actions.add(BookingAction.MOVE);
        }
        return actions;
    }

    BookingCode code() {
        return new BookingCode(code);
    }

    UUID id() {
        return id;
    }

    Actor madeBy() {
        return steps.getFirst().actor();
    }

    /** Why staff gave the seat in spite of the limits of the person. */
    Optional<String> reasonOfMaking() {
        return Optional.ofNullable(steps.getFirst().taken().reason());
    }

    Instant lastMovedAt() {
        return steps.getLast().at();
    }

    OfficeCode office() {
        return new OfficeCode(officeCode);
    }

    LocalDate date() {
        return serviceDate;
    }

    int queueNumber() {
        return queueNumber;
    }

    BookingStatus status() {
        return status;
    }

    BookingOrigin origin() {
        return origin;
    }

    @Nullable
    UUID clientId() {
        return clientId;
    }

    Optional<String> requestToken() {
        return Optional.ofNullable(requestToken);
    }

    Holder holder() {
        return new Holder(new Nik(nik), fullName, email, phone, nameDiffers);
    }

    @Nullable
    Instant checkedInAt() {
        return checkedInAt;
    }

    /**
     * Who the booking is for.
     *
     * @param nameDiffers whether the given name is not the one in SIAK, for the counter to look at
     */
    record Holder(Nik nik, String fullName, @Nullable String email, String phone, boolean nameDiffers) {}

    /** A number on a day, taken from the day's counter. */
    record Seat(OfficeCode office, LocalDate date, int number) {}

    /**
     * Where the request came from, and the token by which a resent request is recognised.
     *
     * @param waiver why staff gave the seat in spite of the limits of the person; stands in the timeline
     */
    record RequestMark(
            BookingOrigin origin,
            @Nullable UUID clientId,
            @Nullable String token,
            @Nullable String waiver) {

        RequestMark(BookingOrigin origin, @Nullable UUID clientId, @Nullable String token) {
            this(origin, clientId, token, null);
        }
    }

    /** One step of a booking. */
    @Entity
    @Table(name = "booking_transition")
    @SuppressWarnings("NullAway.Init")
    static class BookingStep extends CaseStep<BookingStatus, BookingAction> {

        @ManyToOne(optional = false)
        private Booking booking;
    }
}
