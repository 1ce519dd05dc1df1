package id.dukcapil.portal.signing.pades;

import java.io.IOException;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Date;
import javax.security.auth.x500.X500Principal;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.DERNull;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x500.X500NameBuilder;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.X509v3CertificateBuilder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509ExtensionUtils;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.jspecify.annotations.Nullable;

/** Makes keys and certificates for the demonstration: RSA of 2,048 bits, as BSrE issues them. */
public final class CertificateIssuing {

    private static final int BITS = 2048;
    private static final int SERIAL_BITS = 127;
    /** ETSI EN 319 412-1, 5.2.2: who checks the certificate need not ask anywhere whether it was revoked. */
    private static final ASN1ObjectIdentifier NEVER_REVOKED = new ASN1ObjectIdentifier("0.4.0.194121.2.1");

    private static final SecureRandom RANDOM = new SecureRandom();

    private CertificateIssuing() {}

    public static KeyPair newKeys() throws GeneralSecurityException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(BITS, RANDOM);
        return generator.generateKeyPair();
    }

    /** An authority that vouches for itself. */
    public static X509Certificate authority(KeyPair keys, String name, Instant begins, Instant ends)
            throws GeneralSecurityException {
        X500Name subject = name(name, null);
        return issue(subject, subject, keys.getPublic(), keys.getPrivate(), begins, ends, true);
    }

    /** @param number becomes {@code serialNumber} of the subject */
    public static X509Certificate signer(
            SigningKey authority, PublicKey key, String name, String number, Instant begins, Instant ends)
            throws GeneralSecurityException {
        X500Principal issuer = authority.chain().getFirst().getSubjectX500Principal();
        return issue(
                X500Name.getInstance(issuer.getEncoded()),
                name(name, number),
                key,
                authority.key(),
                begins,
                ends,
                false);
    }

    private static X500Name name(String commonName, @Nullable String number) {
        var name = new X500NameBuilder(BCStyle.INSTANCE).addRDN(BCStyle.C, "ID").addRDN(BCStyle.O, "Contoh");
        if (number != null) {
            name.addRDN(BCStyle.SERIALNUMBER, number);
        }
        return name.addRDN(BCStyle.CN, commonName).build();
    }

    private static X509Certificate issue(
            X500Name issuer,
            X500Name subject,
            PublicKey key,
            PrivateKey by,
            Instant begins,
            Instant ends,
            boolean authority)
            throws GeneralSecurityException {
        X509v3CertificateBuilder draft = new JcaX509v3CertificateBuilder(
                issuer, new BigInteger(SERIAL_BITS, RANDOM), Date.from(begins), Date.from(ends), subject, key);
        try {
            draft.addExtension(
                    Extension.subjectKeyIdentifier, false, new JcaX509ExtensionUtils().createSubjectKeyIdentifier(key));
            draft.addExtension(Extension.basicConstraints, true, new BasicConstraints(authority));
            draft.addExtension(Extension.keyUsage, true, usage(authority));
            if (!authority) {
                draft.addExtension(NEVER_REVOKED, false, DERNull.INSTANCE);
            }
            return new JcaX509CertificateConverter()
                    .getCertificate(draft.build(new JcaContentSignerBuilder("SHA256withRSA").build(by)));
        } catch (IOException | OperatorCreationException e) {
            throw new GeneralSecurityException("A certificate could not be made", e);
        }
    }

    private static KeyUsage usage(boolean authority) {
        return authority
                ? new KeyUsage(KeyUsage.keyCertSign | KeyUsage.cRLSign)
                : new KeyUsage(KeyUsage.digitalSignature | KeyUsage.nonRepudiation);
    }
}
