package id.dukcapil.portal.booking;

import id.dukcapil.portal.booking.Stampede.BookedNumber;
import id.dukcapil.portal.booking.Stampede.Call;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The BDS app as a caller over the network sees the portal: requests for seats of one day, and what comes back or does not. */
record Booth(HttpClient http, int port, String path, String office, LocalDate day) {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    /**
     * @param retryAfter as the header has it
     * @param place in the waiting room
     */
    record Reply(int status, String body, Optional<String> retryAfter, Optional<String> place, boolean replayed) {

        BookedNumber booked() {
            JsonNode node = JSON.readTree(body);
            return new BookedNumber(
                    node.path("code").asString(), node.path("queueNumber").asInt());
        }
    }

    static HttpClient browser() {
        return HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(Duration.ofSeconds(5))
                .build();
    }

    /** The same for another place. */
    Booth at(OpenedOffices.Place place) {
        return new Booth(http, port, path, place.office(), place.day());
    }

    Reply ask(Call call) throws IOException, InterruptedException {
        HttpRequest.Builder request = to("/api/v1/" + path)
                .header("Idempotency-Key", call.key())
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(call.asJson(office, day)));
        return reply(http.send(request.build(), HttpResponse.BodyHandlers.ofString()));
    }

    /** Whether the portal is there and has its database. */
    boolean answers() {
        try {
            return http.send(to("/api/v1/offices").build(), HttpResponse.BodyHandlers.ofString())
                            .statusCode()
                    == 200;
        } catch (IOException notYet) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private HttpRequest.Builder to(String address) {
        return HttpRequest.newBuilder(URI.create("http://localhost:" + port + address))
                .timeout(PATIENCE)
                .header("Authorization", "Bearer demo-bds");
    }

    private static Reply reply(HttpResponse<String> response) {
        return new Reply(
                response.statusCode(),
                response.body(),
                response.headers().firstValue("Retry-After"),
                response.headers().firstValue("Waiting-Place"),
                response.headers().firstValue("Idempotent-Replayed").isPresent());
    }
}
