package id.dukcapil.portal.cards.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.textfield.IntegerField;
import id.dukcapil.portal.Screen;
import id.dukcapil.portal.booking.BookingScenario;
import id.dukcapil.portal.cards.CardEntryKind;
import id.dukcapil.portal.cards.CardLedger;
import id.dukcapil.portal.cards.NewCardEntry;
import id.dukcapil.portal.cards.closing.CardClosings;
import id.dukcapil.portal.cards.closing.PlaceCount;
import id.dukcapil.portal.common.OfficeCode;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.test.context.support.WithUserDetails;

/** The closing as the print room and the second person see it; 500 cards are in the ledger. */
@WithUserDetails("cetak")
class ClosingViewTest extends Screen {

    private static final OfficeCode DINAS = new OfficeCode("DINAS");

    @Autowired
    BookingScenario given;

    @Autowired
    CardLedger ledger;

    @Autowired
    CardClosings closings;

    @BeforeEach
    void fiveHundredCards() {
        given.withoutLedger(DINAS);
        var entry = new NewCardEntry(
                DINAS, CardEntryKind.RECEIPT, 500, LocalDate.of(2026, 11, 23), "BAST-1", "", UUID.randomUUID());
        given.asStaff("cetak", () -> ledger.enter(entry));
    }

    @AfterEach
    void nothingIsLeft() {
        given.withoutLedger(DINAS);
    }

    @Test
    void theBalanceIsShownOnlyOnceEveryPlaceIsCounted() {
        open(ClosingView.class, Map.of());
        assertThat(page())
                .contains("Angka neraca terbuka sesudah hitungan disimpan")
                .doesNotContain("Seharusnya");
        click("Simpan, buka neraca");
        assertThat(field("Brankas: boks × 100").getErrorMessage()).contains("0 bila tidak ada");
        test(field("Brankas: boks × 100")).setValue(4);
        test(field("Brankas: lepas")).setValue(100);
        test(field("Kotak musnah")).setValue(0);
        click("Simpan, buka neraca");
        assertThat(page()).contains("Seharusnya", "Cocok");
        click("Tutup dan kunci");
        assertThat(notice()).contains("Hari ditutup dan dikunci");
        assertThat(page()).contains("Ditutup dan dikunci", "SHA-256", "hari ini sudah ditutup");
        assertThat(buttons()).doesNotContain("Tutup dan kunci", "Simpan, buka neraca");
    }

    @Test
    @WithUserDetails("operator")
    void theSecondPersonCountsWithoutSeeingTheBalance() {
        given.asStaff(
                "cetak",
                () -> closings.count(UUID.randomUUID(), DINAS, List.of(new PlaceCount(PlaceCount.SAFE, 499)), 0));
        open(ClosingView.class, Map.of());
        assertThat(page()).contains("Hitungan orang kedua").doesNotContain("Seharusnya", "499");
    }

    @Test
    @WithUserDetails("kadis")
    void whoeverLooksOnCountsNothing() {
        open(ClosingView.class, Map.of("kantor", "DINAS"));
        assertThat(buttons()).doesNotContain("Simpan, buka neraca", "Isi printer");
        open(DestructionView.class, Map.of("kantor", "DINAS"));
        assertThat(page()).contains("Kotak musnah kosong");
        open(RegencyStockView.class, Map.of());
        assertThat(page()).contains("Dinas Dukcapil", "Usulan transfer");
    }

    private IntegerField field(String label) {
        return find(IntegerField.class).withLabel(label).single();
    }
}
