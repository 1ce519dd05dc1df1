package id.dukcapil.portal.booking;

import static org.assertj.core.api.Assertions.assertThat;

import id.dukcapil.portal.IntegrationTest;
import id.dukcapil.portal.SettableClock;
import id.dukcapil.portal.common.AuditEvent;
import id.dukcapil.portal.common.AuditEvent.Change;
import id.dukcapil.portal.common.MailAttachment;
import id.dukcapil.portal.common.MailRequested;
import id.dukcapil.portal.common.Nik;
import id.dukcapil.portal.common.OfficeCode;
import id.dukcapil.portal.notification.letters.Letter;
import id.dukcapil.portal.notification.letters.Letters;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.test.context.support.WithUserDetails;
import org.springframework.test.context.event.ApplicationEvents;
import org.springframework.test.context.event.RecordApplicationEvents;
import org.springframework.transaction.support.TransactionTemplate;

/** What the holder of a booking is written, and what the audit trail is told. Today is Monday 23 November 2026. */
@IntegrationTest
@RecordApplicationEvents
class BookingLettersTest {

    private static final OfficeCode DINAS = new OfficeCode("DINAS");
    private static final OfficeCode CIWIDEY = new OfficeCode("320439");
    private static final LocalDate DAY = LocalDate.of(2026, 12, 7);
    private static final LocalDate LATER = LocalDate.of(2026, 12, 8);

    @Autowired
    BookingService bookings;

    @Autowired
    Reception reception;

    @Autowired
    DayClosing dayClosing;

    @Autowired
    TicketAttachment tickets;

    @Autowired
    CalendarAttachment calendarEntries;

    @Autowired
    CancelLinkInLetter cancelLink;

    @Autowired
    BookingScenario given;

    @Autowired
    Letters letters;

    @Autowired
    ApplicationEvents events;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    SettableClock clock;

    @AfterEach
    void resetClock() {
        clock.reset();
    }

    @Test
    void aBookingIsConfirmedWithEverythingTheHolderNeedsOnTheDay() throws Exception {
        BookingDetails booking = given.booked(CIWIDEY, DAY);
        MailRequested mail = onlyMail();
        assertThat(mail.to()).isEqualTo("pemohon@contoh.id");
        assertThat(mail.person()).isEqualTo(booking.nik());
        assertThat(mail.reference()).isEqualTo(booking.code().value());
        assertThat(mail.facts().values())
                .noneMatch(value -> value.contains(booking.nik().value()));

        Letter letter = written(mail);
        assertThat(letter.subject()).isEqualTo("Pemesanan antrean cetak KTP-el, Senin, 7 Desember 2026");
        assertThat(letter.text())
                .contains("Yth. " + booking.fullName() + ",")
                .contains("Nomor antrean: %03d".formatted(booking.queueNumber()))
                .contains("Tanggal      : Senin, 7 Desember 2026")
                .contains("Tempat       : UKL Kecamatan Ciwidey")
                .contains("Alamat       : Kantor Kecamatan Ciwidey")
                .contains("Kode booking : " + booking.code())
                .contains("fotokopi Kartu Keluarga", "tidak dipungut biaya");

        var ticket = tickets.of(mail.reference()).getFirst();
        assertThat(ticket.fileName()).isEqualTo("tiket-%03d.pdf".formatted(booking.queueNumber()));
        try (var pdf = Loader.loadPDF(ticket.bytes())) {
            assertThat(new PDFTextStripper().getText(pdf))
                    .contains(booking.code().value(), "UKL Kecamatan Ciwidey");
        }
    }

    @Test
    void aMovedBookingIsToldWithItsNewDayNumberAndCode() {
        BookingDetails old = given.booked(CIWIDEY, DAY);
        events.clear();
        BookingDetails booking = given.asStaff("operator", () -> given.moved(inReachOfOperator(old), DINAS, LATER));
        MailRequested mail = onlyMail();
        assertThat(mail.attachment()).isEqualTo(TicketAttachment.KIND);
        assertThat(mail.reference()).isEqualTo(booking.code().value());
        Letter letter = written(mail);
        assertThat(letter.subject()).isEqualTo("Pemesanan antrean cetak KTP-el dipindahkan ke Selasa, 8 Desember 2026");
        assertThat(letter.text())
                .contains("pada Senin, 7 Desember 2026 di Dinas Dukcapil, Soreang dipindahkan")
                .contains("Nomor antrean baru: %03d".formatted(booking.queueNumber()))
                .contains("Kode booking baru : " + booking.code())
                .contains("Alasan            : permintaan pemohon")
                .contains("Tiket lama dengan kode", "tidak berlaku lagi");
    }

