package id.dukcapil.portal.signing;

import id.dukcapil.portal.signing.SignOutcome.NotSent;
import id.dukcapil.portal.signing.SignOutcome.SignerCannotSign;
import id.dukcapil.portal.signing.SignOutcome.Unknown;
import id.dukcapil.portal.signing.SignOutcome.WrongPassphrase;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Has several documents signed, until one shows that none of the rest can be. */
final class OneByOne {

    private static final Logger log = LoggerFactory.getLogger(OneByOne.class);

    private OneByOne() {}

    static List<SignOutcome> sign(List<PdfToSign> documents, Function<PdfToSign, SignOutcome> one) {
        var outcomes = new ArrayList<SignOutcome>();
        String ended = null;
        for (PdfToSign document : documents) {
            SignOutcome outcome = ended == null ? signed(document, one) : new NotSent(ended, nothing());
            ended = ended == null ? whyTheRestCannot(outcome) : ended;
            outcomes.add(outcome);
        }
        return outcomes;
    }

    /** Whatever a provider does that it should not: the document was sent, so a signature may exist. */
    private static SignOutcome signed(PdfToSign document, Function<PdfToSign, SignOutcome> one) {
        try {
            return one.apply(document);
        } catch (RuntimeException unexpected) {
            log.error("The TTE provider failed in an unexpected way", unexpected);
            return new Unknown("Penyedia TTE gagal dengan cara yang tidak terduga.", nothing());
        }
    }

    private static @Nullable String whyTheRestCannot(SignOutcome outcome) {
        return switch (outcome) {
            case WrongPassphrase wrong -> wrong.explanation();
            case SignerCannotSign cannot -> cannot.explanation();
            case SignOutcome.Signed signed -> null;
            case SignOutcome.DocumentRejected rejected -> null;
            case SignOutcome.Unreachable away -> null;
            case NotSent not -> null;
            case Unknown unknown -> null;
        };
    }

    private static ProviderAnswer nothing() {
        return new ProviderAnswer("-", null, null, Duration.ZERO, Map.of());
    }
}
