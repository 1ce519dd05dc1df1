package id.dukcapil.portal.signing.pades;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.Signature;
import java.security.cert.X509Certificate;
import java.util.Map;
import java.util.Objects;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1EncodableVector;
import org.bouncycastle.asn1.ASN1Encoding;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.ASN1Set;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.DERSet;
import org.bouncycastle.asn1.cms.Attribute;
import org.bouncycastle.asn1.cms.CMSAlgorithmProtection;
import org.bouncycastle.asn1.cms.CMSAttributes;
import org.bouncycastle.asn1.cms.CMSObjectIdentifiers;
import org.bouncycastle.asn1.cms.ContentInfo;
import org.bouncycastle.asn1.cms.IssuerAndSerialNumber;
import org.bouncycastle.asn1.cms.SignedData;
import org.bouncycastle.asn1.cms.SignerIdentifier;
import org.bouncycastle.asn1.cms.SignerInfo;
import org.bouncycastle.asn1.ess.ESSCertIDv2;
import org.bouncycastle.asn1.ess.SigningCertificateV2;
import org.bouncycastle.asn1.nist.NISTObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.Certificate;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.IssuerSerial;
import org.bouncycastle.operator.DefaultSignatureAlgorithmIdentifierFinder;

/**
 * The signature itself, a detached CMS (RFC 5652) with the signed attributes that DSS gives a PAdES signature of level B-B:
 * content type, digest of the document, the certificate (RFC 5035) and the algorithms (RFC 6211), and no time, which stands
 * in the PDF (ETSI EN 319 142-1, 6.3).
 */
final class CmsSignature {

    static final AlgorithmIdentifier SHA_256 = new AlgorithmIdentifier(NISTObjectIdentifiers.id_sha256);

    /** The algorithm by the kind of key; others are left to DSS. */
    private static final Map<String, String> ALGORITHMS = Map.of("RSA", "SHA256withRSA", "EC", "SHA256withECDSA");

    /** For everything but certificates and names, also with a key of 4,096 bits. */
    private static final int FRAME = 1536;

    /** The issuer stands in two places outside of the certificates. */
    private static final int NAMES = 2;

    private CmsSignature() {}

    static boolean isMadeWith(SigningKey key) {
        return ALGORITHMS.containsKey(key.key().getAlgorithm());
    }

    /** @return bytes that are enough for a signature with that key */
    static int largest(SigningKey key) throws GeneralSecurityException {
        int size = FRAME + NAMES * issuer(key).length;
        for (X509Certificate certificate : key.chain()) {
            size += certificate.getEncoded().length;
        }
        return size;
    }

    private static byte[] issuer(SigningKey key) {
        return key.chain().getFirst().getIssuerX500Principal().getEncoded();
    }

    /**
     * @param document SHA-256 of what is signed
     * @return DER
     */
    static byte[] over(byte[] document, SigningKey key) throws GeneralSecurityException, IOException {
        String name = Objects.requireNonNull(ALGORITHMS.get(key.key().getAlgorithm()));
        AlgorithmIdentifier algorithm = new DefaultSignatureAlgorithmIdentifierFinder().find(name);
        Certificate signer = Certificate.getInstance(key.chain().getFirst().getEncoded());
        ASN1Set attributes = attributes(document, signer, algorithm);
        Signature signature = FastCrypto.signature(name);
        signature.initSign(key.key());
        signature.update(attributes.getEncoded(ASN1Encoding.DER));
        var info = new SignerInfo(
                new SignerIdentifier(new IssuerAndSerialNumber(signer)),
                SHA_256,
                attributes,
                algorithm,
                new DEROctetString(signature.sign()),
                null);
        var signed = new SignedData(
                new DERSet(SHA_256),
                new ContentInfo(CMSObjectIdentifiers.data, null),
                certificates(key),
                null,
                new DERSet(info));
        return new ContentInfo(CMSObjectIdentifiers.signedData, signed).getEncoded(ASN1Encoding.DER);
    }

    private static ASN1Set attributes(byte[] document, Certificate signer, AlgorithmIdentifier algorithm)
            throws GeneralSecurityException, IOException {
        var attributes = new ASN1EncodableVector(4);
        attributes.add(attribute(CMSAttributes.contentType, CMSObjectIdentifiers.data));
        attributes.add(attribute(
                CMSAttributes.cmsAlgorithmProtect,
                new CMSAlgorithmProtection(SHA_256, CMSAlgorithmProtection.SIGNATURE, algorithm)));
        attributes.add(attribute(CMSAttributes.messageDigest, new DEROctetString(document)));
        attributes.add(attribute(
                PKCSObjectIdentifiers.id_aa_signingCertificateV2, new SigningCertificateV2(reference(signer))));
        return new DERSet(attributes);
    }

    private static Attribute attribute(ASN1ObjectIdentifier type, ASN1Encodable value) {
        return new Attribute(type, new DERSet(value));
    }

    private static ESSCertIDv2 reference(Certificate signer) throws GeneralSecurityException, IOException {
        byte[] digest = MessageDigest.getInstance("SHA-256").digest(signer.getEncoded(ASN1Encoding.DER));
        var issuer = new GeneralNames(new GeneralName(signer.getIssuer()));
        return new ESSCertIDv2(digest, new IssuerSerial(issuer, signer.getSerialNumber()));
    }

    private static ASN1Set certificates(SigningKey key) throws GeneralSecurityException {
        var all = new ASN1EncodableVector();
        for (X509Certificate certificate : key.chain()) {
            all.add(Certificate.getInstance(certificate.getEncoded()));
        }
        return new DERSet(all);
    }
}
