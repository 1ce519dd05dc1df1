package id.dukcapil.portal.sla.ui.standard;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.DescriptionList;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.NativeTableRow;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.HasErrorParameter;
import com.vaadin.flow.router.RouterLink;
import id.dukcapil.portal.Screen;
import id.dukcapil.portal.common.Permission;
import id.dukcapil.portal.common.ui.Callout;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.security.test.context.support.WithMockUser;
import org.springframework.security.test.context.support.WithUserDetails;

@WithUserDetails("operator")
class StandardViewsTest extends Screen {

    @Test
    void theShelfShowsACardForEachProcedureWithItsActorsAndBothTotals() {
        navigate(StandardsView.class);
        List<StandardCard> cards = find(StandardCard.class).all();
        assertThat(cards).hasSize(6);
        assertThat(textOf(cards.getFirst()))
                .contains(
                        "SOP Nomor 28 Tahun 2024 · Kabupaten Bandung",
                        "8 langkah oleh Pemohon, Sistem",
                        "Total tercantum 35 menit",
                        "Jumlah langkah 40 menit",
                        "Berbeda");
        assertThat(cards.stream().skip(1)).noneMatch(card -> textOf(card).contains("Berbeda"));
    }

    @Test
    void aCardOpensItsProcedure() {
        navigate(StandardsView.class);
        RouterLink link = find(RouterLink.class)
                .withCondition(candidate -> candidate.getText().startsWith("Inovasi Layanan"))
                .single();
        assertThat(link.getHref()).isEqualTo("standar/balangan-2020");
    }

    @ParameterizedTest
    @CsvSource({
        "bandung-28-2024, 8",
        "bandung-31-2023, 10",
        "pesisir-selatan-039-2019, 4",
        "balangan-2020, 8",
        "bandung-28-2023, 6"
    })
    void everyProcedureIsShownWithAllItsSteps(String slug, int steps) {
        open(slug);
        assertThat(find(StepsTable.class).single().getBody().getRows()).hasSize(steps);
        assertThat(find(H1.class).single().getText()).isNotBlank();
    }

    @Test
    void theBookingProcedureShowsBothTotalsAndSaysThatTheyDiffer() {
        open("bandung-28-2024");
        List<NativeTableRow> totals = find(StepsTable.class).single().getFoot().getRows();
        assertThat(textOf(totals.get(0))).contains("Total waktu tercantum", "35 menit");
        assertThat(textOf(totals.get(1))).contains("Jumlah waktu langkah", "40 menit", "berbeda");
        assertThat(callouts())
                .contains("Total waktu tercantum 35 menit, sedangkan jumlah waktu 8 langkahnya 40 menit.");
    }

    @Test
    void theImpossibleNipStandsAsPrintedWithAWarning() {
        open("bandung-28-2024");
        assertThat(textOf(find(DescriptionList.class).single())).contains("NIP 198007171990031005");
        assertThat(callouts()).anyMatch(warning -> warning.startsWith("NIP Kepala Dinas tercetak 198007171990031005."));
    }

    @Test
    void aRangeIsShownInMinutesWithThePrintedWords() {
        open("balangan-2020");
        NativeTableRow departure =
                find(StepsTable.class).single().getBody().getRows().get(1);
        assertThat(textOf(departure)).contains("60–120 menit", "tercetak: 1-2 jam");
    }

    @Test
    void theWarningOfTheProcedureIsACallout() {
        open("bandung-31-2023");
        assertThat(callouts())
                .contains(
                        "Jika SOP ini tidak dilaksanakan, maka akan mengurangi kualitas layanan kependudukan.",
                        "Pengesahan tidak terbaca pada salinan SOP ini.");
    }

    @Test
    void theTitleOfThePageNamesTheProcedure() {
        assertThat(open("bandung-28-2023").getPageTitle())
                .isEqualTo("SOP Nomor 28 Tahun 2023 – Aktivasi Identitas Kependudukan Digital (IKD)");
    }

    @Test
    void anUnknownProcedureIsNotFound() {
        UI.getCurrent().navigate("standar/bandung-99-2024");
        assertThat(getCurrentView()).isInstanceOf(HasErrorParameter.class);
    }

    @Test
    @WithMockUser(authorities = Permission.Name.QUOTA_READ)
    void theShelfIsClosedToWhoMayNotReadStandards() {
        UI.getCurrent().navigate(StandardsView.class);
        assertThat(getCurrentView()).isInstanceOf(HasErrorParameter.class);
    }

    private StandardView open(String slug) {
        return navigate(StandardView.class, Map.of(StandardView.SLUG, slug));
    }

    private List<String> callouts() {
        return find(Callout.class).all().stream()
                .flatMap(callout -> find(Paragraph.class).from(callout).all().stream())
                .map(Paragraph::getText)
                .toList();
    }
}
