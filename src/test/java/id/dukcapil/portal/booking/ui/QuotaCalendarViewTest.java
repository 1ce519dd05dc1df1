package id.dukcapil.portal.booking.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.combobox.MultiSelectComboBox;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Aside;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.component.timepicker.TimePicker;
import com.vaadin.flow.router.HasErrorParameter;
import id.dukcapil.portal.Typing;
import id.dukcapil.portal.booking.QuotaCalendar;
import id.dukcapil.portal.booking.QuotaDay;
import id.dukcapil.portal.booking.QuotaRule;
import id.dukcapil.portal.cards.CardEntryKind;
import id.dukcapil.portal.common.OfficeCode;
import id.dukcapil.portal.staff.Office;
import id.dukcapil.portal.staff.Offices;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.test.context.support.WithUserDetails;

/** Today is Monday 23 November 2026; the usual day of a kecamatan office has 20 seats, 2 of them for staff. */
@WithUserDetails("perencana")
class QuotaCalendarViewTest extends BookingScreen {

    private static final String CIMAUNG = "320417";
    private static final String PACET = "320430";
    private static final String CICALENGKA = "320425";
    private static final OfficeCode OFFICE = new OfficeCode(CIMAUNG);

    @Autowired
    QuotaCalendar calendar;

    @Autowired
    Offices offices;

    @AfterEach
    void theWindowIsTheUsualOneAgain() {
        given.withoutWindow(new OfficeCode(PACET));
    }

    @Test
    void theMonthShowsBookedAndFreeSeatsOfEveryDay() {
        LocalDate day = LocalDate.of(2026, 11, 24);
        given.booked(OFFICE, day);
        open(QuotaCalendarView.class, Map.of("kantor", CIMAUNG));
        assertThat(page()).contains("UKL Kecamatan Cimaung", "November 2026", "Terpesan bulan ini", "1 / 20");
        assertThat(textOf(cell("Selasa, 24 November 2026"))).contains("24", "17 sisa", "1 / 20", "cad. 2");
        assertThat(textOf(cell("Selasa, 24 November 2026"))).contains("1 / 20cad. 2terpesan");
        assertThat(cell("Minggu, 29 November 2026").getClassNames()).contains("off");
    }

    @Test
    void aDayIsOpenedByClickingItAndTheAddressKeepsIt() {
        open(QuotaCalendarView.class, Map.of("kantor", CIMAUNG));
        test(cell("Rabu, 25 November 2026")).click();
        assertThat(address()).contains("hari=2026-11-25").contains("kantor=" + CIMAUNG);
        assertThat(panel()).contains("Rabu, 25 November 2026", "Kapasitas", "20", "aturan mingguan");
    }

    @Test
    void thePlannerChangesTheNumbersOfADay() {
        openDay("2026-11-26");
        click("Ubah kuota");
        number("Kapasitas", 35);
        number("Cadangan petugas", 40);
        click("Simpan");
        assertThat(field("Cadangan petugas").getErrorMessage()).contains("antara 0 dan kapasitas");
        number("Cadangan petugas", 5);
        click("Simpan");

        assertThat(noDialogIsOpen()).isTrue();
        assertThat(notice()).contains("Kamis, 26 November 2026 sudah diubah.");
        assertThat(panel()).contains("35", "diatur khusus", "Riwayat perubahan (1)", "Rizki Pratama");
        assertThat(calendar.day(OFFICE, LocalDate.of(2026, 11, 26)).quota()).isEqualTo(new QuotaRule(35, 5));
    }

    @Test
    void aDayIsClosedWithAReasonAndReopened() {
        openDay("2026-11-27");
        click("Tutup hari");
        test(find(Button.class).withText("Tutup hari").from(dialog()).single()).click();
        assertThat(closingReason().getErrorMessage()).contains("Alasan penutupan harus diisi");
        test(closingReason()).setValue("Pemeliharaan server SIAK");
        test(find(Button.class).withText("Tutup hari").from(dialog()).single()).click();

        assertThat(panel()).contains("Pemeliharaan server SIAK");
        assertThat(textOf(cell("Jumat, 27 November 2026"))).contains("Ditutup", "Pemeliharaan server SIAK");
        assertThat(buttons()).contains("Buka kembali").doesNotContain("Tutup hari");
        click("Buka kembali");
        assertThat(buttons()).contains("Tutup hari").doesNotContain("Buka kembali");
    }

