package id.dukcapil.portal.platform;

import static org.assertj.core.api.Assertions.assertThat;

import id.dukcapil.portal.IntegrationTest;
import id.dukcapil.portal.booking.BookingDetails;
import id.dukcapil.portal.booking.BookingScenario;
import id.dukcapil.portal.common.OfficeCode;
import id.dukcapil.portal.population.Population;
import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.json.JsonWriter;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;

/** What reaches the log, whatever somebody wrote into it by mistake. */
@IntegrationTest
@ExtendWith(OutputCaptureExtension.class)
class LogsTest {

    private static final String NIK = "3204372201900001";
    private static final String EMAIL = "pemohon@contoh.id";

    @Autowired
    BookingScenario given;

    @Autowired
    Population population;

    @Autowired
    MockMvc http;

    @Test
    void aNumberOrAddressInAMessageOrItsCauseIsTakenOut(CapturedOutput output) {
        LoggerFactory.getLogger("id.dukcapil.portal.uji")
                .error("Gagal untuk {} <{}>", NIK, EMAIL, new IllegalStateException("Duplicate entry '" + NIK + "'"));
        assertThat(output)
                .contains("Gagal untuk ••• <•••>", "Duplicate entry '•••'", "IllegalStateException")
                .doesNotContain(NIK)
                .doesNotContain(EMAIL);
    }

    @Test
    void soItIsInStructuredLines() {
        assertThat(structured("NIK " + NIK + ", surat " + EMAIL)).isEqualTo("{\"message\":\"NIK •••, surat •••\"}");
    }

    @Test
    void aHashKeepsItsDigitsAndNothingBesideItDoes(CapturedOutput output) {
        String hash = "sha256=1234567890123456ab12345678901234cd3204372201900001ef901234567890";
        String line = "Audit trail sealed: batch=7 %s sealed=%s %s".formatted(hash, NIK, hash + NIK);
        LoggerFactory.getLogger("id.dukcapil.portal.uji").info(line);
        assertThat(output).contains("batch=7 " + hash + " sealed=••• " + hash + "•••");
        assertThat(structured("batch=7 " + hash + " sealed=" + NIK))
                .isEqualTo("{\"message\":\"batch=7 " + hash + " sealed=•••\"}");
    }

    private static String structured(String message) {
        JsonWriter<String> json = JsonWriter.of(members -> {
            members.add("message", text -> text);
            new MaskedLog().customize((JsonWriter.Members<Object>) (JsonWriter.Members<?>) members);
        });
        return json.writeToString(message);
    }

    @Test
    void aLineOfARequestOrJobSaysWhich(CapturedOutput output) {
        try (var request = MDC.putCloseable("requestId", "permintaan-7")) {
            LoggerFactory.getLogger("id.dukcapil.portal.uji").info("sesuatu");
        }
        try (var job = MDC.putCloseable(JobsInLog.MDC_KEY, "tutup-hari/1")) {
            LoggerFactory.getLogger("id.dukcapil.portal.uji").info("sesuatu");
        }
        assertThat(output).contains("[permintaan-7]", "[tutup-hari/1]");
    }

    @Test
    void bookingRefusingAndMistypingLeaveNoPersonalData(CapturedOutput output) throws Exception {
        BookingDetails booking = given.booked(new OfficeCode("320438"), LocalDate.of(2026, 12, 15));
        var again = given.requestFor(
                new BookingScenario.Someone(booking.nik(), booking.fullName()),
                new OfficeCode("320438"),
                LocalDate.of(2026, 12, 15));
        for (Object body : new Object[] {
            again,
            Map.of("nik", booking.nik().value()),
            "{\"nik\":\"" + booking.nik().value()
        }) {
            http.perform(MockMvcRequestBuilders.post("/api/v1/bookings")
                    .header("Authorization", "Bearer salah")
                    .contentType("application/json")
                    .content(body.toString()));
        }
        given.asStaff("operator", () -> population.find(booking.nik()));
        assertThat(output)
                .doesNotContain(booking.nik().value())
                .doesNotContain(booking.fullName())
                .doesNotContain(EMAIL);
    }
}
