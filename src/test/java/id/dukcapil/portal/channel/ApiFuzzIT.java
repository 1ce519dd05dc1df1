package id.dukcapil.portal.channel;

import static org.assertj.core.api.Assertions.assertThat;

import id.dukcapil.portal.ServerTest;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Whatever is sent to the API, the answer is in the form of the contract and the log stays quiet. */
@ServerTest
@ExtendWith(OutputCaptureExtension.class)
class ApiFuzzIT {

    private static final long SEED = 20_261_124;
    private static final int REQUESTS = 6_000;

    @LocalServerPort
    int port;

    @Autowired
    ApiClients clients;

    @Test
    void noMistakeOfACallerIsAFaultOfThePortal(CapturedOutput log) throws Exception {
        var fuzzing = new Fuzzing(port, clients, SEED);

        Map<Integer, Integer> statuses = fuzzing.send(REQUESTS);

        assertThat(fuzzing.faults()).isEmpty();
        assertThat(log.getAll()).doesNotContain("ERROR", "\tat ");
        assertThat(statuses).as("gets beyond the first checks").containsKeys(200, 400, 401, 404, 405, 409, 415, 422);
    }
}
