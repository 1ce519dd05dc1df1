package id.dukcapil.portal.documents.ui;

import static org.assertj.core.api.Assertions.assertThat;

import id.dukcapil.portal.Screen;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.security.test.context.support.WithUserDetails;

class GalleryViewTest extends Screen {

    @Test
    @WithUserDetails("admin")
    void everyPartStandsInTheGalleryAndADayIsClosedThere() {
        open(GalleryView.class, Map.of());
        assertThat(page())
                .contains("QR cocok", "Serahkan berkas", "Belum rekam", "Terlambat · 1", "garis putus: batas 20")
                .containsOnlyOnce("Ditutup dan dikunci");
    }
}
