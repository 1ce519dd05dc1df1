package id.dukcapil.portal.signing.bsre;

import id.dukcapil.portal.common.Nik;
import id.dukcapil.portal.signing.Passphrase;
import id.dukcapil.portal.signing.PdfToSign;
import id.dukcapil.portal.signing.Signer;
import id.dukcapil.portal.signing.Verification;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** How one version of the interface says things. */
interface BsreVersion {

    Call status(Nik nik);

    /** The caller closes it, so that the passphrase in its body is overwritten. */
    Call sign(Signer signer, Passphrase passphrase, PdfToSign document);

    Call verify(byte[] pdf);

    /** To fetch once more what was signed under this number, where the version can. */
    Optional<Call> download(String documentId);

    /** The one document of a successful answer; empty when there is none, more than one, or it is no PDF. */
    Optional<byte[]> signedDocument(Reply reply);

    /** What the service thinks of a document; empty when the answer says nothing usable. */
    Optional<Opinion> opinion(JsonNode answer);

    /** @param explanation the service's own words; empty when it has none */
    record Opinion(Verification.Conclusion conclusion, String explanation, List<Verification.Signature> signatures) {}
}
