package id.dukcapil.portal.signing.pades;

import eu.europa.esig.dss.enumerations.MimeTypeEnum;
import eu.europa.esig.dss.model.DSSDocument;
import eu.europa.esig.dss.model.InMemoryDocument;
import eu.europa.esig.dss.pades.PAdESCommonParameters;
import eu.europa.esig.dss.pades.validation.ByteRange;
import eu.europa.esig.dss.pades.validation.PdfByteRangeDocument;
import eu.europa.esig.dss.pades.validation.PdfRevision;
import eu.europa.esig.dss.pades.validation.PdfSignatureDictionary;
import eu.europa.esig.dss.pades.validation.dss.PdfCompositeDssDictionary;
import eu.europa.esig.dss.pdf.PDFServiceMode;
import eu.europa.esig.dss.pdf.PDFSignatureService;
import eu.europa.esig.dss.pdf.PdfDocumentReader;
import eu.europa.esig.dss.pdf.PdfSignatureRevision;
import eu.europa.esig.dss.pdf.pdfbox.PdfBoxNativeObjectFactory;
import eu.europa.esig.dss.pdf.pdfbox.PdfBoxSignatureService;
import eu.europa.esig.dss.pdf.pdfbox.visible.nativedrawer.PdfBoxNativeSignatureDrawerFactory;
import eu.europa.esig.dss.spi.DSSUtils;
import eu.europa.esig.dss.utils.Utils;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The PDF side of DSS, without its detours for what the portal signs. It takes a PNG over as it is, while the one that DSS
 * takes by itself decodes and encodes every pixel; it writes the signature into the place kept free for it, while DSS copies
 * the document byte by byte to find that place; and it reads a document whose only signature covers all of it once, while
 * DSS looks for earlier states of it byte by byte. All else goes the way of DSS.
 */
final class PdfSignatures extends PdfBoxNativeObjectFactory {

    private static final byte[] END_OF_FILE = "%%EOF".getBytes(StandardCharsets.US_ASCII);

    @Override
    public PDFSignatureService newPAdESSignatureService() {
        return configure(new Filling());
    }

    private static final class Filling extends PdfBoxSignatureService {

        Filling() {
            super(PDFServiceMode.SIGNATURE, new PdfBoxNativeSignatureDrawerFactory());
        }

        @Override
        public DSSDocument sign(DSSDocument unsigned, byte[] cms, PAdESCommonParameters parameters) {
            DSSDocument prepared = parameters.getPdfSignatureCache().getToBeSignedDocument();
            if (prepared != null && cms.length <= parameters.getContentSize()) {
                byte[] pdf = DSSUtils.toByteArray(prepared);
                int free = free(pdf, (int) DSSUtils.getFileByteSize(unsigned), 2 * parameters.getContentSize());
                if (free > 0) {
                    parameters.reinit();
                    byte[] hex = Utils.toHex(cms).getBytes(StandardCharsets.US_ASCII);
                    System.arraycopy(hex, 0, pdf, free, hex.length);
                    var signed = new InMemoryDocument(pdf);
                    signed.setMimeType(MimeTypeEnum.PDF);
                    return signed;
                }
            }
            return super.sign(unsigned, cms, parameters);
        }

        @Override
        public List<PdfRevision> getRevisions(DSSDocument document, char @Nullable [] password) {
            return soleSignature(document, password)
                    .<List<PdfRevision>>map(List::of)
                    .orElseGet(() -> super.getRevisions(document, password));
        }

        /** Of a document that was signed once, and to which nothing was added: then no revision of it need be looked for. */
        private Optional<PdfSignatureRevision> soleSignature(DSSDocument document, char @Nullable [] password) {
            try (PdfDocumentReader reader = loadPdfDocumentReader(document, password)) {
                var found = reader.extractSigDictionaries();
                if (found.size() != 1 || reader.getDSSDictionary() != null) {
                    return Optional.empty();
                }
                PdfSignatureDictionary signature = found.keySet().iterator().next();
                ByteRange range = signature.getByteRange();
                if (!isSignature(signature)
                        || !isWhole(range, document)
                        || !validateByteRange(range, document, signature.getContents())) {
                    return Optional.empty();
                }
                range.setValid(true);
                return Optional.of(new PdfSignatureRevision(
                        signature,
                        new PdfCompositeDssDictionary(),
                        null,
                        found.get(signature),
                        new PdfByteRangeDocument(document, range),
                        before(document, range),
                        reader.isSignatureCoversWholeDocument(signature)));
            } catch (IOException | RuntimeException unreadable) {
                // DSS says what is wrong with it
                return Optional.empty();
            }
        }

        private static boolean isWhole(ByteRange range, DSSDocument document) {
            return range.getFirstPartStart() == 0
                    && (long) range.getSecondPartStart() + range.getSecondPartEnd()
                            == DSSUtils.getFileByteSize(document);
        }

        /** The document as it was before it was signed: up to the last end of file before the signature. */
        private static DSSDocument before(DSSDocument document, ByteRange range) {
            byte[] pdf = DSSUtils.toByteArray(document);
            int end = range.getFirstPartEnd() - END_OF_FILE.length;
            while (end >= 0 && !Arrays.equals(pdf, end, end + END_OF_FILE.length, END_OF_FILE, 0, END_OF_FILE.length)) {
                end--;
            }
            return end < 0
                    ? InMemoryDocument.createEmptyDocument()
                    : new InMemoryDocument(Arrays.copyOf(pdf, end + END_OF_FILE.length));
        }

        /**
         * Where so many zeros stand between angle brackets in what was added to the document.
         *
         * @return the offset of the first zero; -1 when there is no such place
         */
        private static int free(byte[] pdf, int added, int zeros) {
            for (int i = added; i < pdf.length - zeros - 1; i++) {
                if (pdf[i] == '<' && pdf[i + 1 + zeros] == '>' && allZeros(pdf, i + 1, zeros)) {
                    return i + 1;
                }
            }
            return -1;
        }

        private static boolean allZeros(byte[] pdf, int from, int count) {
            for (int i = from; i < from + count; i++) {
                if (pdf[i] != '0') {
                    return false;
                }
            }
            return true;
        }
    }
}
