package id.dukcapil.portal.signing;

import id.dukcapil.portal.staff.Mandate;
import id.dukcapil.portal.staff.Mandates;
import java.time.Instant;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Who signs for the office at a moment: the head, or the deputy with a valid mandate, if the provider knows that person. */
@Component
class SignerOfTheMoment {

    private final Mandates mandates;

    SignerOfTheMoment(Mandates mandates) {
        this.mandates = mandates;
    }

    Optional<BatchSigner> at(Instant moment, SigningEquipment equipment) {
        return mandates.signatoryOn(moment).flatMap(signatory -> {
            Mandate mandate = signatory.mandate();
            return equipment
                    .signer(signatory)
                    .map(signer -> new BatchSigner(
                            signer, mandate == null ? null : mandate.id(), mandate == null ? null : mandate.number()));
        });
    }
}
