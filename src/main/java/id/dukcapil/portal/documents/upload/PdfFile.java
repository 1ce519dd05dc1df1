package id.dukcapil.portal.documents.upload;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Locale;
import java.util.Set;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSDocument;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSObjectKey;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.interactive.action.PDActionGoTo;

/**
 * A PDF that is kept as it came, because a changed one is no evidence any more. It may show pages and nothing else: no
 * script, no action, no file inside, no password, and nothing in front of it or behind it.
 */
final class PdfFile {

    private static final int MOST_PAGES = 50;
    private static final int MOST_OBJECTS = 100_000;

    /** Programs that guess what a file is look at its first bytes, and at its last ones for an archive. */
    private static final int GUESSED_BY_START = 1024;

    private static final int GUESSED_BY_END = 66_000;
    private static final Set<String> OTHER_TONGUES = Set.of("<html", "<script", "<!doctype", "<svg", "<body", "<head");
    private static final String ARCHIVE_END = "PK\5\6";
    private static final String LAST_WORD = "%%EOF";

    private static final String DAMAGED =
            "PDF ini rusak atau terpotong. Buka dahulu; bila terlihat baik, cetak ulang sebagai PDF lalu unggah lagi.";

    /** Short names that mean something only where they are keys, so they are looked for there. */
    private static final Set<COSName> HARMFUL_KEYS =
            Set.of(COSName.getPDFName("JS"), COSName.EF, COSName.getPDFName("XFA"));

    private final byte[] content;

    PdfFile(byte[] content) {
        this.content = content;
    }

    /**
     * How many pages it shows.
     *
     * @throws UnacceptableFile when it does anything else, or too much of it
     */
    int pages() {
        requireOnlyPdf();
        try (var names = new HarmfulNames()) {
            for (byte sign : content) {
                names.write(sign);
            }
        }
        new PdfStreams(content).check();
        return readable();
    }

    private void requireOnlyPdf() {
        String start = text(0, Math.min(GUESSED_BY_START, content.length)).toLowerCase(Locale.ROOT);
        if (OTHER_TONGUES.stream().anyMatch(start::contains)) {
            throw new UnacceptableFile(
                    "Berkas ini sekaligus PDF dan halaman web. Cetak ulang sebagai PDF biasa lalu unggah lagi.");
        }
        String end = text(Math.max(0, content.length - GUESSED_BY_END), content.length);
        if (end.contains(ARCHIVE_END)) {
            throw new UnacceptableFile(
                    "Berkas ini sekaligus PDF dan arsip. Cetak ulang sebagai PDF biasa lalu unggah lagi.");
        }
        int last = end.lastIndexOf(LAST_WORD);
        if (last < 0) {
            throw new UnacceptableFile(DAMAGED);
        }
        boolean more = end.substring(last + LAST_WORD.length()).chars().anyMatch(sign -> sign > ' ');
        if (more) {
            throw new UnacceptableFile(
                    "Di belakang PDF ini masih ada data lain. Cetak ulang sebagai PDF biasa lalu unggah lagi.");
        }
    }

    private String text(int from, int to) {
        return new String(content, from, to - from, StandardCharsets.ISO_8859_1);
    }

    private int readable() {
        try (PDDocument document = Loader.loadPDF(content)) {
            if (document.isEncrypted()) {
                throw new UnacceptableFile("PDF ini terkunci atau memakai kata sandi. Unggah PDF tanpa kata sandi.");
            }
            requireHarmlessObjects(document.getDocument());
            return pages(document);
        } catch (IOException | RuntimeException | StackOverflowError e) {
            throw e instanceof UnacceptableFile known ? known : new UnacceptableFile(DAMAGED, e);
        }
    }

    private static int pages(PDDocument document) {
        int pages = 0;
        for (PDPage page : document.getPages()) {
            page.getMediaBox();
            pages++;
            if (pages > MOST_PAGES) {
                throw new UnacceptableFile("PDF ini lebih dari %d halaman. Unggah hanya halaman dokumen yang diminta."
                        .formatted(MOST_PAGES));
            }
        }
        if (pages == 0) {
            throw new UnacceptableFile("PDF ini tidak mempunyai halaman.");
        }
        return pages;
    }

    private static void requireHarmlessObjects(COSDocument document) throws IOException {
        Set<COSObjectKey> keys = Set.copyOf(document.getXrefTable().keySet());
        if (keys.size() > MOST_OBJECTS) {
            throw PackedStream.unusual();
        }
        for (COSObjectKey key : keys) {
            requireHarmless(document.getObjectFromPool(key).getObject());
        }
    }

    /** Objects that are only referred to come by themselves. */
    private static void requireHarmless(COSBase object) {
        Deque<COSBase> open = new ArrayDeque<>();
        if (object != null) {
            open.push(object);
        }
        while (!open.isEmpty()) {
            COSBase next = open.pop();
            if (next instanceof COSDictionary dictionary) {
                if (HARMFUL_KEYS.stream().anyMatch(dictionary::containsKey)) {
                    throw new UnacceptableFile(
                            "PDF ini berisi skrip, formulir yang dapat diisi, atau berkas lain. Cetak ulang sebagai PDF biasa lalu unggah lagi.");
                }
                // /AA: what a page does by itself, for instance call an address when it is shown
                if (dictionary.containsKey(COSName.AA) || opensWithAnAction(dictionary)) {
                    throw new UnacceptableFile(HarmfulNames.ACTS);
                }
                dictionary.getValues().forEach(value -> push(open, value));
            } else if (next instanceof COSArray array) {
                array.forEach(value -> push(open, value));
            }
        }
    }

    /** To turn to a page of the document itself is no action that matters, as long as no other one follows it. */
    private static boolean opensWithAnAction(COSDictionary dictionary) {
        return dictionary.getDictionaryObject(COSName.OPEN_ACTION) instanceof COSDictionary action
                && (!PDActionGoTo.SUB_TYPE.equals(action.getNameAsString(COSName.S))
                        || action.containsKey(COSName.NEXT));
    }

    private static void push(Deque<COSBase> open, COSBase value) {
        if (value instanceof COSDictionary || value instanceof COSArray) {
            open.push(value);
        }
    }
}
