package id.dukcapil.portal.signing.keystore;

import id.dukcapil.portal.common.Nip;
import id.dukcapil.portal.signing.TteProvider;
import id.dukcapil.portal.signing.pades.CertificateIssuing;
import id.dukcapil.portal.signing.pades.SigningKey;
import id.dukcapil.portal.signing.pades.TrustedAuthorities;
import id.dukcapil.portal.staff.Demonstration;
import id.dukcapil.portal.staff.Organisation;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * An authority that exists on this machine only and gives every signer of the demonstration a certificate, which opens
 * with a published passphrase. Made at the first start; the head's certificate too, a deputy's when first needed.
 */
@Component
@Demonstration
class DemonstrationAuthority {

    static final String PASSPHRASE = "demo-tte";
    static final String NAME = "demonstration-ca";

    private static final Duration LIFE_OF_AUTHORITY = Duration.ofDays(3650);
    private static final Duration LIFE_OF_SIGNER = Duration.ofDays(730);
    /** Machines whose clocks differ a little may share a home. */
    private static final Duration BACKDATED = Duration.ofDays(1);

    private final KeyFiles files;
    private final TrustedAuthorities authorities;
    private final Organisation organisation;
    private final Clock clock;

    DemonstrationAuthority(KeyFiles files, TrustedAuthorities authorities, Organisation organisation, Clock clock) {
        this.files = files;
        this.authorities = authorities;
        this.organisation = organisation;
        this.clock = clock;
    }

    @EventListener(ApplicationReadyEvent.class)
    void prepare() {
        for (Organisation.Head head : organisation.heads()) {
            Nip.parse(head.nip()).value().ifPresent(nip -> issue(nip.value(), head.name()));
        }
    }

    /** Gives the person a key and a certificate, once. */
    synchronized void issue(String nip, String fullName) {
        if (files.holds(nip)) {
            return;
        }
        char[] password = PASSPHRASE.toCharArray();
        try {
            SigningKey authority = authority(password);
            KeyPair keys = CertificateIssuing.newKeys();
            Instant now = clock.instant();
            var certificate = CertificateIssuing.signer(
                    authority, keys.getPublic(), fullName, nip, now.minus(BACKDATED), now.plus(LIFE_OF_SIGNER));
            files.store(
                    nip,
                    new SigningKey(
                            keys.getPrivate(),
                            List.of(certificate, authority.chain().getFirst())),
                    password);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("The demonstration cannot make a certificate", e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private SigningKey authority(char[] password) throws IOException, GeneralSecurityException {
        if (!files.holds(NAME)) {
            KeyPair keys = CertificateIssuing.newKeys();
            Instant now = clock.instant();
            var certificate = CertificateIssuing.authority(
                    keys, TteProvider.DEMONSTRATION_ISSUER, now.minus(BACKDATED), now.plus(LIFE_OF_AUTHORITY));
            files.store(NAME, new SigningKey(keys.getPrivate(), List.of(certificate)), password);
        }
        Path trusted = authorities.folder().resolve(NAME + ".crt");
        if (!Files.exists(trusted)) {
            Files.copy(files.certificateFile(NAME), trusted, StandardCopyOption.REPLACE_EXISTING);
            authorities.believe(trusted);
        }
        try {
            return files.open(NAME, password);
        } catch (KeyFiles.WrongPassword e) {
            throw new IOException("The authority of the demonstration has another passphrase", e);
        }
    }
}
