package id.dukcapil.portal.booking;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import id.dukcapil.portal.IntegrationTest;
import id.dukcapil.portal.SettableClock;
import id.dukcapil.portal.booking.BookingScenario.Someone;
import id.dukcapil.portal.booking.RelocationPlan.Passenger;
import id.dukcapil.portal.booking.RelocationWish.Kind;
import id.dukcapil.portal.cards.CardEntryKind;
import id.dukcapil.portal.common.OfficeCode;
import id.dukcapil.portal.common.ui.Formats;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * The whole of a scarce day: its 300 seats open at seven in the morning a week ahead and 5,000 people ask at once; then 80
 * of the blank cards turn out to be spoilt, and as many people are moved. In the end everybody has the letters that are
 * true for them, and the sums hold.
 */
@IntegrationTest
class OpeningNightTest {

    private static final OfficeCode OFFICE = new OfficeCode("320446");
    private static final LocalDate MONDAY = LocalDate.of(2026, 11, 30);
    private static final Instant SEVEN_A_WEEK_BEFORE = Instant.parse("2026-11-23T00:00:00Z");
    private static final int SEATS = 300;
    private static final int CALLERS = 5_000;
    private static final int SPOILT = 80;

    private static final TypeReference<Map<String, String>> FACTS = new TypeReference<>() {};

    @Autowired
    WindowPlanning windows;

    @Autowired
    BookingService bookings;

    @Autowired
    Relocations relocations;

    @Autowired
    QuotaCalendar calendar;

    @Autowired
    BookingScenario given;

    @Autowired
    SettableClock clock;

    @Autowired
    JsonMapper json;

    @Autowired
    JdbcClient jdbc;

    /** A letter as it stands in the outbox. */
    private record Letter(String template, String address, String nik, Map<String, String> facts) {}

    /** A seat that somebody holds. */
    private record Held(String nik, String code, String number, LocalDate date) {}

    @BeforeEach
    void aDayThatOpensAWeekAhead() {
        given.withoutBookings(OFFICE);
        given.quotaOf(OFFICE, MONDAY, SEATS, 0);
        given.cards(OFFICE, CardEntryKind.RECEIPT, SEATS);
        given.asStaff("perencana", () -> {
            windows.enter(OFFICE, new BookingWindow(7, LocalTime.of(7, 0), true, 100, null), "Blangko sedikit", 0);
            return OFFICE;
        });
    }

    @AfterEach
    void asBefore() {
        clock.reset();
        given.withoutBookings(OFFICE);
        new Crowds(jdbc).leave();
    }

    @Test
    void fiveThousandAskFor300SeatsThen80CardsAreSpoiltAndEverybodyHearsWhatIsTrue() throws Exception {
        List<Someone> people = new Crowds(jdbc).readyToPrint(CALLERS);
        clock.set(SEVEN_A_WEEK_BEFORE.minusMillis(1));
        assertThat(refusal(book(people.getFirst())).until()).isEqualTo(SEVEN_A_WEEK_BEFORE);

        clock.set(SEVEN_A_WEEK_BEFORE);
        List<BookingDecision> decisions = bookAtOnce(people);
        assertThat(decisions.stream().filter(BookingDecision.Accepted.class::isInstance))
                .hasSize(SEATS);
        assertThat(decisions.stream()
                        .filter(BookingDecision.Refused.class::isInstance)
                        .map(OpeningNightTest::refusal)
                        .collect(groupingBy(Refusal::kind, counting())))
                .isEqualTo(Map.of(Refusal.Kind.QUOTA_FULL, (long) CALLERS - SEATS));
        new Books(jdbc).assertInBalance();

        clock.advance(Duration.ofHours(3));
        given.cards(OFFICE, CardEntryKind.DAMAGE, SPOILT);
        RelocationPlan plan = moveWhomTheStockDoesNotReach();
        assertThat(plan.staying()).isEqualTo(SEATS - SPOILT);
        assertThat(plan.moving()).hasSize(SPOILT);
        new Books(jdbc).assertInBalance();
        assertThat(day(MONDAY).booked()).isEqualTo(SEATS - SPOILT);
        assertEverybodyHasTheLettersThatAreTrue(plan);
    }

