package id.dukcapil.portal.signing;

import java.util.Optional;

/** What came of looking at a file that a stranger showed. */
public sealed interface ShownFile {

    /**
     * Its signatures could be looked at.
     *
     * @param issued the document of the office that has exactly these bytes
     */
    record Examined(Optional<IssuedDocument> issued, Verification signatures) implements ShownFile {}

    record NotExamined(Reason reason) implements ShownFile {}

    enum Reason {
        EMPTY,
        NO_PDF,
        /** Readers look for the begin of a PDF behind the first byte, too; what stands before it is signed by nobody. */
        PRECEDED,
        LOCKED,
        /** It would take too much memory or work, or is packed in an unusual way. */
        TOO_COMPLEX,
        /** No reader of PDFs makes sense of it. */
        DAMAGED,
        /** It speaks of a signature that cannot be read any more. */
        BROKEN_SIGNATURE,
        TOO_LONG,
        /** Too many others are being looked at. */
        BUSY
    }
}
