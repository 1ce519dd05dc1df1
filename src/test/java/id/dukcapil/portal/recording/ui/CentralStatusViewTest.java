package id.dukcapil.portal.recording.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.html.Anchor;
import id.dukcapil.portal.Screen;
import id.dukcapil.portal.common.Nik;
import id.dukcapil.portal.recording.process.RecordingDetails;
import id.dukcapil.portal.recording.process.RecordingScenario;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.test.context.support.WithUserDetails;

/** Whose card waits, what is to be done about it, and the diary as a page. */
class CentralStatusViewTest extends Screen {

    @Autowired
    RecordingScenario given;

    @Autowired
    JdbcClient jdbc;

    private String idOf(Nik nik) {
        return jdbc.sql("SELECT id FROM population_person WHERE nik = ?")
                .param(nik.value())
                .query(String.class)
                .single();
    }

    @Test
    @WithUserDetails(RecordingScenario.REGISTRATION)
    void aCardInTroubleShowsItsRemedy() {
        Nik nik = given.somebodyWho("recording_status = 'ENROLL_FAILURE_AT_CENTRAL'");
        open(CentralStatusView.class, Map.of("kelompok", "AGAIN", "orang", idOf(nik)));
        assertThat(page())
                .contains("Gagal enroll di pusat", "lalu rekam ulang", "Buka Perekaman KTP-el", nik.masked())
                .doesNotContain(nik.value());
    }

    @Test
    @WithUserDetails(RecordingScenario.REGISTRATION)
    void whoseCardCanBePrintedGetsALetter() {
        Nik nik = given.somebodyWho("recording_status = 'PRINT_READY_RECORD' AND birth_date < '2000-01-01'");
        open(CentralStatusView.class, Map.of("kelompok", "READY", "orang", idOf(nik)));
        click("Surat siap cetak");
        assertThat(dialog().getHeaderTitle()).isEqualTo("Surat siap cetak");
    }

    @Test
    @WithUserDetails("operator")
    void aReaderSeesImportsAndBooksThePrinting() {
        Nik nik = given.somebodyWho("recording_status = 'PRINT_READY_RECORD' AND birth_date < '2000-01-01'");
        open(CentralStatusView.class, Map.of("kelompok", "READY", "orang", idOf(nik)));
        assertThat(page()).contains("Pesan hari cetak");
        assertThat(find(Anchor.class).withText("Pesan hari cetak").single().getHref())
                .isEqualTo("pemesanan?pesan-untuk=" + idOf(nik));
        assertThat(buttons()).doesNotContain("Surat siap cetak");
    }

    @Test
    @WithUserDetails(RecordingScenario.RECORDING)
    void theDiaryOfTheDayIsAPageWithMaskedNumbers() {
        RecordingDetails received = given.received();
        open(DiaryView.class, Map.of());
        assertThat(page()).contains("BHPPK").doesNotContain(received.nik().value());
        click("Cetak PDF");
        assertThat(dialog().getHeaderTitle()).isEqualTo("BHPPK");
    }
}
