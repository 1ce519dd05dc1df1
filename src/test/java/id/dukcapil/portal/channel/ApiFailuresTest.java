package id.dukcapil.portal.channel;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.EOFException;
import java.io.IOException;
import java.sql.SQLNonTransientConnectionException;
import org.hibernate.TransactionException;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.transaction.TransactionSystemException;
import tools.jackson.databind.json.JsonMapper;

class ApiFailuresTest {

    private final ApiFailures failures = new ApiFailures(
            new ProblemTranslation(),
            new ProblemWriter(
                    new JsonMapper(), new SimpleMeterRegistry(), SecurityContextHolder.getContextHolderStrategy()));
    private final MockHttpServletResponse response = new MockHttpServletResponse();

    @Test
    void aDatabaseThatHangsUpIsNotTakenForACallerWhoDid() throws Exception {
        var hungUp = new SQLNonTransientConnectionException(
                "Socket error", "08000", new EOFException("unexpected end of stream, read 0 bytes from 4"));
        failures.answer(
                response,
                new TransactionSystemException(
                        "Could not roll back JPA transaction", new TransactionException("Unable to rollback", hungUp)));
        assertThat(response.getStatus()).isEqualTo(503);
        assertThat(response.getHeader("Retry-After")).isNotNull();
        assertThat(response.getContentAsString()).contains("overloaded");
    }

    @Test
    void whoHasGoneIsToldNothingAndLeastOfAllThatAllIsWell() throws Exception {
        failures.answer(response, new IOException("Broken pipe"));
        assertThat(response.getStatus()).isEqualTo(500);
        assertThat(response.getContentAsString()).isEmpty();
    }
}
