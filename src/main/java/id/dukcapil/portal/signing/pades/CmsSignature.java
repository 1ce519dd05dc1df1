package id.dukcapil.portal.signing.pades;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.cert.X509Certificate;
import java.security.interfaces.ECKey;
import java.security.interfaces.RSAKey;
import java.util.List;
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

    /** For everything but certificates, names and the signature proper. */
    private static final int FRAME = 512;

    /** The issuer stands in two places outside of the certificates. */
    private static final int NAMES = 2;

    private final String algorithm;
    private final AlgorithmIdentifier identifier;
    private final SignerIdentifier signer;
    private final List<Attribute> attributes;
    private final ASN1Set certificates;
    private final int largest;

    /** All that is the same for every document that one key signs. */
    CmsSignature(X509Certificate signer, List<X509Certificate> chain) throws GeneralSecurityException, IOException {
        algorithm = Objects.requireNonNull(ALGORITHMS.get(signer.getPublicKey().getAlgorithm()));
        identifier = new DefaultSignatureAlgorithmIdentifierFinder().find(algorithm);
        byte[] encoded = signer.getEncoded();
        Certificate certificate = Certificate.getInstance(encoded);
        this.signer = new SignerIdentifier(new IssuerAndSerialNumber(certificate));
        attributes = List.of(
                attribute(CMSAttributes.contentType, CMSObjectIdentifiers.data),
                attribute(
                        CMSAttributes.cmsAlgorithmProtect,
                        new CMSAlgorithmProtection(SHA_256, CMSAlgorithmProtection.SIGNATURE, identifier)),
                attribute(
                        PKCSObjectIdentifiers.id_aa_signingCertificateV2,
                        new SigningCertificateV2(reference(encoded, certificate))));
        certificates = certificates(chain);
        largest = FRAME
                + NAMES * signer.getIssuerX500Principal().getEncoded().length
                + lengthOfSignature(signer.getPublicKey())
                + certificates.getEncoded(ASN1Encoding.DER).length;
    }

    static boolean canBeVerifiedWith(PublicKey key) {
        return ALGORITHMS.containsKey(key.getAlgorithm());
    }

    private static int lengthOfSignature(PublicKey key) {
        return switch (key) {
            case RSAKey rsa -> rsa.getModulus().bitLength() / 8 + 1;
            // Two numbers as large as the field, and what frames them
            case ECKey curve -> 2 * (curve.getParams().getCurve().getField().getFieldSize() / 8 + 8);
            default -> throw new IllegalArgumentException("No signature is made with keys like this");
        };
    }

    /** @return bytes that are enough for a signature with that key */
    int largest() {
        return largest;
    }

    /**
     * @param document SHA-256 of what is signed
     * @return DER
     */
    byte[] over(byte[] document, PrivateKey key) throws GeneralSecurityException, IOException {
        ASN1Set attributes = attributes(document);
        Signature signature = FastCrypto.signature(algorithm);
        signature.initSign(key);
        signature.update(attributes.getEncoded(ASN1Encoding.DER));
        var info = new SignerInfo(signer, SHA_256, attributes, identifier, new DEROctetString(signature.sign()), null);
        var signed = new SignedData(
                new DERSet(SHA_256),
                new ContentInfo(CMSObjectIdentifiers.data, null),
                certificates,
                null,
                new DERSet(info));
        return new ContentInfo(CMSObjectIdentifiers.signedData, signed).getEncoded(ASN1Encoding.DER);
    }

    private ASN1Set attributes(byte[] document) {
        var all = new ASN1EncodableVector(attributes.size() + 1);
        attributes.forEach(all::add);
        all.add(attribute(CMSAttributes.messageDigest, new DEROctetString(document)));
        return new DERSet(all);
    }

    private static Attribute attribute(ASN1ObjectIdentifier type, ASN1Encodable value) {
        return new Attribute(type, new DERSet(value));
    }

    private static ESSCertIDv2 reference(byte[] encoded, Certificate signer) throws GeneralSecurityException {
        byte[] digest = MessageDigest.getInstance("SHA-256").digest(encoded);
        var issuer = new GeneralNames(new GeneralName(signer.getIssuer()));
        return new ESSCertIDv2(digest, new IssuerSerial(issuer, signer.getSerialNumber()));
    }

    /** Without the authority at the end: who trusts it has it, and whoever does not is not convinced by it (RFC 5280, 6.1). */
    private static ASN1Set certificates(List<X509Certificate> chain) throws GeneralSecurityException {
        var enclosed = new ASN1EncodableVector();
        enclosed.add(Certificate.getInstance(chain.getFirst().getEncoded()));
        for (X509Certificate above : chain.subList(1, chain.size())) {
            if (!above.getSubjectX500Principal().equals(above.getIssuerX500Principal())) {
                enclosed.add(Certificate.getInstance(above.getEncoded()));
            }
        }
        return new DERSet(enclosed);
    }
}
