package id.dukcapil.portal.documents;

import id.dukcapil.portal.common.Sha256;
import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSString;
import org.apache.pdfbox.pdfwriter.compress.CompressParameters;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentCatalog;
import org.apache.pdfbox.pdmodel.PDDocumentInformation;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDMetadata;
import org.apache.pdfbox.pdmodel.graphics.color.PDOutputIntent;

/**
 * Makes a PDF/A-2b (ISO 19005-2) of a document whose fonts are embedded: adds the sRGB output intent and the XMP
 * metadata, and takes out whatever chance put in, so that the same pages at the same time are the same bytes. A digest
 * can then be pinned before signing and the document be made again to check it.
 */
final class ArchivalPdf {

    private static final String SRGB = "sRGB IEC61966-2.1";
    private static final String PRODUCER = "Portal Dukcapil";
    private static final int ID_BYTES = 16;
    private static final DateTimeFormatter PDF_TIME =
            DateTimeFormatter.ofPattern("'D:'uuuuMMddHHmmss'Z'").withZone(ZoneOffset.UTC);

    private static final String XMP = """
            <?xpacket begin="\uFEFF" id="W5M0MpCehiHzreSzNTczkc9d"?>
            <x:xmpmeta xmlns:x="adobe:ns:meta/">
             <rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
              <rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/"
                xmlns:xmp="http://ns.adobe.com/xap/1.0/" xmlns:pdf="http://ns.adobe.com/pdf/1.3/"
                xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/">
               <pdfaid:part>2</pdfaid:part>
               <pdfaid:conformance>B</pdfaid:conformance>
               <dc:format>application/pdf</dc:format>
               <dc:language><rdf:Bag><rdf:li>id-ID</rdf:li></rdf:Bag></dc:language>
               <dc:title><rdf:Alt><rdf:li xml:lang="x-default">%s</rdf:li></rdf:Alt></dc:title>
               <dc:creator><rdf:Seq><rdf:li>%s</rdf:li></rdf:Seq></dc:creator>
               <xmp:CreatorTool>%s</xmp:CreatorTool>
               <xmp:CreateDate>%s</xmp:CreateDate>
               <xmp:ModifyDate>%s</xmp:ModifyDate>
               <pdf:Producer>%s</pdf:Producer>
              </rdf:Description>
             </rdf:RDF>
            </x:xmpmeta>
            <?xpacket end="w"?>
            """;

    private ArchivalPdf() {}

    /** @param at becomes the time of creation, to the second */
    static byte[] of(byte[] pdf, Instant at) throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            Instant second = at.truncatedTo(ChronoUnit.SECONDS);
            document.setVersion(1.7f);
            FontSubsets.name(document);
            describe(document, second);
            identify(document, second);
            var bytes = new ByteArrayOutputStream(pdf.length + 8 * 1024);
            // Object streams save little here, and some older signing services cannot read them
            document.save(bytes, CompressParameters.NO_COMPRESSION);
            return bytes.toByteArray();
        }
    }

    private static void describe(PDDocument document, Instant at) throws IOException {
        PDDocumentInformation before = document.getDocumentInformation();
        var information = new PDDocumentInformation();
        information.setTitle(Objects.requireNonNullElse(before.getTitle(), ""));
        information.setAuthor(Objects.requireNonNullElse(before.getAuthor(), ""));
        information.setCreator(PRODUCER);
        information.setProducer(PRODUCER);
        information.setCustomMetadataValue("CreationDate", PDF_TIME.format(at));
        information.setCustomMetadataValue("ModDate", PDF_TIME.format(at));
        document.setDocumentInformation(information);

        PDDocumentCatalog catalog = document.getDocumentCatalog();
        catalog.setLanguage("id-ID");
        catalog.setMetadata(metadata(document, information, at));
        catalog.setOutputIntents(List.of(outputIntent(document)));
    }

    private static PDMetadata metadata(PDDocument document, PDDocumentInformation information, Instant at)
            throws IOException {
        String time = DateTimeFormatter.ISO_INSTANT.format(at);
        String xmp = XMP.formatted(
                escaped(information.getTitle()), escaped(information.getAuthor()), PRODUCER, time, time, PRODUCER);
        var metadata = new PDMetadata(document);
        metadata.importXMPMetadata(xmp.getBytes(StandardCharsets.UTF_8));
        return metadata;
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }

    private static PDOutputIntent outputIntent(PDDocument document) throws IOException {
        byte[] profile = ICC_Profile.getInstance(ColorSpace.CS_sRGB).getData();
        var intent = new PDOutputIntent(document, new ByteArrayInputStream(profile));
        intent.setInfo(SRGB);
        intent.setOutputCondition(SRGB);
        intent.setOutputConditionIdentifier(SRGB);
        intent.setRegistryName("http://www.color.org");
        return intent;
    }

    /** The identifier follows from what the pages show and when; the one the writer made up was a random number. */
    private static void identify(PDDocument document, Instant at) throws IOException {
        MessageDigest digest = Sha256.digest();
        digest.update(at.toString().getBytes(StandardCharsets.UTF_8));
        for (PDPage page : document.getPages()) {
            try (InputStream content = page.getContents()) {
                digest.update(content.readAllBytes());
            }
        }
        byte[] identifier = Arrays.copyOf(digest.digest(), ID_BYTES);
        var both = new COSArray();
        both.add(new COSString(identifier));
        both.add(new COSString(identifier));
        document.getDocument().getTrailer().setItem(COSName.ID, both);
    }
}
