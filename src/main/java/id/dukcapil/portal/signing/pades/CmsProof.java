package id.dukcapil.portal.signing.pades;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.PublicKey;
import java.security.Signature;
import java.security.cert.X509Certificate;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.util.Arrays;
import java.util.Optional;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1Encoding;
import org.bouncycastle.asn1.ASN1InputStream;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.ASN1Primitive;
import org.bouncycastle.asn1.ASN1Set;
import org.bouncycastle.asn1.cms.Attribute;
import org.bouncycastle.asn1.cms.AttributeTable;
import org.bouncycastle.asn1.cms.CMSAlgorithmProtection;
import org.bouncycastle.asn1.cms.CMSAttributes;
import org.bouncycastle.asn1.cms.CMSObjectIdentifiers;
import org.bouncycastle.asn1.cms.ContentInfo;
import org.bouncycastle.asn1.cms.IssuerAndSerialNumber;
import org.bouncycastle.asn1.cms.SignedData;
import org.bouncycastle.asn1.cms.SignerInfo;
import org.bouncycastle.asn1.ess.ESSCertIDv2;
import org.bouncycastle.asn1.ess.SigningCertificateV2;
import org.bouncycastle.asn1.nist.NISTObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x9.X9ObjectIdentifiers;
import org.jspecify.annotations.Nullable;

/** Whether a CMS proves that the holder of one certain certificate has signed one certain document; see {@link CmsSignature}. */
final class CmsProof {

    private static final int SHORTEST_RSA = 2048;
    private static final int SHORTEST_EC = 256;

    private static final String BROKEN = "Tanda tangannya tidak dapat dibaca.";
    private static final String ALGORITHM = "Tanda tangannya dibuat dengan algoritma yang tidak diterima.";
    private static final String SOMEBODY_ELSE = "Tanda tangannya bukan dari sertifikat penanda tangan.";
    private static final String CHANGED = "Dokumen atau tanda tangannya diubah setelah ditandatangani.";

    private final X509Certificate expected;
    private final SignedData signed;
    private final SignerInfo info;
    private final AttributeTable attributes;

    /**
     * @param cms DER, behind which zeros may stand
     * @param expected the only certificate that is accepted
     * @throws IOException when it is no signature of one person
     */
    CmsProof(byte[] cms, X509Certificate expected) throws IOException {
        this.expected = expected;
        try {
            signed = signedData(cms);
            if (signed.getSignerInfos().size() != 1) {
                throw new IOException("Signed by more or less than one");
            }
            info = SignerInfo.getInstance(signed.getSignerInfos().getObjectAt(0));
            attributes = new AttributeTable(info.getAuthenticatedAttributes());
        } catch (RuntimeException unreadable) {
            // Readers of ASN.1 stumble over broken ones in many ways
            throw new IOException("Not a signature", unreadable);
        }
    }

    private static SignedData signedData(byte[] cms) throws IOException {
        try (var read = new ASN1InputStream(cms)) {
            ContentInfo content = ContentInfo.getInstance(read.readObject());
            if (!CMSObjectIdentifiers.signedData.equals(content.getContentType())) {
                throw new IOException("Not a signature");
            }
            return SignedData.getInstance(content.getContent());
        }
    }

    /** All certificates that come with it, which are not signed. @return DER */
    byte[] enclosed() throws IOException {
        return signed.getCertificates().getEncoded(ASN1Encoding.DER);
    }

    /**
     * @param document SHA-256 of what should be signed
     * @return a sentence in Indonesian; empty when it is proven
     */
    Optional<String> fault(byte[] document) {
        try {
            return Optional.ofNullable(found(document));
        } catch (IOException | GeneralSecurityException | RuntimeException unreadable) {
            return Optional.of(BROKEN);
        }
    }

    private @Nullable String found(byte[] document) throws IOException, GeneralSecurityException {
        String name = algorithm();
        if (name == null) {
            return ALGORITHM;
        }
        if (!isByExpected()) {
            return SOMEBODY_ELSE;
        }
        return isAbout(document) && isSignedWith(name) ? null : CHANGED;
    }

    /** Before anything else a CMS lists the digests in it. */
    private boolean isSaidAhead() {
        ASN1Set digests = signed.getDigestAlgorithms();
        return digests.size() == 1
                && is(NISTObjectIdentifiers.id_sha256, AlgorithmIdentifier.getInstance(digests.getObjectAt(0)));
    }

