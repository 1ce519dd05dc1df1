package id.dukcapil.portal.cards.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.TextField;
import id.dukcapil.portal.Screen;
import id.dukcapil.portal.booking.BookingScenario;
import id.dukcapil.portal.cards.shipment.CardReceipts;
import id.dukcapil.portal.common.OfficeCode;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.test.context.support.WithUserDetails;

/** The page of deliveries and transfers, as the print room and the counter see it. */
@WithUserDetails("cetak")
class ShipmentsViewTest extends Screen {

    private static final OfficeCode DINAS = new OfficeCode("DINAS");

    @Autowired
    BookingScenario given;

    @Autowired
    CardReceipts receipts;

    @Autowired
    JdbcClient jdbc;

    @BeforeEach
    void nothingCameYet() {
        given.withoutLedger(DINAS);
        jdbc.sql("DELETE FROM cards_receipt WHERE office_code = 'DINAS'").update();
        jdbc.sql("DELETE FROM cards_transfer WHERE from_office = 'DINAS'").update();
    }

    @Test
    void theFirstPersonWritesTheDeliveryDownAndDoesNotCountAgain() {
        open(ShipmentsView.class, Map.of());
        click("Catat kiriman pusat");
        clickLast("Simpan hitungan");
        assertThat(find(TextField.class).from(dialog()).single().getErrorMessage())
                .contains("nomor surat jalan");
        test(find(TextField.class).from(dialog()).single()).setValue("SJ-9");
        test(field("Jumlah menurut surat jalan")).setValue(500);
        test(field("Jumlah yang dihitung")).setValue(499);
        clickLast("Simpan hitungan");
        assertThat(notice()).contains("menunggu hitungan orang kedua");
        assertThat(page()).contains("SJ-9", "menunggu orang kedua").doesNotContain("499");
        assertThat(buttons()).doesNotContain("Hitung kedua");
    }

    @Test
    @WithUserDetails("operator")
    void theSecondPersonCountsBlindlyAndEntersNothingElse() {
        given.asStaff("cetak", () -> receipts.begin(UUID.randomUUID(), DINAS, "SJ-9", 500, 499));
        open(ShipmentsView.class, Map.of());
        assertThat(buttons()).contains("Hitung kedua").doesNotContain("Catat kiriman pusat", "Kirim ke kantor lain");
        click("Hitung kedua");
        test(field("Jumlah yang dihitung")).setValue(499);
        clickLast("Simpan hitungan");
        assertThat(notice()).contains("Kedua hitungan sama; 499 blangko menjadi stok");
        assertThat(page()).contains("selisih −1");
        assertThat(buttons()).doesNotContain("Terangkan");
    }

    private IntegerField field(String label) {
        return find(IntegerField.class).withLabel(label).from(dialog()).single();
    }
}
