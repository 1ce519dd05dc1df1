package id.dukcapil.portal.booking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import id.dukcapil.portal.IntegrationTest;
import id.dukcapil.portal.SettableClock;
import id.dukcapil.portal.common.OfficeCode;
import id.dukcapil.portal.common.Retention;
import id.dukcapil.portal.staff.CurrentStaff;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.test.context.support.WithUserDetails;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The end of the retention of bookings. Each test works in a transaction that is taken back: the others' bookings of the
 * shared database must keep their people.
 */
@IntegrationTest
@WithUserDetails("manajer")
class EndedBookingsTest {

    private static final OfficeCode RANCABALI = new OfficeCode("320440");
    private static final LocalDate DAY = LocalDate.of(2026, 11, 25);
    private static final Instant AFTER_THE_DAY = Instant.parse("2026-11-26T02:00:00Z");

    @Autowired
    Retention bookingRetention;

    @Autowired
    DayClosing closing;

    @Autowired
    BookingService bookings;

    @Autowired
    BookingsOfPerson ofPerson;

    @Autowired
    BookingLists lists;

    @Autowired
    CurrentStaff staff;

    @Autowired
    BookingScenario given;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    SettableClock clock;

    @Autowired
    JdbcClient jdbc;

    @AfterEach
    void resetClock() {
        clock.reset();
    }

    @Test
    void anEndedBookingLosesThePersonAndKeepsTheFigures() {
        BookingDetails missed = given.booked(RANCABALI, DAY);
        BookingDetails cancelled = given.booked(RANCABALI, DAY);
        given.asBds(() -> bookings.cancel(cancelled.code(), "Siti sakit").orElseThrow());
        clock.set(AFTER_THE_DAY);
        closing.closePastDays();
        List<DayCounts.Group> before = lists.countsOfDay(RANCABALI, DAY).groups();

        transaction.executeWithoutResult(status -> {
            status.setRollbackOnly();
            long waiting = bookingRetention.endedBefore(AFTER_THE_DAY).orElseThrow();
            assertThat(waiting).isGreaterThanOrEqualTo(2);
            assertThat(bookingRetention.removeEndedBefore(AFTER_THE_DAY, 100_000))
                    .isEqualTo((int) waiting);

            assertThat(bookings.find(missed.code())).isEmpty();
            assertThat(ofPerson.about(missed.nik())).isEmpty();
            assertThat(lists.count(BookingFilter.day(RANCABALI, DAY))).isZero();
            assertThat(lists.countsOfDay(RANCABALI, DAY).groups()).containsExactlyInAnyOrderElementsOf(before);
            assertThat(new BookingLookUp(jdbc, staff.require(), DAY, 5)
                            .find(missed.code().value()))
                    .isEmpty();
            assertThat(whatIsLeftOf(cancelled)).isEqualTo("CANCELLED|1");
            assertThat(bookingRetention.removeEndedBefore(AFTER_THE_DAY, 100_000))
                    .isZero();
        });
    }

    @Test
    void aSmallBatchTakesTheOldestAndLeavesTheRest() {
        given.booked(RANCABALI, DAY);
        given.booked(RANCABALI, DAY);
        clock.set(AFTER_THE_DAY);
        closing.closePastDays();
        transaction.executeWithoutResult(status -> {
            status.setRollbackOnly();
            long waiting = bookingRetention.endedBefore(AFTER_THE_DAY).orElseThrow();
            assertThat(bookingRetention.removeEndedBefore(AFTER_THE_DAY, 1)).isEqualTo(1);
            assertThat(bookingRetention.endedBefore(AFTER_THE_DAY)).hasValue(waiting - 1);
        });
    }

    @Test
    void aBookingThatIsNotOverKeepsItsPersonHoweverShortThePeriod() {
        BookingDetails open = given.booked(RANCABALI, LocalDate.of(2026, 12, 17));
        transaction.executeWithoutResult(status -> {
            status.setRollbackOnly();
            bookingRetention.removeEndedBefore(Instant.parse("2030-01-01T00:00:00Z"), 100_000);
            assertThat(bookings.find(open.code())).isPresent();
        });
    }

    @Test
    void theDatabaseItselfRefusesABookingWithoutAPersonThatIsNotOver() {
        BookingDetails open = given.booked(RANCABALI, LocalDate.of(2026, 12, 18));
        assertThatExceptionOfType(DataIntegrityViolationException.class)
                .isThrownBy(() -> jdbc.sql("UPDATE booking_booking SET nik = NULL WHERE code = ?")
                        .param(open.code().value())
                        .update());
    }

    /** Status, and how many of the person's columns and words are really gone. */
    private String whatIsLeftOf(BookingDetails booking) {
        return jdbc.sql("""
                        SELECT CONCAT(status, '|', nik IS NULL AND full_name IS NULL AND email IS NULL AND phone IS NULL
                          AND request_token IS NULL AND NOT EXISTS
                          (SELECT 1 FROM booking_transition t WHERE t.booking_id = b.id AND t.reason IS NOT NULL))
                        FROM booking_booking b WHERE code = ?""").param(booking.code().value()).query(String.class).single();
    }
}
