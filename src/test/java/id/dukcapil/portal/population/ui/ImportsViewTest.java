package id.dukcapil.portal.population.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.Aside;
import com.vaadin.flow.component.progressbar.ProgressBar;
import com.vaadin.flow.component.upload.Upload;
import com.vaadin.flow.router.QueryParameters;
import id.dukcapil.portal.Screen;
import id.dukcapil.portal.common.ui.Pulse;
import id.dukcapil.portal.population.importing.ImportScenario;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.test.context.support.WithUserDetails;

@WithUserDetails("admin")
class ImportsViewTest extends Screen {

    @Autowired
    ImportScenario given;

    @Autowired
    Pulse pulse;

    @AfterEach
    void leaveNothingUnderWay() {
        given.nothingUnderWay();
    }

    @Test
    void aFileIsLookedAtTriedOutAndImported() {
        String csv = given.listOf(3);
        navigate(ImportsView.class);
        upload("siak.csv", csv);
        assertThat(address()).startsWith("impor-penduduk?impor=");
        assertThat(panel())
                .contains("Belum dimulai", "CSV, UTF-8, pemisah titik koma", "NAMA LENGKAP", "UJI IMPOR", "••••••••");

        clickLast("Uji coba");
        assertThat(panel()).contains("Menunggu giliran", "boleh ditinggalkan");
        given.theJobRuns();
        aSecondPasses();
        assertThat(panel()).contains("Selesai (uji coba)", "Akan menjadi penduduk baru");

        clickLast("Impor sungguhan");
        clickLast("Impor");
        given.theJobRuns();
        aSecondPasses();
        assertThat(panel()).contains("Selesai", "Penduduk baru").doesNotContain("uji coba");
        assertThat(buttons()).contains("Laporan Excel", "Laporan CSV").doesNotContain("Impor sungguhan", "Batalkan");
    }

    @Test
    void whileAnImportIsUnderWayOnlyItsFiguresMove() {
        navigate(ImportsView.class);
        upload("panjang.csv", given.listOf(30));
        click("Impor");
        Button cancel = find(Button.class).withText("Batalkan").single();
        ProgressBar bar = find(ProgressBar.class).single();
        given.theJobHasRead(10);
        aSecondPasses();
        assertThat(panel()).contains("Membaca", "Baris dibaca");
        assertThat(bar.getValue()).isPositive();
        assertThat(find(Button.class).withText("Batalkan").single())
                .as("whoever is about to press it keeps it and the focus")
                .isSameAs(cancel);
        assertThat(find(ProgressBar.class).single()).isSameAs(bar);

        given.theJobRuns();
        aSecondPasses();
        assertThat(panel()).contains("Selesai");
        assertThat(buttons()).doesNotContain("Batalkan");
    }

    @Test
    void whoLeavesThePageIsNotWatchedForAnyMore() {
        navigate(ImportsView.class);
        upload("ditinggal.csv", given.listOf(1));
        click("Impor");
        var left = (Component) getCurrentView();
        UI.getCurrent().navigate("");
        given.theJobRuns();
        aSecondPasses();
        assertThat(left.getElement().getTextRecursively()).contains("Menunggu giliran");
    }

    @Test
    void aFileThatCannotBeImportedIsAnsweredInASentence() {
        navigate(ImportsView.class);
        upload("salah.csv", "NAMA;ALAMAT\nA;B\n");
        assertThat(page()).contains("Berkas ditolak", "salah.csv: Kolom wajib tidak ditemukan: NIK");
        assertThat(address()).isEqualTo("impor-penduduk");
    }

    @Test
    void theSameContentIsAnnouncedWithTheWayToItsImport() {
        String csv = given.listOf(1);
        long earlier = given.imported(csv);
        navigate(ImportsView.class);
        upload("sekali-lagi.csv", csv);
        assertThat(panel()).contains("Sudah pernah diimpor", "Buka impor " + earlier);
        clickLast("Impor");
        assertThat(notice()).contains("sudah masuk lewat impor " + earlier);
        test(find(Checkbox.class).single()).click();
        clickLast("Impor");
        given.theJobRuns();
        aSecondPasses();
        assertThat(panel()).contains("Selesai", "Tidak berubah");
    }

    @Test
    void refusedRowsAreListedWithTheirReasons() {
        long done = given.imported(given.listOf(2).replace(";ISLAM;", ";?;"));
        open(done);
        assertThat(panel()).contains("Baris yang ditolak", "Baris 2", "AGAMA \"?\" tidak ada dalam daftar kode Agama.");
    }

    @Test
    void whoeverComesSecondIsToldWhoIsFirst() {
        navigate(ImportsView.class);
        upload("satu.csv", given.listOf(1));
        clickLast("Impor");
        upload("dua.csv", given.listOf(1));
        clickLast("Impor");
        assertThat(notice()).contains("sedang berjalan (dimulai oleh Wawan Hermawan)");
    }

    @Test
    void anImportThatWaitsCanBeCancelled() {
        navigate(ImportsView.class);
        upload("batal.csv", given.listOf(1));
        clickLast("Impor");
        clickLast("Batalkan");
        clickLast("Batalkan impor");
        assertThat(panel()).contains("Dibatalkan");
        assertThat(buttons()).doesNotContain("Impor", "Lanjutkan");
    }

    @Test
    void anImportThatFailedGoesOnFromWhereItStopped() {
        long failed = given.failedHalfway(given.listOf(4));
        open(failed);
        assertThat(panel()).contains("Gagal", "Penyimpanan penuh");
        clickLast("Lanjutkan");
        given.theJobRuns();
        aSecondPasses();
        assertThat(panel()).contains("Selesai");
    }

    @Test
    void aNumberThatNobodyHasIsSaidToBeNone() {
        open(999_999_999);
        assertThat(notice()).contains("tidak ada");
    }

    private void open(long id) {
        UI.getCurrent().navigate(ImportsView.class, QueryParameters.of("impor", Long.toString(id)));
    }

    private void upload(String name, String csv) {
        test(find(Upload.class).single()).upload(name, "text/csv", csv.getBytes(StandardCharsets.UTF_8));
        roundTrip();
    }

    /** The browser asks for nothing; the portal looks by itself. */
    private void aSecondPasses() {
        assertThat(UI.getCurrent().getPollInterval()).isEqualTo(-1);
        pulse.beat();
        roundTrip();
    }

    private String panel() {
        return find(Aside.class).single().getElement().getTextRecursively();
    }
}
