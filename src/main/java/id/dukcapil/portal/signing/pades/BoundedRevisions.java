package id.dukcapil.portal.signing.pades;

import eu.europa.esig.dss.model.DSSDocument;
import eu.europa.esig.dss.pades.validation.PdfRevision;
import eu.europa.esig.dss.pdf.AnnotationBox;
import eu.europa.esig.dss.pdf.PDFServiceMode;
import eu.europa.esig.dss.pdf.PDFSignatureService;
import eu.europa.esig.dss.pdf.PdfAnnotation;
import eu.europa.esig.dss.pdf.PdfArray;
import eu.europa.esig.dss.pdf.PdfDict;
import eu.europa.esig.dss.pdf.PdfDocumentReader;
import eu.europa.esig.dss.pdf.modifications.DefaultPdfDifferencesFinder;
import eu.europa.esig.dss.pdf.modifications.DefaultPdfObjectModificationsFinder;
import eu.europa.esig.dss.pdf.modifications.PdfModification;
import eu.europa.esig.dss.pdf.pdfbox.PdfBoxNativeObjectFactory;
import eu.europa.esig.dss.pdf.pdfbox.PdfBoxSignatureService;
import eu.europa.esig.dss.pdf.pdfbox.visible.nativedrawer.PdfBoxNativeSignatureDrawerFactory;
import id.dukcapil.portal.signing.pades.ForeignExamination.TooComplex;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The PDF side of DSS for files of strangers. DSS compares the states of a document before and after each signature without
 * any bound; here few signatures are compared, no page is drawn, and an interrupted thread ends soon.
 */
final class BoundedRevisions extends PdfBoxNativeObjectFactory {

    static final int MOST_SIGNATURES = 10;

    BoundedRevisions() {
        setPdfDifferencesFinder(new CountedPages());
        setPdfObjectModificationsFinder((before, after) -> new DefaultPdfObjectModificationsFinder()
                .find(guarded(PdfDocumentReader.class, before), guarded(PdfDocumentReader.class, after)));
    }

    @Override
    public PDFSignatureService newPAdESSignatureService() {
        return configure(new Bounded());
    }

    private static final class Bounded extends PdfBoxSignatureService {

        Bounded() {
            super(PDFServiceMode.SIGNATURE, new PdfBoxNativeSignatureDrawerFactory());
        }

        /** Counted as PDFBox finds them, because names can be spelled and packed so that no search for bytes finds them. */
        @Override
        public List<PdfRevision> getRevisions(DSSDocument document, char @Nullable [] password) {
            try (PdfDocumentReader reader = loadPdfDocumentReader(document, password)) {
                if (reader.extractSigDictionaries().size() > MOST_SIGNATURES) {
                    throw new TooComplex("More than %d signatures".formatted(MOST_SIGNATURES));
                }
            } catch (IOException unreadable) {
                throw new IllegalArgumentException("No PDF that can be read", unreadable);
            }
            return super.getRevisions(document, password);
        }

        @Override
        protected PdfDocumentReader loadPdfDocumentReader(DSSDocument document, char @Nullable [] password)
                throws IOException {
            requireWanted();
            return super.loadPdfDocumentReader(document, password);
        }
    }

    /** Pages are counted and not drawn: a page may be of any size. What overlaps was added, which is found anyway. */
    private static final class CountedPages extends DefaultPdfDifferencesFinder {

        @Override
        public List<PdfModification> getVisualDifferences(PdfDocumentReader before, PdfDocumentReader after) {
            return List.of();
        }

        @Override
        public List<PdfModification> getAnnotationOverlaps(PdfDocumentReader reader) {
            return List.of();
        }

        @Override
        public boolean isAnnotationBoxOverlapping(AnnotationBox box, List<PdfAnnotation> annotations) {
            return false;
        }
    }

    /** The same object, of which every part notices at its next use that nobody waits any more. */
    private static <T> T guarded(Class<T> type, T target) {
        return type.cast(Proxy.newProxyInstance(
                BoundedRevisions.class.getClassLoader(), new Class<?>[] {type}, (proxy, method, arguments) -> {
                    requireWanted();
                    return guarded(invoked(target, method, arguments));
                }));
    }

    private static @Nullable Object guarded(@Nullable Object part) {
        return switch (part) {
            case PdfDict dictionary -> guarded(PdfDict.class, dictionary);
            case PdfArray array -> guarded(PdfArray.class, array);
            case null, default -> part;
        };
    }

    private static @Nullable Object invoked(Object target, Method method, Object @Nullable [] arguments)
            throws Throwable {
        try {
            return method.invoke(target, arguments);
        } catch (InvocationTargetException failed) {
            throw failed.getCause();
        }
    }

    private static void requireWanted() {
        if (Thread.currentThread().isInterrupted()) {
            throw new TooComplex("Nobody waits any more");
        }
    }
}
