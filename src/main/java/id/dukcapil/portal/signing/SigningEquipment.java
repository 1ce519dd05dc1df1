package id.dukcapil.portal.signing;

import id.dukcapil.portal.common.procedure.Claim;
import id.dukcapil.portal.documents.HashedContent;
import id.dukcapil.portal.documents.SignaturePlace;
import id.dukcapil.portal.signing.pades.ForeignExamination.TooComplex;
import id.dukcapil.portal.staff.Signatory;
import java.util.List;
import java.util.Optional;

/** What the signing room works with: who makes the signatures, and what is needed to have them made and to look at them. */
public interface SigningEquipment {

    TteProvider provider();

    /** The signatory as the provider knows that person; empty without an account, or when no NIK is configured. */
    Optional<Signer> signer(Signatory signatory);

    /** What is to be seen of the signature. */
    PdfToSign.Appearance appearance(Signer signer, VerificationCode code, SignaturePlace place);

    /** Who is said to have signed a document, and through which provider. */
    record Claim(SignatoryLines signer, String provider) {}

    /**
     * What is wrong with a document that came back signed: it must be the sent bytes with one intact signature behind them
     * that covers everything.
     *
     * @return a sentence in Indonesian; empty when nothing is wrong
     */
    default Optional<String> fault(Claim claim, HashedContent sent, byte[] returned) {
        if (returned.length <= sent.bytes().length || !sent.isBeginOf(returned)) {
            return Optional.of("Dokumen yang kembali bukan dokumen yang dikirim dengan tanda tangan di belakangnya.");
        }
        Verification found = examine(returned);
        List<Verification.Signature> signatures = found.signatures();
        if (signatures.size() != 1) {
            return Optional.of(
                    "Dokumen yang kembali memuat %d tanda tangan, seharusnya satu.".formatted(signatures.size()));
        }
        boolean sound = signatures.getFirst().intact() && signatures.getFirst().coversWholeDocument();
        return sound ? Optional.empty() : Optional.of(found.explanation());
    }

    /** Looks at the signatures of a PDF on this machine, without asking the provider. */
    Verification examine(byte[] pdf);

    /**
     * Judges the signatures of a file that the office has not signed, on this machine only: by whom, for what and when a
     * certificate may sign, and what was changed between two signatures.
     *
     * @throws TooComplex when that would take too much work
     */
    Verification judge(byte[] pdf);
}
