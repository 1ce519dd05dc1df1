package id.dukcapil.portal.channel;

import id.dukcapil.portal.channel.gate.GateSettings;
import jakarta.servlet.http.HttpServletRequest;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.SocketTimeoutException;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.apache.catalina.connector.ClientAbortException;
import org.apache.coyote.BadRequestException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;

/**
 * Reads bodies of at most 1 MiB into memory before the request takes a seat at the gate, and refuses larger ones, with
 * announced size or in chunks. A body has to arrive within the deadline; the number of incomplete bodies per client is
 * limited, and further ones wait without hindering other clients.
 *
 * <p>Uploads are multipart and parsed as they come: they are not buffered here, have the limits of
 * {@code spring.servlet.multipart} and their own seats at the gate.
 */
final class RequestBodies {

    static final int LARGEST_BODY = 1024 * 1024;
    static final int LARGEST_UPLOAD = 6 * LARGEST_BODY;

    /** A caller that is still sending does not read: so much of the rest is discarded for it to see the answer. */
    private static final long DRAINED = 8L * LARGEST_BODY;

    private static final int PIECE = 8 * 1024;

    private final long deadlineNanos;
    private final int perClient;
    private final LongSupplier nanoTime;
    private final Map<UUID, Semaphore> onTheirWay = new ConcurrentHashMap<>();

    RequestBodies(GateSettings settings, LongSupplier nanoTime) {
        deadlineNanos = settings.bodyDeadline().toNanos();
        perClient = settings.bodiesPerClient();
        this.nanoTime = nanoTime;
    }

    /**
     * The request with its whole body; an upload as it is.
     *
     * @throws ProblemException {@code payload-too-large}, {@code request-timeout}, {@code rate-limited} for too many slow
     *     bodies of one client, or {@code invalid-request} for malformed chunks
     * @throws IOException when the caller has gone
     */
    HttpServletRequest read(HttpServletRequest request, UUID client) throws IOException {
        boolean upload = isUpload(request);
        long end = nanoTime.getAsLong() + deadlineNanos;
        try {
            if (request.getContentLengthLong() > (upload ? LARGEST_UPLOAD : LARGEST_BODY)) {
                throw tooLarge(request.getInputStream(), end);
            }
            return upload ? request : new BufferedBody(request, bytes(request, client, end));
        } catch (ClientAbortException silentOrGone) {
            if (silentOrGone.getCause() instanceof SocketTimeoutException) {
                throw tooSlow();
            }
            throw silentOrGone;
        } catch (BadRequestException malformed) {
            throw new ProblemException(ProblemType.INVALID_REQUEST, "Isi permintaan tidak dapat dibaca.");
        }
    }

    static boolean isUpload(HttpServletRequest request) {
        String type = request.getContentType();
        return type != null
                && type.regionMatches(
                        true, 0, MediaType.MULTIPART_FORM_DATA_VALUE, 0, MediaType.MULTIPART_FORM_DATA_VALUE.length());
    }

    private byte[] bytes(HttpServletRequest request, UUID client, long end) throws IOException {
        InputStream in = request.getInputStream();
        long announced = request.getContentLengthLong();
        if (announced < 0 && request.getHeader(HttpHeaders.TRANSFER_ENCODING) == null) {
            return in.readNBytes(LARGEST_BODY);
        }
        var body = new Body(in, announced);
        // Most bodies come together with the headers and wait for nothing
        if (announced > 0 && in.available() > 0) {
            body.readPiece();
        }
        if (!body.isWhole()) {
            waitFor(body, client, end);
        }
        return body.bytes.toByteArray();
    }

    private void waitFor(Body body, UUID client, long end) throws IOException {
        Semaphore few = onTheirWay.computeIfAbsent(client, first -> new Semaphore(perClient, true));
        if (!acquire(few, end)) {
            throw ProblemException.rateLimited(
                    "Terlalu banyak permintaan klien ini yang isinya belum selesai dikirim.",
                    ProblemTranslation.PAUSE_WHEN_OVERLOADED);
        }
        try {
            while (!body.isWhole()) {
                if (isPast(end)) {
                    throw tooSlow();
                }
                body.readPiece();
                if (body.bytes.size() > LARGEST_BODY) {
                    throw tooLarge(body.in, end);
                }
            }
        } finally {
            few.release();
        }
    }

    private boolean acquire(Semaphore few, long end) {
        try {
            return few.tryAcquire(end - nanoTime.getAsLong(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private boolean isPast(long end) {
        return nanoTime.getAsLong() - end >= 0;
    }

    private ProblemException tooLarge(InputStream body, long end) throws IOException {
        byte[] discarded = new byte[2 * PIECE];
        long left = DRAINED;
        for (int read = body.read(discarded); read >= 0 && left > 0 && !isPast(end); read = body.read(discarded)) {
            left -= read;
        }
        return new ProblemException(ProblemType.PAYLOAD_TOO_LARGE, ProblemType.PAYLOAD_TOO_LARGE.advice());
    }

    private static ProblemException tooSlow() {
        return new ProblemException(ProblemType.REQUEST_TIMEOUT, ProblemType.REQUEST_TIMEOUT.advice());
    }

    /** As much as has come. Memory grows with what is there and not with what is announced. */
    private static final class Body {

        private final InputStream in;
        private final long announced;
        private final ByteArrayOutputStream bytes;
        private final byte[] piece;
        private boolean ended;

        private Body(InputStream in, long announced) {
            this.in = in;
            this.announced = announced;
            int small = announced < 0 ? PIECE : (int) Math.min(announced, PIECE);
            bytes = new ByteArrayOutputStream(small);
            piece = new byte[small];
        }

        private boolean isWhole() {
            return ended || bytes.size() == announced;
        }

        private void readPiece() throws IOException {
            int most = announced < 0 ? piece.length : (int) Math.min(piece.length, announced - bytes.size());
            int read = in.read(piece, 0, most);
            ended = read < 0;
            if (read > 0) {
                bytes.write(piece, 0, read);
            }
        }
    }
}
