package id.dukcapil.portal.booking.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Aside;
import com.vaadin.flow.component.html.Pre;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.TextField;
import id.dukcapil.portal.booking.QuotaCalendar;
import id.dukcapil.portal.booking.QuotaRule;
import id.dukcapil.portal.booking.RelocationPlan.Passenger;
import id.dukcapil.portal.cards.CardEntryKind;
import id.dukcapil.portal.common.OfficeCode;
import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.test.context.support.WithUserDetails;

/** Today is Monday 23 November 2026; the wizard is opened from the calendar. */
@WithUserDetails("perencana")
class RelocationDialogTest extends BookingScreen {

    private static final OfficeCode OFFICE = new OfficeCode("320444");
    private static final LocalDate MONDAY = LocalDate.of(2026, 11, 30);

    @Autowired
    QuotaCalendar calendar;

    @BeforeEach
    void threePeopleOnMonday() {
        given.withoutBookings(OFFICE);
        for (int i = 0; i < 3; i++) {
            given.booked(OFFICE, MONDAY);
        }
        open(QuotaCalendarView.class, Map.of("kantor", OFFICE.value(), "hari", "2026-11-30"));
    }

    @Test
    void closingADayWithBookingsLeadsToTheWizardAndMovesEverybodyInTwoMoreClicks() {
        click("Tutup hari");
        test(find(TextField.class).withLabel("Alasan penutupan").from(dialog()).single())
                .setValue("Pemeliharaan server SIAK");
        test(find(Button.class).withText("Tutup hari").from(dialog()).single()).click();
        assertThat(notice()).contains("Ada 3 pemesanan pada hari ini");
        assertThat(textOf(dialog())).contains("1 hari berubah: 3 orang pindah ke 1 hari lain, 0 tetap.");
        assertThat(find(Pre.class).single().getText())
                .contains("Pemeliharaan server SIAK", "Selasa, 1 Desember 2026", "(kode baru)");
        click("Pindahkan 3 orang");

        assertThat(notice()).contains("3 orang dipindahkan; surat kepada masing-masing sudah diantrekan.");
        assertThat(noDialogIsOpen()).isTrue();
        assertThat(calendar.day(OFFICE, MONDAY).closedByHand()).isTrue();
        assertThat(calendar.day(OFFICE, MONDAY.plusDays(1)).booked()).isEqualTo(3);
    }

    @Test
    void aCapacityBelowWhatIsBookedLeadsToTheWizardToo() {
        click("Ubah kuota");
        test(number("Kapasitas")).setValue(1);
        test(number("Cadangan petugas")).setValue(0);
        click("Simpan");
        assertThat(number("Kapasitas baru per hari").getValue()).isEqualTo(1);
        click("Susun rencana");
        assertThat(whyTheyMove().getErrorMessage()).contains("Alasan harus diisi");
        test(whyTheyMove()).setValue("Printer rusak");
        click("Susun rencana");
        assertThat(textOf(dialog())).contains("2 orang pindah ke 1 hari lain, 1 tetap.");
        click("Pindahkan 2 orang");
        assertThat(calendar.day(OFFICE, MONDAY).booked()).isEqualTo(1);
        assertThat(calendar.day(OFFICE, MONDAY).quota().capacity()).isEqualTo(1);
    }

    @Test
    void aCapacityThatNobodyEnteredIsNotTakenForNone() {
        click("Ubah kuota");
        test(number("Kapasitas")).setValue(1);
        test(number("Cadangan petugas")).setValue(0);
        click("Simpan");
        number("Kapasitas baru per hari").clear();
        test(whyTheyMove()).setValue("Printer rusak");
        click("Susun rencana");
        assertThat(number("Kapasitas baru per hari").getErrorMessage()).isEqualTo("Isi dengan angka bulat.");
        assertThat(find(Button.class)
                        .withText("Pindahkan")
                        .from(dialog())
                        .single()
                        .isEnabled())
                .isFalse();
    }

    @Test
    void anyChangeAsksForANewPlan() {
        click("Pindahkan pemesanan");
        test(whyTheyMove()).setValue("Rapat koordinasi");
        click("Susun rencana");
        assertThat(rows()).isEqualTo(3);
        test(find(DatePicker.class).withLabel("Pindahkan paling awal ke").single())
                .setValue(MONDAY.plusDays(3));
        assertThat(find(Button.class).withText("Pindahkan").single().isEnabled())
                .isFalse();
        click("Susun rencana");
        click("Pindahkan 3 orang");
        assertThat(calendar.day(OFFICE, MONDAY.plusDays(3)).booked()).isEqualTo(3);
    }

    @Test
    void whenCardsAreLackingThreeClicksMoveThoseForWhomThereIsNone() {
        given.cards(OFFICE, CardEntryKind.RECEIPT, 1);
        open(QuotaCalendarView.class, Map.of("kantor", OFFICE.value()));
        assertThat(page()).contains("Kurang 2 blangko untuk yang sudah terpesan");
        click("Pindahkan 2 pemesanan");
        assertThat(textOf(dialog()))
                .contains("Mulai Rabu, 25 November 2026 blangko yang ada sekarang tidak cukup; 2 orang");
        click("Pindahkan 2 orang");
        assertThat(calendar.day(OFFICE, MONDAY).quota()).isEqualTo(new QuotaRule(1, 0));
    }

    @Test
    void enoughCardsForTheNewDayAreNotWorthAWord() {
        given.cards(OFFICE, CardEntryKind.RECEIPT, 3);
        open(QuotaCalendarView.class, Map.of("kantor", OFFICE.value(), "hari", "2026-11-30"));
        click("Pindahkan pemesanan");
        test(whyTheyMove()).setValue("Rapat koordinasi");
        click("Susun rencana");
        assertThat(textOf(dialog())).contains("3 orang pindah").doesNotContain("Blangko belum ada");
    }

    @Test
    void whatWasMovedIsListedAndTakenBack() {
        click("Pindahkan pemesanan");
        test(whyTheyMove()).setValue("Rapat koordinasi");
        click("Susun rencana");
        click("Pindahkan 3 orang");
        click("Pemindahan");
        assertThat(page()).contains("Pemindahan pemesanan");
        @SuppressWarnings("unchecked")
        Grid<Object> grid = find(Grid.class).single();
        test(grid).clickRow(0);
        assertThat(textOf(find(Aside.class).single())).contains("3 orang dipindahkan", "Rapat koordinasi", "Berlaku");
        click("Batalkan pemindahan");
        giveReason("Rapat ditunda");
        clickLast("Batalkan pemindahan");
        assertThat(notice()).contains("Pemindahan dibatalkan");
        assertThat(textOf(find(Aside.class).single())).contains("Dibatalkan", "Rapat ditunda");
        assertThat(calendar.day(OFFICE, MONDAY).booked()).isEqualTo(3);
    }

    private TextField whyTheyMove() {
        return find(TextField.class)
                .withLabel("Alasan, ditulis di surat kepada pemohon")
                .single();
    }

    private IntegerField number(String label) {
        return find(IntegerField.class).withLabel(label).single();
    }

    private int rows() {
        @SuppressWarnings("unchecked")
        Grid<Passenger> grid = find(RelocationGrid.class).single();
        return test(grid).size();
    }
}
