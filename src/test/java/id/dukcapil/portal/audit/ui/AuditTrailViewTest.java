package id.dukcapil.portal.audit.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.GridTester;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.QueryParameters;
import id.dukcapil.portal.Screen;
import id.dukcapil.portal.audit.TrailEntry;
import id.dukcapil.portal.common.AuditEvent;
import id.dukcapil.portal.common.Nik;
import id.dukcapil.portal.common.OfficeCode;
import id.dukcapil.portal.common.ui.Pulse;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.test.context.support.WithUserDetails;

/** Sri Lestari, who looks after personal data, examines the trail. */
@WithUserDetails("pdp")
class AuditTrailViewTest extends Screen {

    @Autowired
    ApplicationEventPublisher events;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Pulse pulse;

    @Test
    void aNikFindsWhatWasDoneAndStaysOutOfTheAddressAndTheSearchLeavesATrace() {
        var nik = new Nik("3204014505900004");
        events.publishEvent(AuditEvent.of("Pemesanan", "VIEW-0001", "Dibatalkan")
                .about(nik)
                .at(new OfficeCode("320437"))
                .changing("Status", "Terpesan", "Dibatalkan")
                .changing("Tanggal", "2026-11-26", null)
                .because("berhalangan"));
        clock.advance(Duration.ofMinutes(1));
        open(Map.of());
        test(find(TextField.class).withLabel("Penduduk").single()).setValue("3204 0145 0590 0004");
        assertThat(address()).contains("orang=").doesNotContain(nik.value());
        // The deed, and that somebody is looking for it now
        assertThat(grid().size()).isEqualTo(2);

        grid().clickRow(1);
        assertThat(page())
                .contains("Dibatalkan", "VIEW-0001", "UKL Kecamatan Soreang", "Sri Lestari", "berhalangan")
                .contains("Sebelum", "Sesudah", "Terpesan", "26 November 2026", "Menunggu")
                .doesNotContain(nik.value());
        assertThat(traces()).isEqualTo(1);

        click("Semua tentang berkas ini");
        assertThat(address()).contains("jenis=Pemesanan", "berkas=VIEW-0001").doesNotContain("orang=");
    }

    private int traces() {
        return jdbc.sql("SELECT COUNT(*) FROM audit_inbox WHERE action = 'Jejak seorang penduduk dilihat' AND person ="
                        + " (SELECT person FROM audit_inbox WHERE reference = 'VIEW-0001')")
                .query(Integer.class)
                .single();
    }

    @Test
    void aNikThatIsNoneIsExplainedAtTheField() {
        open(Map.of());
        TextField person = find(TextField.class).withLabel("Penduduk").single();
        test(person).setValue("12345");
        assertThat(person.isInvalid()).isTrue();
        assertThat(person.getErrorMessage()).isNotBlank();
        assertThat(address()).isEqualTo("jejak-audit");
    }

    @Test
    void nonsenseInTheAddressFindsNothingAndBreaksNothing() {
        open(Map.of("berkas", "TIDAK-ADA", "jenis", "Entah", "orang", "zzz", "baris", "1", "dari", "kemarin"));
        assertThat(page()).contains("Tidak ada jejak yang cocok");
    }

    @Test
    void theBannerSaysThatAVerificationRuns() {
        open(Map.of());
        click("Periksa keutuhan");
        assertThat(page()).contains("Sedang diperiksa", "diminta Sri Lestari");
        assertThat(find(Button.class).withText("Periksa keutuhan").single().isEnabled())
                .isFalse();
        jdbc.sql("UPDATE audit_verification SET finished_at = requested_at, failure = 'uji' WHERE finished_at IS NULL")
                .update();
    }

    @Test
    void theResultOfAVerificationAppearsByItself() {
        open(Map.of());
        click("Periksa keutuhan");
        assertThat(UI.getCurrent().getPollInterval()).isEqualTo(-1);
        jdbc.sql("UPDATE audit_verification SET rows_total = 4000, rows_checked = 1000 WHERE finished_at IS NULL")
                .update();
        pulse.beat();
        assertThat(banner()).contains("1.000 dari 4.000 baris");
        jdbc.sql("""
            UPDATE audit_verification SET finished_at = requested_at, rows_checked = 4000, damages = '[]'
            WHERE finished_at IS NULL\
            """).update();
        pulse.beat();
        assertThat(banner()).contains("Utuh", "4.000 baris", "oleh Sri Lestari").doesNotContain("Sedang diperiksa");
        assertThat(find(Button.class).withText("Periksa keutuhan").single().isEnabled())
                .isTrue();
    }

    private String banner() {
        return textOf(find(IntegrityBanner.class).single());
    }

    @Test
    void damageIsSaidInWordsWithItsPlace() {
        jdbc.sql("""
            INSERT INTO audit_verification (id, requested_by, requested_at, progressed_at, finished_at,
              rows_total, rows_checked, damages_found, damages)
            VALUES (UUID(), 'Portal', '2031-01-01', '2031-01-01', '2031-01-01', 500, 500, 1,
              '[{"kind":"ROW_EDITED","firstRow":412,"lastRow":412,"batch":9}]')\
            """).update();
        try {
            open(Map.of());
            assertThat(page()).contains("RUSAK", "1 tempat rusak", "Baris 412 (segel 9)", "Isi baris diubah");
        } finally {
            jdbc.sql("DELETE FROM audit_verification WHERE requested_at = '2031-01-01'")
                    .update();
        }
    }

    private void open(Map<String, String> address) {
        UI.getCurrent().navigate(AuditTrailView.class, QueryParameters.simple(address));
    }

    private GridTester<Grid<TrailEntry>, TrailEntry> grid() {
        return test(find(Grid.class).single());
    }
}
