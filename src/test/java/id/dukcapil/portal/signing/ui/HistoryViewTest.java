package id.dukcapil.portal.signing.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.router.QueryParameters;
import id.dukcapil.portal.Screen;
import id.dukcapil.portal.common.ui.PdfDialog;
import id.dukcapil.portal.signing.BatchEntry;
import id.dukcapil.portal.signing.BatchLine;
import id.dukcapil.portal.signing.RoomScenario;
import id.dukcapil.portal.signing.SigningBatchId;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.test.context.support.WithUserDetails;

/** The manager looks up what was signed in a sitting, and prints the berita acara. */
@WithUserDetails("manajer")
class HistoryViewTest extends Screen {

    @Autowired
    RoomScenario given;

    private SigningBatchId aBatch() {
        return given.batchWith(given.waiting(RoomScenario.aKind(), 3), 2, RoomScenario.rejected("Dokumen rusak."));
    }

    @Test
    void aBatchIsOpenedFromTheList() {
        SigningBatchId batch = aBatch();
        open(HistoryView.class, Map.of());
        Grid<BatchLine> grid = find(Grid.class).single();
        int row = IntStream.range(0, test(grid).size())
                .filter(index -> test(grid).getRow(index).id().equals(batch))
                .findFirst()
                .orElseThrow();
        assertThat(test(grid).getCellText(row, 3)).isEqualTo("3");
        test(grid).clickRow(row);
        assertThat(address()).isEqualTo("ruang-tanda-tangan/riwayat/" + batch);
        assertThat(page()).contains("Dra. Hj. Ratna Komala, M.Si.", "Penyedia uji", "Selesai", "dari 3 dokumen");
    }

    @Test
    void filtersStandInTheAddress() {
        aBatch();
        open(HistoryView.class, Map.of("akhir", "BERJALAN", "dari", "2020-01-01", "sampai", "2020-01-02"));
        assertThat(page()).contains("Tidak ada sesi yang cocok");
        open(HistoryView.class, Map.of("akhir", "COMPLETED"));
        assertThat(find(Grid.class).single().isVisible()).isTrue();
    }

    @Test
    void aDocumentThatFailedSaysWhy() {
        SigningBatchId batch = aBatch();
        UI.getCurrent().navigate("ruang-tanda-tangan/riwayat/" + batch, QueryParameters.of("hasil", "FAILED"));
        Grid<BatchEntry> grid = find(BatchGrid.class).single();
        assertThat(test(grid).size()).isOne();
        assertThat(test(grid).getRow(0).explanation()).isEqualTo("Dokumen rusak.");
        assertThat(((Anchor) test(grid).getCellComponent(0, 1)).isEnabled())
                .as("nothing was signed")
                .isFalse();
    }

    @Test
    void theBeritaAcaraIsShownUnderItsNumber() {
        UI.getCurrent().navigate("ruang-tanda-tangan/riwayat/" + aBatch());
        click("Berita acara");
        assertThat(find(PdfDialog.class).single().getHeaderTitle()).startsWith("Berita acara 400.12/");
    }

    @Test
    void aBatchThatDoesNotExistSaysWhereToGo() {
        UI.getCurrent().navigate("ruang-tanda-tangan/riwayat/" + UUID.randomUUID());
        assertThat(page()).contains("Sesi tidak ditemukan", "Buka riwayat");
        assertThat(buttons()).doesNotContain("Berita acara");
    }
}
