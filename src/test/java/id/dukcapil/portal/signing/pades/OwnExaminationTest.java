package id.dukcapil.portal.signing.pades;

import static org.assertj.core.api.Assertions.assertThat;

import id.dukcapil.portal.documents.ContentHash;
import id.dukcapil.portal.documents.HashedContent;
import id.dukcapil.portal.platform.PortalHome;
import id.dukcapil.portal.signing.PdfToSign;
import id.dukcapil.portal.signing.Pdfs;
import id.dukcapil.portal.signing.Signatories;
import id.dukcapil.portal.signing.Verification;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.bouncycastle.cert.jcajce.JcaCertStore;
import org.bouncycastle.cert.jcajce.JcaX509CertificateHolder;
import org.bouncycastle.cms.CMSProcessableByteArray;
import org.bouncycastle.cms.CMSSignedData;
import org.bouncycastle.cms.CMSSignedDataGenerator;
import org.bouncycastle.cms.jcajce.JcaSimpleSignerInfoGeneratorBuilder;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Each fact by a document that fails in it alone, and beside it what the examination by DSS makes of the same document. */
class OwnExaminationTest {

    private static final byte[] SENT = Pdfs.page("Kartu Keluarga");
    private static final HexFormat HEX = HexFormat.of();

    /** Bytes of a CMS with all that comes before the certificate of the signer. */
    private static final int HEAD = 600;

    @TempDir
    static Path home;

    private static TrustedSigner authority;
    private static SigningKey key;
    private static SigningKey colleague;
    private static PadesSigning signing;
    private static OwnExamination own;
    private static PadesExamination dss;
    private static byte[] signed;

    @BeforeAll
    static void begin() throws Exception {
        authority = new TrustedSigner(home);
        key = authority.key("Ratna");
        colleague = authority.key("Ratna");
        signing = new PadesSigning(Signatories.keystore(), authority.authorities());
        own = new OwnExamination(authority.authorities());
        dss = new PadesExamination(authority.authorities());
        signed = signing.sign(Pdfs.toSign(SENT), key, TrustedSigner.NOW);
    }

    private static String fault(byte[] returned) {
        return fault(returned, key);
    }

    private static String fault(byte[] returned, SigningKey expected) {
        return own.fault(HashedContent.of(SENT), returned, expected.certificate())
                .orElse("");
    }

    private static boolean isValidForDss(byte[] returned) {
        return dss.examine(returned).conclusion() == Verification.Conclusion.VALID;
    }

    @Test
    void whatThePortalSignsIsSound() {
        assertThat(fault(signed)).isEmpty();
        assertThat(isValidForDss(signed)).isTrue();
    }

    @Test
    void whatDssSignsInItsPlaceIsSoundAsWell() throws Exception {
        var unseen = new PdfToSign(HashedContent.of(SENT), ContentHash.of(SENT), null, "Penerbitan", "Soreang");

        assertThat(fault(signing.sign(unseen, key, TrustedSigner.NOW))).isEmpty();
    }

    @Test
    void aKeyOnAnEllipticCurveIsSound() throws Exception {
        SigningKey elliptic = authority.ellipticKey("Ratna");

        byte[] returned = signing.sign(Pdfs.toSign(SENT), elliptic, TrustedSigner.NOW);

        assertThat(fault(returned, elliptic)).isEmpty();
        assertThat(isValidForDss(returned)).isTrue();
    }

    @Test
    void theSentBytesMustComeFirst() throws Exception {
        byte[] other = signing.sign(Pdfs.toSign(Pdfs.page("Akta Kelahiran")), key, TrustedSigner.NOW);

        assertThat(fault(other)).contains("bukan dokumen yang dikirim");
        assertThat(fault(SENT)).contains("bukan dokumen yang dikirim");
    }

    @Test
    void whatCarriesNoSignatureOrCannotBeReadIsRefused() {
        byte[] longer = Arrays.copyOf(SENT, SENT.length + 100);

        assertThat(fault(longer)).contains("memuat 0 tanda tangan");
        assertThat(own.fault(HashedContent.of(new byte[5]), new byte[50], key.certificate()))
                .isPresent();
    }

    @Test
    void everyByteThatIsChangedIsFound() {
        for (int at = 0; at < signed.length; at += signed.length / 211) {
            byte[] changed = signed.clone();
            changed[at] ^= 0x04;
            boolean accepted = own.fault(
                            HashedContent.of(Arrays.copyOf(changed, SENT.length)), changed, key.certificate())
                    .isEmpty();

            if (at > gapFrom(signed) && at < gapTo(signed)) {
                // Beside the signature the gap holds the certificate of the authority, and zeros
                assertThat(accepted && !isValidForDss(changed))
                        .as("byte %d", at)
                        .isFalse();
            } else {
                assertThat(accepted).as("byte %d", at).isFalse();
            }
        }
    }