    @Test
    void thePlannerSetsTheHourAtWhichTheFurthestDayOpens() {
        open(QuotaCalendarView.class, Map.of("kantor", PACET));
        click("Jendela pemesanan");
        number("Hari ke depan", 7);
        test(time("Hari terjauh dibuka pukul")).setValue(LocalTime.of(10, 0));
        test(time("Kursi yang belum hadir dilepas pukul")).setValue(LocalTime.of(11, 30));
        assertThat(textOf(dialog()))
                .contains("umum dapat memesan sampai Minggu, 29 November 2026")
                .contains("Senin, 30 November 2026 dibuka Senin, 23 November 2026 pukul 10.00");
        click("Simpan jendela");
        assertThat(find(TextField.class).withLabel("Alasan perubahan").single().getErrorMessage())
                .contains("Alasan harus diisi");
        type("Alasan perubahan", "Rebutan tengah malam");
        click("Simpan jendela");

        assertThat(noDialogIsOpen()).isTrue();
        assertThat(notice()).contains("Jendela pemesanan UKL Kecamatan Pacet sudah diubah.");
        assertThat(page()).contains("dibuka sampai 29 November 2026, bertambah sehari tiap pukul 10.00");
        assertThat(textOf(cell("Senin, 30 November 2026"))).contains("dibuka Sen, 23 Nov 10.00");
        click("Jendela pemesanan");
        assertThat(textOf(dialog()))
                .contains("Riwayat (1)", "7 hari ke depan, dibuka pukul 10.00, kursi dilepas pukul 11.30");
        assertThat(time("Kursi yang belum hadir dilepas pukul").getValue()).isEqualTo(LocalTime.of(11, 30));
    }

    /** Letters come to the server as an empty field, and an empty hour means "as the setting of the portal says". */
    @Test
    void anHourThatCannotBeReadIsRefusedAndNotTakenForNone() {
        open(QuotaCalendarView.class, Map.of("kantor", PACET));
        click("Jendela pemesanan");
        Typing.unreadable(time("Kursi yang belum hadir dilepas pukul"), "setengah dua belas");
        type("Alasan perubahan", "Kursi kosong sampai siang");
        click("Simpan jendela");
        assertThat(time("Kursi yang belum hadir dilepas pukul").getErrorMessage())
                .isEqualTo("Jam tidak dikenal; tulis misalnya 09.15.");

        Typing.unreadable(time("Kursi yang belum hadir dilepas pukul"), "");
        test(time("Kursi yang belum hadir dilepas pukul")).setValue(LocalTime.of(11, 30));
        click("Simpan jendela");
        assertThat(noDialogIsOpen()).isTrue();
        click("Jendela pemesanan");
        assertThat(textOf(dialog())).contains("Riwayat (1)", "kursi dilepas pukul 11.30");
    }

    private TimePicker time(String label) {
        return find(TimePicker.class).withLabel(label).from(dialog()).single();
    }

    private TextField closingReason() {
        return find(TextField.class)
                .withLabel("Alasan penutupan")
                .from(dialog())
                .single();
    }

    @Test
    void aDayWithBookingsIsNotClosedOverThePeoplesHeads() {
        given.booked(OFFICE, LocalDate.of(2026, 11, 30));
        openDay("2026-11-30");
        click("Tutup hari");
        test(closingReason()).setValue("Rapat");
        test(find(Button.class).withText("Tutup hari").from(dialog()).single()).click();
        assertThat(notice()).contains("Ada 1 pemesanan pada hari ini; pindahkan atau batalkan dahulu.");
        assertThat(calendar.day(OFFICE, LocalDate.of(2026, 11, 30)).closedByHand())
                .isFalse();
    }

    @Test
    void whoeverChangesADayThatChangedMeanwhileIsToldByWhom() {
        openDay("2026-12-01");
        given.quotaOf(OFFICE, LocalDate.of(2026, 12, 1), 50, 5);
        click("Ubah kuota");
        number("Kapasitas", 10);
        click("Simpan");
        assertThat(notice()).contains("sudah diubah oleh Uji", "50 kursi");
        assertThat(panel()).contains("50");
        assertThat(calendar.day(OFFICE, LocalDate.of(2026, 12, 1)).quota()).isEqualTo(new QuotaRule(50, 5));
    }

