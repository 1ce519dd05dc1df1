package id.dukcapil.portal.channel;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A connection to the real server on which any bytes can be sent, those as well that no HTTP client would send. */
final class Wire implements AutoCloseable {

    private static final JsonMapper JSON = new JsonMapper();
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final int port;
    private @Nullable Socket socket;
    private InputStream in = InputStream.nullInputStream();

    Wire(int port) {
        this.port = port;
    }

    /** @param headers names in any case; of a repeated one the last */
    record Reply(int status, Map<String, String> headers, byte[] body) {

        String header(String name) {
            return headers.getOrDefault(name, "");
        }

        String text() {
            return new String(body, StandardCharsets.UTF_8);
        }

        JsonNode json() {
            return JSON.readTree(body);
        }
    }

    /** Sends a request without body. */
    Reply send(String method, String target, String... headers) throws IOException {
        return send(request(method, target, new byte[0], headers), method);
    }

    Reply post(String target, String json, String... headers) throws IOException {
        byte[] body = json.getBytes(StandardCharsets.UTF_8);
        return send(request("POST", target, body, headers), "POST");
    }

    /** @param method by which it is known whether the answer has a body */
    Reply send(byte[] request, String method) throws IOException {
        if (socket != null) {
            try {
                return exchange(socket, request, method);
            } catch (EOFException | SocketException closedMeanwhile) {
                close();
            }
        }
        return exchange(connected(), request, method);
    }

    /** Begins a request and leaves it there. */
    void begin(byte[] bytes) throws IOException {
        connected().getOutputStream().write(bytes);
    }

    /** Whether the other end has said nothing and not hung up. */
    boolean isHanging() throws IOException {
        if (socket == null) {
            return false;
        }
        socket.setSoTimeout(1);
        try {
            in.mark(1);
            in.read();
            in.reset();
            return false;
        } catch (SocketTimeoutException nothingYet) {
            return true;
        } finally {
            socket.setSoTimeout((int) PATIENCE.toMillis());
        }
    }

    /** What comes in the end. */
    Reply end() throws IOException {
        return reply("POST");
    }

    static byte[] request(String method, String target, byte[] body, String... headers) {
        var bytes = new ByteArrayOutputStream();
        var head = new StringBuilder(method + " " + target + " HTTP/1.1\r\nHost: localhost\r\n");
        for (String header : headers) {
            head.append(header).append("\r\n");
        }
        if (body.length > 0) {
            head.append("Content-Type: application/json\r\nContent-Length: ")
                    .append(body.length)
                    .append("\r\n");
        }
        bytes.writeBytes(head.append("\r\n").toString().getBytes(StandardCharsets.ISO_8859_1));
        bytes.writeBytes(body);
        return bytes.toByteArray();
    }

    private Socket connected() throws IOException {
        var connected = new Socket(InetAddress.getLoopbackAddress(), port);
        connected.setTcpNoDelay(true);
        connected.setSoTimeout((int) PATIENCE.toMillis());
        in = new BufferedInputStream(connected.getInputStream());
        socket = connected;
        return connected;
    }

    private Reply exchange(Socket to, byte[] request, String method) throws IOException {
        try {
            to.getOutputStream().write(request);
        } catch (SocketException refusedBeforeTheEnd) {
            // The answer may be there all the same
        }
        return reply(method);
    }

    private Reply reply(String method) throws IOException {
        String first = line();
        int status = Integer.parseInt(first.split(" ", 3)[1]);
        Map<String, String> headers = headers();
        if (status == 100) {
            return reply(method);
        }
        boolean without = method.equals("HEAD") || status == 204 || status == 304;
        var reply = new Reply(status, headers, without ? new byte[0] : body(headers));
        if ("close".equals(headers.get("Connection"))) {
            close();
        }
        return reply;
    }

    private Map<String, String> headers() throws IOException {
        Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        for (String line = line(); !line.isEmpty(); line = line()) {
            int colon = line.indexOf(':');
            headers.put(line.substring(0, colon), line.substring(colon + 1).strip());
        }
        return headers;
    }

    private byte[] body(Map<String, String> headers) throws IOException {
        String length = headers.get("Content-Length");
        if (length != null) {
            return exactly(Integer.parseInt(length));
        }
        if (!"chunked".equals(headers.get("Transfer-Encoding"))) {
            return in.readAllBytes();
        }
        var body = new ByteArrayOutputStream();
        for (int chunk = Integer.parseInt(line(), 16); chunk > 0; chunk = Integer.parseInt(line(), 16)) {
            body.writeBytes(exactly(chunk));
            line();
        }
        line();
        return body.toByteArray();
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
