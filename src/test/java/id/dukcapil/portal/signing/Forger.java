package id.dukcapil.portal.signing;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import id.dukcapil.portal.documents.HashedContent;
import id.dukcapil.portal.platform.PortalHome;
import id.dukcapil.portal.signing.pades.CertificateIssuing;
import id.dukcapil.portal.signing.pades.PadesSigning;
import id.dukcapil.portal.signing.pades.SigningKey;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigInteger;
import java.nio.file.Files;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Date;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdfwriter.compress.CompressParameters;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts.FontName;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationText;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationWidget;
import org.apache.pdfbox.pdmodel.interactive.form.PDAcroForm;
import org.apache.pdfbox.pdmodel.interactive.form.PDTextField;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.AccessDescription;
import org.bouncycastle.asn1.x509.AuthorityInformationAccess;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.CRLDistPoint;
import org.bouncycastle.asn1.x509.DistributionPoint;
import org.bouncycastle.asn1.x509.DistributionPointName;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.CertIOException;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/** Makes what somebody would show who wants to pass something off as a document of the office. */
public final class Forger {

    /** Of the signatory in the demonstration. */
    private static final String NIP = "197008171995032001";

    private static final char[] PASSPHRASE = "demo-tte".toCharArray();
    private static final Duration HOUR = Duration.ofHours(1);
    private static final Duration YEAR = Duration.ofDays(365);
    private static final Pattern SIGNATURE =
            Pattern.compile("(\\d+) 0 obj\\s*<<(?:(?!endobj).)*/ByteRange", Pattern.DOTALL);
    private static final Pattern RANGE = Pattern.compile("/ByteRange \\[(\\d+) (\\d+) (\\d+) (\\d+) *]");

    private final PadesSigning signing;
    private final PortalHome home;
    private final Instant now;

    public Forger(PadesSigning signing, PortalHome home, Instant now) {
        this.signing = signing;
        this.home = home;
        this.now = now;
    }

    // Keys

    /** That of the office's signatory. */
    public SigningKey head() {
        return key(NIP);
    }

    private SigningKey authority() {
        return key("demonstration-ca");
    }

