package id.dukcapil.portal.channel;

import java.util.Arrays;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A creating request that can be recognised when it comes again. Controllers declare it as a parameter: the
 * {@code Idempotency-Key} is then required, read and documented.
 *
 * @param key 1 to 64 visible ASCII characters, chosen by the client
 * @param requestHash SHA-256 over method, address and body
 */
public record IdempotentRequest(ApiClient client, String key, byte[] requestHash) {

    static final String HEADER = "Idempotency-Key";

    private static final Pattern VISIBLE = Pattern.compile("[\\x21-\\x7E]{1,64}");

    /** @throws ProblemException {@code idempotency-key-missing} when there is no usable key */
    public IdempotentRequest {
        if (!VISIBLE.matcher(key).matches()) {
            throw new ProblemException(
                    ProblemType.IDEMPOTENCY_KEY_MISSING, ProblemType.IDEMPOTENCY_KEY_MISSING.advice());
        }
        requestHash = requestHash.clone();
    }

    boolean hasHash(byte[] other) {
        return Arrays.equals(requestHash, other);
    }

    @Override
    public byte[] requestHash() {
        return requestHash.clone();
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof IdempotentRequest that
                && client.equals(that.client)
                && key.equals(that.key)
                && hasHash(that.requestHash);
    }

    @Override
    public int hashCode() {
        return Objects.hash(client, key, Arrays.hashCode(requestHash));
    }

    @Override
    public String toString() {
        return "IdempotentRequest[client=%s, key=%s]".formatted(client.name(), key);
    }
}
