package id.dukcapil.portal.platform;

import static org.assertj.core.api.Assertions.assertThat;

import id.dukcapil.portal.IntegrationTest;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.assertj.core.api.InstanceOfAssertFactories;
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

    /** A name of several words that is no function and no label. */
    private static final Pattern FIGURE = Pattern.compile("\\b[a-z]+(?:_[a-z]+)+\\b(?! *\\()");

    private static final Pattern SCRAPED = Pattern.compile("(?m)^([a-z][a-z_]*)[ {]");
    private static final Pattern IN_THE_MANUAL = Pattern.compile("(?m)^\\| `(portal_[a-z_]+)");

    @Autowired
    PrometheusMeterRegistry figures;

    @Autowired
    MockMvc http;

    @Autowired
    ApplicationEventPublisher events;

    @Test
    void everyRuleAsksForFiguresThatExistAndSaysWhatToDo() throws Exception {
        Set<String> known = scraped();
        assertThat(rules()).hasSizeGreaterThan(15).allSatisfy(rule -> {
            assertThat(asked(rule)).isSubsetOf(known);
            assertThat(rule)
                    .extractingByKey("annotations", InstanceOfAssertFactories.MAP)
                    .hasEntrySatisfying(
                            "summary", said -> assertThat(said.toString()).isNotBlank())
                    .hasEntrySatisfying(
                            "action", said -> assertThat(said.toString()).hasSizeGreaterThan(30));
            assertThat(rule)
                    .extractingByKey("labels", InstanceOfAssertFactories.MAP)
                    .extractingByKey("severity")
                    .isIn("page", "ticket");
        });
    }

    @Test
    void theManualExplainsExactlyTheFiguresOfThePortal() throws Exception {
        Set<String> ours = scraped().stream()
                .filter(figure -> figure.startsWith("portal_"))
                .collect(Collectors.toSet());
        String manual = Files.readString(Path.of("docs/operations.md"));
        assertThat(IN_THE_MANUAL
                        .matcher(manual)
                        .results()
                        .map(found -> found.group(1))
                        .collect(Collectors.toSet()))
                .isEqualTo(ours);
    }

    @Test
    void requestsAreMeasuredAsAWholeAndNotEachFilterAndPermission() throws Exception {
        http.perform(MockMvcRequestBuilders.get("/api/v1/offices"));
        assertThat(scraped())
                .contains("http_server_requests_seconds_count")
                .noneMatch(figure -> figure.startsWith("spring_security"));
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

    private Set<String> scraped() throws Exception {
        http.perform(MockMvcRequestBuilders.get("/api/v1/offices"));
        return SCRAPED.matcher(figures.scrape())
                .results()
                .map(found -> found.group(1))
                .collect(Collectors.toSet());
    }

    private static Set<String> asked(Map<String, Object> rule) {
        String figuresOnly = String.valueOf(rule.get("expr")).replaceAll("\"[^\"]*\"", "");
        return FIGURE.matcher(figuresOnly).results().map(MatchResult::group).collect(Collectors.toSet());
    }

    private static List<Map<String, Object>> rules() throws IOException {
        Map<String, List<Map<String, List<Map<String, Object>>>>> file =
                new Yaml().load(Files.readString(Path.of("docs/alerts.yml")));
        return file.getOrDefault("groups", List.of()).stream()
                .flatMap(group -> group.getOrDefault("rules", List.of()).stream())
                .toList();
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
