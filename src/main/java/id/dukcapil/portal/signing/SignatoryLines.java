package id.dukcapil.portal.signing;

import id.dukcapil.portal.staff.Signatory;
import org.jspecify.annotations.Nullable;

/**
 * The lines below a signature, as printed on the document.
 *
 * @param title "Kepala Dinas …" or "Plh. Kepala Dinas …"
 * @param nip in groups; null when not known
 */
public record SignatoryLines(
        String title, String fullName, @Nullable String nip) {

    public static SignatoryLines of(Signatory signatory) {
        return new SignatoryLines(signatory.title(), signatory.fullName(), signatory.nip());
    }
}