    @Test
    void theHoldersCalendarFollowsTheBookingWhereverItGoes() {
        BookingDetails first = given.booked(CIWIDEY, DAY);
        List<String> made = entry(tickets.of(first.code().value()).getLast());
        assertThat(made)
                .contains("METHOD:REQUEST", "SEQUENCE:0", "UID:" + first.id().value())
                .contains(
                        "DTSTART;TZID=Asia/Jakarta:20261207T073000",
                        "SUMMARY:Cetak KTP-el\\, nomor antrean %03d".formatted(first.queueNumber()))
                .contains("LOCATION:UKL Kecamatan Ciwidey\\, Kantor Kecamatan Ciwidey");

        BookingDetails second = given.asBds(() -> given.moved(first.code().value(), CIWIDEY, LATER));
        BookingDetails third = given.asBds(() -> given.moved(second.code().value(), DINAS, DAY));
        assertThat(tickets.of(first.code().value()))
                .as("a letter that was overtaken brings the ticket with its stamp, and does not put the old day back")
                .hasSize(1);
        assertThat(entry(tickets.of(third.code().value()).getLast()))
                .contains("METHOD:REQUEST", "SEQUENCE:2", "UID:" + first.id().value())
                .contains("DTSTART;TZID=Asia/Jakarta:20261207T073000");

        given.asBds(() -> bookings.cancel(third.code(), "berhalangan").orElseThrow());
        assertThat(entry(calendarEntries.of(third.code().value()).getFirst()))
                .contains(
                        "METHOD:CANCEL",
                        "STATUS:CANCELLED",
                        "SEQUENCE:3",
                        "UID:" + first.id().value());
        assertThat(entry(tickets.of(third.code().value()).getLast()))
                .as("a confirmation that leaves after the cancellation does not invite again")
                .contains("METHOD:CANCEL", "SEQUENCE:3");
    }

    @Test
    void noLetterGoesOutAboutABookingThatIsGone() {
        assertThat(tickets.of(given.codeNobodyHas().value())).isEmpty();
        assertThat(calendarEntries.of(given.codeNobodyHas().value())).isEmpty();
        assertThat(cancelLink.of(Map.of(BookingMails.CODE, given.codeNobodyHas().value())))
                .containsValue("");
    }

    private static List<String> entry(MailAttachment.Content file) {
        assertThat(file.mediaType()).startsWith("text/calendar");
        return List.of(new String(file.bytes(), StandardCharsets.UTF_8)
                .replace("\r\n ", "")
                .split("\r\n"));
    }

    @Test
    void theLinkForCancellingIsInTheLetterAndNowhereInTheOutbox() {
        BookingDetails booking = given.booked(CIWIDEY, DAY);
        MailRequested mail = onlyMail();
        String link = String.valueOf(cancelLink.of(mail.facts()).get("cancelLink"));
        assertThat(link)
                .startsWith("http://localhost:8080/pembatalan/")
                .doesNotContain(booking.code().value());
        assertThat(written(mail).text()).contains("Batalkan pemesanan ini:", link);
        assertThat(mail.facts()).doesNotContainKey("cancelLink");

        given.asBds(() -> bookings.cancel(booking.code(), "berhalangan").orElseThrow());
        assertThat(written(mail).text())
                .as("sent again after it was cancelled")
                .doesNotContain("Batalkan pemesanan ini");
    }

    /** The operator works in the head office, so the booking to be moved is one of there. */
    private String inReachOfOperator(BookingDetails elsewhere) {
        BookingDetails booking = given.asBds(() -> given.moved(elsewhere.code().value(), DINAS, DAY));
        events.clear();
        return booking.code().value();
    }

    @Test
    void aCancelledBookingIsToldWithItsReasonAndWithoutATicket() {
        BookingDetails booking = given.booked(CIWIDEY, DAY);
        events.clear();
        given.asBds(() -> bookings.cancel(booking.code(), "berhalangan").orElseThrow());
        MailRequested mail = onlyMail();
        assertThat(mail.attachment()).isEqualTo(CalendarAttachment.KIND);
        Letter letter = written(mail);
        assertThat(letter.subject()).isEqualTo("Pemesanan antrean cetak KTP-el pada Senin, 7 Desember 2026 dibatalkan");
        assertThat(letter.text())
                .contains("Kode booking  : " + booking.code(), "Alasan        : berhalangan", "UKL Kecamatan Ciwidey");
    }

    @Test
    @WithUserDetails("operator")
    void whoLeftNoAddressGetsNoLetter() {
        var someone = given.somebodyReadyToPrint();
        var request = new NewBooking(
                someone.nik().value(), someone.name(), null, "081234567890", "DINAS", DAY, BookingOrigin.PHONE, null);
        var booking = ((BookingDecision.Accepted) bookings.book(request)).booking();
        assertThat(bookings.move(booking.code(), DINAS, LATER, "permintaan pemohon"))
                .isPresent();
        assertThat(events.stream(MailRequested.class)).isEmpty();
        assertThat(events.stream(AuditEvent.class)).hasSize(2);
    }

