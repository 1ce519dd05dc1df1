package id.dukcapil.portal.signing;

import id.dukcapil.portal.documents.SignaturePlace;
import java.net.URI;

/** The stamp of the head, for tests of other rooms. */
public final class StampOfTests {

    private StampOfTests() {}

    public static byte[] png(String verification, SignaturePlace place) {
        return new SignatureStamp(Signatories.keystore()).png(Signatories.HEAD, URI.create(verification), place);
    }
}
