package id.dukcapil.portal.booking.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.AbstractField.ComponentValueChangeEvent;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.combobox.MultiSelectComboBox;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.GridTester;
import com.vaadin.flow.component.html.Aside;
import com.vaadin.flow.component.textfield.TextField;
import id.dukcapil.portal.booking.BookingDetails;
import id.dukcapil.portal.booking.BookingRow;
import id.dukcapil.portal.booking.BookingScenario;
import id.dukcapil.portal.booking.BookingScenario.Someone;
import id.dukcapil.portal.booking.BookingService;
import id.dukcapil.portal.booking.BookingStatus;
import id.dukcapil.portal.booking.Reception;
import id.dukcapil.portal.common.OfficeCode;
import id.dukcapil.portal.common.ui.IdentityField;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.test.context.support.WithUserDetails;

/** The operator Tita Wulandari works in the head office; today is Monday 23 November 2026. */
@WithUserDetails("operator")
class BookingsViewTest extends BookingScreen {

    private static final OfficeCode DINAS = new OfficeCode("DINAS");
    private static final OfficeCode NAGREG = new OfficeCode("320426");
    private static final LocalDate DAY = LocalDate.of(2026, 12, 11);

    @Autowired
    BookingService bookings;

    @Autowired
    Reception reception;

    @Autowired
    JdbcClient jdbc;

    @Test
    void aCodeFindsItsBookingHoweverItIsTyped() {
        BookingDetails booking = given.booked(DINAS, DAY);
        open(BookingsView.class, Map.of());
        search(booking.code().value().toLowerCase().replace("-", " "));
        assertThat(grid().size()).isEqualTo(1);
        assertThat(grid().getCellText(0, 1)).isEqualTo(booking.code().value());
        assertThat(page()).contains("1 cocok");

        grid().clickRow(0);
        assertThat(address()).contains("kode=" + booking.code());
        assertThat(panel())
                .contains("No. %03d".formatted(booking.queueNumber()), booking.fullName(), "Terpesan")
                .contains(
                        "Jumat, 11 Desember 2026",
                        "Dinas Dukcapil, Soreang",
                        booking.nik().masked(),
                        "Aplikasi")
                .contains("Dipesan", "Uji BDS")
                .doesNotContain(booking.nik().value());
    }

    @Test
    void anotherPageBeginsABookingForAResidentByTheNumberOfTheRecord() {
        var someone = given.somebodyReadyToPrint();
        String id = jdbc.sql("SELECT id FROM population_person WHERE nik = ?")
                .param(someone.nik().value())
                .query(String.class)
                .single();
        open(BookingsView.class, Map.of("pesan-untuk", id));
        assertThat(dialog().getHeaderTitle()).isEqualTo("Pemesanan baru");
        assertThat(find(IdentityField.class).withLabel("NIK").single().getValue())
                .isEqualTo(someone.nik().value());
        assertThat(find(TextField.class).withLabel("Nama lengkap").single().getValue())
                .isEqualTo(someone.name());
        assertThat(address()).isEqualTo("pemesanan");
    }

    @Test
    void aNikFindsItsBookingsAndStaysOutOfTheAddress() {
        BookingDetails booking = given.booked(DINAS, DAY);
        open(BookingsView.class, Map.of());
        search(booking.nik().value());
        assertThat(grid().size()).isEqualTo(1);
        assertThat(grid().getRow(0).code()).isEqualTo(booking.code());
        assertThat(address()).doesNotContain(booking.nik().value()).doesNotContain("cari");
        grid().clickRow(0);
        assertThat(address()).doesNotContain(booking.nik().value());
        assertThat(panel()).contains(booking.code().value());
    }

    @Test
    void aNikThatWasSearchedForGivesWayToTheNextSearchInTheAddress() {
        BookingDetails booking = given.booked(DINAS, DAY);
        open(BookingsView.class, Map.of());
        search(booking.nik().value());
        open(BookingsView.class, Map.of("cari", "TIDAKADA"));
        assertThat(address()).isEqualTo("pemesanan?cari=TIDAKADA");
        assertThat(searchField().getValue()).isEqualTo("TIDAKADA");
        assertThat(page()).contains("Tidak ada pemesanan yang cocok");
    }

    @Test
    void theBeginningOfANameIsEnough() {
        BookingDetails booking = given.booked(DINAS, DAY);
        open(BookingsView.class, Map.of());
        search(booking.fullName().toLowerCase());
        assertThat(address()).contains("cari=");
        assertThat(grid().size()).isPositive();
        assertThat(grid().getRow(0).fullName()).isEqualTo(booking.fullName());
    }

