package id.dukcapil.portal.booking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.dukcapil.portal.IntegrationTest;
import id.dukcapil.portal.SettableClock;
import id.dukcapil.portal.booking.BookingScenario.Someone;
import id.dukcapil.portal.booking.QuotaEdit.Change;
import id.dukcapil.portal.common.InvalidInput;
import id.dukcapil.portal.common.OfficeCode;
import id.dukcapil.portal.common.procedure.IllegalMove;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Two offices, three days, and everything that can be done to them, in random order. */
@IntegrationTest
class AlwaysInBalanceTest {

    private static final int STEPS = 400;
    private static final int STEPS_BETWEEN_CHECKS = 10;
    private static final OfficeCode DINAS = new OfficeCode("DINAS");
    private static final List<OfficeCode> OFFICES = List.of(DINAS, new OfficeCode("320413"));

    /** The seats of those who have not come by eleven are given to walk-ins. */
    private static final Instant WEDNESDAY_NOON = Instant.parse("2026-12-16T05:00:00Z");

    private static final List<LocalDate> DAYS =
            List.of(LocalDate.of(2026, 12, 16), LocalDate.of(2026, 12, 17), LocalDate.of(2026, 12, 18));

    private enum Step {
        BOOK_IN_THE_APP,
        BOOK_AT_THE_COUNTER,
        CANCEL,
        MOVE,
        CHECK_IN,
        SERVE,
        HAND_OVER,
        RELEASE_NO_SHOWS,
        WALK_IN,
        RESIZE,
        CLOSE,
        REOPEN
    }

    @Autowired
    BookingService bookings;

    @Autowired
    Reception reception;

    @Autowired
    NoShows noShows;

    @Autowired
    QuotaPlanning planning;

    @Autowired
    QuotaCalendar calendar;

    @Autowired
    DayClosing dayClosing;

    @Autowired
    BookingScenario given;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    SettableClock clock;

    @Autowired
    JdbcClient jdbc;

    private final List<BookingCode> codes = new ArrayList<>();
    private final Map<Step, Integer> done = new EnumMap<>(Step.class);
    private List<Someone> people = List.of();

    @AfterEach
    void resetClock() {
        clock.reset();
    }

