package id.dukcapil.portal.signing.pades;

import java.nio.charset.StandardCharsets;
import java.security.cert.X509Certificate;
import java.time.Instant;
import javax.naming.InvalidNameException;
import javax.naming.ldap.LdapName;
import javax.naming.ldap.Rdn;

/** What the portal wants to know of a signer's certificate. */
public record SignerCertificate(X509Certificate certificate) {

    public Instant begins() {
        return certificate.getNotBefore().toInstant();
    }

    public Instant ends() {
        return certificate.getNotAfter().toInstant();
    }

    /** Nama umum (CN); empty when the certificate has none. */
    public String subject() {
        return attribute("CN");
    }

    public String issuer() {
        return attribute(certificate.getIssuerX500Principal().getName(), "CN");
    }

    /** {@code serialNumber} of the subject, where the portal's own certificates carry the NIP. */
    public String subjectNumber() {
        return attribute("2.5.4.5");
    }

    private String attribute(String type) {
        return attribute(certificate.getSubjectX500Principal().getName(), type);
    }

    private static String attribute(String name, String type) {
        try {
            return new LdapName(name)
                    .getRdns().stream()
                            .filter(part -> part.getType().equalsIgnoreCase(type))
                            .map(Rdn::getValue)
                            .findFirst()
                            .map(SignerCertificate::text)
                            .orElse("");
        } catch (InvalidNameException unreadable) {
            return "";
        }
    }

    /** A type that RFC 2253 has no name for comes as the bytes of its DER string: tag, length, characters. */
    private static String text(Object value) {
        return value instanceof byte[] der && der.length > 2
                ? new String(der, 2, der.length - 2, StandardCharsets.UTF_8)
                : String.valueOf(value);
    }
}