    /** The list of digests and the certificate of the authority, which nothing in a CMS protects. */
    @Test
    void whatOnlyAccompaniesTheSignatureCannotBeChangedEither() {
        int cms = gapFrom(signed) + 1;
        for (int at = cms; at < cms + 2 * HEAD; at++) {
            byte[] changed = signed.clone();
            changed[at] ^= 0x04;

            boolean accepted = fault(changed).isEmpty();
            assertThat(accepted && !isValidForDss(changed))
                    .as("half-byte %d", at - cms)
                    .isFalse();
        }
    }

    @Test
    void aSecondSignatureIsRefused() throws Exception {
        var again = new PdfToSign(HashedContent.of(signed), ContentHash.of(signed), null, "Paraf", "Soreang");
        byte[] twice = signing.sign(again, key, TrustedSigner.NOW);

        assertThat(fault(twice)).contains("memuat 2 tanda tangan");
    }

    @Test
    void theCertificateOfSomebodyElseIsRefusedAlsoUnderTheSameName() throws Exception {
        byte[] returned = signing.sign(Pdfs.toSign(SENT), colleague, TrustedSigner.NOW);

        assertThat(fault(returned)).contains("bukan dari sertifikat penanda tangan");
        assertThat(fault(returned, colleague)).isEmpty();
    }

    @Test
    void aSignatureBySomebodyElseInTheNameOfTheCertificateIsRefused() throws Exception {
        var impostor = new SigningKey(colleague.key(), key.chain());

        byte[] returned = signing.sign(Pdfs.toSign(SENT), impostor, TrustedSigner.NOW);

        assertThat(fault(returned)).contains("diubah");
        assertThat(isValidForDss(returned)).isFalse();
    }

    @Test
    void aCertificateThatWasNotValidThenIsRefused() throws Exception {
        byte[] late = signing.sign(Pdfs.toSign(SENT), key, TrustedSigner.NOW.plus(Duration.ofDays(2)));
        byte[] early = signing.sign(Pdfs.toSign(SENT), key, TrustedSigner.NOW.minus(Duration.ofDays(2)));

        assertThat(fault(late)).contains("tidak berlaku saat");
        assertThat(fault(early)).contains("tidak berlaku saat");
        assertThat(isValidForDss(late)).isFalse();
        assertThat(isValidForDss(early)).isFalse();
    }

    @Test
    void anAuthorityThatIsNotTrustedIsRefused(@TempDir Path elsewhere) {
        var nobody = new TrustedAuthorities(new PortalHome(elsewhere));

        assertThat(new OwnExamination(nobody).fault(HashedContent.of(SENT), signed, key.certificate()))
                .hasValueSatisfying(fault -> assertThat(fault).contains("dipercaya"));
        assertThat(new PadesExamination(nobody).examine(signed).conclusion())
                .isEqualTo(Verification.Conclusion.INVALID);
    }

    @Test
    void aRangeWithAHoleIsRefusedAlthoughTheSignatureFitsIt() throws Exception {
        byte[] returned = resigned(signed, gapFrom(signed) - 8, gapTo(signed), signed.length, key);

        assertThat(fault(returned)).contains("tidak tercakup");
        assertThat(isValidForDss(returned)).isFalse();
    }

    @Test
    void aRangeThatEndsEarlyIsRefusedAlthoughTheSignatureFitsIt() throws Exception {
        byte[] returned = resigned(signed, gapFrom(signed), gapTo(signed), signed.length - 1, key);

        assertThat(fault(returned)).contains("tidak tercakup");
        assertThat(isValidForDss(returned)).isFalse();
    }

    @Test
    void whatIsAppendedIsRefused() {
        byte[] longer = Arrays.copyOf(signed, signed.length + 10);
        Arrays.fill(longer, signed.length, longer.length, (byte) ' ');

        assertThat(fault(longer)).contains("tidak tercakup");
        assertThat(isValidForDss(longer)).isFalse();
    }

    @Test
    void theSignatureOfAnotherDocumentIsRefused() throws Exception {
        byte[] returned = with(signed, cms(new byte[32], key));

        assertThat(fault(returned)).contains("diubah");
        assertThat(isValidForDss(returned)).isFalse();
    }

    @Test
    void onlyTheCertificateOfTheSignerIsEnclosedForTheAuthorityIsKnownToWhoeverTrustsIt() throws Exception {
        var enclosed =
                new CMSSignedData(cms(new byte[32], key)).getCertificates().getMatches(null);

        assertThat(enclosed)
                .singleElement()
                .isEqualTo(new JcaX509CertificateHolder(key.chain().getFirst()));
        assertThat(key.chain()).hasSize(2);
        assertThat(isValidForDss(signed)).isTrue();
    }

    @Test
    void aWeakDigestIsRefused() throws Exception {
        var generator = new CMSSignedDataGenerator();
        generator.addSignerInfoGenerator(new JcaSimpleSignerInfoGeneratorBuilder()
                .build("SHA1withRSA", colleague.key(), colleague.chain().getFirst()));
        generator.addCertificates(new JcaCertStore(List.of(colleague.chain().getFirst())));
        byte[] cms = generator
                .generate(new CMSProcessableByteArray(covered(signed, gapFrom(signed), gapTo(signed), signed.length)))
                .getEncoded();

        assertThat(fault(with(signed, cms), colleague)).contains("algoritma");
    }

