package id.dukcapil.portal.cards.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Aside;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.TextField;
import id.dukcapil.portal.Screen;
import id.dukcapil.portal.booking.BookingScenario;
import id.dukcapil.portal.cards.CardEntry;
import id.dukcapil.portal.cards.CardEntryKind;
import id.dukcapil.portal.cards.CardLedger;
import id.dukcapil.portal.cards.NewCardEntry;
import id.dukcapil.portal.common.OfficeCode;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.test.context.support.WithUserDetails;

/** Today is Monday 23 November 2026; the printing operator works at the head office, whose ledger began on Friday. */
@WithUserDetails("cetak")
class CardsViewTest extends Screen {

    private static final OfficeCode DINAS = new OfficeCode("DINAS");

    private static final LocalDate FRIDAY = LocalDate.of(2026, 11, 20);

    @Autowired
    BookingScenario given;

    @Autowired
    CardLedger ledger;

    @BeforeEach
    void threeLines() {
        given.withoutLedger(DINAS);
        enter(CardEntryKind.RECEIPT, 500, "BAST-2026/11/7", "");
        enter(CardEntryKind.USE, 80, "", "");
        enter(CardEntryKind.MISPRINT, 2, "", "Gagal encode");
    }

    private void enter(CardEntryKind kind, int cards, String reference, String reason) {
        var entry = new NewCardEntry(DINAS, kind, cards, FRIDAY, reference, reason, UUID.randomUUID());
        given.asStaff("cetak", () -> ledger.enter(entry));
    }

    @Test
    void theStockCardShowsFiguresAndLinesTheLatestFirst() {
        open(CardsView.class, Map.of());
        assertThat(page())
                .contains("Blangko KTP-el · Dinas Dukcapil, Soreang", "Stok blangko", "Stok pengaman", "Laju pemakaian")
                .contains("418", "82", "1 hari layanan sejak 20 November 2026; 2,4% gagal atau rusak")
                // 82 a day: five days of service from Monday, and some cards are left for Monday
                .contains("Perkiraan habis", "Senin, 30 November 2026", "3 cocok");
        assertThat(firstLine().number()).isEqualTo(3);
    }

    @Test
    void useIsEnteredAndTheStockFalls() {
        open(CardsView.class, Map.of());
        int before = firstLine().stockAfter();
        click("Catat pemakaian");
        clickLast("Catat");
        assertThat(field("Jumlah blangko").getErrorMessage()).contains("antara 1 dan 100.000");
        test(field("Jumlah blangko")).setValue(7);
        clickLast("Catat");
        assertThat(noDialogIsOpen()).isTrue();
        assertThat(notice()).contains("Pemakaian 7 blangko dicatat");
        assertThat(firstLine().stockAfter()).isEqualTo(before - 7);
    }

    @Test
    void aMisprintNeedsItsReason() {
        open(CardsView.class, Map.of());
        click("Gagal cetak");
        test(field("Jumlah blangko")).setValue(1);
        clickLast("Catat");
        TextField reason =
                find(TextField.class).withLabel("Alasan").from(dialog()).single();
        assertThat(reason.getErrorMessage()).contains("Alasan harus diisi");
        test(reason).setValue("Gagal encode");
        clickLast("Catat");
        assertThat(notice()).contains("Gagal cetak 1 blangko");
    }

    @Test
    void aLineIsOpenedByItsAddressAndCorrectedBesideTheList() {
        open(CardsView.class, Map.of("baris", "2"));
        assertThat(textOf(find(Aside.class).single())).contains("Baris 2", "Pemakaian", "Asep Mulyana");
        click("Koreksi baris ini");
        int printed = field("Jumlah yang benar").getValue();
        test(field("Jumlah yang benar")).setValue(printed - 1);
        test(find(TextField.class).withLabel("Alasan").from(dialog()).single()).setValue("Salah hitung");
        clickLast("Koreksi");
        assertThat(notice()).contains("Baris 2 dikoreksi +1");
        assertThat(textOf(find(Aside.class).single())).contains("Dikoreksi kemudian");
        assertThat(firstLine().correctsNumber()).isEqualTo(2);
    }

    @Test
    void theCountByHandIsComparedWithTheLedger() {
        open(CardsView.class, Map.of());
        int before = firstLine().stockAfter();
        click("Hitung fisik");
        test(field("Jumlah yang dihitung")).setValue(before);
        test(find(TextField.class).withLabel("Alasan selisih").single()).setValue("Opname");
        clickLast("Catat selisih");
        assertThat(field("Jumlah yang dihitung").getErrorMessage()).contains("sama dengan stok");
        test(field("Jumlah yang dihitung")).setValue(before - 1);
        clickLast("Catat selisih");
        assertThat(firstLine().stockAfter()).isEqualTo(before - 1);
    }

    @Test
    void theAddressKeepsFiltersAndUnknownLinesAreTold() {
        open(CardsView.class, Map.of("jenis", "RECEIPT", "baris", "99999"));
        assertThat(notice()).contains("Baris itu tidak ada");
        assertThat(firstLine().kind().name()).isEqualTo("RECEIPT");
        open(CardsView.class, Map.of("cari", "TIDAK-ADA"));
        assertThat(page()).contains("Tidak ada baris yang cocok", "Tidak ada yang cocok");
    }

    @Test
    @WithUserDetails("perencana")
    void thePlannerHoldsCardsBackAndEntersNothing() {
        var office = new OfficeCode("320414");
        given.withoutLedger(office);
        open(CardsView.class, Map.of("kantor", "320414"));
        assertThat(page()).contains("Buku dimulai dengan mencatat penerimaan");
        assertThat(buttons()).contains("Stok pengaman").doesNotContain("Catat pemakaian", "Hitung fisik");
        click("Stok pengaman");
        test(field("Stok pengaman")).setValue(25);
        test(find(TextField.class).withLabel("Alasan").from(dialog()).single()).setValue("Libur panjang");
        clickLast("Simpan");
        assertThat(notice()).contains("Stok pengaman kini 25 blangko.");
    }

    @Test
    @WithUserDetails("kadis")
    void whoeverLooksOnFindsNoButtonsToEnter() {
        open(CardsView.class, Map.of("kantor", DINAS.value()));
        assertThat(buttons())
                .contains("Ekspor Excel")
                .doesNotContain("Catat pemakaian", "Penerimaan", "Stok pengaman", "Hitung fisik");
    }

    private IntegerField field(String label) {
        return find(IntegerField.class).withLabel(label).from(dialog()).single();
    }

    private CardEntry firstLine() {
        @SuppressWarnings("unchecked")
        Grid<CardEntry> grid = find(Grid.class).single();
        return test(grid).getRow(0);
    }
}
