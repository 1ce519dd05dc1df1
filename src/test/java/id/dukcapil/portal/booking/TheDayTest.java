package id.dukcapil.portal.booking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import id.dukcapil.portal.IntegrationTest;
import id.dukcapil.portal.PoisonedRow;
import id.dukcapil.portal.SettableClock;
import id.dukcapil.portal.booking.BookingDecision.Accepted;
import id.dukcapil.portal.booking.BookingDecision.Refused;
import id.dukcapil.portal.booking.BookingScenario.Someone;
import id.dukcapil.portal.common.AuditEvent;
import id.dukcapil.portal.common.OfficeCode;
import id.dukcapil.portal.common.procedure.IllegalMove;
import id.dukcapil.portal.common.procedure.StepTaken;
import id.dukcapil.portal.platform.RecurringWork;
import id.dukcapil.portal.staff.ActingSystem;
import id.dukcapil.portal.staff.Offices;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.test.context.event.ApplicationEvents;
import org.springframework.test.context.event.RecordApplicationEvents;
import org.springframework.transaction.support.TransactionTemplate;

/** A day at the head office from the first ticket to the last number; seats are released at 11.00. */
@IntegrationTest
@RecordApplicationEvents
class TheDayTest {

    private static final OfficeCode DINAS = new OfficeCode("DINAS");

    @Autowired
    BookingService bookings;

    @Autowired
    Bookings stored;

    @Autowired
    Reception reception;

    @Autowired
    DayAccounts accounts;

    @Autowired
    DayClosing closing;

    @Autowired
    BookingSettings settings;

    @Autowired
    WindowRows windows;

    @Autowired
    Offices offices;

    @Autowired
    RecurringWork work;

    @Autowired
    ActingSystem acting;

    @Autowired
    ApplicationEventPublisher publisher;

    @Autowired
    RelocationFacts relocation;

    @Autowired
    BookingScenario given;

    @Autowired
    ApplicationEvents events;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    SettableClock clock;

    @SuppressWarnings("NullAway.Init") // Made before each test
    private NoShows noShows;

    /** Each test has a Wednesday of its own, none of them a holiday. */
    private LocalDate day = LocalDate.of(2027, 6, 9);

    private static int weeks;

    @BeforeEach
    void aDay() {
        day = LocalDate.of(2027, 6, 9).plusWeeks(weeks++);
        clock.set(day.minusDays(2).atTime(2, 0).toInstant(ZoneOffset.UTC));
        noShows = withSetting(Map.of("DINAS", LocalTime.of(11, 0)));
    }

    private NoShows withSetting(Map<String, LocalTime> releaseAt) {
        var set = new BookingSettings(
                30,
                settings.publicAddress(),
                settings.linksPerMinute(),
                settings.remindAt(),
                null,
                releaseAt,
                List.of());
        return new NoShows(stored, offices, new BookingWindows(windows, set), work, acting, publisher, clock);
    }

    @AfterEach
    void asBefore() {
        clock.reset();
        given.withoutWindow(DINAS);
    }

    @Test
    void fromTheTicketToTheCard() {
        BookingDetails booking = given.booked(DINAS, day);
        at(9, 0);
        asOperator(() -> reception.checkIn(booking.code(), DINAS));
        at(9, 20);
        assertThat(asOperator(() -> reception.serve(booking.code(), DINAS))
                        .orElseThrow()
                        .status())
                .isEqualTo(BookingStatus.SERVED);
        at(10, 5);
        cardHandedOver(booking);
        cardHandedOver(booking);
        assertThat(asOperator(() -> bookings.find(booking.code())).orElseThrow().history())
                .as("told twice")
                .extracting(StepTaken::action)
                .containsExactly(
                        BookingAction.BOOK, BookingAction.CHECK_IN, BookingAction.SERVE, BookingAction.HAND_OVER);
        assertThat(account().averageWait())
                .hasValueSatisfying(wait -> assertThat(wait).hasMinutes(20));
        assertThat(asOperator(() -> reception.checkIn(booking.code(), DINAS)).orElseThrow())
                .as("scanned once more")
                .isInstanceOf(CheckIn.AlreadyDone.class);
    }

    private void cardHandedOver(BookingDetails booking) {
        asOperator(() -> {
            reception.handedOver(BookingScenario.cardOf(booking));
            return booking;
        });
    }

    @Test
    void whoGetsTheCardBeforeBeingServedIsServedByThat() {
        BookingDetails booking = present();
        cardHandedOver(booking);
        assertThat(status(booking)).isEqualTo(BookingStatus.HANDED_OVER);
    }