    @Test
    void aBookingThatIsTakenBackLeavesNoLetterBehind() {
        var someone = given.somebodyReadyToPrint();
        transaction.executeWithoutResult(status -> {
            given.booked(someone, CIWIDEY, DAY);
            status.setRollbackOnly();
        });
        assertThat(mailsAbout(someone.nik())).isZero();
        given.booked(someone, CIWIDEY, DAY);
        assertThat(mailsAbout(someone.nik())).isEqualTo(1);
    }

    private int mailsAbout(Nik nik) {
        return jdbc.sql("SELECT COUNT(*) FROM notification_mail WHERE person_nik = ?")
                .param(nik.value())
                .query((row, number) -> row.getInt(1))
                .single();
    }

    @Test
    void theAuditTrailIsToldOfEveryStepAboutThePerson() {
        BookingDetails booking = given.booked(CIWIDEY, DAY);
        AuditEvent made = onlyAudit();
        assertThat(made.kind()).isEqualTo("Pemesanan");
        assertThat(made.reference()).isEqualTo(booking.code().value());
        assertThat(made.action()).isEqualTo("Dipesan");
        assertThat(made.person()).isEqualTo(booking.nik());
        assertThat(made.office()).isEqualTo(CIWIDEY);
        assertThat(made.changes())
                .contains(new Change("Status", null, "Terpesan"), new Change("Tanggal", null, "2026-12-07"));

        events.clear();
        BookingDetails moved = given.asBds(() -> given.moved(booking.code().value(), DINAS, LATER));
        AuditEvent move = onlyAudit();
        assertThat(move.reference()).isEqualTo(booking.code().value());
        assertThat(move.reason()).isEqualTo("permintaan pemohon");
        assertThat(move.changes())
                .contains(
                        new Change("Status", "Terpesan", "Dipindahkan"),
                        new Change("Kantor", "320439", "DINAS"),
                        new Change("Kode", booking.code().value(), moved.code().value()));

        events.clear();
        given.asBds(() -> bookings.cancel(moved.code(), "berhalangan").orElseThrow());
        AuditEvent cancelled = onlyAudit();
        assertThat(cancelled.action()).isEqualTo("Dibatalkan");
        assertThat(cancelled.reason()).isEqualTo("berhalangan");
        assertThat(cancelled.changes()).containsExactly(new Change("Status", "Terpesan", "Dibatalkan"));
    }

    @Test
    void anArrivalIsToldWithTheReasonWhenItIsNotTheDay() {
        BookingDetails booking = given.booked(DINAS, DAY);
        events.clear();
        given.asStaff("operator", () -> reception.checkInEarly(booking.code(), DINAS, "dari luar kota"));
        AuditEvent arrival = onlyAudit();
        assertThat(arrival.action()).isEqualTo("Dicatat hadir");
        assertThat(arrival.reason()).isEqualTo("dari luar kota");
        assertThat(arrival.changes()).containsExactly(new Change("Status", "Terpesan", "Hadir"));
        given.asStaff("operator", () -> reception.checkIn(booking.code(), DINAS));
        assertThat(onlyAudit()).isEqualTo(arrival);
    }

    @Test
    void theEndOfADayIsToldAsSums() {
        LocalDate day = LocalDate.of(2026, 12, 9);
        given.booked(CIWIDEY, day);
        given.booked(CIWIDEY, day);
        events.clear();
        clock.set(Instant.parse("2026-12-09T17:15:00Z"));
        dayClosing.closePastDays();
        assertThat(events.stream(AuditEvent.class))
                .filteredOn(event -> event.reference().equals("320439, 9 Desember 2026"))
                .singleElement()
                .satisfies(event -> assertThat(event.changes())
                        .containsExactly(new Change("Selesai", null, "0"), new Change("Tidak hadir", null, "2")));
    }

    private MailRequested onlyMail() {
        List<MailRequested> mails = events.stream(MailRequested.class).toList();
        assertThat(mails).hasSize(1);
        return mails.getFirst();
    }

    private AuditEvent onlyAudit() {
        List<AuditEvent> told = events.stream(AuditEvent.class)
                .filter(event -> !event.kind().equals("Pesanan cetak KTP-el"))
                .toList();
        assertThat(told).hasSize(1);
        return told.getFirst();
    }

    private Letter written(MailRequested mail) {
        var facts = new HashMap<>(mail.facts());
        facts.putAll(cancelLink.of(mail.facts()));
        Letter letter = letters.write(mail.template(), mail.recipient(), facts);
        assertThat(letter.html()).contains(mail.recipient());
        assertThat(letter.subject().getBytes(StandardCharsets.UTF_8)).hasSizeLessThan(120);
        return letter;
    }
}
