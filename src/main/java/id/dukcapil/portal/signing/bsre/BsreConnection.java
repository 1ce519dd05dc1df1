package id.dukcapil.portal.signing.bsre;

import id.dukcapil.portal.signing.SigningSettings.Bsre;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import javax.net.ssl.SSLHandshakeException;

/**
 * Sends one request and waits for the whole answer. It follows no redirection and answers no demand for a password, so
 * nothing leaves twice; the time-out counts from sending to the last byte, and an answer that is too large ends the call.
 */
final class BsreConnection implements AutoCloseable {

    private static final HttpHeaders NONE = HttpHeaders.of(Map.of(), (name, value) -> true);

    private final Bsre settings;
    private final URI url;
    private final String authorization;
    private final HttpClient client;

    BsreConnection(Bsre settings) {
        this.settings = settings;
        url = Objects.requireNonNull(settings.url());
        authorization = basic(settings);
        client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NEVER)
                .connectTimeout(settings.connectTimeout())
                .build();
    }

    private static String basic(Bsre settings) {
        String both = settings.username() + ":" + settings.password();
        return "Basic " + Base64.getEncoder().encodeToString(both.getBytes(StandardCharsets.UTF_8));
    }

    /**
     * @throws NotReached when nothing was sent
     * @throws NoAnswer when something may have been sent, and no whole answer came back
     */
    Reply ask(Call call) throws NotReached, NoAnswer {
        long begin = System.nanoTime();
        var headers = new AtomicReference<HttpHeaders>(NONE);
        CompletableFuture<HttpResponse<byte[]>> coming = client.sendAsync(request(call), noting(headers));
        try {
            HttpResponse<byte[]> answer = coming.get(call.timeout().toMillis(), TimeUnit.MILLISECONDS);
            return new Reply(answer.statusCode(), answer.headers(), answer.body(), since(begin));
        } catch (TimeoutException slow) {
            coming.cancel(true);
            throw new NoAnswer("time-out", headers.get(), since(begin), slow);
        } catch (InterruptedException stopped) {
            coming.cancel(true);
            Thread.currentThread().interrupt();
            throw new NoAnswer("interrupted", headers.get(), since(begin), stopped);
        } catch (ExecutionException failed) {
            Throwable cause = failed.getCause() == null ? failed : failed.getCause();
            if (beforeAnythingWasSent(cause)) {
                throw new NotReached(since(begin), cause);
            }
            throw new NoAnswer(cause.getClass().getSimpleName(), headers.get(), since(begin), cause);
        }
    }

    private HttpRequest request(Call call) {
        String base = url.toString().replaceFirst("/+$", "");
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(base + call.path())).header("Authorization", authorization);
        if (call.contentType().isEmpty()) {
            return request.method(call.method(), BodyPublishers.noBody()).build();
        }
        return request.header("Content-Type", call.contentType())
                .method(call.method(), call.body().publisher())
                .build();
    }

    /** The headers are kept even when the body breaks off: they may name the document. */
    private BodyHandler<byte[]> noting(AtomicReference<HttpHeaders> headers) {
        BodyHandler<byte[]> limited = BodyHandlers.limiting(
                BodyHandlers.ofByteArray(), settings.largestAnswer().toBytes());
        return info -> {
            headers.set(info.headers());
            return limited.apply(info);
        };
    }

    private static boolean beforeAnythingWasSent(Throwable cause) {
        return cause instanceof ConnectException
                || cause instanceof HttpConnectTimeoutException
                || cause instanceof SSLHandshakeException;
    }

    private static Duration since(long begin) {
        return Duration.ofNanos(System.nanoTime() - begin);
    }

    @Override
    public void close() {
        client.shutdownNow();
    }

    static final class NotReached extends IOException {

        private final Duration took;

        NotReached(Duration took, Throwable cause) {
            super("The service was not reached", cause);
            this.took = took;
        }

        Duration took() {
            return took;
        }
    }

    static final class NoAnswer extends IOException {

        private final String reason;
        private final transient HttpHeaders headers;
        private final Duration took;

        NoAnswer(String reason, HttpHeaders headers, Duration took, Throwable cause) {
            super("The service gave no whole answer", cause);
            this.reason = reason;
            this.headers = headers;
            this.took = took;
        }

        /** For the log: "time-out" or the name of what happened. */
        String reason() {
            return reason;
        }

        HttpHeaders headers() {
            return headers;
        }

        Duration took() {
            return took;
        }
    }
}
