package id.dukcapil.portal.signing;

import java.util.List;

/** A room of the portal whose documents are signed here. It registers them, hears what became of them, and prints them anew. */
public interface SigningSource {

    /** The kind of its documents, as in {@link NewSigningDocument#kind}; no other source has the same. */
    String kind();

    /**
     * Prints the document again from the facts as they are now. The same facts, imprint and code must give the same
     * bytes: that is how the register notices that facts have changed since a verifier saw them.
     *
     * @param reference by which it was registered
     * @throws RuntimeException when it cannot be printed; nothing has changed then
     */
    PrintedDocument print(String reference, Imprint imprint, VerificationCode code);

    /**
     * The references of the newest cases that are about people of this name.
     *
     * @param name words of the name in any order, of each the beginning is enough
     * @param most so many references at most
     */
    List<String> named(String name, int most);
}
