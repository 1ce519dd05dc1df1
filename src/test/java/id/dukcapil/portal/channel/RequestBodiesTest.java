package id.dukcapil.portal.channel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.dukcapil.portal.channel.gate.GateSettings;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.catalina.connector.ClientAbortException;
import org.apache.coyote.BadRequestException;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;

class RequestBodiesTest {

    private static final Duration DEADLINE = Duration.ofSeconds(10);
    private static final UUID CLIENT = UUID.randomUUID();
    private static final UUID OTHER_CLIENT = UUID.randomUUID();

    private final AtomicLong nanoTime = new AtomicLong();
    private final RequestBodies bodies = bodies(2);

    private RequestBodies bodies(int perClient) {
        var settings = new GateSettings(
                3,
                2,
                4,
                2,
                Duration.ofSeconds(1),
                Duration.ofSeconds(30),
                Duration.ofSeconds(15),
                1,
                3,
                2,
                1,
                DEADLINE,
                perClient);
        return new RequestBodies(settings, nanoTime::get);
    }

    @Test
    void aBodyInChunksIsCountedWhileItIsRead() {
        assertThat(refusal(chunked(new byte[RequestBodies.LARGEST_BODY + 1]))).isEqualTo(ProblemType.PAYLOAD_TOO_LARGE);
    }

    @Test
    void exactlyOneMebibyteInChunksIsHandedOn() throws Exception {
        byte[] body = new byte[RequestBodies.LARGEST_BODY];

        assertThat(bodies.read(chunked(body), CLIENT).getInputStream().readAllBytes())
                .isEqualTo(body);
    }

    @Test
    void aBodyThatComesByteByByteHasToBeThereByTheDeadline() {
        Duration untilTheNext = Duration.ofMillis(100);

        assertThat(refusal(dripping(101, () -> nanoTime.addAndGet(untilTheNext.toNanos()))))
                .isEqualTo(ProblemType.REQUEST_TIMEOUT);
        assertThat(nanoTime).hasValue(DEADLINE.toNanos());
    }

    @Test
    void aSlowBodyThatIsInTimeIsRead() throws Exception {
        HttpServletRequest whole = bodies.read(
                dripping(50, () -> nanoTime.addAndGet(Duration.ofMillis(100).toNanos())), CLIENT);

        assertThat(whole.getInputStream().readAllBytes()).hasSize(50);
    }

    @Test
    void whoFallsSilentInTheMiddleIsToldSo() {
        assertThat(refusal(dripping(9, () -> {
                    throw new ClientAbortException(new SocketTimeoutException());
                })))
                .isEqualTo(ProblemType.REQUEST_TIMEOUT);
    }

    @Test
    void chunksThatAreNoneAreTheCallersMistake() {
        assertThat(refusal(dripping(9, () -> {
                    throw new BadRequestException("Invalid chunk header");
                })))
                .isEqualTo(ProblemType.INVALID_REQUEST);
    }

    @Test
    void aCallerWhoHasGoneIsNoProblem() {
        assertThatThrownBy(() -> bodies.read(
                        dripping(9, () -> {
                            throw new ClientAbortException(new IOException("reset"));
                        }),
                        CLIENT))
                .isInstanceOf(ClientAbortException.class);
    }

    @Test
    void slowBodiesOfOneClientHinderNoOther() throws Exception {
        RequestBodies oneAtATime = bodies(1);
        var begun = new CountDownLatch(1);
        var goOn = new CountDownLatch(1);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<HttpServletRequest> slow = threads.submit(() -> oneAtATime.read(
                    dripping(2, () -> {
                        begun.countDown();
                        await(goOn);
                    }),
                    CLIENT));
            begun.await();

            assertThat(oneAtATime.read(dripping(2, () -> {}), OTHER_CLIENT)).isNotNull();
            assertThat(oneAtATime.read(small("{}"), CLIENT))
                    .as("nothing to wait for")
                    .isNotNull();
            goOn.countDown();
            assertThat(slow.get().getInputStream().readAllBytes()).hasSize(2);
        }
    }

    @Test
    void anUploadIsLeftToTheParserOfItsParts() throws Exception {
        HttpServletRequest upload = small("x");
        ((MockHttpServletRequest) upload).setContentType("multipart/form-data; boundary=a");

        assertThat(bodies.read(upload, CLIENT)).isSameAs(upload);
    }

    private ProblemType refusal(HttpServletRequest request) {
        try {
            bodies.read(request, CLIENT);
        } catch (ProblemException refused) {
            return refused.problem().type();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        throw new AssertionError("Was not refused");
    }

    private static HttpServletRequest small(String body) {
        var request = new MockHttpServletRequest("POST", "/api/v1/bookings");
        request.setContentType("application/json");
        request.setContent(body.getBytes(StandardCharsets.UTF_8));
        return request;
    }

    private static HttpServletRequest chunked(byte[] body) {
        var request = new MockHttpServletRequest("POST", "/api/v1/bookings");
        request.setContentType("application/json");
        request.addHeader("Transfer-Encoding", "chunked");
        request.setContent(body);
        return new HttpServletRequestWrapper(request) {
            @Override
            public long getContentLengthLong() {
                return -1;
            }
        };
    }

    private static HttpServletRequest dripping(int bytes, Waiting wait) {
        var request = new MockHttpServletRequest("POST", "/api/v1/bookings");
        request.setContent(new byte[bytes]);
        return new HttpServletRequestWrapper(request) {
            @Override
            public ServletInputStream getInputStream() {
                return new Drip(bytes, wait);
            }
        };
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** What happens before the next byte is there. */
    private interface Waiting {
        void untilTheNext() throws IOException;
    }

    /** One byte at each reading, and nothing to be had without waiting. */
    private static final class Drip extends ServletInputStream {

        private final ByteArrayInputStream bytes;
        private final Waiting wait;

        private Drip(int length, Waiting wait) {
            bytes = new ByteArrayInputStream(new byte[length]);
            this.wait = wait;
        }

        @Override
        public int read() throws IOException {
            wait.untilTheNext();
            return bytes.read();
        }

        @Override
        public int read(byte[] target, int offset, int length) throws IOException {
            wait.untilTheNext();
            return bytes.read(target, offset, 1);
        }

        @Override
        public boolean isFinished() {
            return bytes.available() == 0;
        }

        @Override
        public boolean isReady() {
            return false;
        }

        @Override
        public void setReadListener(ReadListener listener) {
            throw new UnsupportedOperationException();
        }
    }
}
