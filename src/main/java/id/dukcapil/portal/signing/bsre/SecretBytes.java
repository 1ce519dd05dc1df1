package id.dukcapil.portal.signing.bsre;

import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * The body of a request that holds a passphrase: it never grows, so no copy is left behind, and is overwritten after the
 * call. What the HTTP client copies on the way to the network is out of reach.
 */
final class SecretBytes implements AutoCloseable {

    private final byte[] buffer;
    private int length;

    /** @param capacity at least what will be appended */
    SecretBytes(int capacity) {
        buffer = new byte[capacity];
    }

    SecretBytes append(String text) {
        return append(text.getBytes(StandardCharsets.UTF_8));
    }

    /** @throws IllegalStateException when the capacity does not suffice */
    SecretBytes append(byte[] bytes) {
        if (length + bytes.length > buffer.length) {
            throw new IllegalStateException("The body is larger than expected");
        }
        System.arraycopy(bytes, 0, buffer, length, bytes.length);
        length += bytes.length;
        return this;
    }

    /** UTF-8 inside the quotes of a JSON string. */
    SecretBytes appendInJson(byte[] utf8) {
        byte[] one = new byte[1];
        for (byte character : utf8) {
            if (character == '"' || character == '\\') {
                append("\\");
            }
            if (character >= 0 && character < ' ') {
                append("\\u%04x".formatted((int) character));
            } else {
                one[0] = character;
                append(one);
            }
        }
        one[0] = 0;
        return this;
    }

    /** The bytes themselves up to now, to be sent; exactly as long as they are. */
    BodyPublisher publisher() {
        return BodyPublishers.ofByteArray(buffer, 0, length);
    }

    @Override
    public void close() {
        Arrays.fill(buffer, (byte) 0);
        length = 0;
    }

    @Override
    public String toString() {
        return "SecretBytes[%d]".formatted(length);
    }
}
