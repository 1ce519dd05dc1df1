package id.dukcapil.portal.signing;

import id.dukcapil.portal.common.OfficeCode;
import id.dukcapil.portal.common.StaffId;
import id.dukcapil.portal.documents.ContentHash;
import id.dukcapil.portal.documents.SignaturePlace;
import java.time.Instant;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A document that a verifier has seen and that is now to be signed. Its bytes lie in the document store.
 *
 * @param kind {@link SigningSource#kind}, "KARTU_KELUARGA"
 * @param reference how the source knows it: the number of a request; never a NIK or KK number
 * @param title "Kartu Keluarga"
 * @param concerns name of the person it is about, as printed on the document
 * @param family what makes a newer document take the place of an older one of the same kind, in whatever opaque text the
 *     source chooses; null when documents of this kind do not supersede each other
 * @param code printed on the document
 * @param digest SHA-256 of the unsigned PDF, as the verifier saw it
 * @param place where the visible signature belongs
 * @param imprint for whom and when it was printed
 * @param verifier who verified it last
 * @param workedOn everybody who has worked on it, the verifier included: none of them may sign it
 */
public record NewSigningDocument(
        String kind,
        String reference,
        OfficeCode office,
        String title,
        String concerns,
        @Nullable String family,
        VerificationCode code,
        ContentHash digest,
        SignaturePlace place,
        Imprint imprint,
        Verifier verifier,
        Set<StaffId> workedOn) {

    private static final Pattern KIND = Pattern.compile("[A-Z_]{2,40}");
    private static final Pattern PERSONAL = Pattern.compile(".*\\d{16}.*");

    /** @param at when the document was verified */
    public record Verifier(StaffId id, String name, Instant at) {}

    /** @throws IllegalArgumentException when a text is no kind, or carries a number of sixteen digits */
    public NewSigningDocument {
        workedOn = Set.copyOf(workedOn);
        if (!KIND.matcher(kind).matches()) {
            throw new IllegalArgumentException("The kind of a document is a word in capital letters");
        }
        if (isPersonal(reference) || isPersonal(title) || isPersonal(concerns) || isPersonal(family)) {
            throw new IllegalArgumentException("The register of documents keeps no NIK and no KK number");
        }
    }

    private static boolean isPersonal(@Nullable String text) {
        return text != null && PERSONAL.matcher(text).matches();
    }
}
