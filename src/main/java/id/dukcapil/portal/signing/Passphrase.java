package id.dukcapil.portal.signing;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The secret that opens the signer's key, in memory for one batch: never in a session, a database, a log or the payload
 * of a job. It cannot be serialised, and closing it overwrites it.
 */
public final class Passphrase implements AutoCloseable {

    private static final String GONE = "The passphrase of this batch is gone";

    private final char[] characters;
    private final List<Runnable> afterwards = new ArrayList<>();
    private boolean closed;

    private Passphrase(char[] characters) {
        this.characters = characters;
    }

    /** Takes the characters over; the array given is overwritten. */
    public static Passphrase of(char[] typed) {
        var passphrase = new Passphrase(typed.clone());
        Arrays.fill(typed, '\0');
        return passphrase;
    }

    /**
     * A copy, which the caller overwrites after use.
     *
     * @throws IllegalStateException when it was closed
     */
    public synchronized char[] characters() {
        if (closed) {
            throw new IllegalStateException(GONE);
        }
        return characters.clone();
    }

    /**
     * A copy in UTF-8, which the caller overwrites after use.
     *
     * @throws IllegalStateException when it was closed
     */
    public byte[] utf8() {
        char[] copy = characters();
        ByteBuffer encoded = StandardCharsets.UTF_8.encode(CharBuffer.wrap(copy));
        byte[] bytes = Arrays.copyOf(encoded.array(), encoded.limit());
        Arrays.fill(copy, '\0');
        Arrays.fill(encoded.array(), (byte) 0);
        return bytes;
    }

    /**
     * To be run when the batch is over, by who keeps something open that the passphrase has opened.
     *
     * @throws IllegalStateException when it was closed
     */
    public synchronized void whenClosed(Runnable cleaning) {
        if (closed) {
            throw new IllegalStateException(GONE);
        }
        afterwards.add(cleaning);
    }

    @Override
    public synchronized void close() {
        Arrays.fill(characters, '\0');
        closed = true;
        afterwards.forEach(Runnable::run);
        afterwards.clear();
    }

    @Override
    public String toString() {
        return "••••";
    }
}
