package id.dukcapil.portal.delivery.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.router.QueryParameters;
import id.dukcapil.portal.Screen;
import id.dukcapil.portal.delivery.DeliveryScenario;
import id.dukcapil.portal.delivery.DeliveryScenario.Given;
import id.dukcapil.portal.delivery.ReleaseLists.ReleaseRow;
import id.dukcapil.portal.delivery.ReleaseStatus;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.test.context.support.WithUserDetails;

/** The operator finds a document that was not fetched and issues QR code and PIN again. */
@WithUserDetails("operator")
class ReleasesViewTest extends Screen {

    @Autowired
    DeliveryScenario given;

    private void open(Map<String, String> address) {
        UI.getCurrent().navigate(ReleasesView.class, QueryParameters.simple(address));
    }

    private void choose(Given release) {
        open(Map.of("cari", release.reference()));
        Grid<ReleaseRow> grid = find(Grid.class).single();
        assertThat(test(grid).size()).isOne();
        test(grid).clickRow(0);
    }

    @Test
    void aDocumentShowsItsHistoryAndNoNumberOfAPerson() {
        choose(given.released());
        assertThat(page())
                .contains("1 cocok", "Kartu Keluarga", "Siti Nurhasanah", "Diterbitkan", "QR dan PIN diterbitkan")
                .doesNotContain("3204374101850001", DeliveryScenario.EMAIL);
        assertThat(address()).doesNotContain("Siti");
    }

    @Test
    void anotherStatusIsFilteredOut() {
        Given release = given.released();
        open(Map.of("cari", release.reference(), "status", "PRINTED"));
        assertThat(page()).contains("Tidak ada dokumen yang cocok");
    }

    @Test
    void withoutIdentityAndReasonNothingIsIssued() {
        Given release = given.released();
        choose(release);
        click("Terbitkan ulang QR dan PIN");
        click("Terbitkan ulang");
        assertThat(find(TextArea.class).single().isInvalid()).isTrue();
        assertThat(given.now(release.id()).status()).isEqualTo(ReleaseStatus.ISSUED);
    }

    @Test
    @SuppressWarnings("unchecked")
    void atTheCounterThePairIsShownOnce() {
        Given release = given.released();
        choose(release);
        click("Terbitkan ulang QR dan PIN");
        var dialog = find(ReissueDialog.class).single();
        find(Select.class).from(dialog).single().setValue("KTP-el asli");
        find(TextArea.class).from(dialog).single().setValue("Surat tidak sampai");
        find(Checkbox.class).from(dialog).single().setValue(true);
        click("Terbitkan ulang");
        assertThat(given.now(release.id()).status()).isEqualTo(ReleaseStatus.REISSUED);
        assertThat(find(SlipDialog.class).single().getElement().getTextRecursively())
                .contains("Hanya ditampilkan sekali")
                .containsPattern("\\d{6}");
        click("Sudah diserahkan");
        assertThat(find(SlipDialog.class).all()).isEmpty();
        assertThat(page()).contains("Diterbitkan ulang", "Surat tidak sampai (identitas diperiksa: KTP-el asli)");
    }

    @Test
    @WithUserDetails("kadis")
    void whoMayOnlyReadIsOfferedNothing() {
        choose(given.released());
        assertThat(find(Button.class).all()).extracting(Button::getText).doesNotContain("Cabut");
    }
}
