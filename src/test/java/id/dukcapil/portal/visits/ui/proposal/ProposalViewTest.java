package id.dukcapil.portal.visits.ui.proposal;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.datepicker.DatePicker;
import id.dukcapil.portal.Screen;
import id.dukcapil.portal.visits.VisitScenario;
import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.security.test.context.support.WithUserDetails;

/** The page from asking to throwing away. */
class ProposalViewTest extends Screen {

    @Test
    @WithUserDetails(VisitScenario.PLANNER)
    void aWrongDayIsSaidAtItsField() {
        open(ProposalView.class, Map.of());
        assertThat(page()).contains("Susun usulan");
        test(find(DatePicker.class).withLabel("Dari").single()).setValue(LocalDate.of(2020, 1, 1));
        click("Susun usulan");
        assertThat(find(DatePicker.class).withLabel("Dari").single().getErrorMessage())
                .contains("paling cepat besok");
    }
}
