package id.dukcapil.portal.booking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import id.dukcapil.portal.SettableClock;
import id.dukcapil.portal.booking.Booking.Holder;
import id.dukcapil.portal.booking.Booking.RequestMark;
import id.dukcapil.portal.booking.Booking.Seat;
import id.dukcapil.portal.common.Actor;
import id.dukcapil.portal.common.Nik;
import id.dukcapil.portal.common.OfficeCode;
import id.dukcapil.portal.common.procedure.ActedBy;
import id.dukcapil.portal.common.procedure.IllegalMove;
import id.dukcapil.portal.common.procedure.StepTaken;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class BookingTest {

    private static final Instant NOW = SettableClock.MONDAY_MORNING;
    private static final ActedBy CLERK =
            new ActedBy(new Actor(Actor.Kind.STAFF, null, "Tita Wulandari"), "Operator", NOW);

    private static final Map<BookingAction, Consumer<Booking>> VERBS = Map.of(
            BookingAction.CHECK_IN, booking -> booking.checkIn(CLERK),
            BookingAction.SERVE, booking -> booking.serve(CLERK),
            BookingAction.HAND_OVER, booking -> booking.handOver(CLERK),
            BookingAction.RELEASE, booking -> booking.release(NOW),
            BookingAction.CANCEL, booking -> booking.cancel(CLERK, "berhalangan"),
            BookingAction.MOVE, booking -> booking.moveTo(aBooking(), CLERK, "kantor tutup"),
            BookingAction.CLOSE_DAY, booking -> booking.closeDay(NOW));

    private static final Map<BookingStatus, Set<BookingAction>> LEGAL = Map.of(
            BookingStatus.BOOKED,
                    Set.of(
                            BookingAction.CHECK_IN,
                            BookingAction.RELEASE,
                            BookingAction.CANCEL,
                            BookingAction.MOVE,
                            BookingAction.CLOSE_DAY),
            BookingStatus.CHECKED_IN, Set.of(BookingAction.SERVE, BookingAction.CLOSE_DAY),
            BookingStatus.SERVED, Set.of(BookingAction.HAND_OVER),
            BookingStatus.HANDED_OVER, Set.of(),
            BookingStatus.COMPLETED, Set.of(BookingAction.HAND_OVER),
            BookingStatus.MISSED, Set.of(),
            BookingStatus.REPLACED, Set.of(),
            BookingStatus.CANCELLED, Set.of(),
            BookingStatus.MOVED, Set.of());

    static Stream<Arguments> everyStatusAndVerb() {
        return Stream.of(BookingStatus.values())
                .flatMap(status -> VERBS.keySet().stream().map(verb -> Arguments.of(status, verb)));
    }

    @ParameterizedTest(name = "{1} on a booking that is {0}")
    @MethodSource("everyStatusAndVerb")
    void aVerbWorksExactlyInTheStatusesThatAllowIt(BookingStatus status, BookingAction verb) {
        Booking booking = aBookingThatIs(status);
        int steps = booking.details().history().size();
        if (Objects.requireNonNull(LEGAL.get(status)).contains(verb)) {
            perform(verb, booking);
            assertThat(booking.details().history()).hasSize(steps + 1);
            assertThat(booking.details().history().getLast().action()).isEqualTo(verb);
        } else {
            assertThatExceptionOfType(IllegalMove.class)
                    .isThrownBy(() -> perform(verb, booking))
                    .withMessageContaining(status.label());
            assertThat(booking.status()).isEqualTo(status);
            assertThat(booking.details().history()).hasSize(steps);
        }
    }

    private static void perform(BookingAction verb, Booking booking) {
        Objects.requireNonNull(VERBS.get(verb)).accept(booking);
    }

    @Test
    void aMovedBookingAndItsSuccessorPointToEachOther() {
        Booking old = aBooking();
        Booking successor = aBooking();
        old.moveTo(successor, CLERK, "kantor tutup");
        assertThat(old.details().successor()).isEqualTo(successor.code());
        assertThat(successor.details().predecessor()).isEqualTo(old.code());
    }

    @Test
    void theHistoryTellsWhoDidWhatWhenAndWhy() {
        Booking booking = aBooking();
        booking.cancel(CLERK, "berhalangan");
        assertThat(booking.details().history().getLast())
                .isEqualTo(new StepTaken<>(
                        BookingStatus.BOOKED,
                        BookingStatus.CANCELLED,
                        BookingAction.CANCEL,
                        Actor.Kind.STAFF,
                        null,
                        "Tita Wulandari",
                        "Operator",
                        NOW,
                        "berhalangan"));
    }

    @ParameterizedTest
    @EnumSource(BookingStatus.class)
    void onlyAReleasedSeatIsGivenAway(BookingStatus status) {
        Booking booking = aBookingThatIs(status);
        assertThatExceptionOfType(IllegalMove.class).isThrownBy(() -> booking.giveAway(57, CLERK));
        assertThat(booking.status()).isEqualTo(status);
    }

    @ParameterizedTest
    @MethodSource("everyStatusAndVerb")
    void aReleasedBookingIsStillThatOfItsHolder(BookingStatus ignored, BookingAction verb) {
        Booking booking = aBooking();
        booking.release(NOW);
        if (verb == BookingAction.RELEASE
                || !Objects.requireNonNull(LEGAL.get(BookingStatus.BOOKED)).contains(verb)) {
            assertThatExceptionOfType(IllegalMove.class).isThrownBy(() -> perform(verb, booking));
        } else {
            perform(verb, booking);
            assertThatExceptionOfType(IllegalMove.class)
                    .as("whoever comes first has the seat")
                    .isThrownBy(() -> booking.giveAway(57, CLERK));
        }
    }

    @Test
    void onlyVoidedBookingsGiveTheirSeatBack() {
        assertThat(Stream.of(BookingStatus.values()).filter(status -> !status.holdsSeat()))
                .containsExactlyInAnyOrder(BookingStatus.CANCELLED, BookingStatus.MOVED, BookingStatus.REPLACED);
    }

    private static Booking aBookingThatIs(BookingStatus status) {
        Booking booking = aBooking();
        switch (status) {
            case BOOKED -> {}
            case CHECKED_IN -> booking.checkIn(CLERK);
            case SERVED -> {
                booking.checkIn(CLERK);
                booking.serve(CLERK);
            }
            case HANDED_OVER -> {
                booking.checkIn(CLERK);
                booking.serve(CLERK);
                booking.handOver(CLERK);
            }
            case REPLACED -> {
                booking.release(NOW);
                booking.giveAway(57, CLERK);
            }
            case COMPLETED -> {
                booking.checkIn(CLERK);
                booking.closeDay(NOW);
            }
            case MISSED -> booking.closeDay(NOW);
            case CANCELLED -> booking.cancel(CLERK, "berhalangan");
            case MOVED -> booking.moveTo(aBooking(), CLERK, "kantor tutup");
        }
        return booking;
    }

    private static Booking aBooking() {
        return new Booking(
                BookingCode.random(new Random()),
                new Seat(new OfficeCode("DINAS"), LocalDate.of(2026, 11, 24), 7),
                new Holder(new Nik("3204376501900001"), "Siti Rahmawati", null, "08123456789", false),
                new RequestMark(BookingOrigin.COUNTER, null, null),
                CLERK.actor(),
                NOW);
    }
}