    @Test
    void manyDaysAreShownFirstAndChangedThen() {
        open(QuotaCalendarView.class, Map.of("kantor", CICALENGKA, "bulan", "2026-12"));
        click("Ubah beberapa hari");
        test(picker("Dari tanggal")).setValue(LocalDate.of(2026, 12, 14));
        test(picker("Sampai tanggal")).setValue(LocalDate.of(2026, 12, 18));
        number("Kapasitas", 25);
        number("Cadangan petugas", 5);
        assertThat(buttonIsEnabled("Terapkan")).isFalse();
        click("Lihat perubahan");

        assertThat(textOf(find(Paragraph.class)
                        .from(find(PlannedChanges.class).single())
                        .single()))
                .isEqualTo("5 hari berubah, 0 tidak dapat diubah, 0 tetap.");
        assertThat(test(planned()).size()).isEqualTo(5);
        assertThat(calendar.day(new OfficeCode(CICALENGKA), LocalDate.of(2026, 12, 14))
                        .quota())
                .isEqualTo(new QuotaRule(20, 2));
        click("Terapkan");

        assertThat(notice()).contains("Kuota 5 hari diubah.");
        assertThat(noDialogIsOpen()).isTrue();
        assertThat(textOf(cell("Jumat, 18 Desember 2026"))).contains("0 / 25");
    }

    @Test
    void anyChangeAfterThePreviewAsksForANewOne() {
        open(QuotaCalendarView.class, Map.of("kantor", CICALENGKA));
        click("Ubah beberapa hari");
        test(picker("Dari tanggal")).setValue(LocalDate.of(2026, 12, 7));
        test(picker("Sampai tanggal")).setValue(LocalDate.of(2026, 12, 8));
        click("Lihat perubahan");
        assertThat(buttonIsEnabled("Terapkan")).isTrue();
        test(picker("Sampai tanggal")).setValue(LocalDate.of(2026, 12, 9));
        assertThat(buttonIsEnabled("Terapkan")).isFalse();
    }

    @Test
    void closingManyDaysNeedsAReasonAndOffices() {
        open(QuotaCalendarView.class, Map.of("kantor", CICALENGKA));
        click("Ubah beberapa hari");
        test(picker("Sampai tanggal")).setValue(LocalDate.of(2026, 12, 9));
        chooseKind("Tutup");
        click("Lihat perubahan");
        assertThat(notice()).contains("Alasan penutupan harus diisi");
        offices(Set.of());
        type("Alasan penutupan", "Rapat");
        click("Lihat perubahan");
        assertThat(notice()).contains("Pilih paling sedikit satu kantor.");
    }

    @Test
    void theWeekdayRulesShowTheirEffectBeforeTheyHold() {
        open(QuotaCalendarView.class, Map.of("kantor", CICALENGKA));
        click("Aturan mingguan");
        assertThat(textOf(dialog())).contains("Senin: 20 kursi, cadangan 2");
        test(picker("Mulai tanggal")).setValue(LocalDate.of(2027, 1, 4));
        number("Kapasitas", 60);
        assertThat(buttonIsEnabled("Simpan aturan")).isFalse();
        click("Lihat akibatnya");
        click("Simpan aturan");
        assertThat(notice()).contains("Aturan mingguan UKL Kecamatan Cicalengka disimpan.");
        assertThat(calendar.day(new OfficeCode(CICALENGKA), LocalDate.of(2027, 1, 4))
                        .quota())
                .isEqualTo(new QuotaRule(60, 10));
    }

    @Test
    void aRuleThatWouldEndBeforeItBeginsIsRefusedAtItsField() {
        open(QuotaCalendarView.class, Map.of("kantor", CICALENGKA));
        click("Aturan mingguan");
        test(picker("Mulai tanggal")).setValue(LocalDate.of(2027, 2, 1));
        test(picker("Sampai tanggal (boleh kosong)")).setValue(LocalDate.of(2027, 1, 29));
        click("Lihat akibatnya");
        assertThat(picker("Sampai tanggal (boleh kosong)").getErrorMessage())
                .contains("29 Januari 2027 tidak boleh sebelum tanggal mulai 1 Februari 2027");
        assertThat(buttonIsEnabled("Simpan aturan")).isFalse();
    }