    @Test
    void aNameOfAnotherAlgorithmIsRefused() throws Exception {
        byte[] cms = cms(digest(signed, gapFrom(signed), gapTo(signed), signed.length), key);
        byte[] sha256WithRsa = HEX.parseHex("06092a864886f70d01010b");
        int last = lastIndexOf(cms, sha256WithRsa);
        byte[] swapped = cms.clone();
        swapped[last + sha256WithRsa.length - 1] = 0x0d;

        assertThat(fault(with(signed, cms))).isEmpty();
        assertThat(fault(with(signed, swapped))).contains("algoritma");
    }

    @Test
    void aShortKeyIsRefused() throws Exception {
        SigningKey shortKey = authority.shortKey("Ratna");

        assertThat(fault(signing.sign(Pdfs.toSign(SENT), shortKey, TrustedSigner.NOW), shortKey))
                .contains("algoritma");
    }

    @Test
    void aSignatureThatSaysItIsOfAnotherKindIsRefused() throws Exception {
        byte[] other = replaced(signed, "ETSI.CAdES.detached", "adbe.pkcs7.detached");
        byte[] returned = resigned(other, gapFrom(signed), gapTo(signed), signed.length, key);

        assertThat(fault(returned)).contains("PAdES");
    }

    @Test
    void whatIsAcceptedHereIsAcceptedByDss() throws Exception {
        for (byte[] returned : Stream.of(
                        signed,
                        signing.sign(Pdfs.toSign(SENT), key, TrustedSigner.NOW.plusSeconds(1)),
                        with(signed, cms(new byte[32], key)),
                        resigned(signed, gapFrom(signed), gapTo(signed), signed.length, key),
                        resigned(signed, gapFrom(signed) + 1, gapTo(signed), signed.length, key),
                        resigned(signed, gapFrom(signed), gapTo(signed) - 1, signed.length, key),
                        resigned(signed, gapFrom(signed), gapTo(signed), signed.length, colleague))
                .toList()) {
            boolean one = dss.examine(returned).signatures().size() == 1;
            boolean byKey = fault(returned, key).isEmpty();
            boolean byColleague = fault(returned, colleague).isEmpty();

            assertThat(byKey || byColleague).isEqualTo(one && isValidForDss(returned));
        }
    }

    /** The same with another range, and a signature that fits it. */
    private static byte[] resigned(byte[] pdf, int gapFrom, int gapTo, int end, SigningKey by) throws Exception {
        String text = new String(pdf, StandardCharsets.ISO_8859_1);
        int begin = text.indexOf("/ByteRange [", SENT.length) + "/ByteRange [".length();
        int room = text.indexOf(']', begin) - begin;
        String range = "0 %d %d %d".formatted(gapFrom, gapTo, end - gapTo);
        byte[] changed = pdf.clone();
        byte[] written = (range + " ".repeat(room - range.length())).getBytes(StandardCharsets.US_ASCII);
        System.arraycopy(written, 0, changed, begin, room);
        return with(changed, cms(digest(changed, gapFrom, gapTo, end), by));
    }

    private static byte[] cms(byte[] digest, SigningKey by) throws Exception {
        return by.cms().orElseThrow().over(digest, by.key());
    }

    private static byte[] with(byte[] pdf, byte[] cms) {
        byte[] changed = pdf.clone();
        int from = gapFrom(pdf) + 1;
        Arrays.fill(changed, from, gapTo(pdf) - 1, (byte) '0');
        byte[] hex = HEX.formatHex(cms).getBytes(StandardCharsets.US_ASCII);
        System.arraycopy(hex, 0, changed, from, hex.length);
        return changed;
    }

    private static byte[] digest(byte[] pdf, int gapFrom, int gapTo, int end) throws Exception {
        return MessageDigest.getInstance("SHA-256").digest(covered(pdf, gapFrom, gapTo, end));
    }

    private static byte[] covered(byte[] pdf, int gapFrom, int gapTo, int end) {
        byte[] covered = Arrays.copyOf(pdf, gapFrom + end - gapTo);
        System.arraycopy(pdf, gapTo, covered, gapFrom, end - gapTo);
        return covered;
    }

    private static int gapFrom(byte[] pdf) {
        String text = new String(pdf, StandardCharsets.ISO_8859_1);
        return text.indexOf("/Contents <", SENT.length) + "/Contents ".length();
    }

    private static int gapTo(byte[] pdf) {
        return new String(pdf, StandardCharsets.ISO_8859_1).indexOf('>', gapFrom(pdf)) + 1;
    }

    private static byte[] replaced(byte[] pdf, String from, String to) {
        return new String(pdf, StandardCharsets.ISO_8859_1).replace(from, to).getBytes(StandardCharsets.ISO_8859_1);
    }

    private static int lastIndexOf(byte[] content, byte[] wanted) {
        List<Integer> found = Stream.iterate(0, at -> at < content.length - wanted.length, at -> at + 1)
                .filter(at -> Arrays.equals(content, at, at + wanted.length, wanted, 0, wanted.length))
                .toList();
        return found.getLast();
    }
}
