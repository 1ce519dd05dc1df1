package id.dukcapil.portal.documents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.google.zxing.BarcodeFormat;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class PdfRendererTest {

    private static final CompiledTemplates TEMPLATES = new CompiledTemplates();

    private final PdfRenderer renderer = Paper.renderer(TEMPLATES);

    static List<Template> templates() {
        return TemplateWarmUp.all();
    }

    @ParameterizedTest
    @MethodSource("templates")
    void everyTemplateOfTheHouseCompiles(Template template) {
        assertThat(TEMPLATES.get(template).getName()).isNotBlank();
    }

    @Test
    void allTemplatesAreFoundForTheWarmUp() {
        assertThat(templates()).contains(Paper.TICKET_A6, Paper.TICKET_80MM, Paper.DAY_LIST, PdfRenderer.LETTERHEAD);
    }

    @ParameterizedTest
    @ValueSource(strings = {"booking/ticket-a6", "booking/ticket-80mm"})
    void aTicketSaysEverythingOnOnePage(String name) throws Exception {
        Paper ticket = print(name, Paper.ticket());

        assertThat(ticket.pages()).isEqualTo(1);
        assertThat(ticket.title()).isEqualTo("Tiket antrean cetak KTP-el");
        assertThat(ticket.text())
                .contains(
                        "PEMERINTAH KABUPATEN BANDUNG",
                        "055",
                        "7K3M-9QXD",
                        "7 – K – 3 – M · 9 – Q – X – D",
                        "Senin, 7 Desember 2026",
                        "07.30–16.00 WIB",
                        "UKL Kecamatan Soreang",
                        "Siti Nurhasanah",
                        "3204••••••••0007",
                        "Fotokopi Kartu Keluarga",
                        "dipungut biaya",
                        "Sesudah dilayani")
                .doesNotContain("null", "DIBATALKAN");
    }

    @ParameterizedTest
    @ValueSource(strings = {"booking/ticket-a6", "booking/ticket-80mm"})
    void theBarcodesOfATicketAreReadFromACoarsePrint(String name) throws Exception {
        Paper ticket = print(name, Paper.ticket());

        assertThat(ticket.scan(BarcodeFormat.CODE_128, 150)).isEqualTo("7K3M-9QXD");
        assertThat(ticket.qrCodes(200))
                .containsExactlyInAnyOrder("7K3M-9QXD", (String) Paper.ticket().get("SURVEY"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"booking/ticket-a6", "booking/ticket-80mm"})
    void aCancelledTicketSaysSoAndCanStillBeScannedAtTheCounter(String name) throws Exception {
        Map<String, Object> values = Paper.ticket();
        values.put("STATUS_STAMP", "DIBATALKAN");
        Paper ticket = print(name, values);

        assertThat(ticket.text()).contains("DIBATALKAN");
        assertThat(ticket.scan(BarcodeFormat.CODE_128, 150)).isEqualTo("7K3M-9QXD");
    }

    @ParameterizedTest
    @ValueSource(strings = {"booking/ticket-a6", "booking/ticket-80mm"})
    void longTextsStillFitOnOnePage(String name) throws Exception {
        Map<String, Object> values = Paper.ticket();
        values.put("HOLDER_NAME", "Raden Ajeng Siti Nurhasanah Kusumawardhani binti Suryakusumah Wiranatakusumah");
        values.put("OFFICE_ADDRESS", "Jalan Raya Soreang–Banjaran kilometer 17, Kompleks Kantor Kecamatan ".repeat(2));
        values.put("BRING", "• Dokumen persyaratan yang dibawa oleh pemohon ke loket pelayanan\n".repeat(10));
        values.put("NOTE", values.get("NOTE") + " " + values.get("NOTE"));
        Paper ticket = print(name, values);

        assertThat(ticket.pages()).isEqualTo(1);
        assertThat(ticket.words()).contains("Wiranatakusumah");
        assertThat(ticket.text().split("loket pelayanan", -1)).hasSize(11);
    }

    @Test
    void aTicketOnARollIsAsLongAsItsText() throws IOException {
        Map<String, Object> longer = Paper.ticket();
        longer.put("BRING", "• Satu baris lagi\n".repeat(30));

        float usual = print("booking/ticket-80mm", Paper.ticket()).height();
        assertThat(usual).isBetween(400f, 600f);
        assertThat(print("booking/ticket-80mm", longer).height()).isGreaterThan(usual + 200);
    }

    @Test
    void aTicketOnARollIsBlackAndWhite() throws IOException {
        Map<String, Object> values = Paper.ticket();
        values.put("STATUS_STAMP", "DIBATALKAN");
        var image = print("booking/ticket-80mm", values).image(100);

        for (int rgb : image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth())) {
            assertThat((rgb >> 16) & 0xFF).isEqualTo((rgb >> 8) & 0xFF).isEqualTo(rgb & 0xFF);
        }
    }

    @Test
    void theDayListRepeatsItsHeadingAndCountsItsPages() throws IOException {
        var rows = IntStream.rangeClosed(1, 60).mapToObj(Paper::booking).toList();
        Paper list = listOf(rows);

        assertThat(list.pages()).isEqualTo(3);
        assertThat(list.text())
                .contains(
                        "DINAS KEPENDUDUKAN DAN PENCATATAN SIPIL",
                        "Telepon (022) 0000-0000",
                        "Kode Pos 40911",
                        "DAFTAR PEMESANAN CETAK KTP-el",
                        "dipesan 55",
                        "3204••••••••0060",
                        "Halaman 1 dari 3",
                        "Halaman 3 dari 3",
                        "oleh Tita Wulandari")
                .doesNotContain("null", "Tidak ada pemesanan");
        assertThat(list.text().split("Tanda tangan", -1)).hasSize(4);
    }

    @Test
    void anEmptyDayListSaysThatThereIsNothing() throws IOException {
        Paper list = listOf(List.of());

        assertThat(list.pages()).isEqualTo(1);
        assertThat(list.text()).contains("Tidak ada pemesanan pada tanggal ini.", "Halaman 1 dari 1");
    }

    @Test
    void allFontsAreEmbedded() throws IOException {
        Paper list = listOf(List.of(Paper.booking(1)));
        for (Paper paper : List.of(
                list, print("booking/ticket-a6", Paper.ticket()), print("booking/ticket-80mm", Paper.ticket()))) {
            assertThat(paper.fonts()).isNotEmpty().doesNotContainValue(false);
        }
    }

    @Test
    void aMissingParameterIsNamed() {
        Map<String, Object> values = Paper.ticket();
        values.remove("QUEUE_NUMBER");

        assertThatExceptionOfType(RenderingFailed.class)
                .isThrownBy(() -> renderer.render(Paper.TICKET_A6, values, List.of()))
                .withMessage("Template booking/ticket-a6 declares parameter QUEUE_NUMBER, which is missing")
                .satisfies(e -> assertThat(e.template()).isEqualTo(Paper.TICKET_A6));
    }

    @Test
    void whatATemplateAllowsToBeMissingMayAlsoBeNull() throws IOException {
        Map<String, @Nullable Object> values = new HashMap<>(Paper.ticket());
        values.put("STATUS_STAMP", null);

        assertThat(new Paper(renderer.render(Paper.TICKET_A6, values, List.of())).text())
                .doesNotContain("null");
    }

    @Test
    void aParameterOfTheWrongTypeIsNamedWithoutItsValue() {
        Map<String, Object> values = Paper.ticket();
        values.put("QUEUE_NUMBER", 55);

        assertThatExceptionOfType(RenderingFailed.class)
                .isThrownBy(() -> renderer.render(Paper.TICKET_A6, values, List.of()))
                .withMessageContaining("QUEUE_NUMBER as java.lang.String, not java.lang.Integer");
    }

    @Test
    void aRowWithoutAFieldOfTheTemplateIsNamed() {
        var row = new HashMap<>(Paper.booking(1));
        row.remove("origin");

        assertThatExceptionOfType(RenderingFailed.class)
                .isThrownBy(() -> renderer.render(Paper.DAY_LIST, Paper.dayList(), List.of(row)))
                .withMessage("Template booking/day-list declares field origin, which a row lacks");
    }

    @Test
    void anUnknownTemplateIsNamed() {
        assertThatExceptionOfType(RenderingFailed.class)
                .isThrownBy(() -> renderer.render(new Template("booking/unknown"), Map.of(), List.of()))
                .withMessageContaining("reports/booking/unknown.jrxml");
    }

    private Paper print(String name, Map<String, Object> values) throws IOException {
        String sample = name.replace('/', '-') + (values.containsKey("STATUS_STAMP") ? "-stamped" : "");
        return new Paper(renderer.render(new Template(name), values, List.of())).keptAs(sample);
    }

    private Paper listOf(List<Map<String, Object>> rows) throws IOException {
        return new Paper(renderer.render(Paper.DAY_LIST, Paper.dayList(), rows))
                .keptAs("booking-day-list-" + rows.size());
    }
}
