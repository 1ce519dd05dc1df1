package id.dukcapil.portal.visits.ui.resource;

import static org.assertj.core.api.Assertions.assertThat;

import id.dukcapil.portal.Screen;
import id.dukcapil.portal.visits.VisitScenario;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.test.context.support.WithUserDetails;

/** People, sets and vehicles on one page. */
class ResourcesViewTest extends Screen {

    @Autowired
    VisitScenario given;

    @Test
    @WithUserDetails(VisitScenario.PLANNER)
    void aSetIsAddedOnceForItsCode() {
        given.resources();
        open(ResourcesView.class, Map.of());
        click("Set baru …");
        type("Kode", "UJI9");
        type("Nama set", "Set uji 9");
        clickLast("Simpan");
        assertThat(page()).contains("Set uji 9 · siap");
        click("Set baru …");
        type("Kode", "UJI9");
        type("Nama set", "Set uji 9");
        clickLast("Simpan");
        assertThat(noDialogIsOpen()).isFalse();
    }

    @Test
    @WithUserDetails("perekaman")
    void whoOnlyReadsChangesNothing() {
        given.resources();
        open(ResourcesView.class, Map.of());
        assertThat(page()).contains("Tim U1", "Mobil U1");
        assertThat(buttons()).isEmpty();
    }
}