    @Test
    void aCardIsFetchedOnALaterDay() {
        BookingDetails served = present();
        BookingDetails forgotten = present();
        asOperator(() -> reception.serve(served.code(), DINAS));
        clock.set(day.plusDays(1).atTime(2, 0).toInstant(ZoneOffset.UTC));
        closing.closePastDays();
        assertThat(status(served)).isEqualTo(BookingStatus.SERVED);
        assertThat(status(forgotten)).isEqualTo(BookingStatus.COMPLETED);
        for (BookingDetails booking : List.of(served, forgotten)) {
            cardHandedOver(booking);
            assertThat(status(booking)).isEqualTo(BookingStatus.HANDED_OVER);
        }
    }

    @Test
    void anotherOfficeAndWhoHasNotComeAreNotServed() {
        BookingDetails booking = given.booked(DINAS, day);
        at(9, 0);
        assertThatExceptionOfType(IllegalMove.class)
                .isThrownBy(() -> asOperator(() -> reception.serve(booking.code(), DINAS)));
        assertThatExceptionOfType(AccessDeniedException.class)
                .isThrownBy(() -> asOperator(() -> reception.serve(booking.code(), new OfficeCode("320437"))));
        assertThatExceptionOfType(AccessDeniedException.class)
                .isThrownBy(() -> given.asStaff("perencana", () -> reception.serve(booking.code(), DINAS)));
    }

    @Test
    void atTheSetHourTheSeatsOfWhoHasNotComeAreReleased() {
        BookingDetails late = given.booked(DINAS, day);
        BookingDetails came = given.booked(DINAS, day);
        at(10, 59);
        asOperator(() -> reception.checkIn(came.code(), DINAS));
        BookingDetails bookedToday = given.booked(DINAS, day);
        noShows.release();
        assertThat(account().count(DayEnding.RELEASED)).isZero();
        at(11, 0);
        events.clear();
        noShows.release();
        noShows.release();
        assertThat(account().numbersOf(DayEnding.RELEASED)).isEqualTo("%03d".formatted(late.queueNumber()));
        assertThat(account().count(DayEnding.EXPECTED))
                .as("who booked today is not hurried")
                .isEqualTo(1);
        assertThat(status(bookedToday)).isEqualTo(BookingStatus.BOOKED);
        assertThat(events.stream(AuditEvent.class))
                .singleElement()
                .satisfies(told ->
                        assertThat(told.changes()).containsExactly(new AuditEvent.Change("Kursi dilepas", null, "1")));
        new Books(jdbc).assertInBalance();
    }

    @Test
    void aSeatThatCannotBeReleasedKeepsNoOtherTaken() {
        BookingDetails first = given.booked(DINAS, day);
        BookingDetails second = given.booked(DINAS, day);
        at(11, 0);
        try (var poisoned =
                PoisonedRow.against(jdbc, "booking_booking", first.id().value())) {
            noShows.release();
            poisoned.hasFailed(NoShows.TASK, 1);
            assertThat(account().numbersOf(DayEnding.RELEASED)).isEqualTo("%03d".formatted(second.queueNumber()));
            poisoned.close();
            at(11, 5);
            noShows.release();
            poisoned.hasFailed(NoShows.TASK, 0);
        }
        assertThat(account().count(DayEnding.RELEASED)).isEqualTo(2);
    }

    @Test
    void aBookingThatCannotBeClosedKeepsNoOtherOpen() {
        BookingDetails first = given.booked(DINAS, day);
        BookingDetails second = given.booked(DINAS, day);
        clock.set(day.plusDays(1).atTime(2, 0).toInstant(ZoneOffset.UTC));
        try (var poisoned =
                PoisonedRow.against(jdbc, "booking_booking", first.id().value())) {
            closing.closePastDays();
            poisoned.hasFailed(DayClosing.TASK, 1);
            assertThat(status(first)).isEqualTo(BookingStatus.BOOKED);
            assertThat(status(second)).isEqualTo(BookingStatus.MISSED);
            poisoned.close();
            clock.set(day.plusDays(2).atTime(2, 0).toInstant(ZoneOffset.UTC));
            closing.closePastDays();
            poisoned.hasFailed(DayClosing.TASK, 0);
        }
        assertThat(status(first)).isEqualTo(BookingStatus.MISSED);
    }

