package id.dukcapil.portal.booking.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.HasErrorParameter;
import id.dukcapil.portal.booking.BookingDetails;
import id.dukcapil.portal.booking.BookingRow;
import id.dukcapil.portal.booking.BookingScenario;
import id.dukcapil.portal.booking.BookingScenario.Someone;
import id.dukcapil.portal.booking.BookingService;
import id.dukcapil.portal.booking.BookingStatus;
import id.dukcapil.portal.booking.Reception;
import id.dukcapil.portal.common.OfficeCode;
import id.dukcapil.portal.common.ui.ScanField;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.test.context.support.WithUserDetails;

/** The counter of the head office on Monday 23 November 2026, 09.00. */
@WithUserDetails("operator")
class ReceptionViewTest extends BookingScreen {

    private static final OfficeCode DINAS = new OfficeCode("DINAS");
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);

    @Autowired
    Reception reception;

    @Autowired
    BookingService bookings;

    @BeforeEach
    void onTheDay() {
        clock.reset();
    }

    @Test
    void aScannedTicketIsAnsweredWithNumberAndNameAndCounted() {
        BookingDetails booking = given.booked(DINAS, TODAY);
        open(ReceptionView.class, Map.of());
        assertThat(page()).contains("Dinas Dukcapil, Soreang · Senin, 23 November 2026");
        scan(booking.code().value());
        assertThat(answer()).matches(Pattern.quote(who(booking)) + " dicatat hadir, nomor antrean C-\\d{3}");
        assertThat(bookings.find(booking.code()).orElseThrow().status()).isEqualTo(BookingStatus.CHECKED_IN);

        scan(booking.code().value());
        assertThat(answer()).startsWith(who(booking) + " sudah dicatat hadir sebelumnya");
    }

    @Test
    void theTicketLeadsThroughServingToTheCard() {
        BookingDetails booking = given.booked(DINAS, TODAY);
        open(ReceptionView.class, Map.of());
        scan(booking.code().value());
        scan(booking.code().value());
        test(find(Button.class).withText("Selesai dilayani").single()).click();
        assertThat(bookings.find(booking.code()).orElseThrow().status()).isEqualTo(BookingStatus.SERVED);
        scan(booking.code().value());
        assertThat(answer()).contains("kartunya belum dicatat diserahkan");
        assertThat(find(Button.class).withText("Serahkan kartu").single().isEnabled())
                .isTrue();
        reception.handedOver(BookingScenario.cardOf(booking));
        assertThat(bookings.find(booking.code()).orElseThrow().status()).isEqualTo(BookingStatus.HANDED_OVER);
        scan(booking.code().value());
        assertThat(answer()).isEqualTo(who(booking) + " sudah menerima kartunya");
    }

    @Test
    void somebodyInTheRoomIsToldWhenNoSeatIsReleased() {
        Someone someone = given.somebodyReadyToPrint();
        open(ReceptionView.class, Map.of());
        test(find(Button.class).withText("Datang langsung").single()).click();
        test(find(TextField.class).withLabel("NIK").single())
                .setValue(someone.nik().value());
        test(find(TextField.class).withLabel("Nama lengkap").single()).setValue(someone.name());
        test(find(TextField.class).withLabel("Nomor telepon").single()).setValue("081234567890");
        test(find(Button.class).withText("Pesan").single()).click();
        assertThat(textOf(find(Div.class).withClassName("dialog-answer").single()))
                .contains("Tidak ada kursi yang dilepas hari ini");
    }

    @Test
    void aNameThatIsNotTheOneInSiakIsPointedOut() {
        Someone someone = given.somebodyReadyToPrint();
        BookingDetails booking = given.booked(new Someone(someone.nik(), "Nama Panggilan"), DINAS, TODAY);
        open(ReceptionView.class, Map.of());
        scan(booking.code().value());
        assertThat(answer()).contains("Nama Panggilan dicatat hadir", "Nama berbeda dari data SIAK");
    }

    @Test
    void aTicketForAnotherDayOrOfficeIsTurnedAwayWithTheReason() {
        BookingDetails tomorrow = given.booked(DINAS, LocalDate.of(2026, 11, 24));
        BookingDetails elsewhere = given.booked(new OfficeCode("320427"), TODAY);
        open(ReceptionView.class, Map.of());
        scan(tomorrow.code().value());
        assertThat(answer()).contains("tiket untuk Selasa, 24 November 2026", "Layani hari ini", "Lihat pemesanan");
        scan(elsewhere.code().value());
        assertThat(answer())
                .isEqualTo("Tiket ini untuk UKL Kecamatan Cikancung.")
                .doesNotContain(elsewhere.fullName());
    }

    @Test
    void aCancelledTicketIsTurnedAway() {
        BookingDetails booking = given.booked(DINAS, TODAY);
        given.asBds(() -> bookings.cancel(booking.code(), "berhalangan").orElseThrow());
        open(ReceptionView.class, Map.of());
        scan(booking.code().value());
        assertThat(answer()).contains("Tiket ini tidak berlaku: pemesanan berstatus \"Dibatalkan\".");
    }

    @Test
    void aCodeNobodyHasAndAMistypedCodeAreToldApart() {
        open(ReceptionView.class, Map.of());
        scan(given.codeNobodyHas().value());
        assertThat(answer()).isEqualTo("Tidak ada pemesanan dengan kode %s.".formatted(given.codeNobodyHas()));
        scan("AAAA-AAA0");
        assertThat(answer())
                .isEqualTo("Kode booking tidak cocok dengan huruf pemeriksanya. Periksa kembali setiap huruf.");
        scan("7K3M");
        assertThat(answer()).isEqualTo("Kode booking terdiri atas 8 huruf dan angka, misalnya 7K3M-9QXD.");
    }

    @Test
    void theFiguresFollowEveryScan() {
        BookingDetails booking = given.booked(DINAS, TODAY);
        open(ReceptionView.class, Map.of());
        int present = figure("Sudah hadir");
        int awaited = figure("Belum hadir");
        scan(booking.code().value());
        assertThat(figure("Sudah hadir")).isEqualTo(present + 1);
        assertThat(figure("Belum hadir")).isEqualTo(awaited - 1);
    }

    @Test
    void aReleasedSeatIsOfferedHereUntilItsHolderComes() {
        BookingDetails booking = given.booked(DINAS, TODAY);
        open(ReceptionView.class, Map.of());
        assertThat(page()).contains("masih ditunggu");
        assertThat(standing(booking)).isEqualTo("Terpesan");
        given.released(booking.code());
        open(ReceptionView.class, Map.of());
        assertThat(page()).contains("1 kursi dapat diberikan");
        assertThat(standing(booking)).isEqualTo("Kursi dilepas");
        assertThat(bookings.find(booking.code()).orElseThrow().statusLabel()).isEqualTo("Kursi dilepas");
        scan(booking.code().value());
        assertThat(page()).doesNotContain("dapat diberikan");
        assertThat(standing(booking)).isEqualTo("Hadir");
        assertThat(bookings.find(booking.code()).orElseThrow().statusLabel()).isEqualTo("Hadir");
    }

    @Test
    void aDayWithoutBookingsSaysSo() {
        clock.set(Instant.parse("2026-11-29T02:00:00Z"));
        open(ReceptionView.class, Map.of());
        assertThat(page()).contains("Minggu, 29 November 2026", "Belum ada pemesanan untuk hari ini");
    }

    @Test
    @WithUserDetails("perencana")
    void whoDoesNotWorkAtTheCounterDoesNotGetIn() {
        open(ReceptionView.class, Map.of());
        assertThat(getCurrentView()).isInstanceOf(HasErrorParameter.class);
    }

    private void scan(String text) {
        find(ScanField.class).single().scan(text);
    }

    private String answer() {
        return textOf(find(Div.class).withClassName("scan-answer").single());
    }

    /** As the list says it. */
    private String standing(BookingDetails booking) {
        Grid<BookingRow> grid = find(Grid.class).single();
        return grid.getGenericDataView()
                .getItems()
                .filter(row -> row.code().equals(booking.code()))
                .map(BookingRow::statusLabel)
                .findFirst()
                .orElseThrow();
    }

    private int figure(String caption) {
        String text = find(Div.class).withClassName("figure").all().stream()
                .map(BookingScreen::textOf)
                .filter(figure -> figure.startsWith(caption))
                .findFirst()
                .orElseThrow();
        return Integer.parseInt(text.substring(caption.length()).replaceAll("(?s)^(\\d+).*", "$1"));
    }

    private static String who(BookingDetails booking) {
        return "%03d · %s".formatted(booking.queueNumber(), booking.fullName());
    }
}