    private RelocationPlan moveWhomTheStockDoesNotReach() {
        return given.asStaff("perencana", () -> {
            RelocationWish wish =
                    relocations.wish(OFFICE, MONDAY, MONDAY, Kind.STOCK, 0, MONDAY.plusDays(1), "80 blangko rusak");
            RelocationPlan plan = relocations.plan(wish, Map.of());
            relocations.apply(wish, plan, UUID.randomUUID());
            return plan;
        });
    }

    /** Who was moved has two letters, the others one; the latest says where and when they are expected. */
    private void assertEverybodyHasTheLettersThatAreTrue(RelocationPlan plan) {
        Map<String, Held> held = held().stream().collect(toMap(Held::nik, one -> one));
        assertThat(held).hasSize(SEATS);
        Map<String, List<Letter>> letters = letters().stream().collect(groupingBy(Letter::nik));
        assertThat(letters.keySet()).isEqualTo(held.keySet());
        Map<String, LocalDate> newDays =
                plan.moving().stream().collect(toMap(one -> one.person().nik().value(), OpeningNightTest::newDay));
        letters.forEach((nik, theirs) -> {
            Held seat = Objects.requireNonNull(held.get(nik));
            boolean moved = newDays.containsKey(nik);
            assertThat(theirs)
                    .extracting(Letter::template)
                    .containsExactlyElementsOf(
                            moved
                                    ? List.of(BookingMails.CONFIRMED, BookingMails.MOVED)
                                    : List.of(BookingMails.CONFIRMED));
            assertThat(seat.date()).isEqualTo(newDays.getOrDefault(nik, MONDAY));
            Letter latest = theirs.getLast();
            assertThat(latest.address()).isEqualTo(addressOf(nik));
            assertThat(latest.facts())
                    .containsEntry("code", seat.code())
                    .containsEntry("number", seat.number())
                    .containsEntry("date", Formats.longDate(seat.date()));
            if (moved) {
                assertThat(latest.facts())
                        .containsEntry("oldDate", "Senin, 30 November 2026")
                        .containsEntry("oldCode", theirs.getFirst().facts().get("code"))
                        .containsEntry("reason", "80 blangko rusak");
            }
        });
    }

    private static LocalDate newDay(Passenger passenger) {
        return Objects.requireNonNull(passenger.to());
    }

    private List<Held> held() {
        return jdbc.sql("""
                        SELECT nik, code, queue_number, service_date FROM booking_booking
                        WHERE office_code = ? AND status = 'BOOKED'""")
                .param(OFFICE.value())
                .query((row, number) -> new Held(
                        row.getString(1),
                        row.getString(2),
                        "%03d".formatted(row.getInt(3)),
                        row.getObject(4, LocalDate.class)))
                .list();
    }

    private List<Letter> letters() {
        return jdbc.sql("""
                        SELECT template, to_address, person_nik, facts FROM notification_mail
                        WHERE to_address LIKE '%@malam.contoh.id' ORDER BY id""")
                .query((row, number) -> new Letter(
                        row.getString(1), row.getString(2), row.getString(3), json.readValue(row.getString(4), FACTS)))
                .list();
    }

    /** All stand at the door before it opens. */
    private List<BookingDecision> bookAtOnce(List<Someone> people) throws Exception {
        var door = new CountDownLatch(1);
        var answers = new ArrayList<Future<BookingDecision>>();
        try (var crowd = Executors.newVirtualThreadPerTaskExecutor()) {
            people.forEach(someone -> answers.add(crowd.submit(() -> {
                door.await();
                return book(someone);
            })));
            door.countDown();
        }
        var decisions = new ArrayList<BookingDecision>();
        for (var answer : answers) {
            decisions.add(answer.get());
        }
        return decisions;
    }

    private BookingDecision book(Someone someone) {
        String nik = someone.nik().value();
        var request = new NewBooking(
                nik,
                someone.name(),
                addressOf(nik),
                "081234567890",
                OFFICE.value(),
                MONDAY,
                BookingOrigin.CHANNEL,
                null);
        return given.asBds(() -> bookings.book(request));
    }

    private static String addressOf(String nik) {
        return nik + "@malam.contoh.id";
    }

    private static Refusal refusal(BookingDecision decision) {
        return ((BookingDecision.Refused) decision).refusal();
    }

    private QuotaDay day(LocalDate date) {
        return given.asStaff("perencana", () -> calendar.day(OFFICE, date));
    }
}
