package id.dukcapil.portal.signing;

import id.dukcapil.portal.common.StaffId;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Whether somebody can sign for the office now: mandate, certificate, and whether the provider answers. */
@Component
class SignerCheck {

    private static final String NO_PROVIDER = "Dinas belum mempunyai penyedia tanda tangan elektronik (TTE). Dokumen"
            + " menunggu dengan aman sampai administrator mengaturnya.";

    private final SigningEquipment equipment;
    private final SignerOfTheMoment signers;
    private final Clock clock;

    SignerCheck(SigningEquipment equipment, SignerOfTheMoment signers, Clock clock) {
        this.equipment = equipment;
        this.signers = signers;
        this.clock = clock;
    }

    /**
     * @param signer null when nobody can sign now
     * @param certificate null when the provider was not asked or did not answer
     * @param obstacles in sentences; empty when the person can sign
     */
    record Found(
            @Nullable BatchSigner signer,
            @Nullable CertificateStatus certificate,
            @Nullable Instant certificateEnds,
            List<String> obstacles) {

        static Found nobody(String obstacle) {
            return new Found(null, null, null, List.of(obstacle));
        }
    }

    Found check(StaffId person) {
        if (!equipment.provider().isConfigured()) {
            return Found.nobody(NO_PROVIDER);
        }
        Instant now = clock.instant();
        Optional<BatchSigner> named = signers.at(now, equipment)
                .filter(signer -> signer.signer().account().equals(person));
        if (named.isEmpty()) {
            return Found.nobody(
                    "Saat ini Anda bukan penanda tangan dinas, atau NIK Anda belum diatur pada penyedia TTE.");
        }
        return ofCertificate(named.get(), now);
    }

    private Found ofCertificate(BatchSigner signer, Instant now) {
        List<String> obstacles = new ArrayList<>();
        CertificateStatus certificate = null;
        Instant ends = null;
        try {
            SignerStatus status = equipment.provider().status(signer.signer());
            certificate = status.status();
            ends = status.certificateEnds();
            if (!status.maySign()) {
                obstacles.add(status.explanation());
            } else if (ends != null && !now.isBefore(ends)) {
                obstacles.add("Sertifikat Anda sudah kedaluwarsa.");
            }
        } catch (TteUnavailable silent) {
            obstacles.add(String.valueOf(silent.getMessage()));
        }
        return new Found(signer, certificate, ends, obstacles);
    }
}
