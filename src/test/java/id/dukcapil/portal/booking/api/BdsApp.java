package id.dukcapil.portal.booking.api;

import static org.assertj.core.api.Assertions.assertThat;

import id.dukcapil.portal.booking.BookingScenario.Someone;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.springframework.http.MediaType;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.AbstractMockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The BDS app with its key: what it sends, and what it reads from the answers. */
record BdsApp(MockMvc mvc) {

    static final String KEY = "demo-bds";

    private static final JsonMapper JSON = new JsonMapper();

    /** An answer as it came over the line. */
    record Reply(MockHttpServletResponse response) {

        int status() {
            return response.getStatus();
        }

        String header(String name) {
            return Objects.requireNonNullElse(response.getHeader(name), "");
        }

        byte[] bytes() {
            return response.getContentAsByteArray();
        }

        String text() {
            return new String(bytes(), StandardCharsets.UTF_8);
        }

        JsonNode json() {
            return JSON.readTree(text());
        }

        String value(String member) {
            return json().path(member).asString();
        }

        /** Checks the form of a refusal and hands it on. */
        JsonNode problem(int status, String name) {
            assertThat(status()).as(text()).isEqualTo(status);
            assertThat(header("Content-Type")).isEqualTo("application/problem+json");
            JsonNode problem = json();
            assertThat(problem.path("type").asString()).isEqualTo("/problems/" + name);
            assertThat(problem.path("status").asInt()).isEqualTo(status);
            assertThat(problem.path("title").asString()).isNotBlank();
            assertThat(problem.path("detail").asString()).isNotBlank();
            assertThat(problem.propertyNames())
                    .isSubsetOf("type", "title", "status", "detail", "errors", "nextFreeDays", "possibleFrom");
            return problem;
        }

        /** The fields a refusal names, each with a sentence. */
        List<String> fields(int status, String name) {
            return problem(status, name)
                    .path("errors")
                    .valueStream()
                    .peek(error -> {
                        assertThat(error.propertyNames()).containsExactlyInAnyOrder("field", "message");
                        assertThat(error.path("message").asString()).isNotBlank();
                    })
                    .map(error -> error.path("field").asString())
                    .toList();
        }
    }

    static Map<String, Object> request(Someone someone, String office, Object date) {
        var request = new LinkedHashMap<String, Object>();
        request.put("nik", someone.nik().value());
        request.put("fullName", someone.name());
        request.put("email", "pemohon@contoh.id");
        request.put("phone", "081234567890");
        request.put("office", office);
        request.put("date", date.toString());
        return request;
    }

    Reply book(Map<String, Object> request) throws Exception {
        return book(UUID.randomUUID().toString(), request);
    }

    Reply book(String idempotencyKey, Map<String, Object> request) throws Exception {
        return bookJson(idempotencyKey, JSON.writeValueAsString(request));
    }

    Reply bookJson(String idempotencyKey, String json) throws Exception {
        return send(KEY, posting(json).header("Idempotency-Key", idempotencyKey));
    }

    Reply get(String path) throws Exception {
        return send(KEY, MockMvcRequestBuilders.get(path));
    }

    Reply delete(String code) throws Exception {
        return send(KEY, MockMvcRequestBuilders.delete("/api/v1/bookings/" + code));
    }

    Reply quotaDays(String office, Object from, Object to) throws Exception {
        return send(
                KEY,
                MockMvcRequestBuilders.get("/api/v1/quota-days")
                        .param("office", office)
                        .param("from", from.toString())
                        .param("to", to.toString()));
    }

    Reply send(String key, AbstractMockHttpServletRequestBuilder<?> request) throws Exception {
        return sendWithoutKey(request.header("Authorization", "Bearer " + key));
    }

    Reply sendWithoutKey(AbstractMockHttpServletRequestBuilder<?> request) throws Exception {
        return new Reply(mvc.perform(request).andReturn().getResponse());
    }

    static AbstractMockHttpServletRequestBuilder<?> posting(String json) {
        return MockMvcRequestBuilders.post("/api/v1/bookings")
                .contentType(MediaType.APPLICATION_JSON)
                .content(json);
    }
}
