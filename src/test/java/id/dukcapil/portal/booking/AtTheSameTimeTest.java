package id.dukcapil.portal.booking;

import static org.assertj.core.api.Assertions.assertThat;

import id.dukcapil.portal.IntegrationTest;
import id.dukcapil.portal.booking.BookingScenario.Someone;
import id.dukcapil.portal.common.OfficeCode;
import id.dukcapil.portal.common.procedure.IllegalMove;
import id.dukcapil.portal.common.procedure.StepTaken;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Many people act on the same booking or day at once; nobody sees more than an ordinary answer. */
@IntegrationTest
class AtTheSameTimeTest {

    private static final OfficeCode OFFICE = new OfficeCode("320415");
    private static final OfficeCode DINAS = new OfficeCode("DINAS");
    private static final LocalDate MONDAY = LocalDate.of(2026, 12, 7);
    private static final LocalDate TUESDAY = LocalDate.of(2026, 12, 8);

    @Autowired
    BookingService bookings;

    @Autowired
    Reception reception;

    @Autowired
    QuotaCalendar calendar;

    @Autowired
    BookingScenario given;

    @Autowired
    JdbcClient jdbc;

    @AfterEach
    void theBooksAreInBalance() {
        new Books(jdbc).assertInBalance();
    }

    @Test
    void ofSixteenCancellationsOneSucceedsAndTheOthersAreToldSo() throws Exception {
        LocalDate day = LocalDate.of(2026, 12, 1);
        BookingDetails booking = given.booked(OFFICE, day);
        List<String> answers = atOnce(IntStream.range(0, 16)
                .<Callable<String>>mapToObj(i -> () -> cancelled(booking.code()))
                .toList());
        assertThat(answers).containsOnly("CANCELLED", "Dibatalkan");
        assertThat(answers).containsOnlyOnce("CANCELLED");
        assertThat(booked(day)).isZero();
        assertThat(history(booking)).containsExactly(BookingAction.BOOK, BookingAction.CANCEL);
    }

    private String cancelled(BookingCode code) {
        try {
            return given.asBds(() -> bookings.cancel(code, "berhalangan").orElseThrow())
                    .status()
                    .name();
        } catch (IllegalMove tooLate) {
            return String.valueOf(tooLate.getMessage()).contains("\"Dibatalkan\"") ? "Dibatalkan" : "?";
        }
    }

    @Test
    void twoScannersAtOnceRecordOneArrival() throws Exception {
        BookingDetails booking = given.booked(DINAS, LocalDate.of(2026, 11, 23));
        List<CheckIn> answers = atOnce(IntStream.range(0, 8)
                .<Callable<CheckIn>>mapToObj(i -> () -> given.asStaff(
                        "operator",
                        () -> reception.checkIn(booking.code(), DINAS).orElseThrow()))
                .toList());
        assertThat(answers).filteredOn(CheckIn.Done.class::isInstance).hasSize(1);
        assertThat(answers).filteredOn(CheckIn.AlreadyDone.class::isInstance).hasSize(7);
        assertThat(history(booking)).containsExactly(BookingAction.BOOK, BookingAction.CHECK_IN);
    }

    @Test
    void movesInOppositeDirectionsNeitherDeadlockNorLoseASeat() throws Exception {
        var calls = new ArrayList<Callable<BookingDecision>>();
        for (int i = 0; i < 8; i++) {
            calls.add(moving(given.booked(OFFICE, MONDAY), TUESDAY));
            calls.add(moving(given.booked(OFFICE, TUESDAY), MONDAY));
        }
        assertThat(atOnce(calls)).hasSize(16).allMatch(BookingDecision.Accepted.class::isInstance);
        assertThat(booked(MONDAY)).isEqualTo(8);
        assertThat(booked(TUESDAY)).isEqualTo(8);
    }

    private Callable<BookingDecision> moving(BookingDetails booking, LocalDate to) {
        return () -> given.asBds(
                () -> bookings.move(booking.code(), OFFICE, to, "berhalangan").orElseThrow());
    }

