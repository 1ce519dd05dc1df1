package id.dukcapil.portal.signing.pades;

import eu.europa.esig.dss.model.DSSException;
import eu.europa.esig.dss.model.x509.CertificateToken;
import eu.europa.esig.dss.spi.DSSUtils;
import eu.europa.esig.dss.spi.x509.CommonTrustedCertificateSource;
import id.dukcapil.portal.platform.PortalHome;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** The authorities whose certificates are believed: the files in {@code PORTAL_HOME/tte/trust}, PEM or DER. */
@Component
public class TrustedAuthorities {

    private static final Logger log = LoggerFactory.getLogger(TrustedAuthorities.class);

    private static final int LONGEST_CHAIN = 8;

    private final Path folder;
    private final CommonTrustedCertificateSource source = new CommonTrustedCertificateSource();

    public TrustedAuthorities(PortalHome home) {
        folder = home.folder("tte/trust");
        try (Stream<Path> files = Files.list(folder)) {
            files.filter(Files::isRegularFile).forEach(this::believe);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public Path folder() {
        return folder;
    }

    /** @param file of an authority's certificate; what is no certificate is told in the log and left out */
    public final void believe(Path file) {
        try {
            source.addCertificate(DSSUtils.loadCertificate(file.toFile()));
        } catch (DSSException unreadable) {
            log.warn("{} is no certificate, so it is not trusted", file);
        }
    }

    CommonTrustedCertificateSource source() {
        return source;
    }

    /** Whether the certificate, over those that came with it, leads to an authority that is believed. */
    boolean vouchFor(CertificateToken certificate, List<CertificateToken> offered) {
        CertificateToken current = certificate;
        for (int step = 0; step < LONGEST_CHAIN; step++) {
            // Not by its key alone, by which DSS knows it again: then any certificate with that key would do
            if (source.getCertificates().contains(current)) {
                return true;
            }
            CertificateToken issued = current;
            var issuer = Stream.concat(source.getCertificates().stream(), offered.stream())
                    .filter(candidate -> candidate.isCA() && issued.isSignedBy(candidate))
                    .findFirst();
            if (issuer.isEmpty() || issuer.get().equals(current)) {
                return false;
            }
            current = issuer.get();
        }
        return false;
    }
}