    private SigningKey key(String name) {
        try (InputStream file = Files.newInputStream(home.folder("tte").resolve(name + ".p12"))) {
            KeyStore keys = KeyStore.getInstance("PKCS12");
            keys.load(file, PASSPHRASE);
            String alias = keys.aliases().nextElement();
            Certificate[] chain = keys.getCertificateChain(alias);
            return new SigningKey(
                    (PrivateKey) keys.getKey(alias, PASSPHRASE),
                    Arrays.stream(chain).map(X509Certificate.class::cast).toList());
        } catch (IOException | GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A colleague with a certificate of the trusted authority. */
    public SigningKey trusted() throws GeneralSecurityException {
        return issued(authority(), newKeys(2048), now.minus(HOUR), now.plus(YEAR));
    }

    public SigningKey expired() throws GeneralSecurityException {
        return issued(authority(), newKeys(2048), now.minus(YEAR.multipliedBy(3)), now.minus(YEAR));
    }

    public SigningKey shortKey() throws GeneralSecurityException {
        return issued(authority(), newKeys(1024), now.minus(HOUR), now.plus(YEAR));
    }

    public SigningKey underALeaf() throws GeneralSecurityException {
        return issued(head(), newKeys(2048), now.minus(HOUR), now.plus(YEAR));
    }

    public SigningKey selfSigned() throws GeneralSecurityException {
        KeyPair keys = newKeys(2048);
        X509Certificate genuine = head().chain().getFirst();
        return new SigningKey(
                keys.getPrivate(),
                List.of(copy(genuine, genuine.getSubjectX500Principal().getName(), keys, keys.getPrivate())));
    }

    /** The certificate of the signatory and that of its authority, each with its name and number and another key. */
    public SigningKey underAFalseAuthority() throws GeneralSecurityException {
        KeyPair root = newKeys(2048);
        KeyPair keys = newKeys(2048);
        X509Certificate genuine = authority().chain().getFirst();
        X509Certificate impostor =
                copy(genuine, genuine.getSubjectX500Principal().getName(), root, root.getPrivate());
        X509Certificate leaf = head().chain().getFirst();
        return new SigningKey(
                keys.getPrivate(),
                List.of(copy(leaf, leaf.getIssuerX500Principal().getName(), keys, root.getPrivate()), impostor));
    }

    public SigningKey ofAWebServer() throws GeneralSecurityException {
        return special(new KeyUsage(KeyUsage.digitalSignature | KeyUsage.keyEncipherment), true, "");
    }

    /** With all usages of a signatory beside that of a web server. */
    public SigningKey ofAWebServerThatSigns() throws GeneralSecurityException {
        return special(new KeyUsage(KeyUsage.digitalSignature | KeyUsage.nonRepudiation), true, "");
    }

    /** @param address where its revocation and its authority are said to be found */
    public SigningKey pointingTo(String address) throws GeneralSecurityException {
        return special(new KeyUsage(KeyUsage.digitalSignature | KeyUsage.nonRepudiation), false, address);
    }

    private static KeyPair newKeys(int bits) throws GeneralSecurityException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(bits);
        return generator.generateKeyPair();
    }

    private static SigningKey issued(SigningKey by, KeyPair keys, Instant begins, Instant ends)
            throws GeneralSecurityException {
        X509Certificate certificate =
                CertificateIssuing.signer(by, keys.getPublic(), IssuedScenario.HEAD, NIP, begins, ends);
        return new SigningKey(keys.getPrivate(), List.of(certificate, by.chain().getFirst()));
    }

    private static X509Certificate copy(X509Certificate genuine, String issuer, KeyPair keys, PrivateKey by)
            throws GeneralSecurityException {
        try {
            var draft = new JcaX509v3CertificateBuilder(
                    new X500Name(issuer),
                    genuine.getSerialNumber(),
                    genuine.getNotBefore(),
                    genuine.getNotAfter(),
                    X500Name.getInstance(genuine.getSubjectX500Principal().getEncoded()),
                    keys.getPublic());
            boolean authority = genuine.getBasicConstraints() >= 0;
            draft.addExtension(Extension.basicConstraints, true, new BasicConstraints(authority));
            draft.addExtension(
                    Extension.keyUsage,
                    true,
                    new KeyUsage(
                            authority ? KeyUsage.keyCertSign : KeyUsage.digitalSignature | KeyUsage.nonRepudiation));
            return new JcaX509CertificateConverter()
                    .getCertificate(draft.build(new JcaContentSignerBuilder("SHA256withRSA").build(by)));
        } catch (CertIOException | OperatorCreationException e) {
            throw new GeneralSecurityException(e);
        }
    }

    private SigningKey special(KeyUsage usage, boolean webServer, String address) throws GeneralSecurityException {
        SigningKey by = authority();
        KeyPair keys = newKeys(2048);
        var draft = new JcaX509v3CertificateBuilder(
                X500Name.getInstance(
                        by.chain().getFirst().getSubjectX500Principal().getEncoded()),
                BigInteger.valueOf(now.toEpochMilli()),
                Date.from(now.minus(HOUR)),
                Date.from(now.plus(YEAR)),
                new X500Name("CN=portal.contoh.go.id"),
                keys.getPublic());
        try {
            draft.addExtension(Extension.keyUsage, true, usage);
            if (webServer) {
                draft.addExtension(
                        Extension.extendedKeyUsage, false, new ExtendedKeyUsage(KeyPurposeId.id_kp_serverAuth));
            }
            if (!address.isEmpty()) {
                var name = new GeneralName(GeneralName.uniformResourceIdentifier, address);
                draft.addExtension(Extension.cRLDistributionPoints, false, new CRLDistPoint(new DistributionPoint[] {
                    new DistributionPoint(new DistributionPointName(new GeneralNames(name)), null, null)
                }));
                draft.addExtension(
                        Extension.authorityInfoAccess, false, new AuthorityInformationAccess(new AccessDescription[] {
                            new AccessDescription(AccessDescription.id_ad_ocsp, name),
                            new AccessDescription(AccessDescription.id_ad_caIssuers, name)
                        }));
            }
            return new SigningKey(
                    keys.getPrivate(),
                    List.of(
                            new JcaX509CertificateConverter()
                                    .getCertificate(
                                            draft.build(new JcaContentSignerBuilder("SHA256withRSA").build(by.key()))),
                            by.chain().getFirst()));
        } catch (CertIOException | OperatorCreationException e) {
            throw new GeneralSecurityException(e);
        }
    }

    // Documents

    /** A page that nobody at the office has ever seen, signed. */
    public byte[] page(SigningKey key) throws GeneralSecurityException {
        return page(key, now);
    }

    /** @param claimed the time that stands in the signature */
    public byte[] page(SigningKey key, Instant claimed) throws GeneralSecurityException {
        return signing.sign(Pdfs.toSign(Pdfs.page("Kartu Keluarga karangan")), key, claimed);
    }

    /** A form with a field that is filled in, signed. */
    public byte[] form(SigningKey key) throws GeneralSecurityException, IOException {
        return alsoSigned(filledForm(), key);
    }

    /** A further signature without a picture. */
    public byte[] alsoSigned(byte[] pdf, SigningKey key) throws GeneralSecurityException {
        HashedContent content = HashedContent.of(pdf);
        return signing.sign(new PdfToSign(content, content.hash(), null, "Paraf", "Soreang"), key, now);
    }

    private static byte[] filledForm() throws IOException {
        try (var document = new PDDocument()) {
            var page = new PDPage(PDRectangle.A4);
            document.addPage(page);
            var form = new PDAcroForm(document);
            document.getDocumentCatalog().setAcroForm(form);
            var resources = new PDResources();
            resources.put(COSName.getPDFName("Helv"), new PDType1Font(FontName.HELVETICA));
            form.setDefaultResources(resources);
            form.setDefaultAppearance("/Helv 12 Tf 0 g");
            var field = new PDTextField(form);
            field.setPartialName("nama");
            PDAnnotationWidget widget = field.getWidgets().getFirst();
            widget.setRectangle(new PDRectangle(50, 700, 200, 20));
            widget.setPage(page);
            page.getAnnotations().add(widget);
            form.getFields().add(field);
            field.setValue("Ratna");
            var bytes = new ByteArrayOutputStream();
            document.save(bytes, CompressParameters.NO_COMPRESSION);
            return bytes.toByteArray();
        }
    }

    /** The same with other words on its page, as an incremental update. */
    public static byte[] withReplacedPage(byte[] signed) throws IOException {
        return updated(signed, document -> {
            PDPage page = document.getPage(0);
            try (var words = new PDPageContentStream(document, page)) {
                words.beginText();
                words.setFont(new PDType1Font(FontName.HELVETICA), 20);
                words.newLineAtOffset(50, 700);
                words.showText("NAMA LAIN");
                words.endText();
            }
            page.getResources().getCOSObject().setNeedToBeUpdated(true);
            page.getCOSObject().setNeedToBeUpdated(true);
        });
    }

    public static byte[] withAnnotation(byte[] signed) throws IOException {
        return updated(signed, document -> {
            PDPage page = document.getPage(0);
            var note = new PDAnnotationText();
            note.setRectangle(new PDRectangle(50, 500, 200, 100));
            note.setContents("NAMA LAIN");
            var annotations = page.getAnnotations();
            annotations.add(note);
            page.setAnnotations(annotations);
            page.getCOSObject().setNeedToBeUpdated(true);
        });
    }

    public static byte[] withEmptiedForm(byte[] signed) throws IOException {
        return updated(signed, document -> {
            var field = (PDTextField)
                    Objects.requireNonNull(document.getDocumentCatalog().getAcroForm())
                            .getField("nama");
            field.setValue("");
            field.getCOSObject().setNeedToBeUpdated(true);
            field.getWidgets().getFirst().getCOSObject().setNeedToBeUpdated(true);
        });
    }

    private interface Change {
        void on(PDDocument document) throws IOException;
    }

    private static byte[] updated(byte[] pdf, Change change) throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            change.on(document);
            var bytes = new ByteArrayOutputStream();
            document.saveIncremental(bytes);
            return bytes.toByteArray();
        }
    }

    public static byte[] joined(byte[]... parts) {
        var bytes = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            bytes.writeBytes(part);
        }
        return bytes.toByteArray();
    }

    public static byte[] bytes(String text) {
        return text.getBytes(ISO_8859_1);
    }

    private static String text(byte[] pdf) {
        return new String(pdf, ISO_8859_1);
    }

    /** Cut off in the middle of the signature. */
    public static byte[] cutOff(byte[] signed) {
        return Arrays.copyOf(signed, text(signed).lastIndexOf("/Contents <") + 400);
    }

    /** The signature once more at the end, with a range that is said to reach up to there. */
    public static byte[] withOverriddenRange(byte[] signed) {
        return withSignature(
                signed,
                signature -> RANGE.matcher(signature)
                        .replaceFirst(range -> "/ByteRange [%s %s %s %d]"
                                .formatted(range.group(1), range.group(2), range.group(3), signed.length)));
    }

    /** The signature once more at the end, with another value. */
    public static byte[] withOverriddenContents(byte[] signed, byte[] other) {
        return withSignature(
                signed, signature -> signature.replaceFirst("/Contents <[^>]*>", "/Contents <" + value(other) + ">"));
    }

    public static byte[] withRepeatedSignature(byte[] signed) {
        return withSignature(signed, signature -> signature);
    }

    private interface Rewriting {
        String of(String signature);
    }

    private static byte[] withSignature(byte[] signed, Rewriting rewriting) {
        String pdf = text(signed);
        Matcher found = SIGNATURE.matcher(pdf);
        int begin = -1;
        String number = "";
        while (found.find()) {
            begin = found.start();
            number = found.group(1);
        }
        String signature = pdf.substring(begin, pdf.indexOf("endobj", begin) + "endobj".length());
        int at = signed.length + 1;
        String added = "\n" + rewriting.of(signature) + "\n";
        return joined(
                signed,
                bytes(added),
                bytes("xref\n%s 1\n%010d 00000 n \ntrailer\n<< /Size %s /Root %s /Prev %s >>\nstartxref\n%d\n%%%%EOF\n"
                        .formatted(
                                number,
                                at,
                                last("/Size (\\d+)", pdf),
                                last("/Root (\\d+ \\d+ R)", pdf),
                                last("startxref\\s+(\\d+)", pdf),
                                signed.length + added.length())));
    }

    private static String last(String pattern, String pdf) {
        return Pattern.compile(pattern)
                .matcher(pdf)
                .results()
                .toList()
                .getLast()
                .group(1);
    }

    private static String value(byte[] signed) {
        return last("/Contents <([0-9a-fA-F]*)>", text(signed));
    }

    /** The signature of another document in the place of its own. */
    public static byte[] withTransplantedSignature(byte[] signed, byte[] other) {
        String pdf = text(signed);
        String own = value(signed);
        String foreign = value(other);
        String fitting = foreign.substring(0, Math.min(foreign.length(), own.length()));
        return bytes(pdf.replace(own, fitting + "0".repeat(own.length() - fitting.length())));
    }

    /** The second signed part moved to the end, and an object of one's own in the gap that opens. */
    public static byte[] wrapped(byte[] signed) {
        String pdf = text(signed);
        Matcher range = RANGE.matcher(pdf);
        if (!range.find()) {
            throw new IllegalArgumentException("Not signed");
        }
        int gapTo = Integer.parseInt(range.group(3));
        String smuggled = "\n1 0 obj\n<< /Type /Catalog >>\nendobj\n";
        String moved = "/ByteRange [0 %s %d %s]".formatted(range.group(2), gapTo + smuggled.length(), range.group(4));
        String head = pdf.substring(0, gapTo).replace(range.group(), moved);
        String fitting = head.replace(
                moved,
                moved.substring(0, moved.length() - 1)
                        + " ".repeat(Math.max(0, range.group().length() - moved.length())) + "]");
        return bytes(fitting + smuggled + pdf.substring(gapTo));
    }
}