    @Test
    void aBookingCancelledAndMovedAtOnceHasOneEnd() throws Exception {
        for (int round = 0; round < 5; round++) {
            BookingDetails booking = given.booked(OFFICE, LocalDate.of(2026, 12, 10));
            List<String> answers = atOnce(List.of(
                    () -> endOf(
                            booking,
                            () -> given.asBds(() -> bookings.cancel(booking.code(), "berhalangan")
                                    .orElseThrow())),
                    () -> endOf(booking, moving(booking, LocalDate.of(2026, 12, 9)))));
            assertThat(answers).containsExactlyInAnyOrder("done", "too late");
            assertThat(history(booking)).hasSize(2);
        }
    }

    private static String endOf(BookingDetails booking, Callable<?> act) throws Exception {
        try {
            act.call();
            return "done";
        } catch (IllegalMove tooLate) {
            assertThat(tooLate).hasMessageContaining(booking.code().value());
            return "too late";
        }
    }

    @Test
    void oneNikAskingManyTimesGetsOneSeat() throws Exception {
        Someone someone = given.somebodyReadyToPrint();
        List<BookingDecision> answers = atOnce(IntStream.range(0, 12)
                .<Callable<BookingDecision>>mapToObj(i -> () -> given.asBds(() ->
                        bookings.book(given.requestFor(someone, OFFICE, LocalDate.of(2026, 12, 14 + i % 3)))))
                .toList());
        assertThat(answers)
                .filteredOn(BookingDecision.Accepted.class::isInstance)
                .hasSize(1);
        assertThat(answers)
                .filteredOn(BookingDecision.Refused.class::isInstance)
                .hasSize(11)
                .allMatch(answer -> ((BookingDecision.Refused) answer).refusal().kind() == Refusal.Kind.ALREADY_BOOKED);
    }

    @Test
    void oneRequestSentTwiceAtOnceGetsOneAnswer() throws Exception {
        for (int round = 0; round < 8; round++) {
            NewBooking click =
                    clicked(given.requestFor(given.somebodyReadyToPrint(), OFFICE, LocalDate.of(2026, 12, 15)));
            List<BookingCode> answers = atOnce(IntStream.range(0, 4)
                    .<Callable<BookingCode>>mapToObj(i -> () -> given.asBds(() -> code(bookings.book(click))))
                    .toList());
            assertThat(answers).hasSize(4);
            assertThat(Set.copyOf(answers)).hasSize(1);
        }
    }

    private static NewBooking clicked(NewBooking request) {
        return new NewBooking(
                request.nik(),
                request.fullName(),
                request.email(),
                request.phone(),
                request.office(),
                request.date(),
                request.origin(),
                UUID.randomUUID().toString());
    }

    private static BookingCode code(BookingDecision decision) {
        return ((BookingDecision.Accepted) decision).booking().code();
    }

    @Test
    void aStormOfBookingsAndCancellationsFillsTheDayAndNotMore() throws Exception {
        LocalDate day = LocalDate.of(2026, 12, 17);
        given.quotaOf(OFFICE, day, 10, 0);
        List<BookingDetails> early =
                IntStream.range(0, 10).mapToObj(i -> given.booked(OFFICE, day)).toList();
        var calls = new ArrayList<Callable<Boolean>>();
        for (int i = 0; i < 10; i++) {
            BookingDetails leaving = early.get(i);
            calls.add(() -> cancelled(leaving.code()).equals("CANCELLED"));
            for (int j = 0; j < 2; j++) {
                NewBooking request = given.requestFor(given.somebodyReadyToPrint(), OFFICE, day);
                calls.add(() -> given.asBds(() -> bookings.book(request)) instanceof BookingDecision.Accepted);
            }
        }
        long successes = atOnce(calls).stream().filter(success -> success).count();
        assertThat(booked(day)).isEqualTo((int) successes - 10).isBetween(1, 10);
    }

    private static <T> List<T> atOnce(List<? extends Callable<T>> calls) throws Exception {
        var answers = new ArrayList<T>();
        try (var threads = Executors.newFixedThreadPool(calls.size())) {
            for (Future<T> answer : threads.invokeAll(calls)) {
                answers.add(answer.get());
            }
        }
        return answers;
    }

    private int booked(LocalDate day) {
        return given.asBds(() -> calendar.day(OFFICE, day).booked());
    }

    private List<BookingAction> history(BookingDetails booking) {
        return given.asBds(() -> bookings.find(booking.code()).orElseThrow()).history().stream()
                .map(StepTaken::action)
                .toList();
    }
}
