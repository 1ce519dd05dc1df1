package id.dukcapil.portal.signing.bsre;

import id.dukcapil.portal.signing.ProviderAnswer;
import id.dukcapil.portal.signing.Verification;
import id.dukcapil.portal.signing.Verification.Conclusion;
import id.dukcapil.portal.signing.Verification.Signature;
import id.dukcapil.portal.signing.bsre.BsreVersion.Opinion;
import java.util.ArrayList;
import java.util.List;

/**
 * Joins what the service thinks of a document with what this machine sees of its structure. Trust is the service's; that
 * the signatures are intact, as many as it says and over the whole document, can be seen here, and the worse counts.
 */
final class VerificationReading {

    private VerificationReading() {}

    static Verification of(Opinion opinion, Verification seen, ProviderAnswer answer) {
        List<Signature> signatures = joined(opinion.signatures(), seen.signatures());
        if (opinion.conclusion() != Conclusion.VALID) {
            return new Verification(opinion.conclusion(), words(opinion), signatures, answer);
        }
        if (seen.signatures().size() != opinion.signatures().size()) {
            return new Verification(
                    Conclusion.INVALID,
                    "Jawaban BSrE tidak sesuai dengan tanda tangan di dalam dokumen.",
                    signatures,
                    answer);
        }
        boolean sound = seen.signatures().stream().allMatch(Signature::intact)
                && seen.signatures().getLast().coversWholeDocument();
        return sound
                ? new Verification(Conclusion.VALID, words(opinion), signatures, answer)
                : new Verification(Conclusion.INVALID, seen.explanation(), signatures, answer);
    }

    private static String words(Opinion opinion) {
        return opinion.explanation().isBlank()
                ? switch (opinion.conclusion()) {
                    case VALID -> "BSrE menyatakan tanda tangan pada dokumen ini sah.";
                    case INVALID -> "BSrE menyatakan tanda tangan pada dokumen ini tidak sah.";
                    case NO_SIGNATURE -> "Dokumen ini tidak memuat tanda tangan elektronik.";
                }
                : opinion.explanation();
    }

    /** In the order of the document where both know the same signatures. */
    private static List<Signature> joined(List<Signature> said, List<Signature> seen) {
        if (said.size() != seen.size()) {
            return said;
        }
        var joined = new ArrayList<Signature>();
        for (int i = 0; i < said.size(); i++) {
            Signature one = said.get(i);
            joined.add(new Signature(
                    one.signer(),
                    one.issuer(),
                    one.signedAt(),
                    one.format() == null ? seen.get(i).format() : one.format(),
                    one.reason(),
                    one.intact() && seen.get(i).intact(),
                    one.trusted(),
                    seen.get(i).coversWholeDocument()));
        }
        return joined;
    }
}
