package id.dukcapil.portal.booking;

import static org.assertj.core.api.Assertions.assertThat;

import id.dukcapil.portal.IntegrationTest;
import id.dukcapil.portal.SettableClock;
import id.dukcapil.portal.booking.BookingScenario.Someone;
import id.dukcapil.portal.booking.FairnessFacts.Asked;
import id.dukcapil.portal.channel.ApiClient;
import id.dukcapil.portal.common.Nik;
import id.dukcapil.portal.common.OfficeCode;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Nobody takes more than others, and nobody who behaves notices. Today is Monday 23 November 2026, 09.00 WIB. */
@IntegrationTest
class FairnessTest {

    private static final OfficeCode DINAS = new OfficeCode("DINAS");
    private static final OfficeCode PANGALENGAN = new OfficeCode("320446");
    private static final LocalDate TUESDAY = LocalDate.of(2026, 12, 15);
    private static final LocalDate WEDNESDAY = LocalDate.of(2026, 12, 16);
    private static final ApiClient ONE = new ApiClient(UUID.randomUUID(), "Aplikasi satu");
    private static final ApiClient OTHER = new ApiClient(UUID.randomUUID(), "Aplikasi dua");

    @Autowired
    BookingService bookings;

    @Autowired
    FairnessFacts facts;

    @Autowired
    WindowRows windows;

    @Autowired
    BookingScenario given;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    SettableClock clock;

    @AfterEach
    void asBefore() {
        clock.reset();
        given.withoutWindow(PANGALENGAN);
    }

    @Test
    void whoGivesBackThreeSeatsWaitsAndTheCounterHelpsWithAReason() {
        Someone someone = given.somebodyReadyToPrint();
        for (int time = 0; time < 3; time++) {
            BookingDetails booking = given.booked(someone, DINAS, TUESDAY);
            given.asBds(() -> bookings.cancel(booking.code(), "berhalangan").orElseThrow());
            clock.advance(Duration.ofHours(1));
        }
        Refusal refusal = refused(given.asBds(() -> bookings.book(given.requestFor(someone, DINAS, TUESDAY))));
        assertThat(refusal.kind()).isEqualTo(Refusal.Kind.LIMIT_REACHED);
        assertThat(refusal.message()).contains("membatalkan 3 kali", "7 Desember 2026, 09.00 WIB", "petugas loket");
        assertThat(refusal.until()).isEqualTo(Instant.parse("2026-12-07T02:00:00Z"));

        assertThat(refused(given.asStaff("operator", () -> bookings.book(atTheCounter(someone, null))))
                        .kind())
                .isEqualTo(Refusal.Kind.LIMIT_REACHED);
        BookingDetails helped =
                accepted(given.asStaff("operator", () -> bookings.book(atTheCounter(someone, "Salah tanggal"))));
        assertThat(helped.history().getFirst().reason()).isEqualTo("Salah tanggal");
    }

    @Test
    void whatAFullRoundOfPeopleBookedBeforeIsFoundByTheirNiksWithoutReadingTheBookingsOfAllOthers() {
        given.booked(given.somebodyReadyToPrint(), DINAS, TUESDAY);
        List<Asked> round = IntStream.range(0, 512)
                .mapToObj(i -> new Asked(
                        new Nik("320401010190%04d".formatted(1 + i)),
                        DINAS,
                        TUESDAY,
                        BookingOrigin.COUNTER,
                        null,
                        null))
                .toList();
        var windows = Map.of(DINAS, BookingWindow.fromMidnight(30));
        transaction.executeWithoutResult(status -> {
            long before = rowsReadInTheirOrder();
            facts.of(round, windows);
            assertThat(rowsReadInTheirOrder()).isEqualTo(before);
        });
    }

    /** By this connection, one after the other as they lie in the table. */
    private long rowsReadInTheirOrder() {
        return jdbc.sql("SHOW SESSION STATUS LIKE 'Handler_read_rnd_next'")
                .query((row, number) -> row.getLong("Value"))
                .single();
    }

    @Test
    void theSamePersonMayBookAgainWhenTheTimeHasPassed() {
        Someone someone = given.somebodyReadyToPrint();
        for (int time = 0; time < 3; time++) {
            BookingDetails booking = given.booked(someone, DINAS, TUESDAY);
            given.asBds(() -> bookings.cancel(booking.code(), "berhalangan").orElseThrow());
        }
        clock.set(Instant.parse("2026-12-07T02:00:00Z"));
        assertThat(given.booked(someone, DINAS, TUESDAY).status()).isEqualTo(BookingStatus.BOOKED);
    }

    @Test
    void whatTheOfficeCancelsOrMovesIsNotThePersonsDoing() {
        Someone someone = given.somebodyReadyToPrint();
        for (int time = 0; time < 4; time++) {
            BookingDetails booking = given.booked(someone, PANGALENGAN, TUESDAY);
            given.asStaff("perencana", () -> given.moved(booking.code().value(), PANGALENGAN, WEDNESDAY));
            jdbc.sql("SELECT code FROM booking_booking WHERE nik = ? AND status = 'BOOKED'")
                    .param(someone.nik().value())
                    .query(String.class)
                    .list()
                    .forEach(code ->
                            given.asStaff("perencana", () -> bookings.cancel(new BookingCode(code), "listrik padam")));
        }
        Fairness known = inTransaction(ask(someone, BookingOrigin.CHANNEL));
        assertThat(known.person().givenBack()).isEmpty();
        assertThat(known.person().booked()).as("each chain once").hasSize(4);
        assertThat(given.booked(someone, PANGALENGAN, TUESDAY).status()).isEqualTo(BookingStatus.BOOKED);
    }

