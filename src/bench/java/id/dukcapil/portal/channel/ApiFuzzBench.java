package id.dukcapil.portal.channel;

import static org.assertj.core.api.Assertions.assertThat;

import id.dukcapil.portal.ServerTest;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The same as {@link ApiFuzzIT} with another seed each time, and much more of it. */
@ServerTest
class ApiFuzzBench {

    private static final int REQUESTS = Boolean.getBoolean("bench.quick") ? 10_000 : 200_000;

    @LocalServerPort
    int port;

    @Autowired
    ApiClients clients;

    @Test
    void noMistakeOfACallerIsAFaultOfThePortal() throws Exception {
        long seed = Long.getLong("fuzz.seed", System.nanoTime() % 1_000_000);
        var fuzzing = new Fuzzing(port, clients, seed);
        long start = System.nanoTime();

        Map<Integer, Integer> statuses = fuzzing.send(REQUESTS);

        System.out.printf(
                Locale.ROOT,
                "BENCH api-fuzz seed=%d requests=%d faults=%d per_s=%.0f statuses=%s%n",
                seed,
                REQUESTS,
                fuzzing.faults().size(),
                REQUESTS / ((System.nanoTime() - start) / 1e9),
                statuses);
        assertThat(fuzzing.faults()).isEmpty();
    }
}