    @Test
    void theHourThatThePlannersEnteredHoldsBeforeTheSetting() {
        BookingDetails late = given.booked(DINAS, day);
        windows.enter(
                DINAS, 1, new BookingWindow(30, LocalTime.MIDNIGHT, true, 100, LocalTime.of(13, 0)), "Uji", "Uji");
        at(12, 59);
        noShows.release();
        assertThat(account().count(DayEnding.RELEASED)).isZero();
        at(13, 0);
        noShows.release();
        assertThat(account().numbersOf(DayEnding.RELEASED)).isEqualTo("%03d".formatted(late.queueNumber()));
    }

    @Test
    void withoutAnyHourTheSeatsAreKeptUntilTheEvening() {
        given.booked(DINAS, day);
        windows.enter(DINAS, 1, BookingWindow.fromMidnight(30), "Uji", "Uji");
        at(16, 59);
        withSetting(Map.of("MPP", LocalTime.of(11, 0))).release();
        assertThat(account().count(DayEnding.RELEASED)).isZero();
    }

    @Test
    void aReleasedSeatGoesToSomebodyInTheRoomAndTheDayHasNoSeatMore() {
        given.quotaOf(DINAS, day, 1, 0);
        BookingDetails absent = given.booked(DINAS, day);
        at(11, 0);
        assertThat(walkIn(given.somebodyReadyToPrint()))
                .as("nothing is released yet")
                .isInstanceOf(Refused.class);
        noShows.release();
        Someone inTheRoom = given.somebodyReadyToPrint();
        BookingDetails present = accepted(walkIn(inTheRoom));
        assertThat(present.status()).isEqualTo(BookingStatus.CHECKED_IN);
        assertThat(present.queueNumber()).isEqualTo(absent.queueNumber() + 1);
        assertThat(present.origin()).isEqualTo(BookingOrigin.WALK_IN);
        assertThat(status(absent)).isEqualTo(BookingStatus.REPLACED);
        assertThat(relocation.present(DINAS, day))
                .as("a plan to move bookings counts the seat once")
                .isEqualTo(1);
        assertThat(history(absent).getLast().reason()).isEqualTo("Kursi dipakai nomor 002");
        assertThat(((Refused) walkIn(given.somebodyReadyToPrint())).refusal().message())
                .isEqualTo("Tidak ada kursi yang dilepas hari ini, atau semuanya sudah diberikan.");
        new Books(jdbc).assertInBalance();
    }

    @Test
    void whoComesLateGetsTheirSeatAsLongAsNobodyElseHasIt() {
        given.quotaOf(DINAS, day, 2, 0);
        BookingDetails first = given.booked(DINAS, day);
        BookingDetails second = given.booked(DINAS, day);
        at(11, 0);
        noShows.release();
        accepted(walkIn(given.somebodyReadyToPrint()));
        assertThat(asOperator(() -> reception.checkIn(second.code(), DINAS)).orElseThrow())
                .isInstanceOf(CheckIn.Done.class);
        var refused = (CheckIn.Refused)
                asOperator(() -> reception.checkIn(first.code(), DINAS)).orElseThrow();
        assertThat(refused.reason()).contains("Nomor 001 datang setelah kursinya dilepas", "pesan hari lain");
        assertThat(accepted(given.asBds(() -> bookings.book(
                                given.requestFor(new Someone(first.nik(), first.fullName()), DINAS, day.plusDays(1)))))
                        .date())
                .as("and may book another day")
                .isEqualTo(day.plusDays(1));
    }

