package id.dukcapil.portal.signing.bsre;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;

/** A service that answers as told: whole or broken, at once or never. It keeps what it was asked, one request a connection. */
final class StubBsre implements AutoCloseable {

    private final ServerSocket server;
    private final List<Request> requests = new CopyOnWriteArrayList<>();
    private final CountDownLatch closing = new CountDownLatch(1);
    private volatile Script script = json(500, "{}");

    StubBsre() {
        try {
            server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Thread.ofVirtual().start(this::accept);
    }

    record Request(String method, String path, Map<String, String> headers, byte[] body) {

        String text() {
            return new String(body, StandardCharsets.UTF_8);
        }
    }

    interface Script {
        void answer(Request request, OutputStream out, CountDownLatch closing) throws IOException, InterruptedException;
    }

    URI url() {
        return URI.create("http://127.0.0.1:" + server.getLocalPort());
    }

    void answers(Script script) {
        this.script = script;
    }

    List<Request> requests() {
        return requests;
    }

    static Script json(int status, String body) {
        return whole(status, "application/json", Map.of(), body.getBytes(StandardCharsets.UTF_8));
    }

    static Script pdf(byte[] body, Map<String, String> headers) {
        return whole(200, "application/pdf", headers, body);
    }

    static Script whole(int status, String type, Map<String, String> headers, byte[] body) {
        return (request, out, closing) -> {
            head(out, status, type, headers, body.length);
            out.write(body);
        };
    }

    /** Promises the whole body and closes in the middle of it. */
    static Script cutOff(String type, Map<String, String> headers, byte[] body) {
        return (request, out, closing) -> {
            head(out, 200, type, headers, body.length);
            out.write(body, 0, body.length / 2);
        };
    }

    /** Promises the whole body and stops in the middle of it, without closing. */
    static Script stuck(String type, byte[] body) {
        return (request, out, closing) -> {
            head(out, 200, type, Map.of(), body.length);
            out.write(body, 0, body.length / 2);
            out.flush();
            closing.await();
        };
    }

    static Script silent() {
        return (request, out, closing) -> closing.await();
    }

    static Script hangUp() {
        return (request, out, closing) -> {};
    }

    private static void head(OutputStream out, int status, String type, Map<String, String> headers, int length)
            throws IOException {
        var head = new StringBuilder("HTTP/1.1 " + status + " X\r\nConnection: close\r\nContent-Type: " + type
                + "\r\nContent-Length: " + length + "\r\n");
        headers.forEach((name, value) -> head.append(name + ": " + value + "\r\n"));
        out.write(head.append("\r\n").toString().getBytes(StandardCharsets.ISO_8859_1));
    }

    private void accept() {
        while (!server.isClosed()) {
            try {
                Socket socket = server.accept();
                Thread.ofVirtual().start(() -> serve(socket));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void serve(Socket socket) {
        try (socket) {
            Request request = read(socket.getInputStream());
            requests.add(request);
            script.answer(request, socket.getOutputStream(), closing);
            socket.getOutputStream().flush();
        } catch (IOException gone) {
            // The client hung up first, as it may
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private static Request read(InputStream in) throws IOException {
        String[] first = line(in).split(" ");
        var headers = new TreeMap<String, String>(String.CASE_INSENSITIVE_ORDER);
        for (String line = line(in); !line.isEmpty(); line = line(in)) {
            int colon = line.indexOf(':');
            headers.put(
                    line.substring(0, colon).toLowerCase(Locale.ROOT),
                    line.substring(colon + 1).strip());
        }
        int length = Integer.parseInt(headers.getOrDefault("content-length", "0"));
        return new Request(first[0], first[1], headers, in.readNBytes(length));
    }

    private static String line(InputStream in) throws IOException {
        var line = new ByteArrayOutputStream();
        for (int one = in.read(); one != '\n' && one >= 0; one = in.read()) {
            if (one != '\r') {
                line.write(one);
            }
        }
        return line.toString(StandardCharsets.ISO_8859_1);
    }

    @Override
    public void close() {
        closing.countDown();
        try {
            server.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