    @Test
    @SuppressWarnings("unchecked")
    void theStatusFilterStandsInTheAddress() {
        BookingDetails cancelled = given.booked(DINAS, DAY);
        given.booked(DINAS, DAY);
        given.asBds(() -> bookings.cancel(cancelled.code(), "berhalangan").orElseThrow());
        open(BookingsView.class, Map.of("dari", DAY.toString(), "sampai", DAY.toString()));
        int all = grid().size();
        choose(
                (MultiSelectComboBox<BookingStatus>)
                        find(MultiSelectComboBox.class).withLabel("Status").single(),
                BookingStatus.CANCELLED);
        assertThat(address()).contains("status=CANCELLED");
        assertThat(grid().size()).isBetween(1, all - 1);
        assertThat(grid().getRow(0).status()).isEqualTo(BookingStatus.CANCELLED);

        open(BookingsView.class, Map.of("dari", "", "status", "CANCELLED,TIDAKADA,MOVED"));
        assertThat(find(MultiSelectComboBox.class).withLabel("Status").single().getValue())
                .isEqualTo(Set.of(BookingStatus.CANCELLED, BookingStatus.MOVED));
    }

    @Test
    void whenNothingMatchesThePageSaysWhatToDo() {
        open(BookingsView.class, Map.of("cari", "XYZXYZ"));
        assertThat(page()).contains("Tidak ada yang cocok", "Tidak ada pemesanan yang cocok", "Ubah saringan");
        assertThat(find(Grid.class).all()).isEmpty();
    }

    @Test
    void bookingsOfOtherOfficesAreNotThere() {
        BookingDetails elsewhere = given.booked(NAGREG, DAY);
        open(BookingsView.class, Map.of("kode", elsewhere.code().value(), "kantor", "320426"));
        assertThat(notice()).contains("bukan pemesanan kantor Anda");
        assertThat(find(BookingPanel.class).all()).isEmpty();
        search(elsewhere.code().value());
        assertThat(page()).contains("Tidak ada pemesanan yang cocok");
    }

    @Test
    void nonsenseInTheAddressIsIgnored() {
        open(
                BookingsView.class,
                Map.of("kode", "XXXX", "dari", "+999999999-12-31", "sampai", "besok", "kantor", "<b>", "status", ","));
        assertThat(getCurrentView()).isInstanceOf(BookingsView.class);
        assertThat(find(DatePicker.class).withLabel("Sampai").single().getValue())
                .isNull();
    }

    @Test
    void theOperatorBooksForSomebodyAtTheCounter() {
        Someone someone = given.somebodyReadyToPrint();
        open(BookingsView.class, Map.of());
        click("Pemesanan baru");
        inDialog("NIK", someone.nik().value());
        assertThat(textOf(dialog())).contains(someone.name() + ", lahir");
        assertThat(field("Nama lengkap").getValue()).isEqualTo(someone.name());
        inDialog("Nomor telepon", "0812 3456 7890");
        test(find(DatePicker.class).withLabel("Tanggal").from(dialog()).single())
                .setValue(DAY);
        click("Pesan");

        assertThat(noDialogIsOpen()).isTrue();
        assertThat(notice()).contains("Pemesanan ").contains(" dibuat: nomor ");
        assertThat(panel()).contains(someone.name(), "Loket", "Jumat, 11 Desember 2026", "Tita Wulandari");
    }

    @Test
    void whatIsWrongStandsAtItsField() {
        open(BookingsView.class, Map.of());
        click("Pemesanan baru");
        inDialog("NIK", "320437");
        click("Pesan");
        assertThat(field("NIK").isInvalid()).isTrue();
        assertThat(field("NIK").getErrorMessage()).contains("yang dimasukkan 6 angka");
        assertThat(field("Nama lengkap").getErrorMessage()).contains("harus diisi");
        assertThat(field("Nomor telepon").getErrorMessage()).contains("8 sampai 15 angka");
        assertThat(dialog().isOpened()).isTrue();

        inDialog("Nomor telepon", "081234567890");
        click("Pesan");
        assertThat(field("Nomor telepon").isInvalid()).isFalse();
        assertThat(field("NIK").isInvalid()).isTrue();
    }

    @Test
    void aNikNobodyHasIsNoticedWhileTyping() {
        open(BookingsView.class, Map.of());
        click("Pemesanan baru");
        inDialog("NIK", "9171010101900009");
        assertThat(textOf(dialog())).contains("NIK ini tidak ditemukan dalam data kependudukan kantor.");
    }

