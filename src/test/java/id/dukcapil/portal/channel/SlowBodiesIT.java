package id.dukcapil.portal.channel;

import static org.assertj.core.api.Assertions.assertThat;

import id.dukcapil.portal.ServerTest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Clients that announce a body and fall silent after its first byte, each on a connection of its own. */
@ServerTest
class SlowBodiesIT {

    private static final int SLOW_OF_EACH = 150;
    private static final Duration SOON = Duration.ofSeconds(5);

    @LocalServerPort
    int port;

    private final List<Wire> slow = new ArrayList<>();

    @AfterEach
    void hangUp() throws IOException {
        for (Wire wire : slow) {
            wire.close();
        }
    }

    @Test
    void threeHundredOfThemKeepNobodyElseFromBooking() throws Exception {
        fallSilent("demo-ikd", "/api/v1/bookings");
        fallSilent("demo-adm", "/api/v1/submissions");
        try (var wire = new Wire(port)) {
            Instant before = Instant.now();
            Wire.Reply booked = new BookingApp(wire).book();
            assertThat(booked.status()).as(booked.text()).isEqualTo(201);
            assertThat(Duration.between(before, Instant.now())).isLessThan(SOON);
        }
        for (Wire wire : slow) {
            assertThat(wire.isHanging()).isTrue();
        }
        Wire.Reply told = slow.getFirst().end();
        assertThat(told.status()).isEqualTo(408);
        assertThat(told.json().path("type").asString()).isEqualTo("/problems/request-timeout");
    }

    /** With the application's own key, as when the half of its requests gets lost on the way. */
    @Test
    void theApplicationItselfGoesOnBookingBesideThem() throws Exception {
        fallSilent("demo-bds", "/api/v1/bookings");
        fallSilent("demo-bds", "/api/v1/bookings");
        try (var wire = new Wire(port)) {
            assertThat(new BookingApp(wire).book().status()).isEqualTo(201);
        }
        for (Wire wire : slow) {
            assertThat(wire.isHanging()).isTrue();
        }
    }

    private void fallSilent(String key, String path) throws IOException {
        try (var known = new Wire(port)) {
            assertThat(known.send("GET", "/api/v1/offices", "Authorization: Bearer " + key)
                            .status())
                    .isEqualTo(200);
        }
        byte[] beginning = ("POST " + path + " HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer " + key
                        + "\r\nIdempotency-Key: lambat\r\nContent-Type: application/json\r\nContent-Length: 300\r\n\r\n{")
                .getBytes(StandardCharsets.US_ASCII);
        for (int i = 0; i < SLOW_OF_EACH; i++) {
            var wire = new Wire(port);
            slow.add(wire);
            wire.begin(beginning);
        }
    }
}
