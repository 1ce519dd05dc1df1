package id.dukcapil.portal.signing.pades;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URL;
import java.net.URLConnection;
import java.net.URLStreamHandler;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * DSS asks the class path several times for every signature which of its own parts are there, and to search hundreds of
 * archives takes longer than the signature. In the threads that sign and examine it gets the same answers from the memory
 * of this class loader; they cannot change while the portal runs.
 */
final class RememberedServices extends ClassLoader {

    private static final RememberedServices INSTANCE = new RememberedServices();
    private static final String SERVICES = "META-INF/services/";

    private final Map<String, List<URL>> known = new ConcurrentHashMap<>();

    private RememberedServices() {
        super("remembered-services", RememberedServices.class.getClassLoader());
    }

    /** Until it is closed, the services of this thread are looked up in the memory. */
    static Scope inThisThread() {
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        thread.setContextClassLoader(INSTANCE);
        return () -> thread.setContextClassLoader(before);
    }

    /** To be closed by the thread that opened it. */
    interface Scope extends AutoCloseable {
        @Override
        void close();
    }

    @Override
    public Enumeration<URL> getResources(String name) throws IOException {
        if (!name.startsWith(SERVICES)) {
            return super.getResources(name);
        }
        try {
            return Collections.enumeration(known.computeIfAbsent(name, this::read));
        } catch (UncheckedIOException unreadable) {
            throw unreadable.getCause();
        }
    }

    private List<URL> read(String name) {
        try {
            List<URL> copies = new ArrayList<>();
            for (URL original : Collections.list(super.getResources(name))) {
                try (InputStream content = original.openStream()) {
                    copies.add(inMemory(name, copies.size(), content.readAllBytes()));
                }
            }
            return List.copyOf(copies);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static URL inMemory(String name, int number, byte[] content) throws IOException {
        return URL.of(URI.create("remembered:/%s/%d".formatted(name, number)), new URLStreamHandler() {
            @Override
            protected URLConnection openConnection(URL url) {
                return new URLConnection(url) {
                    @Override
                    public void connect() {
                        connected = true;
                    }

                    @Override
                    public InputStream getInputStream() {
                        return new ByteArrayInputStream(content);
                    }
                };
            }
        });
    }
}
