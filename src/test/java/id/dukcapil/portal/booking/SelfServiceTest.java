package id.dukcapil.portal.booking;

import static org.assertj.core.api.Assertions.assertThat;

import id.dukcapil.portal.IntegrationTest;
import id.dukcapil.portal.SettableClock;
import id.dukcapil.portal.booking.SelfService.Linked;
import id.dukcapil.portal.booking.SelfService.Standing;
import id.dukcapil.portal.common.AuditEvent;
import id.dukcapil.portal.common.ContactData;
import id.dukcapil.portal.common.MailRequested;
import id.dukcapil.portal.common.OfficeCode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.event.ApplicationEvents;
import org.springframework.test.context.event.RecordApplicationEvents;
import org.springframework.transaction.support.TransactionTemplate;

/** Somebody without an account cancels by the link in a letter. Today is Monday 23 November 2026, 09.00 WIB. */
@IntegrationTest
@RecordApplicationEvents
class SelfServiceTest {

    private static final OfficeCode PASIRJAMBU = new OfficeCode("320438");
    private static final LocalDate DAY = LocalDate.of(2026, 12, 1);

    @Autowired
    SelfService selfService;

    @Autowired
    CancelLinks links;

    @Autowired
    Bookings bookings;

    @Autowired
    BookingService service;

    @Autowired
    BookingsOfPerson contacts;

    @Autowired
    Reception reception;

    @Autowired
    DayClosing closing;

    @Autowired
    QuotaCalendar quota;

    @Autowired
    BookingScenario given;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    ApplicationEvents events;

    @Autowired
    SettableClock clock;

    @AfterEach
    void resetClock() {
        clock.reset();
    }

    @Test
    void lookingChangesNothingAndCancellingGivesTheSeatBack() {
        BookingDetails booking = given.booked(PASIRJAMBU, DAY);
        int booked = booked();
        String token = token(booking);

        assertThat(standing(selfService.look(token))).isEqualTo(Standing.OPEN);
        assertThat(standing(selfService.look(token))).isEqualTo(Standing.OPEN);
        assertThat(booked()).isEqualTo(booked);

        events.clear();
        Linked cancelled = selfService.cancel(token).orElseThrow();
        assertThat(cancelled.standing()).isEqualTo(Standing.CANCELLED);
        assertThat(cancelled.endedAt()).isEqualTo(SettableClock.MONDAY_MORNING);
        assertThat(booked()).isEqualTo(booked - 1);
        assertThat(events.stream(MailRequested.class))
                .singleElement()
                .satisfies(mail -> assertThat(mail.template()).isEqualTo(BookingMails.CANCELLED));
        assertThat(events.stream(AuditEvent.class))
                .singleElement()
                .satisfies(told -> assertThat(told.reason()).contains("tautan"));
        assertThat(given.asBds(() -> service.find(booking.code()))
                        .orElseThrow()
                        .history()
                        .getLast()
                        .actor())
                .isEqualTo("Pemohon, melalui tautan di e-mail");
    }

