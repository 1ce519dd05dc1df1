package id.dukcapil.portal.platform;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.ServletException;
import java.io.IOException;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.http.MediaType;
import org.springframework.mock.env.MockEnvironment;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

class HostGateTest {

    private final HostGate gate = new HostGate(List.of("portal.contoh.go.id", "portal.intranet"));

    @ParameterizedTest
    @ValueSource(strings = {"portal.contoh.go.id", "PORTAL.contoh.go.id", "portal.intranet", "localhost", "127.0.0.1"})
    void aNameOfThePortalIsLetIn(String host) throws Exception {
        assertThat(asked(gate, host).getStatus()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"jahat.example", "portal.contoh.go.id.jahat.example", "10.0.0.9", ""})
    void anotherNameIsRefusedWithAProblem(String host) throws Exception {
        MockHttpServletResponse answer = asked(gate, host);

        assertThat(answer.getStatus()).isEqualTo(421);
        assertThat(answer.getContentType()).startsWith(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        assertThat(answer.getContentAsString()).contains("\"status\":421");
    }

    @Test
    void withoutAConfiguredAddressEveryNameIsLetIn() throws Exception {
        assertThat(asked(configured(new MockEnvironment()), "10.0.0.9").getStatus())
                .isEqualTo(200);
    }

    @Test
    void theHostsAreThoseOfTheConfiguredAddressesAndTheNamedOnes() throws Exception {
        HostGate configured = configured(new MockEnvironment()
                .withProperty("portal.booking.public-address", "https://antrean.contoh.go.id/")
                .withProperty("portal.signing.verification.address", "https://cek.contoh.go.id/verifikasi")
                .withProperty("portal.hosts", "portal.intranet, portal.lain"));

        for (String host : List.of("antrean.contoh.go.id", "cek.contoh.go.id", "portal.intranet", "portal.lain")) {
            assertThat(asked(configured, host).getStatus()).as(host).isEqualTo(200);
        }
        assertThat(asked(configured, "jahat.example").getStatus()).isEqualTo(421);
    }

    private static HostGate configured(MockEnvironment environment) {
        return Objects.requireNonNull(
                new HostGate.Registration().hostGate(environment).getFilter());
    }

    private static MockHttpServletResponse asked(HostGate gate, String host) throws ServletException, IOException {
        var request = new MockHttpServletRequest("GET", "/api/v1/offices");
        request.setServerName(host);
        var answer = new MockHttpServletResponse();
        gate.doFilter(request, answer, new MockFilterChain());
        return answer;
    }
}
