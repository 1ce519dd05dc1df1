package id.dukcapil.portal.signing;

import id.dukcapil.portal.common.procedure.Claim;
import id.dukcapil.portal.documents.HashedContent;
import id.dukcapil.portal.documents.SignaturePlace;
import id.dukcapil.portal.signing.pades.ForeignExamination;
import id.dukcapil.portal.signing.pades.OwnExamination;
import id.dukcapil.portal.signing.pades.PadesExamination;
import id.dukcapil.portal.staff.Signatory;
import java.util.Optional;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;

/** What the settings of the office say. */
@Component
@EnableConfigurationProperties(VerificationSettings.class)
class ConfiguredEquipment implements SigningEquipment {

    private final TteProvider provider;
    private final Signers signers;
    private final SignatureStamp stamp;
    private final PadesExamination examination;
    private final OwnExamination ownExamination;
    private final ForeignExamination foreignExamination;
    private final VerificationSettings verification;

    ConfiguredEquipment(
            TteProvider provider,
            Signers signers,
            SignatureStamp stamp,
            PadesExamination examination,
            OwnExamination ownExamination,
            ForeignExamination foreignExamination,
            VerificationSettings verification) {
        this.provider = provider;
        this.signers = signers;
        this.stamp = stamp;
        this.examination = examination;
        this.ownExamination = ownExamination;
        this.foreignExamination = foreignExamination;
        this.verification = verification;
    }

    @Override
    public TteProvider provider() {
        return provider;
    }

    @Override
    public Optional<Signer> signer(Signatory signatory) {
        return signers.of(signatory);
    }

    @Override
    public PdfToSign.Appearance appearance(Signer signer, VerificationCode code, SignaturePlace place) {
        return new PdfToSign.Appearance(place, stamp.png(signer, verification.of(code), place));
    }

    /** Of its own signatures the portal knows more, and asks for more: the certificate, its time and who vouches for it. */
    @Override
    public Optional<String> fault(Claim claim, HashedContent sent, byte[] returned) {
        if (!provider.signsHere() || !provider.name().equals(claim.provider())) {
            return SigningEquipment.super.fault(claim, sent, returned);
        }
        return provider.certificateOf(claim.signer())
                .map(certificate -> ownExamination.fault(sent, returned, certificate))
                .orElseGet(() -> Optional.of("Sertifikat %s tidak ada di keystore portal."
                        .formatted(claim.signer().fullName())));
    }

    @Override
    public Verification examine(byte[] pdf) {
        return examination.examine(pdf);
    }

    @Override
    public Verification judge(byte[] pdf) {
        return foreignExamination.examine(pdf);
    }
}
