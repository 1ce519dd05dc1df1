package id.dukcapil.portal.signing.pades;

import eu.europa.esig.dss.model.x509.CertificateToken;
import eu.europa.esig.dss.spi.DSSUtils;
import id.dukcapil.portal.documents.HashedContent;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Calendar;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.interactive.digitalsignature.PDSignature;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1Encoding;
import org.bouncycastle.asn1.ASN1Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Examines what the portal says that it has signed itself, before that counts as signed. It accepts far less than
 * {@link PadesExamination}, which can judge the signatures of anybody, and needs a fraction of its time: the sent bytes with
 * one signature behind them, by one certain certificate that was valid and trusted, over all of the document. A certificate
 * of that kind is not asked for at its authority, neither here nor there.
 */
@Component
public class OwnExamination {

    private static final String NOT_TRUSTED = "Sertifikatnya bukan dari penerbit yang dipercaya portal ini.";
    private static final String SUB_FILTER = "ETSI.CAdES.detached";

    private final TrustedAuthorities authorities;

    /** Certificates, as they come with a signature, that lead to an authority; while the portal runs, it stays trusted. */
    private final Set<ByteBuffer> trusted = ConcurrentHashMap.newKeySet();

    public OwnExamination(TrustedAuthorities authorities) {
        this.authorities = authorities;
    }

    /**
     * @param sent the pinned bytes
     * @param returned what is to be kept
     * @param expected whose signature it must carry
     * @return what is wrong, a sentence in Indonesian; empty when nothing is
     */
    public Optional<String> fault(HashedContent sent, byte[] returned, SignerCertificate expected) {
        if (returned.length <= sent.bytes().length || !sent.isBeginOf(returned)) {
            return Optional.of("Dokumen yang kembali bukan dokumen yang dikirim dengan tanda tangan di belakangnya.");
        }
        try (PDDocument pdf = Loader.loadPDF(returned)) {
            List<PDSignature> signatures = pdf.getSignatureDictionaries();
            return signatures.size() == 1
                    ? fault(sent, returned, signatures.getFirst(), expected.certificate())
                    : Optional.of("Dokumen yang kembali memuat %d tanda tangan, seharusnya satu."
                            .formatted(signatures.size()));
        } catch (IOException | GeneralSecurityException | RuntimeException unreadable) {
            // Readers of PDF stumble over broken ones in many ways
            return Optional.of("Dokumen yang kembali bukan PDF yang dapat dibaca.");
        }
    }

    private Optional<String> fault(HashedContent sent, byte[] returned, PDSignature signature, X509Certificate expected)
            throws GeneralSecurityException, IOException {
        SignedRange range = SignedRange.of(signature.getByteRange());
        if (!range.coversWhole(returned) || range.gapFrom() < sent.bytes().length) {
            return Optional.of("Ada isi yang tidak tercakup oleh tanda tangannya.");
        }
        byte[] cms = HexFormat.of().parseHex(ascii(returned, range.gapFrom() + 1, range.gapTo() - 1));
        if (!SUB_FILTER.equals(signature.getSubFilter()) || !Arrays.equals(cms, signature.getContents())) {
            return Optional.of("Tanda tangannya bukan tanda tangan PAdES.");
        }
        var proof = new CmsProof(cms, expected);
        return proof.fault(digest(sent, returned, range))
                .or(() -> faultAt(signature.getSignDate(), expected))
                .or(() -> isTrusted(proof) ? Optional.empty() : Optional.of(NOT_TRUSTED));
    }

    private static String ascii(byte[] pdf, int from, int to) {
        return new String(pdf, from, to - from, StandardCharsets.US_ASCII);
    }

    /** The sent bytes, with which it has been found to begin and which end before the gap, have been taken in already. */
    private static byte[] digest(HashedContent sent, byte[] pdf, SignedRange range) {
        MessageDigest digest = sent.begun();
        int behind = sent.bytes().length;
        digest.update(pdf, behind, range.gapFrom() - behind);
        digest.update(pdf, range.gapTo(), range.to() - range.gapTo());
        return digest.digest();
    }

    private static Optional<String> faultAt(@Nullable Calendar claimed, X509Certificate certificate) {
        boolean valid = claimed != null
                && !claimed.getTime().before(certificate.getNotBefore())
                && !claimed.getTime().after(certificate.getNotAfter());
        return valid ? Optional.empty() : Optional.of("Sertifikatnya tidak berlaku saat dokumen ditandatangani.");
    }

    /** Every certificate that comes with it has to lead to an authority; they are the same for all documents of a signer. */
    private boolean isTrusted(CmsProof proof) {
        try {
            ByteBuffer enclosed = ByteBuffer.wrap(proof.enclosed());
            if (trusted.contains(enclosed)) {
                return true;
            }
            List<CertificateToken> certificates = certificates(enclosed.array());
            boolean all = certificates.stream().allMatch(one -> authorities.vouchFor(one, certificates));
            if (all) {
                trusted.add(enclosed);
            }
            return all;
        } catch (IOException | RuntimeException unreadable) {
            return false;
        }
    }

    private static List<CertificateToken> certificates(byte[] enclosed) throws IOException {
        var all = new ArrayList<CertificateToken>();
        for (ASN1Encodable certificate : ASN1Set.getInstance(enclosed)) {
            all.add(DSSUtils.loadCertificate(certificate.toASN1Primitive().getEncoded(ASN1Encoding.DER)));
        }
        return all;
    }
}