    @Test
    void somebodyInTheRoomIsNeverTurnedAwayByALimit() {
        Someone someone = given.somebodyReadyToPrint();
        assertThat(inTransaction(ask(someone, BookingOrigin.WALK_IN)).waived()).isTrue();
        assertThat(inTransaction(ask(someone, BookingOrigin.COUNTER)).waived()).isFalse();
    }

    @Test
    void manyAreReadAtOnceEachWithTheirOwn() {
        List<Asked> all = new ArrayList<>();
        for (int person = 0; person < 5; person++) {
            Someone someone = given.somebodyReadyToPrint();
            for (int time = 0; time < person % 3; time++) {
                BookingDetails booking = given.booked(someone, DINAS, TUESDAY);
                given.asBds(() -> bookings.cancel(booking.code(), "berhalangan").orElseThrow());
            }
            all.add(ask(someone, BookingOrigin.CHANNEL));
        }
        var known = transaction.execute(status -> facts.of(all));
        assertThat(known).hasSize(5);
        for (int person = 0; person < 5; person++) {
            assertThat(Objects.requireNonNull(known.get(all.get(person)))
                            .person()
                            .givenBack())
                    .hasSize(person % 3);
        }
    }

    @Test
    void oneApplicationDoesNotTakeAllSeatsOfADay() {
        given.quotaOf(PANGALENGAN, TUESDAY, 11, 1);
        windows.enter(PANGALENGAN, 1, new BookingWindow(30, LocalTime.of(7, 0), true, 40, null), "Uji", "Uji");
        for (int seat = 0; seat < 4; seat++) {
            accepted(bookAs(ONE, TUESDAY));
        }
        Refusal refusal = refused(bookAs(ONE, TUESDAY));
        assertThat(refusal.kind()).isEqualTo(Refusal.Kind.CHANNEL_FULL);
        assertThat(refusal.message()).contains("14 Desember 2026, 07.00 WIB");
        assertThat(refusal.nextFreeDays()).isNotEmpty();
        accepted(bookAs(OTHER, TUESDAY));

        clock.set(Instant.parse("2026-12-14T00:00:00Z"));
        accepted(bookAs(ONE, TUESDAY));
    }

    @Test
    void theShareIsExactHoweverManyAskAtOnce() throws Exception {
        given.quotaOf(PANGALENGAN, WEDNESDAY, 20, 0);
        windows.enter(PANGALENGAN, 1, new BookingWindow(30, LocalTime.of(7, 0), true, 25, null), "Uji", "Uji");
        List<Future<BookingDecision>> answers = new ArrayList<>();
        try (var threads = Executors.newFixedThreadPool(12)) {
            for (int caller = 0; caller < 16; caller++) {
                answers.add(threads.submit(() -> bookAs(ONE, WEDNESDAY)));
            }
        }
        int seats = 0;
        for (Future<BookingDecision> answer : answers) {
            if (answer.get() instanceof BookingDecision.Accepted) {
                seats++;
            } else {
                assertThat(refused(answer.get()).kind()).isEqualTo(Refusal.Kind.CHANNEL_FULL);
            }
        }
        assertThat(seats).isEqualTo(5);
        new Books(jdbc).assertInBalance();
    }

    private BookingDecision bookAs(ApiClient client, LocalDate date) {
        var request = given.requestFor(given.somebodyReadyToPrint(), PANGALENGAN, date);
        return given.asApplication(client, () -> bookings.book(request));
    }

    private Fairness inTransaction(Asked asked) {
        return Objects.requireNonNull(transaction.execute(status -> facts.of(asked)));
    }

    private static Asked ask(Someone someone, BookingOrigin origin) {
        return new Asked(someone.nik(), DINAS, TUESDAY, origin, origin.internal() ? null : ONE.id(), null);
    }

    private static NewBooking atTheCounter(Someone someone, @Nullable String waiver) {
        return new NewBooking(
                someone.nik().value(),
                someone.name(),
                null,
                "081234567890",
                "DINAS",
                TUESDAY,
                BookingOrigin.COUNTER,
                null,
                waiver);
    }

    private static BookingDetails accepted(BookingDecision decision) {
        return switch (decision) {
            case BookingDecision.Accepted accepted -> accepted.booking();
            case BookingDecision.Refused refused ->
                throw new AssertionError(refused.refusal().message());
        };
    }

    private static Refusal refused(BookingDecision decision) {
        return switch (decision) {
            case BookingDecision.Refused refused -> refused.refusal();
            case BookingDecision.Accepted accepted ->
                throw new AssertionError(accepted.booking().code());
        };
    }
}
