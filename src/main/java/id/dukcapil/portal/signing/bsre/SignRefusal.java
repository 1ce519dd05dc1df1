package id.dukcapil.portal.signing.bsre;

import id.dukcapil.portal.common.Masking;
import id.dukcapil.portal.signing.CertificateStatus;
import id.dukcapil.portal.signing.ProviderAnswer;
import id.dukcapil.portal.signing.SignOutcome;
import id.dukcapil.portal.signing.SignOutcome.DocumentRejected;
import id.dukcapil.portal.signing.SignOutcome.SignerCannotSign;
import id.dukcapil.portal.signing.SignOutcome.Unknown;
import id.dukcapil.portal.signing.SignOutcome.Unreachable;
import id.dukcapil.portal.signing.SignOutcome.WrongPassphrase;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * What an answer without a document means. The number of the service comes before the HTTP status, because errors are
 * also sent with 200; where it is not certain that the service refused, the outcome is unknown.
 */
final class SignRefusal {

    private SignRefusal() {}

    static SignOutcome of(Reply reply, ProviderAnswer answer) {
        Optional<JsonNode> json = reply.json();
        String words = json.flatMap(ErrorCode::text).map(Masking::text).orElse("");
        Integer code = answer.code();
        if (code != null && code != ErrorCode.REGISTERED) {
            return byNumber(code, words, answer);
        }
        if (ErrorCode.complainsAboutThePassphrase(words)) {
            return new WrongPassphrase(words, answer);
        }
        return byHttpStatus(reply.status(), json.isPresent(), words, answer);
    }

    /** A number without a known meaning stops the batch: it may be about the account, which must not be locked. */
    private static SignOutcome byNumber(int code, String words, ProviderAnswer answer) {
        if (code == ErrorCode.WRONG_PASSPHRASE) {
            return new WrongPassphrase("Passphrase salah (2031).", answer);
        }
        CertificateStatus status = StatusReading.numbered(code);
        String explanation = "%s (%d).".formatted(words.isEmpty() ? status.label() : words, code);
        return new SignerCannotSign(status, explanation, answer);
    }

    private static SignOutcome byHttpStatus(int status, boolean isJson, String words, ProviderAnswer answer) {
        return switch (status) {
            case 401, 403 ->
                new Unreachable(
                        "BSrE menolak nama pengguna atau kata sandi klien; tidak ada yang ditandatangani.", answer);
            case 404, 405, 415 ->
                new Unreachable("Alamat atau versi layanan BSrE tidak cocok; tidak ada yang ditandatangani.", answer);
            case 429 -> new Unreachable("Layanan BSrE sedang menolak permintaan; coba beberapa saat lagi.", answer);
            case 408, 502, 503, 504 -> unknown(status, answer);
            default -> other(status, isJson, words, answer);
        };
    }

    private static SignOutcome other(int status, boolean isJson, String words, ProviderAnswer answer) {
        if (status >= 300 && status < 400) {
            return new Unreachable("Layanan BSrE mengalihkan ke alamat lain; periksa alamatnya.", answer);
        }
        boolean refused = isJson && !words.isEmpty() || status >= 400 && status < 500;
        return refused
                ? new DocumentRejected(
                        words.isEmpty() ? "BSrE menolak dokumen ini (HTTP %d).".formatted(status) : "BSrE: " + words,
                        answer)
                : unknown(status, answer);
    }

    private static Unknown unknown(int status, ProviderAnswer answer) {
        return new Unknown(
                ("Layanan BSrE menjawab HTTP %d tanpa keterangan. Dokumen mungkin sudah ditandatangani; periksa dahulu,"
                                + " jangan diulang.")
                        .formatted(status),
                answer);
    }
}
