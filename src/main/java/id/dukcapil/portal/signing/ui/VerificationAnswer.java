package id.dukcapil.portal.signing.ui;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One answer of the public page.
 *
 * @param verdict none on the page that nobody has asked anything yet
 * @param specimen a signature is by a certificate that binds nobody
 * @param facts what the office holds, in the order in which it is read; empty when it holds nothing
 * @param source what was looked at: the office's own copy, or the file that was shown
 * @param signatures what each signature says
 * @param retryAfter how long until it is worth asking again
 */
record VerificationAnswer(
        @Nullable Verdict verdict,
        boolean specimen,
        Map<String, String> facts,
        Source source,
        List<Seal> signatures,
        @Nullable Duration retryAfter) {

    /** What the words about signatures are about. */
    enum Source {
        NOTHING,
        OWN_COPY,
        OWN_COPY_UNREADABLE,
        SHOWN_FILE
    }

    /** @param name "Tanda tangan 1 dari 2" */
    record Seal(String name, boolean sound, Map<String, String> facts) {}

    private static final Duration A_MOMENT = Duration.ofSeconds(10);

    static VerificationAnswer start() {
        return new VerificationAnswer(null, false, Map.of(), Source.NOTHING, List.of(), null);
    }

    static VerificationAnswer plain(Verdict verdict) {
        return new VerificationAnswer(
                verdict, false, Map.of(), Source.NOTHING, List.of(), verdict == Verdict.BUSY ? A_MOMENT : null);
    }

    static VerificationAnswer tooMany(Duration wait) {
        return new VerificationAnswer(Verdict.TOO_MANY, false, Map.of(), Source.NOTHING, List.of(), wait);
    }

    static VerificationAnswer tooLarge() {
        return plain(Verdict.TOO_LARGE);
    }

    static VerificationAnswer unreadable() {
        return plain(Verdict.UNREADABLE);
    }

    /** Of HTTP. */
    int status() {
        return verdict == null ? 200 : verdict.status();
    }
}
