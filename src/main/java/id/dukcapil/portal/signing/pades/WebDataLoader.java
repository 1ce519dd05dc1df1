package id.dukcapil.portal.signing.pades;

import eu.europa.esig.dss.spi.client.http.DataLoader;
import eu.europa.esig.dss.spi.exception.DSSExternalResourceException;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Asks time stamp authorities and sources of revocation with the HTTP client of the JDK. */
final class WebDataLoader implements DataLoader {

    private static final Duration PATIENCE = Duration.ofSeconds(15);

    private final transient HttpClient client =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();
    private volatile @Nullable String contentType;

    WebDataLoader(@Nullable String contentType) {
        this.contentType = contentType;
    }

    @Override
    public byte[] get(String url) {
        return ask(url, "GET", BodyPublishers.noBody());
    }

    @Override
    public DataAndUrl get(List<String> urls) {
        DSSExternalResourceException last = new DSSExternalResourceException("No address to ask");
        for (String url : urls) {
            try {
                return new DataAndUrl(url, get(url));
            } catch (DSSExternalResourceException silent) {
                last = silent;
            }
        }
        throw last;
    }

    @Override
    public byte[] post(String url, byte[] content) {
        return ask(url, "POST", BodyPublishers.ofByteArray(content));
    }

    @Override
    public void setContentType(String contentType) {
        this.contentType = contentType;
    }

    private byte[] ask(String url, String method, BodyPublisher body) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(url)).timeout(PATIENCE);
        String type = contentType;
        if (type != null && method.equals("POST")) {
            request.header("Content-Type", type);
        }
        try {
            HttpResponse<byte[]> answer =
                    client.send(request.method(method, body).build(), BodyHandlers.ofByteArray());
            if (answer.statusCode() != 200) {
                throw new DSSExternalResourceException("%s answered %d".formatted(url, answer.statusCode()));
            }
            return answer.body();
        } catch (IOException e) {
            throw new DSSExternalResourceException("%s does not answer".formatted(url), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new DSSExternalResourceException("Interrupted while asking " + url, e);
        }
    }
}