    @Test
    void aRefusalSaysWhyAndOffersFreeDays() {
        LocalDate full = LocalDate.of(2026, 12, 21);
        given.quotaOf(DINAS, full, 1, 0);
        given.booked(DINAS, full);
        Someone someone = given.somebodyReadyToPrint();
        open(BookingsView.class, Map.of());
        click("Pemesanan baru");
        inDialog("NIK", someone.nik().value());
        inDialog("Nomor telepon", "081234567890");
        DatePicker date =
                find(DatePicker.class).withLabel("Tanggal").from(dialog()).single();
        test(date).setValue(full);
        click("Pesan");
        assertThat(textOf(dialog())).contains("Kuota 21 Desember 2026 sudah penuh.", "Pilih hari lain:");

        test(find(Button.class).withText("Sel, 24 Nov").from(dialog()).single()).click();
        assertThat(date.getValue()).isEqualTo(LocalDate.of(2026, 11, 24));
        click("Pesan");
        assertThat(noDialogIsOpen()).isTrue();
        assertThat(panel()).contains(someone.name(), "Selasa, 24 November 2026");
    }

    @Test
    void whoIsHeldBackByALimitGetsASeatWithAReason() {
        Someone someone = given.somebodyReadyToPrint();
        for (int time = 0; time < 3; time++) {
            BookingDetails booking = given.booked(someone, DINAS, DAY);
            given.asBds(() -> bookings.cancel(booking.code(), "berhalangan").orElseThrow());
        }
        open(BookingsView.class, Map.of());
        click("Pemesanan baru");
        assertThat(find(TextField.class).withLabel("Alasan tetap memesankan").all())
                .isEmpty();
        inDialog("NIK", someone.nik().value());
        inDialog("Nomor telepon", "081234567890");
        test(find(DatePicker.class).withLabel("Tanggal").from(dialog()).single())
                .setValue(DAY);
        click("Pesan");
        assertThat(whatStandsAbove(field("Alasan tetap memesankan")))
                .contains("NIK ini sudah membatalkan 3 kali dalam 14 hari.");
        click("Pesan");
        assertThat(field("Alasan tetap memesankan").getErrorMessage()).contains("Alasan harus diisi");
        inDialog("Alasan tetap memesankan", "Salah kantor, membawa surat");
        click("Pesan");

        assertThat(noDialogIsOpen()).isTrue();
        assertThat(panel()).contains(someone.name(), "Salah kantor, membawa surat");
    }

    private static String whatStandsAbove(Component field) {
        List<Component> fields = field.getParent().orElseThrow().getChildren().toList();
        return fields.get(fields.indexOf(field) - 1).getElement().getTextRecursively();
    }

    @Test
    void cancellingNeedsAReasonAndGivesTheSeatBack() {
        BookingDetails booking = given.booked(DINAS, DAY);
        open(BookingsView.class, Map.of("kode", booking.code().value()));
        click("Batalkan");
        assertThat(textOf(dialog())).contains("Kursi kembali ke kuota dan nomor %03d".formatted(booking.queueNumber()));
        click("Batalkan pemesanan");
        assertThat(reason().getErrorMessage()).isEqualTo("Alasan harus diisi.");
        giveReason("sakit");
        click("Batalkan pemesanan");

        assertThat(notice()).contains(booking.code() + " dibatalkan; kursinya kembali.");
        assertThat(panel()).contains("Dibatalkan", "sakit", "Tita Wulandari");
        assertThat(buttons()).contains("Tiket").doesNotContain("Batalkan", "Pindahkan");
    }

    @Test
    void aCardThatIsFetchedLaterIsHandedOverFromTheList() {
        BookingDetails booking = given.booked(DINAS, DAY);
        open(BookingsView.class, Map.of("kode", booking.code().value()));
        assertThat(buttons()).doesNotContain("Selesai dilayani", "Serahkan kartu");
        given.asStaff("operator", () -> reception.checkInEarly(booking.code(), DINAS, "pindah tugas besok"));

        open(BookingsView.class, Map.of("kode", booking.code().value()));
        click("Selesai dilayani");
        assertThat(notice()).contains("Nomor %03d selesai dilayani.".formatted(booking.queueNumber()));
        assertThat(buttons()).contains("Serahkan kartu");
        given.asStaff("operator", () -> {
            reception.handedOver(BookingScenario.cardOf(booking));
            return booking;
        });
        open(BookingsView.class, Map.of("kode", booking.code().value()));
        assertThat(panel()).contains("Kartu diserahkan", "Tita Wulandari");
        assertThat(buttons()).doesNotContain("Selesai dilayani", "Serahkan kartu", "Batalkan");
    }

    @Test
    void whoCancelsWhatWasJustCancelledIsToldSo() {
        BookingDetails booking = given.booked(DINAS, DAY);
        open(BookingsView.class, Map.of("kode", booking.code().value()));
        click("Batalkan");
        giveReason("sakit");
        given.asBds(() -> bookings.cancel(booking.code(), "berhalangan").orElseThrow());
        click("Batalkan pemesanan");
        assertThat(notice()).contains("berstatus \"Dibatalkan\" sehingga tidak dapat dibatalkan");
        assertThat(panel()).contains("berhalangan").doesNotContain("sakit");
    }

