package id.dukcapil.portal.booking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.dukcapil.portal.IntegrationTest;
import id.dukcapil.portal.booking.BookingDecision.Accepted;
import id.dukcapil.portal.booking.BookingDecision.Refused;
import id.dukcapil.portal.booking.BookingScenario.Someone;
import id.dukcapil.portal.channel.FirstAnswer;
import id.dukcapil.portal.channel.IdempotentRequest;
import id.dukcapil.portal.channel.ProblemException;
import id.dukcapil.portal.common.OfficeCode;
import java.net.URI;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Requests that come while others are decided share a transaction, and nobody notices but by the clock. */
@IntegrationTest
class SeatsTogetherTest {

    private static final OfficeCode OFFICE = new OfficeCode("320428");
    private static final LocalDate DAY = LocalDate.of(2026, 12, 15);
    private static final int TOO_LONG = 65;

    @Autowired
    BookingService bookings;

    @Autowired
    SeatAllocator allocator;

    @Autowired
    Bookings stored;

    @Autowired
    QuotaRows quota;

    @Autowired
    BookingScenario given;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    JdbcClient jdbc;

    @AfterEach
    void theBooksAreInBalanceAndTheOfficeIsEmptyAgain() {
        new Books(jdbc).assertInBalance();
        given.withoutBookings(OFFICE);
    }

    @Test
    void theNumbersFollowTheOrderOfAskingAndEveryoneHasTheirOwnHistoryLetterAndLineInTheTrail() throws Exception {
        given.quotaOf(OFFICE, DAY, 10, 0);
        List<BookingDecision> decisions = together(List.of(
                () -> asks(given.somebodyReadyToPrint()),
                () -> asks(given.somebodyReadyToPrint()),
                () -> asks(given.somebodyReadyToPrint())));
        List<BookingDetails> made =
                decisions.stream().map(SeatsTogetherTest::accepted).toList();
        assertThat(made).extracting(BookingDetails::queueNumber).containsExactly(1, 2, 3);
        for (BookingDetails booking : made) {
            assertThat(bookings(booking)).isEqualTo(booking);
            assertThat(count("notification_mail WHERE template = 'booking/confirmed' AND reference = ?", booking))
                    .isOne();
            assertThat(count("audit_inbox WHERE action = 'Dipesan' AND reference = ?", booking)
                            + count("audit_trail WHERE action = 'Dipesan' AND reference = ?", booking))
                    .isOne();
        }
    }

    @Test
    void whatIsReadBackThroughTheEntityIsWhatWasWritten() {
        given.quotaOf(OFFICE, DAY, 10, 0);
        Someone someone = given.somebodyReadyToPrint();
        String token = UUID.randomUUID().toString();
        var request = new NewBooking(
                someone.nik().value(),
                "Nama Lain",
                null,
                "0812 3456 7890",
                OFFICE.value(),
                DAY,
                BookingOrigin.PHONE,
                token);
        BookingDetails told = accepted(given.asOperatorAt(OFFICE, () -> bookings.book(request)));
        assertThat(bookings(told)).isEqualTo(told);
        assertThat(told.nameDiffers()).isTrue();
        assertThat(told.email()).isNull();
        transaction.executeWithoutResult(status -> {
            Booking row = stored.findByRequestTokenIn(List.of(token)).getFirst();
            assertThat(row.madeBy().name()).isEqualTo(told.history().getFirst().actor());
            assertThat(row.clientId()).isNull();
        });
    }

    @Test
    void theLastSeatsGoToWhoAskedFirstAndTheOthersHearOfFreeDays() throws Exception {
        given.quotaOf(OFFICE, DAY, 2, 0);
        List<BookingDecision> decisions = together(List.of(
                () -> asks(given.somebodyReadyToPrint()),
                () -> asks(given.somebodyReadyToPrint()),
                () -> asks(given.somebodyReadyToPrint())));
        assertThat(decisions.subList(0, 2)).allMatch(Accepted.class::isInstance);
        Refusal refusal = refused(decisions.get(2));
        assertThat(refusal.kind()).isEqualTo(Refusal.Kind.QUOTA_FULL);
        assertThat(refusal.nextFreeDays()).isNotEmpty().doesNotContain(DAY);
    }

    @Test
    void onePersonAskingTwiceAtTheSameTimeHasOneSeat() throws Exception {
        given.quotaOf(OFFICE, DAY, 10, 0);
        Someone someone = given.somebodyReadyToPrint();
        List<BookingDecision> decisions =
                together(List.of(() -> asks(given.somebodyReadyToPrint()), () -> asks(someone), () -> asks(someone)));
        assertThat(decisions.get(1)).isInstanceOf(Accepted.class);
        assertThat(refused(decisions.get(2)).kind()).isEqualTo(Refusal.Kind.ALREADY_BOOKED);
    }