    @Test
    void aRuleWhoseEndCannotBeReadIsNotSavedAsOneWithoutAnEnd() {
        open(QuotaCalendarView.class, Map.of("kantor", CICALENGKA));
        click("Aturan mingguan");
        test(picker("Mulai tanggal")).setValue(LocalDate.of(2027, 3, 1));
        click("Lihat akibatnya");
        assertThat(buttonIsEnabled("Simpan aturan")).isTrue();
        Typing.unreadable(picker("Sampai tanggal (boleh kosong)"), "akhir Maret");
        click("Simpan aturan");
        assertThat(picker("Sampai tanggal (boleh kosong)").getErrorMessage()).startsWith("Tanggal tidak dikenal");
        assertThat(noDialogIsOpen()).isFalse();
    }

    @Test
    @WithUserDetails("manajer")
    void aManagerSeesEverythingAndChangesNothing() {
        openDay("2026-12-02");
        assertThat(page()).contains("UKL Kecamatan Cimaung");
        assertThat(panel()).contains("Rabu, 2 Desember 2026", "Kapasitas");
        assertThat(buttons())
                .doesNotContain("Ubah kuota", "Tutup hari", "Ubah beberapa hari", "Aturan mingguan", "Buka kembali");
    }

    @Test
    @WithUserDetails("registrasi")
    void whoHasNothingToDoWithQuotasDoesNotGetIn() {
        open(QuotaCalendarView.class, Map.of());
        assertThat(getCurrentView()).isInstanceOf(HasErrorParameter.class);
    }

    @Test
    void aPastDayCanBeLookedAtButNotChanged() {
        openDay("2026-11-20");
        assertThat(panel()).contains("Jumat, 20 November 2026", "sudah lewat");
        assertThat(buttons()).doesNotContain("Ubah kuota", "Tutup hari");
    }

    @Test
    void theAddressSaysWhichMonthAndDay() {
        open(QuotaCalendarView.class, Map.of("kantor", CICALENGKA, "bulan", "2027-02", "hari", "2027-02-03"));
        assertThat(page()).contains("UKL Kecamatan Cicalengka", "Februari 2027");
        assertThat(panel()).contains("Rabu, 3 Februari 2027", "belum dibuka");
    }

    @ParameterizedTest
    @CsvSource({
        "999999, 2026-13, 2026-02-30",
        "'', '', ''",
        "<script>, besok, kemarin",
        "DINAS, +999999999-12, +999999999-12-31",
        "DINAS, -0044-03, -0044-03-15"
    })
    void nonsenseInTheAddressIsIgnored(String office, String month, String day) {
        open(QuotaCalendarView.class, Map.of("kantor", office, "bulan", month, "hari", day));
        assertThat(getCurrentView()).isInstanceOf(QuotaCalendarView.class);
        assertThat(page()).contains("Dinas Dukcapil, Soreang", "November 2026");
        assertThat(find(QuotaDayPanel.class).all()).isEmpty();
    }

    /** Wednesday and Thursday have their 20 cards; 12 are left for Friday, and nothing is known of Monday. */
    @Test
    void theProposalFromTheStockIsShownDayByDayAcceptedAndTakenBack() {
        stockOfTheOffice();
        open(QuotaCalendarView.class, Map.of("kantor", "320414", "hari", "2026-11-27"));
        assertThat(page())
                .contains("Stok 52 blangko, terpakai 10 per hari layanan")
                .contains("Setelah 0 yang terpesan masih dapat dijanjikan 52 blangko.");
        assertThat(textOf(cell("Jumat, 27 November 2026"))).contains("usul 12");
        assertThat(textOf(cell("Senin, 30 November 2026"))).doesNotContain("usul");
        assertThat(panel()).contains("Usulan dari stok", "Perkiraan stok akhir hari");

        click("Lihat usulan 1 hari");
        assertThat(textOf(dialog())).contains("52 blangko belum dijanjikan", "hari sesudahnya tidak diusulkan");
        Grid<Object> days = days();
        assertThat(test(days).size()).isEqualTo(1);
        assertThat(List.of(0, 1, 2, 3, 4))
                .extracting(column -> test(days).getCellText(0, column))
                .containsExactly(
                        "Jumat, 27 November 2026",
                        "20 (cad. 2)",
                        "12 (cad. 1)",
                        "0",
                        "Tinggal 12 blangko untuk pemesan baru");
        assertThat(friday().quota()).as("nothing is done yet").isEqualTo(new QuotaRule(20, 2));

        click("Terima usulan 1 hari");
        assertThat(noDialogIsOpen()).isTrue();
        assertThat(notice()).contains("Kuota 1 hari diubah: Jum, 27 Nov 20 → 12.");
        assertThat(panel()).contains("Usulan dari stok blangko: stok 52");
        assertThat(page()).contains("Rizki Pratama menerima usulan 1 hari");
        assertThat(friday().quota()).isEqualTo(new QuotaRule(12, 1));

        click("Batalkan perubahan itu");
        assertThat(notice()).contains("Kuota 1 hari kembali seperti sebelum usulan diterima.");
        assertThat(friday().quota()).isEqualTo(new QuotaRule(20, 2));
        assertThat(friday().followsRule()).isTrue();
        assertThat(buttons()).contains("Lihat usulan 1 hari").doesNotContain("Batalkan perubahan itu");
    }

