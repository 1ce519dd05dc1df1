package id.dukcapil.portal.signing.bsre;

import id.dukcapil.portal.signing.CertificateStatus;
import id.dukcapil.portal.signing.ProviderAnswer;
import id.dukcapil.portal.signing.SignerStatus;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Reads the status of a signer. Only who is called {@code ISSUE} by word and not refused by number may sign. */
final class StatusReading {

    private StatusReading() {}

    static Optional<SignerStatus> of(JsonNode json, ProviderAnswer answer) {
        String word = json.path("status").asString("");
        Integer code = answer.code();
        if (word.isBlank() && code == null) {
            return Optional.empty();
        }
        CertificateStatus status = status(word, code);
        String explanation = ErrorCode.text(json).orElse(status.label() + ".");
        return Optional.of(new SignerStatus(status, explanation, null, answer));
    }

    private static CertificateStatus status(String word, @Nullable Integer code) {
        CertificateStatus said = CertificateStatus.spelt(word);
        CertificateStatus numbered = numbered(code);
        if (said == CertificateStatus.UNRECOGNISED) {
            return word.isBlank() || !numbered.maySign() ? numbered : said;
        }
        boolean contradiction = said.maySign() && code != null && !numbered.maySign();
        return contradiction ? numbered : said;
    }

    static CertificateStatus numbered(@Nullable Integer code) {
        if (code == null) {
            return CertificateStatus.UNRECOGNISED;
        }
        return switch (code) {
            case ErrorCode.REGISTERED -> CertificateStatus.ISSUE;
            case ErrorCode.NOT_REGISTERED, ErrorCode.UNKNOWN_USER -> CertificateStatus.NOT_REGISTERED;
            case ErrorCode.NO_CERTIFICATE -> CertificateStatus.NO_CERTIFICATE;
            default -> CertificateStatus.UNRECOGNISED;
        };
    }
}