    @ParameterizedTest
    @ValueSource(longs = {28, 2024})
    void whateverHappensTheSumsAreRight(long seed) {
        clock.set(WEDNESDAY_NOON);
        people = given.people("recording_status = 'PRINT_READY_RECORD' AND birth_date < '2005-01-01'", 40);
        var random = new Random(seed);
        for (int step = 1; step <= STEPS; step++) {
            perform(Step.values()[random.nextInt(Step.values().length)], random);
            if (step % STEPS_BETWEEN_CHECKS == 0) {
                new Books(jdbc).assertInBalance();
            }
            if (step == STEPS / 3 || step == STEPS * 2 / 3) {
                nextDay();
            }
        }
        // A day is closed only while nobody has booked it, which depends on the order
        assertThat(done.keySet()).containsAll(EnumSet.range(Step.BOOK_IN_THE_APP, Step.RESIZE));
        nextDay();
        assertThat(jdbc.sql("SELECT COUNT(*) FROM booking_booking WHERE status IN ('BOOKED', 'CHECKED_IN')"
                                + " AND service_date <= ?")
                        .param(DAYS.getLast())
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    private void nextDay() {
        clock.advance(Duration.ofDays(1));
        dayClosing.closePastDays();
        new Books(jdbc).assertInBalance();
    }

    private void perform(Step step, Random random) {
        boolean success = switch (step) {
            case BOOK_IN_THE_APP ->
                given.asBds(() -> remembered(
                        bookings.book(given.requestFor(any(people, random), any(OFFICES, random), any(DAYS, random)))));
            case BOOK_AT_THE_COUNTER ->
                given.asStaff(
                        "operator",
                        () -> remembered(
                                bookings.book(byStaff(any(people, random), any(DAYS, random), BookingOrigin.COUNTER))));
            case CANCEL -> given.asStaff("perencana", () -> cancelled(random));
            case MOVE -> given.asStaff("perencana", () -> moved(random));
            case CHECK_IN -> given.asStaff("operator", () -> checkedIn(random));
            case SERVE -> given.asStaff("operator", () -> inTheRoom(reception::serve, random));
            case HAND_OVER -> given.asStaff("operator", () -> inTheRoom(this::cardHandedOver, random));
            case RELEASE_NO_SHOWS -> someReleased();
            case WALK_IN ->
                given.asStaff(
                        "operator",
                        () -> remembered(bookings.book(byStaff(any(people, random), null, BookingOrigin.WALK_IN))));
            case RESIZE -> edited(new Change.SetQuota(new QuotaRule(random.nextInt(2, 9), random.nextInt(3))), random);
            case CLOSE -> edited(new Change.Close("Pemeliharaan"), random);
            case REOPEN -> edited(new Change.Reopen(), random);
        };
        if (success) {
            done.merge(step, 1, Integer::sum);
        }
    }

    private static <T> T any(List<T> choices, Random random) {
        return choices.get(random.nextInt(choices.size()));
    }

    private boolean remembered(BookingDecision decision) {
        if (decision instanceof BookingDecision.Accepted accepted) {
            codes.add(accepted.booking().code());
            return true;
        }
        return false;
    }

    private static NewBooking byStaff(Someone someone, @Nullable LocalDate day, BookingOrigin origin) {
        return new NewBooking(
                someone.nik().value(),
                someone.name(),
                null,
                "081234567890",
                DINAS.value(),
                day,
                origin,
                UUID.randomUUID().toString());
    }

    private boolean cancelled(Random random) {
        if (codes.isEmpty()) {
            return false;
        }
        try {
            return bookings.cancel(any(codes, random), "berhalangan").isPresent();
        } catch (IllegalMove tooLate) {
            return false;
        }
    }

    private boolean moved(Random random) {
        if (codes.isEmpty()) {
            return false;
        }
        try {
            return bookings.move(any(codes, random), any(OFFICES, random), any(DAYS, random), "kantor tutup")
                    .filter(this::remembered)
                    .isPresent();
        } catch (IllegalMove | InvalidInput notThisOne) {
            return false;
        }
    }

    private boolean checkedIn(Random random) {
        return !codes.isEmpty()
                && reception
                        .checkIn(any(codes, random), DINAS)
                        .filter(CheckIn.Done.class::isInstance)
                        .isPresent();
    }

    private boolean inTheRoom(BiFunction<BookingCode, OfficeCode, Optional<BookingDetails>> step, Random random) {
        if (codes.isEmpty()) {
            return false;
        }
        try {
            return step.apply(any(codes, random), DINAS).isPresent();
        } catch (IllegalMove notYet) {
            return false;
        }
    }

    private Optional<BookingDetails> cardHandedOver(BookingCode code, OfficeCode office) {
        return bookings.find(code)
                .filter(booking -> booking.allowed().contains(BookingAction.HAND_OVER))
                .map(booking -> {
                    reception.handedOver(BookingScenario.cardOf(booking));
                    return booking;
                });
    }

    private boolean someReleased() {
        int before = released();
        noShows.release();
        return released() > before;
    }

    private int released() {
        return jdbc.sql("SELECT COUNT(*) FROM booking_booking WHERE released_at IS NOT NULL")
                .query(Integer.class)
                .single();
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZoneId.of("Asia/Jakarta"));
    }

    private boolean edited(Change change, Random random) {
        return given.asStaff("perencana", () -> {
            OfficeCode office = any(OFFICES, random);
            LocalDate day = any(DAYS, random);
            if (day.isBefore(today())) {
                return false;
            }
            QuotaEdit edit = QuotaEdit.oneDay(office, day, change);
            return planning.apply(edit, planning.preview(edit)) == 1;
        });
    }

    @Test
    void aCrashBetweenSeatAndCommitLeavesNothing() {
        LocalDate day = LocalDate.of(2026, 12, 14);
        OfficeCode office = OFFICES.getLast();
        Someone someone = given.somebodyReadyToPrint();
        var crash = new IllegalStateException("power cut");
        assertThatThrownBy(() -> transaction.executeWithoutResult(status -> {
                    BookingDetails booking = given.booked(someone, office, day);
                    assertThat(booking.queueNumber()).isEqualTo(1);
                    throw crash;
                }))
                .isSameAs(crash);
        assertThat(given.asBds(() -> calendar.day(office, day).booked())).isZero();
        assertThat(jdbc.sql("SELECT COUNT(*) FROM booking_booking WHERE nik = ?")
                        .param(someone.nik().value())
                        .query(Integer.class)
                        .single())
                .isZero();
        new Books(jdbc).assertInBalance();
        assertThat(given.booked(someone, office, day).queueNumber()).isEqualTo(1);
    }
}
