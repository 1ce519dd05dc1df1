package id.dukcapil.portal.booking.arrival;

import static org.assertj.core.api.Assertions.assertThat;

import id.dukcapil.portal.IntegrationTest;
import id.dukcapil.portal.SettableClock;
import id.dukcapil.portal.booking.BookingDetails;
import id.dukcapil.portal.booking.BookingScenario;
import id.dukcapil.portal.booking.BookingService;
import id.dukcapil.portal.booking.BookingStatus;
import id.dukcapil.portal.booking.CheckIn;
import id.dukcapil.portal.booking.Reception;
import id.dukcapil.portal.common.OfficeCode;
import id.dukcapil.portal.counter.ArrivalScan;
import id.dukcapil.portal.counter.Ticket;
import id.dukcapil.portal.counter.TicketEvent.TicketFinished;
import id.dukcapil.portal.counter.TicketStatus;
import id.dukcapil.portal.counter.Tickets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;

/** One scan of a booking is arrival and number. */
@IntegrationTest
class QueueNumbersTest {

    private static final OfficeCode DINAS = new OfficeCode("DINAS");
    private static final OfficeCode MPP = new OfficeCode("MPP");
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);

    @Autowired
    BookingScenario given;

    @Autowired
    Reception reception;

    @Autowired
    BookingService bookings;

    @Autowired
    Tickets tickets;

    @Autowired
    ArrivalScan machine;

    @Autowired
    ApplicationEventPublisher events;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    SettableClock clock;

    @AfterEach
    void monday() {
        clock.reset();
    }

    private Ticket numberOf(BookingDetails booking) {
        return given.asStaff("operator", () -> tickets.activeTicketOf(booking.nik(), DINAS))
                .orElseThrow();
    }

    private BookingStatus statusOf(BookingDetails booking) {
        return given.asStaff("operator", () -> bookings.find(booking.code()))
                .orElseThrow()
                .status();
    }

    @Test
    void theArrivalOfABookingTakesANumberOnceHoweverOftenItIsScanned() {
        BookingDetails booking = given.booked(DINAS, TODAY);
        given.asStaff("operator", () -> reception.checkIn(booking.code(), DINAS));
        Ticket first = numberOf(booking);
        given.asStaff("operator", () -> reception.checkIn(booking.code(), DINAS));
        assertThat(numberOf(booking)).isEqualTo(first);
        assertThat(first.bookingCode()).isEqualTo(booking.code().value());
        assertThat(first.label()).startsWith("C-");
    }

    @Test
    void theSameTicketScannedAtTwoDesksAtOnceIsOneArrivalAndOneNumber() throws Exception {
        BookingDetails booking = given.booked(DINAS, TODAY);
        try (var desks = Executors.newFixedThreadPool(2)) {
            Callable<Boolean> scan = () -> given.asStaff(
                    "operator", () -> reception.checkIn(booking.code(), DINAS).orElseThrow() instanceof CheckIn.Done);
            List<Boolean> answers = new ArrayList<>();
            for (var answer : desks.invokeAll(List.of(scan, scan))) {
                answers.add(answer.get());
            }
            assertThat(answers).containsExactlyInAnyOrder(true, false);
        }
        assertThat(jdbc.sql("SELECT COUNT(*) FROM counter_ticket WHERE booking_code = ?")
                        .param(booking.code().value())
                        .query(Integer.class)
                        .single())
                .isOne();
    }

    @Test
    void theBookingIsServedWhenItsNumberIs() {
        BookingDetails booking = given.booked(DINAS, TODAY);
        given.asStaff("operator", () -> reception.checkIn(booking.code(), DINAS));
        Ticket ticket = numberOf(booking);
        given.asStaff("operator", () -> {
            events.publishEvent(new TicketFinished(ticket, clock.instant()));
            return true;
        });
        assertThat(statusOf(booking)).isEqualTo(BookingStatus.SERVED);
    }

    @Test
    void aBookingThatIsServedWithoutACallLeavesTheQueue() {
        BookingDetails booking = given.booked(DINAS, TODAY);
        given.asStaff("operator", () -> reception.checkIn(booking.code(), DINAS));
        Ticket ticket = numberOf(booking);
        given.asStaff("operator", () -> reception.serve(booking.code(), DINAS));
        assertThat(given.asStaff("operator", () -> tickets.find(ticket.id()))
                        .orElseThrow()
                        .status())
                .isEqualTo(TicketStatus.CANCELLED);
    }

    @Test
    void aPageThatRecordsNoArrivalsIsToldDayAndOfficeOfABookingAndNothingOfItsPerson() {
        BookingDetails booking = given.booked(MPP, TODAY.plusDays(1));
        assertThat(machine.explain(booking.code().value()).orElseThrow())
                .contains("Selasa, 24 November 2026", "Mal Pelayanan Publik", "pindai di Kedatangan")
                .doesNotContain(booking.fullName());
        assertThat(jdbc.sql("SELECT status FROM booking_booking WHERE code = ?")
                        .param(booking.code().value())
                        .query(String.class)
                        .single())
                .isEqualTo(BookingStatus.BOOKED.name());
        assertThat(machine.explain(given.codeNobodyHas().value()))
                .hasValueSatisfying(sentence -> assertThat(sentence).endsWith("tidak ada."));
        assertThat(machine.explain("PRK-320437-2026-00001")).isEmpty();
    }

    @Test
    void theNumberMachineReadsBookingsAndSendsThoseOfOtherPlacesAndDaysToStaff() {
        BookingDetails booking = given.booked(DINAS, TODAY);
        assertThat(machine.arrive(booking.code().value(), DINAS).orElseThrow().ticket())
                .isEqualTo(numberOf(booking));
        assertThat(statusOf(booking)).isEqualTo(BookingStatus.CHECKED_IN);
        BookingDetails elsewhere = given.booked(MPP, TODAY.plusDays(1));
        assertThat(machine.arrive(elsewhere.code().value(), DINAS).orElseThrow())
                .satisfies(answer -> assertThat(answer.ticket()).isNull())
                .satisfies(answer -> assertThat(answer.sentence()).contains("Tiket ini untuk"));
        BookingDetails later = given.booked(DINAS, TODAY.plusDays(1));
        assertThat(machine.arrive(later.code().value(), DINAS).orElseThrow().sentence())
                .contains("Selasa, 24 November 2026");
        assertThat(machine.arrive("https://contoh.id", DINAS)).isEmpty();
    }
}
