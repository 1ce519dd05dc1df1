package id.dukcapil.portal.shell;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.flow.component.html.Paragraph;
import id.dukcapil.portal.IntegrationTest;
import id.dukcapil.portal.common.ui.DeskContribution;
import id.dukcapil.portal.common.ui.EmptyState;
import id.dukcapil.portal.common.ui.Figure;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.test.context.support.WithUserDetails;

@IntegrationTest
class HomeViewTest extends SpringBrowserlessTest {

    @Autowired
    ObjectProvider<DeskContribution> contributions;

    @Test
    @WithUserDetails("registrasi")
    void theDayIsTheDayOfTheOffice() {
        navigate(HomeView.class);
        assertThat(find(Paragraph.class).withClassName("subtitle").single().getText())
                .isEqualTo("Senin, 23 November 2026 · WIB");
    }

    @Test
    @WithUserDetails("operator")
    void everyCardOfTheRoomsIsOnTheDeskOrTheDeskSaysItIsEmpty() {
        long cards = contributions.stream()
                .mapToLong(contribution -> contribution.cards().size())
                .sum();
        navigate(HomeView.class);
        assertThat(findInView(Figure.class).all()).hasSize((int) cards);
        assertThat(findInView(EmptyState.class).exists()).isEqualTo(cards == 0);
    }
}
