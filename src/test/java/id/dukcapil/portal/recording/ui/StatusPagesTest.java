package id.dukcapil.portal.recording.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import id.dukcapil.portal.IntegrationTest;
import id.dukcapil.portal.recording.process.Receipts;
import id.dukcapil.portal.recording.process.RecordingDetails;
import id.dukcapil.portal.recording.process.RecordingScenario;
import java.io.IOException;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;

/** The receipt and the public page that its QR code leads to. */
@IntegrationTest
class StatusPagesTest {

    @Autowired
    RecordingScenario given;

    @Autowired
    Receipts receipts;

    @Autowired
    MockMvc web;

    @Test
    void theCodeOfAReceiptShowsWhereTheCardIsAndNoPersonalData() throws Exception {
        RecordingDetails recorded = given.recorded();
        MockHttpServletResponse page = page("/status/" + recorded.code());
        assertThat(page.getStatus()).isEqualTo(200);
        assertThat(page.getContentAsString())
                .contains("Sudah rekam", "UKL Kecamatan Soreang")
                .doesNotContain(
                        recorded.name(), recorded.nik().value(), recorded.nik().masked(), recorded.number());
        assertThat(page.getHeader("Set-Cookie")).isNull();
    }

    @Test
    void aCodeOfNobodyAndNonsenseGetTheSameAnswer() throws Exception {
        for (String path : new String[] {"/status/22222-22222", "/status/x", "/status", "/status/a/b"}) {
            MockHttpServletResponse page = page(path);
            assertThat(page.getStatus()).as(path).isEqualTo(404);
            assertThat(page.getContentAsString()).contains("Kode tidak dikenal");
        }
    }

    @Test
    void theReceiptIsNumberedAndMasksTheNik() throws IOException {
        RecordingDetails recorded = given.recorded();
        byte[] pdf = given.as(
                RecordingScenario.RECORDING,
                () -> receipts.pdf(recorded.number()).orElseThrow());
        try (var document = Loader.loadPDF(pdf)) {
            assertThat(new PDFTextStripper().getText(document))
                    .contains(
                            "TANDA BUKTI PEREKAMAN KTP-EL",
                            recorded.receipt(),
                            recorded.name(),
                            recorded.nik().masked())
                    .contains("/status/" + recorded.code())
                    .doesNotContain(recorded.nik().value());
        }
        RecordingDetails unfinished = given.recording();
        assertThat(given.as(RecordingScenario.RECORDING, () -> receipts.pdf(unfinished.number())))
                .isEmpty();
    }

    private MockHttpServletResponse page(String path) throws Exception {
        return web.perform(get(path)).andReturn().getResponse();
    }
}