    @Test
    void aProposalThatIsOutOfDateIsRefusedWithASentence() {
        stockOfTheOffice();
        open(QuotaCalendarView.class, Map.of("kantor", "320414", "hari", "2026-11-27"));
        click("Lihat usulan");
        given.cards(new OfficeCode("320414"), CardEntryKind.USE, 5);
        click("Terima usulan 1 hari");
        assertThat(noDialogIsOpen()).isTrue();
        assertThat(notice()).contains("Stok atau pemesanan berubah");
        assertThat(friday().quota()).isEqualTo(new QuotaRule(20, 2));
    }

    @Test
    @WithUserDetails("manajer")
    void thoseWhoOnlyLookOnSeeTheProposalAndCannotAcceptIt() {
        stockOfTheOffice();
        open(QuotaCalendarView.class, Map.of("kantor", "320414", "hari", "2026-11-27"));
        assertThat(panel()).contains("Usulan dari stok");
        assertThat(buttons()).noneMatch(button -> button.contains("usulan"));
    }

    private void stockOfTheOffice() {
        var office = new OfficeCode("320414");
        given.withoutBookings(office);
        open(QuotaCalendarView.class, Map.of("kantor", "320414"));
        assertThat(find(StockPart.class).all()).isEmpty();
        given.cards(office, CardEntryKind.RECEIPT, 62);
        given.cards(office, CardEntryKind.USE, 10);
        clock.advance(Duration.ofDays(1));
    }

    private QuotaDay friday() {
        return calendar.day(new OfficeCode("320414"), LocalDate.of(2026, 11, 27));
    }

    @SuppressWarnings("unchecked")
    private Grid<Object> days() {
        return find(Grid.class).from(dialog()).single();
    }

    private void openDay(String day) {
        open(QuotaCalendarView.class, Map.of("kantor", CIMAUNG, "hari", day));
    }

    private String panel() {
        return textOf(find(Aside.class).single());
    }

    private NativeButton cell(String day) {
        return find(NativeButton.class)
                .withClassName("day")
                .withCondition(cell -> textOf(cell).startsWith(day + " "))
                .single();
    }

    private IntegerField field(String label) {
        return find(IntegerField.class).withLabel(label).single();
    }

    private void number(String label, int value) {
        test(field(label)).setValue(value);
    }

    private DatePicker picker(String label) {
        return find(DatePicker.class).withLabel(label).single();
    }

    private boolean buttonIsEnabled(String label) {
        return find(Button.class).withText(label).single().isEnabled();
    }

    @SuppressWarnings("unchecked")
    private Grid<Object> planned() {
        return find(Grid.class).from(find(PlannedChanges.class).single()).single();
    }

    @SuppressWarnings("unchecked")
    private void chooseKind(String label) {
        test(find(RadioButtonGroup.class).withLabel("Perubahan").single()).selectItem(label);
    }

    @SuppressWarnings("unchecked")
    private void offices(Set<String> codes) {
        List<Office> chosen = offices.all().stream()
                .filter(office -> codes.contains(office.code().value()))
                .toList();
        find(MultiSelectComboBox.class).withLabel("Kantor").single().setValue(Set.copyOf(chosen));
    }
}
