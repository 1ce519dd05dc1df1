package id.dukcapil.portal.signing;

import id.dukcapil.portal.common.Nik;
import id.dukcapil.portal.common.StaffId;
import id.dukcapil.portal.staff.Signatory;
import java.util.Optional;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;

/** Makes a signer of whoever the office says may sign: the portal knows the NIK of staff from its settings only. */
@Component
@EnableConfigurationProperties(SigningSettings.class)
public class Signers {

    private final SigningSettings settings;

    Signers(SigningSettings settings) {
        this.settings = settings;
    }

    /** Empty when the person has no account, or when no NIK is configured for the NIP. */
    public Optional<Signer> of(Signatory signatory) {
        StaffId account = signatory.account();
        Optional<Nik> nik = settings.nikOf(signatory.nip());
        return account == null
                ? Optional.empty()
                : nik.map(
                        known -> new Signer(account, known, signatory.fullName(), signatory.title(), signatory.nip()));
    }
}
