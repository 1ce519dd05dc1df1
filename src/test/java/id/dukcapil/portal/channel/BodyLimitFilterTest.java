package id.dukcapil.portal.channel;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.security.core.context.SecurityContextHolder;
import tools.jackson.databind.json.JsonMapper;

class BodyLimitFilterTest {

    private final BodyLimitFilter filter = new BodyLimitFilter(
            new ProblemTranslation(),
            new ProblemWriter(
                    new JsonMapper(), new SimpleMeterRegistry(), SecurityContextHolder.getContextHolderStrategy()));
    private final MockHttpServletResponse response = new MockHttpServletResponse();
    private final AtomicReference<HttpServletRequest> passed = new AtomicReference<>();

    @Test
    void aBodyInChunksIsCountedWhileItIsRead() throws Exception {
        send(chunked(new byte[BodyLimitFilter.LARGEST_BODY + 1]));

        assertThat(passed).hasNullValue();
        assertThat(response.getStatus()).isEqualTo(413);
        assertThat(response.getContentAsString()).contains("/problems/payload-too-large");
    }

    @Test
    void exactlyOneMebibyteInChunksIsHandedOn() throws Exception {
        byte[] body = new byte[BodyLimitFilter.LARGEST_BODY];

        send(chunked(body));

        assertThat(passed.get().getInputStream().readAllBytes()).isEqualTo(body);
    }

    private void send(HttpServletRequest request) throws Exception {
        filter.doFilter(request, response, (handed, answer) -> passed.set((HttpServletRequest) handed));
    }

    private static HttpServletRequest chunked(byte[] body) {
        var request = new MockHttpServletRequest("POST", "/api/v1/bookings");
        request.setContentType("application/json");
        request.setContent(body);
        return new HttpServletRequestWrapper(request) {
            @Override
            public long getContentLengthLong() {
                return -1;
            }
        };
    }
}