    /** Of the two that the portal makes, and only with keys that are long enough; the attributes must say the same. */
    private @Nullable String algorithm() {
        AlgorithmIdentifier algorithm = info.getDigestEncryptionAlgorithm();
        if (!NISTObjectIdentifiers.id_sha256.equals(info.getDigestAlgorithm().getAlgorithm()) || !isSaidAhead()) {
            return null;
        }
        var named = CMSAlgorithmProtection.getInstance(value(CMSAttributes.cmsAlgorithmProtect));
        if (!info.getDigestAlgorithm().equals(named.getDigestAlgorithm())
                || !algorithm.equals(named.getSignatureAlgorithm())) {
            return null;
        }
        PublicKey key = expected.getPublicKey();
        if (key instanceof RSAPublicKey rsa && rsa.getModulus().bitLength() >= SHORTEST_RSA) {
            return is(PKCSObjectIdentifiers.sha256WithRSAEncryption, algorithm) ? "SHA256withRSA" : null;
        }
        if (key instanceof ECPublicKey ec && ec.getParams().getOrder().bitLength() >= SHORTEST_EC) {
            return is(X9ObjectIdentifiers.ecdsa_with_SHA256, algorithm) ? "SHA256withECDSA" : null;
        }
        return null;
    }

    private static boolean is(ASN1ObjectIdentifier wanted, AlgorithmIdentifier found) {
        return wanted.equals(found.getAlgorithm());
    }

    /** Named by issuer and number, enclosed, and bound to the signature by its digest (RFC 5035). */
    private boolean isByExpected() throws IOException, GeneralSecurityException {
        byte[] certificate = expected.getEncoded();
        ESSCertIDv2 bound = SigningCertificateV2.getInstance(value(PKCSObjectIdentifiers.id_aa_signingCertificateV2))
                .getCerts()[0];
        return isNamed(IssuerAndSerialNumber.getInstance(info.getSID().getId()))
                && is(NISTObjectIdentifiers.id_sha256, bound.getHashAlgorithm())
                && MessageDigest.isEqual(sha256(certificate), bound.getCertHash())
                && isEnclosed(certificate);
    }

    private boolean isNamed(IssuerAndSerialNumber signer) throws IOException {
        return signer.getSerialNumber().getValue().equals(expected.getSerialNumber())
                && Arrays.equals(
                        signer.getName().getEncoded(ASN1Encoding.DER),
                        expected.getIssuerX500Principal().getEncoded());
    }

    private boolean isEnclosed(byte[] certificate) throws IOException {
        for (ASN1Encodable enclosed : signed.getCertificates()) {
            if (Arrays.equals(certificate, enclosed.toASN1Primitive().getEncoded(ASN1Encoding.DER))) {
                return true;
            }
        }
        return false;
    }

    private boolean isAbout(byte[] document) {
        ContentInfo content = signed.getEncapContentInfo();
        return CMSObjectIdentifiers.data.equals(content.getContentType())
                && content.getContent() == null
                && CMSObjectIdentifiers.data.equals(value(CMSAttributes.contentType))
                && MessageDigest.isEqual(
                        document,
                        ASN1OctetString.getInstance(value(CMSAttributes.messageDigest))
                                .getOctets());
    }

    private boolean isSignedWith(String algorithm) throws IOException, GeneralSecurityException {
        Signature signature = FastCrypto.signature(algorithm);
        signature.initVerify(expected.getPublicKey());
        signature.update(info.getAuthenticatedAttributes().getEncoded(ASN1Encoding.DER));
        return signature.verify(info.getEncryptedDigest().getOctets());
    }

    /** Of an attribute that must be there once. */
    private ASN1Primitive value(ASN1ObjectIdentifier type) {
        if (attributes.getAll(type).size() != 1) {
            throw new IllegalArgumentException("An attribute is missing or there twice");
        }
        Attribute attribute = attributes.get(type);
        if (attribute.getAttrValues().size() != 1) {
            throw new IllegalArgumentException("An attribute has not one value");
        }
        return attribute.getAttrValues().getObjectAt(0).toASN1Primitive();
    }

    private static byte[] sha256(byte[] content) throws GeneralSecurityException {
        return MessageDigest.getInstance("SHA-256").digest(content);
    }
}
