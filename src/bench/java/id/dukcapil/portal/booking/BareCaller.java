package id.dukcapil.portal.booking;

import id.dukcapil.portal.booking.Stampede.Call;
import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One of a crowd, over a connection of its own that it keeps, speaking HTTP by hand: the crowd shares two processors with the
 * portal, and a library for it costs as much of them as the portal's whole refusal.
 */
final class BareCaller implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final int port;
    private @Nullable Socket socket;
    private InputStream in = InputStream.nullInputStream();

    BareCaller(int port) {
        this.port = port;
    }

    /**
     * Asks for a seat.
     *
     * @param place from an earlier answer, for a turn before those who come later
     */
    Booth.Reply ask(Call call, OpenedOffices.Place where, @Nullable String place) throws IOException {
        byte[] request = request(call, where, place);
        if (socket != null) {
            try {
                return send(socket, request);
            } catch (EOFException | SocketException closedMeanwhile) {
                // The key makes it safe to ask once more
                close();
            }
        }
        return send(connected(), request);
    }

    private Socket connected() throws IOException {
        var connected = new Socket(InetAddress.getLoopbackAddress(), port);
        connected.setTcpNoDelay(true);
        connected.setSoTimeout((int) PATIENCE.toMillis());
        in = new BufferedInputStream(connected.getInputStream(), 1_024);
        socket = connected;
        return connected;
    }

    private Booth.Reply send(Socket to, byte[] request) throws IOException {
        to.getOutputStream().write(request);
        int status = Integer.parseInt(line().split(" ", 3)[1]);
        Map<String, String> headers = headers();
        String body = new String(body(headers), StandardCharsets.UTF_8);
        if ("close".equals(headers.get("connection"))) {
            close();
        }
        return new Booth.Reply(
                status,
                body,
                Optional.ofNullable(headers.get("retry-after")),
                Optional.ofNullable(headers.get("waiting-place")),
                headers.containsKey("idempotent-replayed"));
    }

    private static byte[] request(Call call, OpenedOffices.Place where, @Nullable String place) {
        String body = call.asJson(where.office(), where.day());
        String head = "POST /api/v1/bookings HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer demo-bds\r\n"
                + "Content-Type: application/json\r\nIdempotency-Key: " + call.key() + "\r\n"
                + (place == null ? "" : "Waiting-Place: " + place + "\r\n") + "Content-Length: " + body.length();
        return (head + "\r\n\r\n" + body).getBytes(StandardCharsets.US_ASCII);
    }

    private Map<String, String> headers() throws IOException {
        var headers = new HashMap<String, String>();
        for (String line = line(); !line.isEmpty(); line = line()) {
            int colon = line.indexOf(':');
            headers.put(
                    line.substring(0, colon).toLowerCase(Locale.ROOT),
                    line.substring(colon + 1).strip());
        }
        return headers;
    }

    private byte[] body(Map<String, String> headers) throws IOException {
        String length = headers.get("content-length");
        if (length != null) {
            return exactly(Integer.parseInt(length));
        }
        var body = new StringBuilder();
        for (int chunk = chunk(); chunk > 0; chunk = chunk()) {
            body.append(new String(exactly(chunk), StandardCharsets.ISO_8859_1));
            line();
        }
        line();
        return body.toString().getBytes(StandardCharsets.ISO_8859_1);
    }

    private int chunk() throws IOException {
        return Integer.parseInt(line(), 16);
    }

    private byte[] exactly(int length) throws IOException {
        byte[] bytes = in.readNBytes(length);
        if (bytes.length < length) {
            throw new EOFException();
        }
        return bytes;
    }

    private String line() throws IOException {
        var line = new StringBuilder();
        for (int read = in.read(); read != '\n'; read = in.read()) {
            if (read < 0) {
                throw new EOFException();
            }
            if (read != '\r') {
                line.append((char) read);
            }
        }
        return line.toString();
    }

    @Override
    public void close() throws IOException {
        if (socket != null) {
            socket.close();
            socket = null;
        }
    }
}
