package id.dukcapil.portal.documents.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.router.QueryParameters;
import id.dukcapil.portal.IntegrationTest;
import id.dukcapil.portal.audit.TrailExport;
import id.dukcapil.portal.audit.TrailFilter;
import id.dukcapil.portal.common.ExportId;
import id.dukcapil.portal.common.ui.ExportButtons;
import id.dukcapil.portal.documents.export.ExportFormat;
import id.dukcapil.portal.documents.export.ExportedFile;
import id.dukcapil.portal.documents.export.Exports;
import id.dukcapil.portal.staff.AccountDetails;
import id.dukcapil.portal.staff.StaffScenario;
import java.io.IOException;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.security.core.context.SecurityContextHolderStrategy;

/** Somebody takes a list along: the small window after the click, and the page with everything that was taken. */
@IntegrationTest
class ExportsViewTest extends SpringBrowserlessTest {

    @Autowired
    ExportButtons buttons;

    @Autowired
    TrailExport trail;

    @Autowired
    Exports exports;

    @Autowired
    ApplicationContext portal;

    @Autowired
    SecurityContextHolderStrategy security;

    @Autowired
    StaffScenario given;

    private AccountDetails person;

    @BeforeEach
    void anAuditorIsSignedIn() {
        person = given.account("pdp");
        signIn(person);
    }

    @AfterEach
    void signOut() {
        security.clearContext();
    }

    @Test
    void theWindowFollowsTheExportAndOffersTheFile() throws IOException {
        String reference = UUID.randomUUID().toString();
        press(reference);
        assertThat(dialog()).contains("Ekspor Excel", "Jejak audit", "berkas " + reference, "Menunggu giliran");
        assertThat(find(Anchor.class).withText("Unduh").all()).isEmpty();

        ExportId id = latest();
        ExportedFile.of(portal, id);
        find(ExportDialog.class).single().look();
        assertThat(dialog()).contains("Berkas siap: 0 baris", "Dapat diunduh sampai 24 November 2026, 09.00 WIB");
        assertThat(find(Anchor.class).withText("Unduh").single().getHref()).isEqualTo("unduhan/" + id + "/berkas");
    }

    @Test
    void theButtonWorksAgainAfterwardsAndTheSameListIsNotMadeTwice() {
        String reference = UUID.randomUUID().toString();
        Button button = press(reference);
        assertThat(button.isEnabled()).isTrue();
        test(button).click();
        assertThat(exports.count()).isEqualTo(1);
    }

    @Test
    void whoCancelsInTheWindowCanTryAgain() {
        press(UUID.randomUUID().toString());
        click("Batalkan ekspor");
        assertThat(dialog()).contains("Ekspor dibatalkan");
        click("Coba lagi");
        assertThat(dialog()).contains("Menunggu giliran");
    }

    @Test
    void thePageSaysWhatToDoAsLongAsThereIsNothing() {
        open(Map.of());
        assertThat(page()).contains("Belum ada unduhan", "Tekan Ekspor pada sebuah daftar", "24 jam");
    }

    @Test
    void thePageShowsWhatIsBeingMadeAndThenReadyWithoutAReload() throws IOException {
        ExportId id = ask(UUID.randomUUID().toString());
        open(Map.of("berkas", id.toString()));
        assertThat(page()).contains("Menunggu giliran", "Bentuk", "Excel");
        ExportedFile.of(portal, id);
        ((ExportsView) getCurrentView()).look();
        assertThat(page()).contains("Siap diunduh", "Berkas siap: 0 baris", "belum");
        assertThat(find(Grid.class).single().getElement().isVisible()).isTrue();
    }

    @Test
    void whatIsDeletedIsGoneFromThePage() throws IOException {
        ExportId id = ask(UUID.randomUUID().toString());
        ExportedFile.of(portal, id);
        open(Map.of("berkas", id.toString()));
        click("Hapus");
        assertThat(find(ConfirmDialog.class).single().isOpened()).isTrue();
        click("Hapus ekspor");
        assertThat(page()).contains("Belum ada unduhan");
        assertThat(exports.find(id)).isEmpty();
    }

    @Test
    void whatBelongsToSomebodyElseIsNotThere() {
        ExportId id = ask(UUID.randomUUID().toString());
        signIn(given.account("pdp"));
        open(Map.of("berkas", id.toString()));
        assertThat(page()).contains("Belum ada unduhan").doesNotContain("Menunggu giliran");
        open(Map.of("berkas", "bukan nomor"));
        assertThat(page()).contains("Belum ada unduhan");
    }

    private Button press(String reference) {
        Button button = buttons.button("Ekspor Excel", () -> ask(reference));
        UI.getCurrent().add(button);
        test(button).click();
        return button;
    }

    private ExportId ask(String reference) {
        return trail.ask(
                new TrailFilter(null, "Uji layar unduhan", reference, null, null, null, null, null),
                "berkas " + reference,
                ExportFormat.XLSX);
    }

    private ExportId latest() {
        return exports.page(null, 0, 1).getFirst().id();
    }

    private void signIn(AccountDetails account) {
        var context = security.createEmptyContext();
        context.setAuthentication(given.signedIn(account.username()));
        security.setContext(context);
    }

    private void open(Map<String, String> address) {
        UI.getCurrent().navigate(ExportsView.class, QueryParameters.simple(address));
    }

    private void click(String label) {
        test(find(Button.class).withText(label).single()).click();
    }

    private String dialog() {
        ExportDialog dialog = find(ExportDialog.class).single();
        return dialog.getHeaderTitle() + dialog.getElement().getTextRecursively();
    }

    private String page() {
        return ((Component) getCurrentView()).getElement().getTextRecursively();
    }
}