    @Test
    void theSameKeyTwiceAtTheSameTimeGetsTheSameTicketAndAnotherRequestUnderItIsTurnedAway() throws Exception {
        given.quotaOf(OFFICE, DAY, 10, 0);
        Someone someone = given.somebodyReadyToPrint();
        IdempotentRequest key = key((byte) 1);
        var other = new IdempotentRequest(BookingScenario.BDS, key.key(), hash((byte) 2));
        List<FirstAnswer> answers = together(List.of(
                () -> underKey(given.somebodyReadyToPrint(), key((byte) 1)),
                () -> underKey(someone, key),
                () -> underKey(someone, key),
                () -> underKey(given.somebodyReadyToPrint(), other)));
        assertThat(answers.get(1).repeated()).isFalse();
        assertThat(answers.get(2).repeated()).isTrue();
        assertThat(answers.get(2).body()).isEqualTo(answers.get(1).body());
        assertThatThrownBy(() -> answers.get(3).to(other)).isInstanceOf(ProblemException.class);
        assertThat(underKey(someone, key).body())
                .as("and later again, although the person has a booking now")
                .isEqualTo(answers.get(1).body());
    }

    @Test
    void aRequestThatCannotBeStoredFailsAloneAndTheOthersOfItsRoundHaveTheirSeats() throws Exception {
        given.quotaOf(OFFICE, DAY, 10, 0);
        Callable<Object> unfit = () -> {
            try {
                return bookedByPhone(given.somebodyReadyToPrint(), "x".repeat(TOO_LONG));
            } catch (DataIntegrityViolationException e) {
                return e;
            }
        };
        List<Object> outcomes = together(List.of(
                () -> asks(given.somebodyReadyToPrint()),
                () -> asks(given.somebodyReadyToPrint()),
                unfit,
                () -> asks(given.somebodyReadyToPrint())));
        assertThat(outcomes.get(2)).isInstanceOf(DataIntegrityViolationException.class);
        assertThat(outcomes).filteredOn(Accepted.class::isInstance).hasSize(3);
    }

    @Test
    void whoAsksInsideATransactionIsDecidedInItAlone() {
        given.quotaOf(OFFICE, DAY, 10, 0);
        transaction.executeWithoutResult(status -> {
            assertThat(asks(given.somebodyReadyToPrint())).isInstanceOf(Accepted.class);
            status.setRollbackOnly();
        });
        assertThat(quota.find(OFFICE, DAY).orElseThrow().booked()).isZero();
        assertThat(accepted(asks(given.somebodyReadyToPrint())).queueNumber()).isOne();
    }

    @Test
    void aDayDoesNotComeIntoBeingByARefusal() {
        Someone child = given.people("birth_date > '2012-01-01'", 1).getFirst();
        assertThat(refused(asks(child)).kind()).isEqualTo(Refusal.Kind.NOT_ELIGIBLE);
        assertThat(quota.find(OFFICE, DAY)).isEmpty();
    }

    @Test
    void nobodyIsLeftInTheLine() {
        asks(given.somebodyReadyToPrint());
        assertThat(allocator.waiting()).isZero();
    }

    /** The first works alone and waits for the day, which somebody holds; by then the others have come, in their order. */
    private <T> List<T> together(List<Callable<? extends T>> callers) throws Exception {
        var answers = new ArrayList<Future<? extends T>>();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            transaction.executeWithoutResult(status -> {
                quota.lock(OFFICE, DAY, QuotaRule.NONE);
                for (Callable<? extends T> caller : callers) {
                    Future<? extends T> answer = threads.submit(caller);
                    answers.add(answer);
                    while (allocator.waiting() < answers.size() && !answer.isDone()) {
                        Thread.onSpinWait();
                    }
                }
            });
            var told = new ArrayList<T>();
            for (Future<? extends T> answer : answers) {
                told.add(answer.get());
            }
            return told;
        }
    }

    private BookingDecision asks(Someone someone) {
        return given.asBds(() -> bookings.book(given.requestFor(someone, OFFICE, DAY)));
    }

    private BookingDecision bookedByPhone(Someone someone, String token) {
        return given.asOperatorAt(
                OFFICE,
                () -> bookings.book(new NewBooking(
                        someone.nik().value(),
                        someone.name(),
                        null,
                        "081234567890",
                        OFFICE.value(),
                        DAY,
                        BookingOrigin.PHONE,
                        token)));
    }

    private FirstAnswer underKey(Someone someone, IdempotentRequest key) {
        KeyedDecision decision = given.asBds(() -> bookings.book(
                given.requestFor(someone, OFFICE, DAY),
                key,
                booking -> ResponseEntity.created(URI.create("/" + booking.code()))
                        .body(booking.code().value())));
        return ((KeyedDecision.Answered) decision).answer();
    }

    private static IdempotentRequest key(byte content) {
        return new IdempotentRequest(BookingScenario.BDS, UUID.randomUUID().toString(), hash(content));
    }

    private static byte[] hash(byte content) {
        byte[] hash = new byte[32];
        hash[0] = content;
        return hash;
    }

    private static BookingDetails accepted(BookingDecision decision) {
        return ((Accepted) decision).booking();
    }

    private static Refusal refused(BookingDecision decision) {
        return ((Refused) decision).refusal();
    }

    private BookingDetails bookings(BookingDetails booking) {
        return given.asOperatorAt(OFFICE, () -> bookings.find(booking.code()).orElseThrow());
    }

    private int count(String where, BookingDetails booking) {
        return jdbc.sql("SELECT COUNT(*) FROM " + where)
                .param(booking.code().value())
                .query(Integer.class)
                .single();
    }
}