    @Test
    void twoClicksAtTheSameTimeCancelOnce() throws Exception {
        BookingDetails booking = given.booked(PASIRJAMBU, DAY);
        int booked = booked();
        String token = token(booking);
        Callable<Optional<Linked>> click = () -> selfService.cancel(token);
        try (var browsers = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var answer : browsers.invokeAll(List.of(click, click, click, click))) {
                assertThat(standing(answer.get())).isEqualTo(Standing.CANCELLED);
            }
        }
        assertThat(booked()).isEqualTo(booked - 1);
        assertThat(given.asBds(() -> service.find(booking.code())).orElseThrow().history())
                .hasSize(2);
    }

    @Test
    void aLinkRunsOutWithTheDayOfTheOffice() {
        BookingDetails booking = given.booked(PASIRJAMBU, DAY);
        String token = token(booking);
        clock.set(Instant.parse("2026-12-01T16:59:00Z"));
        assertThat(standing(selfService.look(token))).isEqualTo(Standing.OPEN);
        clock.set(Instant.parse("2026-12-01T17:00:00Z"));
        assertThat(standing(selfService.look(token))).isEqualTo(Standing.OVER);
        assertThat(standing(selfService.cancel(token))).isEqualTo(Standing.OVER);
        closing.closePastDays();
        assertThat(standing(selfService.cancel(token))).isEqualTo(Standing.OVER);
        assertThat(given.asBds(() -> service.find(booking.code())).orElseThrow().status())
                .isEqualTo(BookingStatus.MISSED);
    }

    @Test
    void aMovedBookingKeepsItsOldLinkFromDoingAnything() {
        BookingDetails old = given.booked(PASIRJAMBU, DAY);
        String oldLink = token(old);
        BookingDetails moved = given.asBds(() -> given.moved(old.code().value(), PASIRJAMBU, DAY.plusDays(1)));
        assertThat(standing(selfService.cancel(oldLink))).isEqualTo(Standing.MOVED);
        assertThat(given.asBds(() -> service.find(moved.code())).orElseThrow().status())
                .isEqualTo(BookingStatus.BOOKED);
        assertThat(standing(selfService.cancel(token(moved)))).isEqualTo(Standing.CANCELLED);
    }

    @Test
    void whoHasComeIsNotCancelledAnyMore() {
        BookingDetails booking = given.booked(new OfficeCode("DINAS"), DAY);
        given.asStaff("operator", () -> reception.checkInEarly(booking.code(), booking.office(), "dari luar kota"));
        assertThat(standing(selfService.cancel(token(booking)))).isEqualTo(Standing.ARRIVED);
    }

    @Test
    void aLinkThatWentToAWrongAddressIsWorthNothingOnceTheAddressIsCorrected() {
        BookingDetails booking = given.booked(PASIRJAMBU, DAY);
        String sentToAStranger = token(booking);
        transaction.executeWithoutResult(status ->
                contacts.correct(booking.nik(), new ContactData.Correction("benar@contoh.id", null), "PDP-1"));
        assertThat(selfService.look(sentToAStranger)).isEmpty();
        assertThat(selfService.cancel(sentToAStranger)).isEmpty();
        assertThat(standing(selfService.look(token(booking)))).isEqualTo(Standing.OPEN);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "../..", "%00", "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA", "🙂"})
    void whatIsNoLinkOpensNothing(String token) {
        assertThat(selfService.look(token)).isEmpty();
        assertThat(selfService.cancel(token)).isEmpty();
    }

    @Test
    void aForgedSealOpensNothingHoweverCloseItIs() {
        String token = token(given.booked(PASIRJAMBU, DAY));
        byte[] bytes = Base64.getUrlDecoder().decode(token);
        for (int i = 0; i < bytes.length; i++) {
            byte[] forged = bytes.clone();
            forged[i] ^= 1;
            assertThat(selfService.cancel(
                            Base64.getUrlEncoder().withoutPadding().encodeToString(forged)))
                    .isEmpty();
        }
        assertThat(selfService.look(token + "=")).as("another spelling").isEmpty();
        byte[] short31 = Arrays.copyOf(bytes, 31);
        assertThat(selfService.look(Base64.getUrlEncoder().withoutPadding().encodeToString(short31)))
                .isEmpty();
    }

    @Test
    void theLinkOfOneBookingSaysNothingAboutAnother() {
        byte[] one = Base64.getUrlDecoder().decode(token(given.booked(PASIRJAMBU, DAY)));
        byte[] other = Base64.getUrlDecoder().decode(token(given.booked(PASIRJAMBU, DAY)));
        System.arraycopy(one, 16, other, 16, 16);
        assertThat(selfService.look(Base64.getUrlEncoder().withoutPadding().encodeToString(other)))
                .isEmpty();
    }

    private String token(BookingDetails booking) {
        String link = transaction.execute(
                status -> links.of(bookings.findByCode(booking.code().value()).orElseThrow()));
        return String.valueOf(link).replaceFirst(".*/", "");
    }

    private int booked() {
        return given.asStaff("perencana", () -> quota.day(PASIRJAMBU, DAY)).booked();
    }

    private static Standing standing(Optional<Linked> answer) {
        return answer.orElseThrow().standing();
    }
}
