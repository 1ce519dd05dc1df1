package id.dukcapil.portal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.ObjectMapper;

/** The application with which citizens ask for a Kartu Keluarga, over the wire. */
record IkdApplication(String address, ObjectMapper json, JdbcClient jdbc) {

    private static final RowMapper<Map<String, String>> HEAD =
            (row, number) -> Map.of("nik", row.getString("nik"), "family", row.getString("family_number"));

    /** The head of a family asks for its card. @return number of the request */
    String handIn(String reason) throws IOException, InterruptedException {
        Map<String, String> head = jdbc.sql("""
                        SELECT nik, family_number FROM population_person WHERE relationship = 1 AND family_number NOT IN
                          (SELECT family_number FROM submission_request WHERE family_number IS NOT NULL)
                        ORDER BY nik LIMIT 1""").query(HEAD).single();
        String body = json.writeValueAsString(Map.of(
                "type", "KK_PRINT",
                "applicantNik", String.valueOf(head.get("nik")),
                "familyCardNumber", String.valueOf(head.get("family")),
                "reasonCode", reason,
                "note", "Diajukan lewat aplikasi",
                "email", "pemohon@contoh.id",
                "phone", "081234567890"));
        var request = HttpRequest.newBuilder(URI.create(address + "/api/v1/submissions"))
                .header("Authorization", "Bearer demo-ikd")
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
        try (var client = HttpClient.newHttpClient()) {
            HttpResponse<String> answer = client.send(request, HttpResponse.BodyHandlers.ofString());
            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
            return json.readTree(answer.body()).get("number").asString();
        }
    }
}
