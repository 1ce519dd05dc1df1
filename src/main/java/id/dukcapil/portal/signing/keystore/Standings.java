package id.dukcapil.portal.signing.keystore;

import id.dukcapil.portal.common.Nip;
import id.dukcapil.portal.signing.CertificateStatus;
import id.dukcapil.portal.signing.SignatoryLines;
import id.dukcapil.portal.signing.Signer;
import id.dukcapil.portal.signing.pades.SignerCertificate;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Whether a signer's certificate is there, theirs and in force; known without the passphrase. */
@Component
class Standings {

    private static final Logger log = LoggerFactory.getLogger(Standings.class);

    private final KeyFiles files;
    private final @Nullable DemonstrationAuthority demonstration;
    private final Clock clock;

    Standings(KeyFiles files, Optional<DemonstrationAuthority> demonstration, Clock clock) {
        this.files = files;
        this.demonstration = demonstration.orElse(null);
        this.clock = clock;
    }

    /**
     * @param nip eighteen digits, the name of the signer's files; null when not known
     * @param explanation a sentence in Indonesian
     */
    record Standing(
            @Nullable String nip,
            CertificateStatus status,
            String explanation,
            @Nullable SignerCertificate certificate) {

        @Nullable
        Instant ends() {
            return certificate == null ? null : certificate.ends();
        }
    }

    Standing of(Signer signer) {
        String nip = nip(signer.nip());
        if (nip == null) {
            return new Standing(
                    null,
                    CertificateStatus.NOT_REGISTERED,
                    "NIP %s tidak diketahui, sehingga kuncinya tidak dapat dicari.".formatted(signer.fullName()),
                    null);
        }
        if (demonstration != null) {
            demonstration.issue(nip, signer.fullName());
        }
        if (!files.holds(nip)) {
            return new Standing(
                    nip,
                    CertificateStatus.NOT_REGISTERED,
                    "Belum ada kunci untuk %s di keystore portal.".formatted(signer.fullName()),
                    null);
        }
        try {
            return files.certificate(nip)
                    .map(certificate -> judged(signer, nip, certificate))
                    .orElseGet(() -> new Standing(
                            nip,
                            CertificateStatus.NO_CERTIFICATE,
                            "Kunci %s tidak disertai berkas sertifikat (.crt).".formatted(signer.fullName()),
                            null));
        } catch (IOException unreadable) {
            log.error("The certificate of a signer cannot be read: {}", unreadable.toString());
            return new Standing(
                    nip,
                    CertificateStatus.NO_CERTIFICATE,
                    "Berkas sertifikat %s rusak. Hubungi administrator.".formatted(signer.fullName()),
                    null);
        }
    }

    private Standing judged(Signer signer, String nip, SignerCertificate certificate) {
        if (!belongsTo(signer, nip, certificate)) {
            return new Standing(
                    nip,
                    CertificateStatus.NO_CERTIFICATE,
                    "Sertifikat atas nama %s, bukan %s.".formatted(certificate.subject(), signer.fullName()),
                    certificate);
        }
        if (clock.instant().isAfter(certificate.ends())) {
            return new Standing(
                    nip,
                    CertificateStatus.EXPIRED,
                    "Sertifikat %s sudah kedaluwarsa.".formatted(signer.fullName()),
                    certificate);
        }
        if (clock.instant().isBefore(certificate.begins())) {
            return new Standing(
                    nip,
                    CertificateStatus.NEW,
                    "Sertifikat %s belum berlaku.".formatted(signer.fullName()),
                    certificate);
        }
        return new Standing(
                nip, CertificateStatus.ISSUE, "Sertifikat %s aktif.".formatted(signer.fullName()), certificate);
    }

    private static boolean belongsTo(Signer signer, String nip, SignerCertificate certificate) {
        return certificate.subjectNumber().isEmpty()
                ? certificate.subject().equalsIgnoreCase(signer.fullName())
                : certificate.subjectNumber().equals(nip);
    }

    /** Whatever may be said against it. */
    Optional<SignerCertificate> certificateOf(SignatoryLines signer) {
        String nip = nip(signer.nip());
        try {
            return nip == null ? Optional.empty() : files.certificate(nip);
        } catch (IOException unreadable) {
            log.error("The certificate of a signer cannot be read: {}", unreadable.toString());
            return Optional.empty();
        }
    }

    private static @Nullable String nip(@Nullable String written) {
        return written == null
                ? null
                : Nip.parse(written).value().map(Nip::value).orElse(null);
    }
}
