package id.dukcapil.portal.platform;

import static org.assertj.core.api.Assertions.assertThat;

import id.dukcapil.portal.IntegrationTest;
import io.micrometer.core.instrument.MeterRegistry;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.authentication.event.AuthenticationFailureBadCredentialsEvent;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import org.yaml.snakeyaml.Yaml;

/** The suggested alerts can be read, say what to do, and ask only for figures that the portal has. */
@IntegrationTest
class AlertsTest {

    private static final Pattern FIGURE = Pattern.compile("\\b(?:portal|disk)_[a-z_]+\\b");

    @Autowired
    MeterRegistry figures;

    @Autowired
    MockMvc http;

    @Autowired
    ApplicationEventPublisher events;

    @Test
    void everyFigureOfAnAlertExists() throws Exception {
        http.perform(MockMvcRequestBuilders.get("/api/v1/offices"));
        List<String> known = figures.getMeters().stream()
                .map(meter -> meter.getId().getName().replace('.', '_'))
                .toList();
        String rules = Files.readString(Path.of("docs/alerts.yml"));
        assertThat(FIGURE.matcher(rules).results().map(found -> found.group().replaceAll("_(total|bytes)$", "")))
                .hasSizeGreaterThan(4)
                .allSatisfy(figure -> assertThat(known).anyMatch(name -> name.equals(figure)));
    }

    @Test
    void everyAlertSaysWhatToDo() throws Exception {
        Map<String, Object> file = new Yaml().load(Files.readString(Path.of("docs/alerts.yml")));
        assertThat(file.toString()).contains("portal-dukcapil");
        long alerts = file.toString().split("alert=", -1).length - 1L;
        assertThat(file.toString().split("action=", -1).length - 1L)
                .isEqualTo(alerts)
                .isPositive();
    }

    @Test
    void aRefusalAndAFailedSignInAreCountedWithoutNamingAnybody() throws Exception {
        double refused = refusals();
        http.perform(MockMvcRequestBuilders.get("/api/v1/offices").header("Authorization", "Bearer salah"));
        assertThat(refusals()).isEqualTo(refused + 1);

        double failed = failures();
        events.publishEvent(new AuthenticationFailureBadCredentialsEvent(
                UsernamePasswordAuthenticationToken.unauthenticated("wawan", "salah"),
                new BadCredentialsException("salah")));
        assertThat(failures()).isEqualTo(failed + 1);
        assertThat(figures.getMeters().toString()).doesNotContain("wawan");
    }

    private double refusals() {
        return figures.find("portal.api.refusals").counters().stream()
                .mapToDouble(counter -> counter.count())
                .sum();
    }

    private double failures() {
        return figures.get("portal.sign.in.failures")
                .tag("kind", "credentials")
                .counter()
                .count();
    }
}
