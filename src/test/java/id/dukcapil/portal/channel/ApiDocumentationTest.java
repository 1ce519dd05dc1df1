package id.dukcapil.portal.channel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import id.dukcapil.portal.IntegrationTest;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import tools.jackson.databind.JsonNode;

@IntegrationTest
class ApiDocumentationTest {

    @Autowired
    MockMvc mvc;

    private Calls calls;

    @BeforeEach
    void dial() {
        calls = new Calls(mvc);
    }

    private JsonNode document() throws Exception {
        return calls.sendWithout(get("/v3/api-docs")).json();
    }

    @Test
    void theApiIsDescribedForEverybody() throws Exception {
        JsonNode document = document();

        assertThat(document.path("openapi").asString()).startsWith("3.1");
        assertThat(document.at("/info/title").asString()).isEqualTo("API Portal Dukcapil");
        assertThat(document.at("/info/description").asString()).contains("quota-full", "Idempotency-Key");
        assertThat(document.at("/components/securitySchemes/kunci-api/scheme").asString())
                .isEqualTo("bearer");
        assertThat(document.at("/components/schemas/Problem/properties").propertyNames())
                .containsExactlyInAnyOrder("type", "title", "status", "detail", "errors");
        assertThat(document.at("/components/schemas/Problem/type").asString()).isEqualTo("object");
    }

    @Test
    void everyCallNamesTheRefusalsAllCallsShare() throws Exception {
        JsonNode call = document().at("/paths/~1api~1v1~1offices/get");

        assertThat(call.path("responses").propertyNames()).contains("200", "401", "403", "429", "500", "503");
        assertThat(call.at("/responses/429/headers/Retry-After").isMissingNode())
                .isFalse();
        assertThat(call.at("/responses/401/content/application~1problem+json/schema/$ref")
                        .asString())
                .isEqualTo("#/components/schemas/Problem");
        assertThat(call.path("parameters").isMissingNode()).isTrue();
    }

    @Test
    void aCreatingCallNamesItsKeyAndItsAnswer() throws Exception {
        JsonNode call = document().at("/paths/~1api~1test-only~1things/post");

        List<String> parameters = call.path("parameters")
                .valueStream()
                .map(parameter -> parameter.path("in").asString() + " "
                        + parameter.path("name").asString() + " "
                        + parameter.path("required").asBoolean())
                .toList();
        assertThat(parameters).containsExactly("header Idempotency-Key true");
        assertThat(call.path("responses").propertyNames())
                .contains("201", "400", "413", "415", "422")
                .doesNotContain("200");
        assertThat(call.at("/responses/201/content").toString()).contains("#/components/schemas/Thing");
    }

    @Test
    void swaggerUiOpensWithoutSigningIn() throws Exception {
        Calls.Reply entrance = calls.sendWithout(get("/swagger-ui.html"));

        assertThat(entrance.status()).isEqualTo(302);
        assertThat(entrance.header("Location")).endsWith("/swagger-ui/index.html");
        assertThat(calls.sendWithout(get("/swagger-ui/index.html")).status()).isEqualTo(200);
        assertThat(calls.sendWithout(get("/v3/api-docs/swagger-config")).status())
                .isEqualTo(200);
        assertThat(calls.sendWithout(get("/v3/api-docs.yaml")).text()).contains("API Portal Dukcapil");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/actuator", "/actuator/health", "/actuator/prometheus", "/actuator/metrics"})
    void whatIsForTheMachinesOperatorIsNotOnThePublicPort(String path) throws Exception {
        assertThat(calls.sendWithout(get(path)).status()).isIn(302, 401, 404);
    }
}
