package id.dukcapil.portal.channel;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.springframework.http.MediaType;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.AbstractMockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Calls to the API as an outside system makes them, and what it reads from the answers. */
final class Calls {

    private static final JsonMapper JSON = new JsonMapper();

    private final MockMvc mvc;

    Calls(MockMvc mvc) {
        this.mvc = mvc;
    }

    /** An answer as it came over the line. */
    record Reply(MockHttpServletResponse response) {

        int status() {
            return response.getStatus();
        }

        String header(String name) {
            return Objects.requireNonNullElse(response.getHeader(name), "");
        }

        String text() {
            return new String(response.getContentAsByteArray(), StandardCharsets.UTF_8);
        }

        JsonNode json() {
            return JSON.readTree(text());
        }

        /** Checks the form every problem has, and hands it on. */
        JsonNode problem(ProblemType type) {
            assertThat(text()).as("status %s", status()).isNotEmpty();
            assertThat(header("Content-Type")).isEqualTo("application/problem+json");
            assertThat(status()).isEqualTo(type.status().value());
            JsonNode problem = json();
            assertThat(problem.path("type").asString()).isEqualTo("/problems/" + type.code());
            assertThat(problem.path("title").asString()).isEqualTo(type.title());
            assertThat(problem.path("status").asInt()).isEqualTo(status());
            assertThat(problem.path("detail").asString()).isNotBlank();
            assertThat(problem.propertyNames())
                    .isSubsetOf("type", "title", "status", "detail", "errors", "attemptsLeft");
            return problem;
        }
    }

    Reply get(String key, String path, Object... variables) throws Exception {
        return send(key, MockMvcRequestBuilders.get(path, variables));
    }

    Reply post(String key, String idempotencyKey, String path, String json) throws Exception {
        return send(key, posting(path, json).header("Idempotency-Key", idempotencyKey));
    }

    Reply send(String key, AbstractMockHttpServletRequestBuilder<?> request) throws Exception {
        return sendWithout(request.header("Authorization", "Bearer " + key));
    }

    Reply sendWithout(AbstractMockHttpServletRequestBuilder<?> request) throws Exception {
        return new Reply(mvc.perform(request).andReturn().getResponse());
    }

    static MockHttpServletRequestBuilder posting(String path, String json) {
        return MockMvcRequestBuilders.post(path)
                .contentType(MediaType.APPLICATION_JSON)
                .content(json);
    }
}
