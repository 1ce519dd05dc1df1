package id.dukcapil.portal.booking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import id.dukcapil.portal.IntegrationTest;
import id.dukcapil.portal.SettableClock;
import id.dukcapil.portal.booking.BookingScenario.Someone;
import id.dukcapil.portal.common.InvalidInput;
import id.dukcapil.portal.common.Nik;
import id.dukcapil.portal.common.OfficeCode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.test.context.support.WithUserDetails;

/** SOP Bandung 28/2024, steps 7 and 8, and what the office does with the ticket. Today is Monday 23 November 2026. */
@IntegrationTest
class BookingProcedureTest {

    private static final OfficeCode DINAS = new OfficeCode("DINAS");
    private static final OfficeCode CILEUNYI = new OfficeCode("320405");
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);
    private static final LocalDate TUESDAY = LocalDate.of(2026, 11, 24);

    @Autowired
    BookingService bookings;

    @Autowired
    Reception reception;

    @Autowired
    QuotaCalendar calendar;

    @Autowired
    DayClosing dayClosing;

    @Autowired
    BookingScenario given;

    @Autowired
    SettableClock clock;

    @AfterEach
    void resetClock() {
        clock.reset();
    }

    @Test
    void theApplicantChoosesADateAndGetsANumberAndACode() {
        LocalDate day = LocalDate.of(2026, 12, 1);
        given.quotaOf(CILEUNYI, day, 2, 0);
        BookingDetails first = book(given.somebodyReadyToPrint(), CILEUNYI, day);
        BookingDetails second = book(given.somebodyReadyToPrint(), CILEUNYI, day);
        assertThat(List.of(first.queueNumber(), second.queueNumber())).containsExactly(1, 2);
        assertThat(first.status()).isEqualTo(BookingStatus.BOOKED);
        assertThat(first.code()).isNotEqualTo(second.code());
    }

    @Test
    void whenTheDayIsFullTheNextFreeDaysAreOffered() {
        LocalDate day = LocalDate.of(2026, 12, 2);
        given.quotaOf(CILEUNYI, day, 1, 0);
        book(given.somebodyReadyToPrint(), CILEUNYI, day);
        Refusal refusal = refusal(given.somebodyReadyToPrint(), CILEUNYI, day);
        assertThat(refusal.kind()).isEqualTo(Refusal.Kind.QUOTA_FULL);
        assertThat(refusal.nextFreeDays()).hasSize(3).doesNotContain(day);
    }

    @Test
    void theReserveIsForStaffOnly() {
        LocalDate day = LocalDate.of(2026, 12, 3);
        given.quotaOf(DINAS, day, 2, 1);
        book(given.somebodyReadyToPrint(), DINAS, day);
        assertThat(refusal(given.somebodyReadyToPrint(), DINAS, day).kind()).isEqualTo(Refusal.Kind.QUOTA_FULL);
    }

    @Test
    @WithUserDetails("operator")
    void theOperatorUsesTheReserveWhenThePublicSeatsAreGone() {
        LocalDate day = LocalDate.of(2026, 12, 4);
        given.quotaOf(DINAS, day, 2, 1);
        book(given.somebodyReadyToPrint(), DINAS, day);
        BookingDetails byPhone = accepted(bookings.book(byPhone(given.somebodyReadyToPrint(), DINAS, day, "t-1")));
        assertThat(byPhone.queueNumber()).isEqualTo(2);
        assertThat(calendar.day(DINAS, day).bookedInternal()).isEqualTo(1);
    }

    @Test
    @WithUserDetails("operator")
    void aDoubleClickMakesOneBooking() {
        Someone someone = given.somebodyReadyToPrint();
        BookingDetails first = accepted(bookings.book(byPhone(someone, DINAS, TUESDAY, "double-click")));
        BookingDetails second = accepted(bookings.book(byPhone(someone, DINAS, TUESDAY, "double-click")));
        assertThat(second.code()).isEqualTo(first.code());
    }

    @Test
    void oneNikHoldsOneSeat() {
        Someone someone = given.somebodyReadyToPrint();
        book(someone, CILEUNYI, TUESDAY);
        assertThat(refusal(someone, DINAS, LocalDate.of(2026, 11, 26)).kind()).isEqualTo(Refusal.Kind.ALREADY_BOOKED);
    }

    @Test
    void whoMissedADayCanBookAgainEvenIfNobodyClosedThatDay() {
        Someone someone = given.somebodyReadyToPrint();
        BookingDetails missed = book(someone, CILEUNYI, TUESDAY);
        clock.set(Instant.parse("2026-11-25T02:00:00Z"));
        book(someone, CILEUNYI, LocalDate.of(2026, 11, 27));
        assertThat(given.asBds(() -> bookings.find(missed.code()).orElseThrow().status()))
                .isEqualTo(BookingStatus.MISSED);
    }

    @Test
    void aCancelledSeatReturnsButItsNumberStaysVoided() {
        LocalDate day = LocalDate.of(2026, 12, 7);
        given.quotaOf(CILEUNYI, day, 1, 0);
        BookingDetails first = book(given.somebodyReadyToPrint(), CILEUNYI, day);
        given.asBds(() -> bookings.cancel(first.code(), "berhalangan").orElseThrow());
        BookingDetails next = book(given.somebodyReadyToPrint(), CILEUNYI, day);
        assertThat(next.queueNumber()).isEqualTo(2);
    }

    @Test
    void movingGivesANewNumberAndReturnsTheOldSeat() {
        LocalDate from = LocalDate.of(2026, 12, 8);
        LocalDate to = LocalDate.of(2026, 12, 11);
        given.quotaOf(CILEUNYI, from, 1, 0);
        BookingDetails old = book(given.somebodyReadyToPrint(), CILEUNYI, from);
        var moved = accepted(given.asBds(() ->
                bookings.move(old.code(), CILEUNYI, to, "permintaan pemohon").orElseThrow()));
        assertThat(moved.date()).isEqualTo(to);
        assertThat(moved.predecessor()).isEqualTo(old.code());
        assertThat(given.asBds(() -> calendar.day(CILEUNYI, from).available())).isEqualTo(1);
        assertThat(given.asBds(() -> calendar.day(CILEUNYI, to).booked())).isPositive();
    }

    @Test
    void daysThatCannotBeBookedAreRefusedWithTheReason() {
        Someone someone = given.somebodyReadyToPrint();
        assertThat(refusal(someone, DINAS, TODAY.minusDays(1)).message()).contains("sudah lewat");
        assertThat(refusal(someone, DINAS, TODAY.plusDays(31)).message()).contains("belum dibuka");
        assertThat(refusal(someone, DINAS, LocalDate.of(2026, 11, 28)).message())
                .contains("Sabtu");
        clock.set(Instant.parse("2026-11-23T10:00:00Z"));
        assertThat(refusal(someone, DINAS, TODAY).message()).contains("Jam pelayanan");
    }

    @Test
    void aHolidayIsNamed() {
        clock.set(Instant.parse("2026-12-14T02:00:00Z"));
        assertThat(refusal(given.somebodyReadyToPrint(), DINAS, LocalDate.of(2026, 12, 25))
                        .message())
                .contains("Kelahiran Yesus Kristus");
    }

    @Test
    void onlyPeopleWhoseRecordIsReadyToPrintMayBook() {
        Someone issued = given.people("recording_status = 'CARD_ISSUED' AND standing IS NULL", 1)
                .getFirst();
        assertThat(refusal(issued, DINAS, TUESDAY).message()).contains("siap cetak");
        Someone tooYoung = given.people("recording_status = 'PRINT_READY_RECORD' AND birth_date > '2009-12-01'", 1)
                .getFirst();
        assertThat(refusal(tooYoung, DINAS, TUESDAY).message()).contains("17 tahun");
        Someone dead = given.people("standing = 'DECEASED'", 1).getFirst();
        assertThat(refusal(dead, DINAS, TUESDAY).message()).contains("sudah meninggal");
        Someone moved = given.people("standing = 'MOVED_AWAY'", 1).getFirst();
        assertThat(refusal(moved, DINAS, TUESDAY).message()).contains("sudah pindah keluar");
        var unknown = new Someone(new Nik("9171010101900009"), "Tidak Dikenal");
        assertThat(refusal(unknown, DINAS, TUESDAY).kind()).isEqualTo(Refusal.Kind.UNKNOWN_PERSON);
    }

    @Test
    void everythingWrongWithARequestIsSaidAtOnce() {
        var request = new NewBooking("320437", " ", "bukan-email", "12", "", null, BookingOrigin.CHANNEL, null);
        assertThatExceptionOfType(InvalidInput.class)
                .isThrownBy(() -> given.asBds(() -> bookings.book(request)))
                .satisfies(invalid -> assertThat(invalid.findings())
                        .extracting(finding -> finding.field())
                        .containsExactlyInAnyOrder("nik", "fullName", "email", "phone", "office", "date"));
    }

    @Test
    @WithUserDetails("operator")
    void scanningTheTicketOnTheDayRecordsTheArrivalOnce() {
        BookingDetails booking = accepted(bookings.book(byPhone(given.somebodyReadyToPrint(), DINAS, TODAY, "scan")));
        assertThat(reception.checkIn(booking.code(), DINAS)).containsInstanceOf(CheckIn.Done.class);
        assertThat(reception.checkIn(booking.code(), DINAS)).containsInstanceOf(CheckIn.AlreadyDone.class);
    }

    @Test
    @WithUserDetails("operator")
    void aTicketForALaterDayIsServedOnlyWhenTheOperatorSaysWhy() {
        BookingDetails booking =
                accepted(bookings.book(byPhone(given.somebodyReadyToPrint(), DINAS, TUESDAY, "early")));
        assertThat(reception.checkIn(booking.code(), DINAS)).containsInstanceOf(CheckIn.TooEarly.class);
        assertThatExceptionOfType(InvalidInput.class)
                .isThrownBy(() -> reception.checkInEarly(booking.code(), DINAS, " "));
        CheckIn result = reception
                .checkInEarly(booking.code(), DINAS, "loket sepi, pemohon dari jauh")
                .orElseThrow();
        assertThat(result).isInstanceOf(CheckIn.Done.class);
        assertThat(result.booking().history().getLast().reason()).isEqualTo("loket sepi, pemohon dari jauh");
    }

    @Test
    @WithUserDetails("operator")
    void aTicketOfAnotherOfficeIsSentThere() {
        BookingDetails elsewhere = book(given.somebodyReadyToPrint(), CILEUNYI, TUESDAY);
        assertThat(reception.checkIn(elsewhere.code(), DINAS))
                .hasValueSatisfying(answer ->
                        assertThat(((CheckIn.Refused) answer).reason()).contains("UKL Kecamatan Cileunyi"));
    }

    @Test
    @WithUserDetails("operator")
    void anOperatorStaysInsideTheOwnOffice() {
        assertThatExceptionOfType(AccessDeniedException.class)
                .isThrownBy(() -> bookings.book(byPhone(given.somebodyReadyToPrint(), CILEUNYI, TUESDAY, "elsewhere")));
    }

    @Test
    @WithUserDetails("operator")
    void afterTheDayEveryNumberHasAnEnd() {
        BookingDetails came = accepted(bookings.book(byPhone(given.somebodyReadyToPrint(), DINAS, TODAY, "came")));
        BookingDetails missed = accepted(bookings.book(byPhone(given.somebodyReadyToPrint(), DINAS, TODAY, "missed")));
        reception.checkIn(came.code(), DINAS);
        clock.set(Instant.parse("2026-11-23T17:30:00Z"));
        dayClosing.closePastDays();
        assertThat(bookings.find(came.code()).orElseThrow().status()).isEqualTo(BookingStatus.COMPLETED);
        assertThat(bookings.find(missed.code()).orElseThrow().status()).isEqualTo(BookingStatus.MISSED);
    }

    private BookingDetails book(Someone someone, OfficeCode office, LocalDate date) {
        return accepted(given.asBds(() -> bookings.book(given.requestFor(someone, office, date))));
    }

    private Refusal refusal(Someone someone, OfficeCode office, LocalDate date) {
        BookingDecision decision = given.asBds(() -> bookings.book(given.requestFor(someone, office, date)));
        assertThat(decision).isInstanceOf(BookingDecision.Refused.class);
        return ((BookingDecision.Refused) decision).refusal();
    }

    private static BookingDetails accepted(BookingDecision decision) {
        assertThat(decision).isInstanceOf(BookingDecision.Accepted.class);
        return ((BookingDecision.Accepted) decision).booking();
    }

    private static NewBooking byPhone(Someone someone, OfficeCode office, LocalDate date, String token) {
        return new NewBooking(
                someone.nik().value(),
                someone.name(),
                null,
                "0812 3456 7890",
                office.value(),
                date,
                BookingOrigin.PHONE,
                token);
    }
}
