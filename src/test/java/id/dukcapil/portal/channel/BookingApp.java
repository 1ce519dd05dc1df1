package id.dukcapil.portal.channel;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.UUID;
import tools.jackson.databind.JsonNode;

/** The BDS app, which books for people it finds in the sandbox. */
record BookingApp(Wire wire) {

    private static final String KEY = "Authorization: Bearer demo-bds";

    /** Books for the first who may. */
    Wire.Reply book() throws IOException {
        JsonNode people = get("sandbox/people?recordingStatus=PRINT_READY_RECORD&minAge=18&limit=200");
        JsonNode days = get("quota-days?office=DINAS&from=2026-11-24&to=2026-12-20");
        String day = "";
        for (JsonNode one : days) {
            day = one.path("state").asString().equals("OPEN") ? one.path("date").asString() : day;
        }
        for (JsonNode person : people) {
            Wire.Reply reply =
                    wire.post("/api/v1/bookings", body(person, day), KEY, "Idempotency-Key: " + UUID.randomUUID());
            if (reply.status() != 409) {
                return reply;
            }
        }
        throw new AssertionError("Everybody has a booking");
    }

    Wire.Reply ticket() throws IOException {
        Wire.Reply booked = book();
        assertThat(booked.status()).as(booked.text()).isEqualTo(201);
        return wire.send("GET", booked.json().path("ticketUrl").asString(), KEY);
    }

    static String body(JsonNode person, String day) {
        return """
                {"nik": "%s", "fullName": "%s", "email": "pemohon@contoh.id", "phone": "081200000000",
                 "office": "DINAS", "date": "%s"}""".formatted(
                        person.path("nik").asString(), person.path("fullName").asString(), day);
    }

    private JsonNode get(String path) throws IOException {
        Wire.Reply reply = wire.send("GET", "/api/v1/" + path, KEY);
        assertThat(reply.status()).as(reply.text()).isEqualTo(200);
        return reply.json();
    }
}
