package id.dukcapil.portal.documents.upload;

import id.dukcapil.portal.documents.upload.PackedStream.Filter;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Supplier;

/**
 * Unpacks every stream of a PDF once, piece by piece and counting, before any reader of PDFs sees the file: readers
 * unpack into memory, and a file of five megabytes can hold five gigabytes. Streams are looked for in all of the bytes,
 * as a reader would that repairs a broken file.
 */
final class PdfStreams {

    private static final byte[] STREAM = "stream".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] OBJECT = "obj".getBytes(StandardCharsets.US_ASCII);
    private static final int LONGEST_DICTIONARY = 64 * 1024;
    private static final int PIECE = 16 * 1024;

    /** Enough for the descriptions in front of a picture. */
    private static final int PICTURE_START = 1024 * 1024;

    private static final long MOST_OF_A_PICTURE = 64L << 20;
    private static final long MOST_OF_ANOTHER = 16L << 20;
    private static final long MOST_TOGETHER = 256L << 20;

    /** So often may all of the file be read; a stream that is unpacked to nothing takes time too. */
    private static final int READ_TIMES = 4;

    private final byte[] content;
    private final Supplier<OutputStream> watchers;
    private final boolean indirectParameters;
    private final DictionaryEnds ends;
    private long unpacked;
    private long read;

    PdfStreams(byte[] content) {
        this(content, HarmfulNames::new, false);
    }

    /**
     * @param watchers each sees one stream unpacked, and may refuse it
     * @param indirectParameters whether what is to be known for unpacking may stand elsewhere in the file
     */
    PdfStreams(byte[] content, Supplier<OutputStream> watchers, boolean indirectParameters) {
        this.content = content;
        this.watchers = watchers;
        this.indirectParameters = indirectParameters;
        this.ends = new DictionaryEnds(content);
    }

    /** @throws UnacceptableFile when something unpacks to too much, or to a name that is not accepted */
    void check() {
        for (int at = indexOf(STREAM, 0); at >= 0; at = indexOf(STREAM, at + 1)) {
            if (isKeyword(at)) {
                check(at);
            }
        }
    }

    private boolean isKeyword(int at) {
        int after = at + STREAM.length;
        if (after >= content.length || !DictionaryEnds.isWhite(content[after])) {
            return false;
        }
        int before = at - 1;
        while (before >= 0 && DictionaryEnds.isWhite(content[before])) {
            before--;
        }
        if (before < 1) {
            return false;
        }
        if (content[before] == '>' && content[before - 1] == '>') {
            return true;
        }
        if (before < at - 1 && isComment(before)) {
            throw PackedStream.unusual();
        }
        return false;
    }

    /** A remark between dictionary and stream hides the one from whoever looks for the other. */
    private boolean isComment(int before) {
        for (int at = before; at >= 0 && content[at] != '\n' && content[at] != '\r'; at--) {
            if (content[at] == '%') {
                return true;
            }
        }
        return false;
    }

    private void check(int keyword) {
        PackedStream stream = PackedStream.of(content, dictionaryBefore(keyword), keyword, indirectParameters);
        int start = keyword + STREAM.length;
        while (start < content.length && (content[start] == ' ' || content[start] == '\t')) {
            start++;
        }
        if (start < content.length && content[start] == '\r') {
            start++;
        }
        if (start < content.length && content[start] == '\n') {
            start++;
        }
        if (!stream.filters().isEmpty()) {
            unpack(stream, start);
        }
    }

    /**
     * Where the object begins whose dictionary leads up to the stream. There has to be exactly one: a second one inside a
     * text of the dictionary would hide half of it.
     */
    private int dictionaryBefore(int keyword) {
        int earliest = Math.max(0, keyword - LONGEST_DICTIONARY);
        int found = DictionaryEnds.NOWHERE;
        for (int at = keyword - OBJECT.length; at >= earliest; at--) {
            if (content[at] == 'o' && content[at + 1] == 'b' && content[at + 2] == 'j' && leadsTo(keyword, at)) {
                if (found >= 0) {
                    throw PackedStream.unusual();
                }
                found = at;
            }
        }
        if (found < 0) {
            throw PackedStream.unusual();
        }
        return found;
    }

    private boolean leadsTo(int keyword, int object) {
        int end = ends.after(object + OBJECT.length, keyword);
        return end >= 0 && ends.skipWhite(end, keyword) == keyword;
    }

    private void unpack(PackedStream stream, int start) {
        var source = new ByteArrayInputStream(content, start, content.length - start);
        try (InputStream plain = opened(stream.filters(), source);
                OutputStream watcher = watchers.get()) {
            if (stream.endsIn(Filter.DCT)) {
                JpegFile.sizeOf(plain.readNBytes(PICTURE_START));
                return;
            }
            if (stream.filters().getLast().isPicture() && stream.filters().size() == 1) {
                return;
            }
            count(plain, stream.image() ? MOST_OF_A_PICTURE : MOST_OF_ANOTHER, watcher);
        } catch (IOException e) {
            // What nobody can unpack to its end does no harm up to here; the reader of PDFs judges it afterwards
        } finally {
            read += content.length - start - source.available();
            if (read > (long) READ_TIMES * content.length) {
                throw PackedStream.unusual();
            }
        }
    }

    private void count(InputStream plain, long most, OutputStream watcher) throws IOException {
        byte[] piece = new byte[PIECE];
        long ofThis = 0;
        for (int more = plain.read(piece); more >= 0; more = plain.read(piece)) {
            ofThis += more;
            unpacked += more;
            if (ofThis > most || unpacked > MOST_TOGETHER) {
                throw new UnacceptableFile(
                        "Isi PDF ini mengembang terlalu besar saat dibuka. Pindai ulang dengan ketajaman biasa (150–300 dpi).");
            }
            watcher.write(piece, 0, more);
        }
    }

    private static InputStream opened(List<Filter> filters, InputStream packed) {
        InputStream plain = packed;
        for (Filter filter : filters) {
            plain = switch (filter) {
                case FLATE -> new PdfDecoders.Flate(plain);
                case ASCII_85 -> new PdfDecoders.Ascii85(plain);
                case ASCII_HEX -> new PdfDecoders.AsciiHex(plain);
                case RUN_LENGTH -> new PdfDecoders.RunLength(plain);
                case DCT, FAX, JBIG2, JPX -> plain;
            };
        }
        return plain;
    }

    private int indexOf(byte[] word, int from) {
        for (int at = from; at <= content.length - word.length; at++) {
            int index = 0;
            while (index < word.length && content[at + index] == word[index]) {
                index++;
            }
            if (index == word.length) {
                return at;
            }
        }
        return -1;
    }
}
