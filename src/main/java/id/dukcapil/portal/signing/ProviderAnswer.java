package id.dukcapil.portal.signing;

import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the log of TTE processes keeps of an answer: never a document, a passphrase or a NIK.
 *
 * @param call "POST /api/v2/sign/pdf", or what the keystore did
 * @param httpStatus null when no answer came, and for the keystore
 * @param code the provider's own number, such as 2031; null when it gave none
 * @param took from sending to the last byte of the answer
 * @param metadata the rest of the answer by its own names, spelt as the provider spells them, long numbers masked
 */
public record ProviderAnswer(
        String call,
        @Nullable Integer httpStatus,
        @Nullable Integer code,
        Duration took,
        Map<String, String> metadata) {

    public ProviderAnswer {
        metadata = Map.copyOf(metadata);
    }
}