    @Test
    void twoDesksGiveTheLastReleasedSeatOnce() throws Exception {
        given.quotaOf(DINAS, day, 1, 0);
        given.booked(DINAS, day);
        at(11, 0);
        noShows.release();
        var people = List.of(given.somebodyReadyToPrint(), given.somebodyReadyToPrint(), given.somebodyReadyToPrint());
        var desks = new ArrayList<Callable<BookingDecision>>();
        people.forEach(someone -> desks.add(() -> walkIn(someone)));
        int admitted = 0;
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var answer : threads.invokeAll(desks)) {
                admitted += answer.get() instanceof Accepted ? 1 : 0;
            }
        }
        assertThat(admitted).isEqualTo(1);
        new Books(jdbc).assertInBalance();
    }

    @Test
    void aDoubleClickAtTheDeskGivesOneSeat() {
        given.quotaOf(DINAS, day, 2, 0);
        given.booked(DINAS, day);
        given.booked(DINAS, day);
        at(11, 0);
        noShows.release();
        NewBooking request = request(given.somebodyReadyToPrint());
        BookingDetails once = accepted(asOperator(() -> bookings.book(request)));
        BookingDetails twice = accepted(asOperator(() -> bookings.book(request)));
        assertThat(twice.code()).isEqualTo(once.code());
        assertThat(account().count(DayEnding.RELEASED)).isEqualTo(1);
    }

    @Test
    void aCrashBetweenTheTwoNumbersLeavesTheSeatWhereItWas() {
        given.quotaOf(DINAS, day, 1, 0);
        BookingDetails absent = given.booked(DINAS, day);
        at(11, 0);
        noShows.release();
        transaction.executeWithoutResult(dying -> {
            accepted(walkIn(given.somebodyReadyToPrint()));
            dying.setRollbackOnly();
        });
        assertThat(account().numbersOf(DayEnding.RELEASED)).isEqualTo("%03d".formatted(absent.queueNumber()));
        assertThat(account().issued()).isEqualTo(1);
        new Books(jdbc).assertInBalance();
    }

    @Test
    void atTheEndOfTheDayEveryNumberHasExactlyOneEnding() throws Exception {
        given.quotaOf(DINAS, day, 8, 0);
        List<BookingDetails> booked = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            booked.add(given.booked(DINAS, day));
        }
        given.asBds(() -> bookings.cancel(booked.get(0).code(), "berhalangan").orElseThrow());
        given.asBds(() -> given.moved(booked.get(1).code().value(), DINAS, day.plusDays(1)));
        at(9, 0);
        asOperator(() -> reception.checkIn(booked.get(2).code(), DINAS));
        asOperator(() -> reception.serve(booked.get(2).code(), DINAS));
        cardHandedOver(booked.get(2));
        asOperator(() -> reception.checkIn(booked.get(3).code(), DINAS));
        at(11, 0);
        noShows.release();
        accepted(walkIn(given.somebodyReadyToPrint()));
        assertThat(paper()).contains("Nomor dikeluarkan: 7. Jumlah di atas: 7. Selisih: 0.", "Belum berakhir: 3");

        clock.set(day.plusDays(1).atTime(0, 30).toInstant(ZoneOffset.UTC));
        closing.closePastDays();
        DayAccount account = account();
        assertThat(account.issued()).isEqualTo(7);
        assertThat(account.numbers())
                .hasSize(7)
                .allMatch(number -> number.ending().isFinal());
        assertThat(account.count(DayEnding.CANCELLED)).isEqualTo(1);
        assertThat(account.count(DayEnding.MOVED)).isEqualTo(1);
        assertThat(account.count(DayEnding.HANDED_OVER)).isEqualTo(1);
        assertThat(account.count(DayEnding.COMPLETED)).isEqualTo(2);
        assertThat(account.numbersOf(DayEnding.REPLACED)).isEqualTo("005");
        assertThat(account.numbersOf(DayEnding.MISSED)).isEqualTo("006");
        assertThat(paper())
                .contains("PERTANGGUNGJAWABAN NOMOR ANTREAN", "Dinas Dukcapil, Soreang")
                .contains("Selisih: 0", "Semua nomor sudah berakhir")
                .doesNotContain(booked.get(2).fullName());
    }

    private String paper() throws Exception {
        try (var document = Loader.loadPDF(given.asStaff("manajer", () -> accounts.pdf(DINAS, day)))) {
            return new PDFTextStripper().getText(document).replaceAll("\\s+", " ");
        }
    }

    private BookingDetails present() {
        BookingDetails booking = given.booked(DINAS, day);
        Instant before = clock.instant();
        at(9, 0);
        asOperator(() -> reception.checkIn(booking.code(), DINAS));
        clock.set(before);
        return booking;
    }

    private BookingDecision walkIn(Someone someone) {
        return asOperator(() -> bookings.book(request(someone)));
    }

    private static NewBooking request(Someone someone) {
        return new NewBooking(
                someone.nik().value(),
                someone.name(),
                null,
                "081234567890",
                DINAS.value(),
                null,
                BookingOrigin.WALK_IN,
                UUID.randomUUID().toString());
    }

    private static BookingDetails accepted(BookingDecision decision) {
        return ((Accepted) decision).booking();
    }

    private DayAccount account() {
        return asOperator(() -> accounts.of(DINAS, day));
    }

    private BookingStatus status(BookingDetails booking) {
        return asOperator(() -> bookings.find(booking.code())).orElseThrow().status();
    }

    private List<StepTaken<BookingStatus, BookingAction>> history(BookingDetails booking) {
        return asOperator(() -> bookings.find(booking.code())).orElseThrow().history();
    }

    private <T> T asOperator(Supplier<T> work) {
        return given.asStaff("operator", work);
    }

    /** In the time of the office, on the day. */
    private void at(int hour, int minute) {
        clock.set(day.atTime(hour - 7, minute).toInstant(ZoneOffset.UTC));
    }
}
