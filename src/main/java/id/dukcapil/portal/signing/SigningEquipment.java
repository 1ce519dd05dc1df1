package id.dukcapil.portal.signing;

import id.dukcapil.portal.documents.SignaturePlace;
import id.dukcapil.portal.staff.Signatory;
import java.util.Optional;

/** What the signing room works with: who makes the signatures, and what is needed to have them made and to look at them. */
public interface SigningEquipment {

    TteProvider provider();

    /** The signatory as the provider knows that person; empty without an account, or when no NIK is configured. */
    Optional<Signer> signer(Signatory signatory);

    /** What is to be seen of the signature. */
    PdfToSign.Appearance appearance(Signer signer, VerificationCode code, SignaturePlace place);

    /** Looks at the signatures of a PDF on this machine, without asking the provider. */
    Verification examine(byte[] pdf);
}
