package id.dukcapil.portal.signing;

import id.dukcapil.portal.documents.SignaturePlace;
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
    private final VerificationSettings verification;

    ConfiguredEquipment(
            TteProvider provider,
            Signers signers,
            SignatureStamp stamp,
            PadesExamination examination,
            VerificationSettings verification) {
        this.provider = provider;
        this.signers = signers;
        this.stamp = stamp;
        this.examination = examination;
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

    @Override
    public Verification examine(byte[] pdf) {
        return examination.examine(pdf);
    }
}
