package id.dukcapil.portal.signing.pades;

import eu.europa.esig.dss.enumerations.PdfObjectModificationType;
import eu.europa.esig.dss.pdf.PdfArray;
import eu.europa.esig.dss.pdf.PdfDict;
import eu.europa.esig.dss.pdf.PdfObject;
import eu.europa.esig.dss.pdf.modifications.ObjectModification;
import eu.europa.esig.dss.pdf.modifications.PdfModificationDetection;
import eu.europa.esig.dss.pdf.modifications.PdfObjectModifications;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * What DSS found changed in a document after a signature. Further signatures and what proves them may be added; DSS also
 * lets annotations and the content of forms change where the first signer has not forbidden it, the portal does not.
 */
final class LaterChanges {

    private static final String SIGNATURE = "Sig";

    /** Of a form as a whole: what a program that signs adds to draw the new signature. */
    private static final Set<String> OF_THE_FORM = Set.of("SigFlags", "DR", "DA");

    private LaterChanges() {}

    /** @param found null when DSS could not compare */
    static boolean rewrite(@Nullable PdfModificationDetection found) {
        if (found == null) {
            return true;
        }
        PdfObjectModifications objects = found.getObjectModifications();
        return !found.getPageDifferences().isEmpty()
                || !objects.getUndefinedChanges().isEmpty()
                || !objects.getAnnotCreationChanges().isEmpty()
                || !objects.getFormFillInAndSignatureCreationChanges().stream().allMatch(LaterChanges::isOfASignature);
    }

    private static boolean isOfASignature(ObjectModification change) {
        List<String> path = change.getObjectTree().getKeyChain();
        return path.stream().anyMatch(OF_THE_FORM::contains)
                || change.getActionType() == PdfObjectModificationType.CREATION && isSignature(change.getFinalObject());
    }

    private static boolean isSignature(@Nullable PdfObject added) {
        return switch (added) {
            case PdfDict field ->
                SIGNATURE.equals(field.getNameValue("FT")) || SIGNATURE.equals(field.getNameValue("Type"));
            case PdfArray fields ->
                IntStream.range(0, fields.size()).allMatch(index -> isSignature(fields.getObject(index)));
            case null, default -> false;
        };
    }
}
