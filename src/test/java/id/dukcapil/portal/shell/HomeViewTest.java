package id.dukcapil.portal.shell;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Paragraph;
import id.dukcapil.portal.Screen;
import id.dukcapil.portal.common.ui.EmptyState;
import id.dukcapil.portal.common.ui.Figure;
import id.dukcapil.portal.common.ui.parts.Desk;
import id.dukcapil.portal.common.ui.parts.DeskContribution;
import id.dukcapil.portal.common.ui.parts.UrgencyList;
import id.dukcapil.portal.common.ui.parts.UrgentWork;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.test.context.support.WithUserDetails;

class HomeViewTest extends Screen {

    @Autowired
    ObjectProvider<DeskContribution> contributions;

    @Test
    @WithUserDetails("registrasi")
    void theDayIsTheDayOfTheOfficeAndADeskWithoutWorkSaysSo() {
        assertTheDeskShowsAll();
        assertThat(find(Paragraph.class).withClassName("subtitle").single().getText())
                .isEqualTo("Senin, 23 November 2026 · WIB");
    }

    @Test
    @WithUserDetails("manajer")
    void theDeskOfTheManagerHasAlertsComplaintsAndWhatIsLate() {
        assertTheDeskShowsAll();
        assertThat(page()).contains("Bila Bupati bertanya", "Kepuasan masyarakat, Oktober 2026");
    }

    @Test
    @WithUserDetails("cetak")
    void theDeskOfThePrinterBeginsWithCardsThatWait() {
        assertTheDeskShowsAll();
        assertThat(page()).contains("KTP-el dicetak hari ini");
    }

    @Test
    @WithUserDetails("operator")
    void allThatTheRoomsPutOnTheDeskIsThereWithOneActForEachPieceOfWork() {
        assertTheDeskShowsAll();
    }

    @Test
    @WithUserDetails("verifikator")
    void theDeskOfAVerifierIsTheSameList() {
        assertTheDeskShowsAll();
    }

    @Test
    @WithUserDetails("kadis")
    void theDeskOfTheHeadBeginsWithWhatWaitsForTheSignature() {
        assertTheDeskShowsAll();
    }

    @Test
    @WithUserDetails("operator")
    void theMenuIsNotRepeatedOnTheDesk() {
        navigate(HomeView.class);
        assertThat(page()).doesNotContain("Akses cepat");
    }

    private void assertTheDeskShowsAll() {
        var desk = new Desk();
        contributions.orderedStream().forEach(room -> room.fill(desk));
        navigate(HomeView.class);
        assertThat(findInView(Figure.class).all())
                .hasSize(desk.figures().size() + desk.answers().size());
        assertThat(findInView(EmptyState.class).exists()).isEqualTo(desk.work().isEmpty());
        assertThat(findInView(UrgencyList.class).all()).hasSize(1);
        List<String> acts = findInView(Anchor.class).withClassName("button").all().stream()
                .map(Anchor::getHref)
                .toList();
        assertThat(acts).containsAll(desk.work().stream().map(UrgentWork::link).toList());
        assertThat(acts).hasSize(desk.work().size() + desk.leads().size());
    }
}
