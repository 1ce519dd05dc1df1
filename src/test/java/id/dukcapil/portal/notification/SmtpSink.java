package id.dukcapil.portal.notification;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/** A mail server that takes everything and misbehaves as it is told, one decision per mail. */
final class SmtpSink implements AutoCloseable {

    /** What becomes of a mail. */
    enum Fate {
        ACCEPTED,
        TRY_LATER,
        REFUSED,
        /** Accepted, but only after a while. */
        STALLED,
        /** The connection ends in the middle of the letter. */
        CUT,
        /** The mail is kept, and the connection ends before the answer. */
        CUT_AFTER_KEEPING
    }

    private final ServerSocket socket;
    private final Duration pause;
    private final Duration stall;
    private final Supplier<Fate> fates;
    private final boolean keepLetters;
    private final Map<String, AtomicInteger> received = new ConcurrentHashMap<>();
    private final List<String> letters = java.util.Collections.synchronizedList(new ArrayList<>());
    private final ConcurrentLinkedQueue<Socket> open = new ConcurrentLinkedQueue<>();
    private final AtomicInteger connections = new AtomicInteger();
    private final AtomicInteger keptAndCut = new AtomicInteger();

    /**
     * @param pause before every answer, as a server at the other end of a line has
     * @param stall the additional wait of a stalled mail
     */
    SmtpSink(Duration pause, Duration stall, Supplier<Fate> fates, boolean keepLetters) throws IOException {
        this.pause = pause;
        this.stall = stall;
        this.fates = fates;
        this.keepLetters = keepLetters;
        socket = new ServerSocket(0, 200, InetAddress.getLoopbackAddress());
        Thread.ofVirtual().start(this::accept);
    }

    static SmtpSink answering(Supplier<Fate> fates) throws IOException {
        return new SmtpSink(Duration.ZERO, Duration.ofMillis(50), fates, true);
    }

    int port() {
        return socket.getLocalPort();
    }

    /** How often each Message-ID was taken. */
    Map<String, AtomicInteger> received() {
        return received;
    }

    List<String> letters() {
        return List.copyOf(letters);
    }

    int connections() {
        return connections.get();
    }

    int keptAndCut() {
        return keptAndCut.get();
    }

    private void accept() {
        try {
            while (true) {
                Socket client = socket.accept();
                client.setTcpNoDelay(true);
                open.add(client);
                connections.incrementAndGet();
                Thread.ofVirtual().start(() -> converse(client));
            }
        } catch (IOException closed) {
            // The sink was closed
        }
    }

    private void converse(Socket client) {
        try (client;
                var in = new BufferedReader(
                        new InputStreamReader(client.getInputStream(), StandardCharsets.ISO_8859_1), 16_384);
                OutputStream out = client.getOutputStream()) {
            new Conversation(in, out).run();
        } catch (IOException gone) {
            // The other side left, or was killed
        } finally {
            open.remove(client);
        }
    }

    private final class Conversation {

        private final BufferedReader in;
        private final OutputStream out;
        private Fate fate = Fate.ACCEPTED;

        Conversation(BufferedReader in, OutputStream out) {
            this.in = in;
            this.out = out;
        }

        void run() throws IOException {
            answer("220 sink");
            String line = in.readLine();
            while (line != null && obey(line)) {
                line = in.readLine();
            }
        }

        private boolean obey(String line) throws IOException {
            switch (line.substring(0, Math.min(4, line.length())).toUpperCase(java.util.Locale.ROOT)) {
                case "EHLO", "HELO" -> answer("250 sink");
                case "MAIL" -> {
                    fate = fates.get();
                    answer("250 ok");
                }
                case "RCPT" ->
                    answer(
                            switch (fate) {
                                case TRY_LATER -> "451 4.3.0 Try again later";
                                case REFUSED -> "550 5.1.1 No such user " + line.substring(8);
                                default -> "250 ok";
                            });
                case "DATA" -> {
                    answer("354 go on");
                    return take();
                }
                case "QUIT" -> {
                    answer("221 bye");
                    return false;
                }
                default -> answer("250 ok");
            }
            return true;
        }

        private boolean take() throws IOException {
            var letter = new StringBuilder();
            String id = null;
            for (String line = in.readLine(); line != null && !line.equals("."); line = in.readLine()) {
                if (fate == Fate.CUT) {
                    return false;
                }
                if (id == null && line.startsWith("Message-ID:")) {
                    id = line.substring(12).strip();
                }
                if (keepLetters) {
                    letter.append(line).append('\n');
                }
            }
            if (fate == Fate.STALLED) {
                sleep(stall);
            }
            received.computeIfAbsent(String.valueOf(id), key -> new AtomicInteger())
                    .incrementAndGet();
            if (keepLetters) {
                letters.add(letter.toString());
            }
            if (fate == Fate.CUT_AFTER_KEEPING) {
                keptAndCut.incrementAndGet();
                return false;
            }
            answer("250 2.0.0 taken");
            return true;
        }

        private void answer(String text) throws IOException {
            sleep(pause);
            out.write((text + "\r\n").getBytes(StandardCharsets.US_ASCII));
            out.flush();
        }
    }

    private static void sleep(Duration duration) throws IOException {
        try {
            if (duration.isPositive()) {
                TimeUnit.NANOSECONDS.sleep(duration.toNanos());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new SocketException("interrupted");
        }
    }

    @Override
    public void close() throws IOException {
        socket.close();
        for (Socket client : open) {
            client.close();
        }
    }
}