    @Test
    void theDayItStandsOnIsNotOfferedToMoveTo() {
        LocalDate today = LocalDate.of(2026, 11, 23);
        BookingDetails booking = given.booked(DINAS, today);
        open(BookingsView.class, Map.of("kode", booking.code().value()));
        click("Pindahkan");
        assertThat(textOf(find(FreeDays.class).from(dialog()).single()))
                .contains("Sel, 24 Nov", "Rab, 25 Nov", "Kam, 26 Nov", "Jum, 27 Nov")
                .doesNotContain("Sen, 23 Nov");
    }

    @Test
    void movingGivesANewCodeAndBothBookingsPointToEachOther() {
        BookingDetails booking = given.booked(DINAS, DAY);
        open(BookingsView.class, Map.of("kode", booking.code().value()));
        click("Pindahkan");
        test(find(Button.class).withText("Pindahkan").from(dialog()).single()).click();
        assertThat(textOf(dialog())).contains("Pilih kantor dan tanggal baru.");
        DatePicker date = find(DatePicker.class).withLabel("Tanggal baru").single();
        test(date).setValue(LocalDate.of(2026, 12, 12));
        test(find(Button.class).withText("Pindahkan").from(dialog()).single()).click();
        assertThat(textOf(dialog())).contains("Sabtu");
        test(date).setValue(LocalDate.of(2026, 12, 10));
        test(find(Button.class).withText("Pindahkan").from(dialog()).single()).click();

        assertThat(notice()).contains("Dipindahkan ke Kamis, 10 Desember 2026: kode ");
        assertThat(panel()).contains("Pindahan dari", booking.code().value(), "Kamis, 10 Desember 2026", "Terpesan");
        open(BookingsView.class, Map.of("kode", booking.code().value()));
        assertThat(panel()).contains("Dipindahkan ke", "Permintaan pemohon");
        assertThat(buttons()).doesNotContain("Batalkan", "Pindahkan");
    }

    @Test
    void theHoldersDataOpenForAPurposeAndCloseWithThePanel() {
        BookingDetails booking = given.booked(DINAS, DAY);
        open(BookingsView.class, Map.of("kode", booking.code().value()));
        assertThat(panel())
                .contains(booking.nik().masked(), "p•••@contoh.id")
                .doesNotContain(booking.nik().value(), "pemohon@contoh.id", "081234567890");
        click("Buka data");
        click("Buka");
        assertThat(panel()).contains(booking.nik().value(), "pemohon@contoh.id", "081234567890");
        assertThat(address()).doesNotContain(booking.nik().value());

        open(BookingsView.class, Map.of("kode", booking.code().value(), "cari", "x"));
        assertThat(panel()).doesNotContain(booking.nik().value(), "pemohon@contoh.id");
    }

    @Test
    @WithUserDetails("manajer")
    void aManagerIsNotOfferedTheData() {
        BookingDetails booking = given.booked(NAGREG, DAY);
        open(BookingsView.class, Map.of("kode", booking.code().value()));
        assertThat(buttons()).doesNotContain("Buka data");
    }

    @Test
    @WithUserDetails("manajer")
    void aManagerLooksAndExportsButChangesNothing() {
        BookingDetails booking = given.booked(NAGREG, DAY);
        open(BookingsView.class, Map.of("kode", booking.code().value()));
        assertThat(panel()).contains(booking.fullName(), "UKL Kecamatan Nagreg");
        assertThat(buttons())
                .contains("Tiket", "Ekspor Excel")
                .doesNotContain("Batalkan", "Pindahkan", "Pemesanan baru");

        click("Ekspor Excel");
        assertThat(textOf(dialog())).contains("Pemesanan cetak KTP-el", "Menunggu giliran");
    }

    /** The tester of this component does not say that the choice comes from the browser. */
    private static void choose(MultiSelectComboBox<BookingStatus> field, BookingStatus status) {
        field.setValue(Set.of(status));
        ComponentUtil.fireEvent(field, new ComponentValueChangeEvent<>(field, field, Set.of(), true));
    }

    private TextField searchField() {
        return find(TextField.class).withPlaceholder("Kode, NIK, atau nama").single();
    }

    private void search(String text) {
        test(searchField()).setValue(text);
    }

    private TextField field(String label) {
        return find(TextField.class).withLabel(label).from(dialog()).single();
    }

    private void inDialog(String label, String text) {
        test(field(label)).setValue(text);
    }

    private String panel() {
        return textOf(find(Aside.class).single());
    }

    private GridTester<Grid<BookingRow>, BookingRow> grid() {
        Grid<BookingRow> grid = find(Grid.class).single();
        return test(grid);
    }
}
