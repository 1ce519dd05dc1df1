package id.dukcapil.portal.documents.table;

import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.apache.poi.util.XMLHelper;
import org.jspecify.annotations.Nullable;

/**
 * The texts that the cells of a workbook share. A list of residents has as many as cells, and Excel keeps them apart from the
 * sheet, so they are laid down in a file that is mapped into memory instead of filling the heap.
 */
final class SharedTexts implements Closeable {

    private static final int MOST_TEXTS = 8_000_000;
    private static final long LARGEST = 1L << 30;

    private final Path file;
    private final Arena arena = Arena.ofShared();
    private final MemorySegment stored;
    /** Where each text begins, and after the last one where it ends. */
    private int[] starts = new int[1_024];

    private int count;

    private SharedTexts(@Nullable InputStream xml) throws IOException, XMLStreamException {
        file = Files.createTempFile("portal-texts", ".tmp");
        try {
            if (xml != null) {
                lay(xml);
            }
            stored = map();
        } catch (IOException | XMLStreamException | RuntimeException e) {
            close();
            throw e;
        }
    }

    /** @param xml null for a workbook that keeps its texts in the cells */
    static SharedTexts of(@Nullable InputStream xml) throws IOException, XMLStreamException {
        return new SharedTexts(xml);
    }

    private void lay(InputStream xml) throws IOException, XMLStreamException {
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file), 1 << 16);
                InputStream limited = new CountingInput(xml, 2 * LARGEST)) {
            XMLStreamReader events = XMLHelper.newXMLInputFactory().createXMLStreamReader(limited);
            long end = 0;
            while (events.hasNext()) {
                if (events.next() == XMLStreamConstants.START_ELEMENT
                        && events.getLocalName().equals("si")) {
                    byte[] text = RichText.read(events, "si").getBytes(StandardCharsets.UTF_8);
                    out.write(text);
                    begin((int) end);
                    end += text.length;
                    if (end > LARGEST) {
                        throw UnreadableTable.inflating();
                    }
                }
            }
            begin((int) end);
            count--;
            events.close();
        }
    }

    private void begin(int at) {
        if (count > MOST_TEXTS) {
            throw new UnreadableTable(
                    "Buku kerja ini terlalu besar untuk dibaca. Simpan sebagai CSV, lalu unggah lagi.");
        }
        if (count == starts.length) {
            starts = Arrays.copyOf(starts, starts.length * 2);
        }
        starts[count++] = at;
    }

    private MemorySegment map() throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            return channel.map(FileChannel.MapMode.READ_ONLY, 0, channel.size(), arena);
        }
    }

    /** @throws UnreadableTable when the sheet names a text that the workbook does not have */
    String text(int index) {
        if (index < 0 || index >= count) {
            throw UnreadableTable.broken(new IndexOutOfBoundsException(index));
        }
        int from = starts[index];
        byte[] text = new byte[starts[index + 1] - from];
        MemorySegment.copy(stored, ValueLayout.JAVA_BYTE, from, text, 0, text.length);
        return new String(text, StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        arena.close();
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
