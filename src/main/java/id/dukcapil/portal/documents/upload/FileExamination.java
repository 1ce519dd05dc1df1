package id.dukcapil.portal.documents.upload;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Semaphore;
import org.springframework.core.io.InputStreamSource;
import org.springframework.stereotype.Component;

/**
 * Judges a file by its bytes. Whatever comes in, the memory it takes is bounded: sizes are read before anything is
 * unpacked, unpacking is counted, and only so many files are looked at at once.
 */
@Component
public class FileExamination {

    /** Unpacking works the processor and the memory; whoever comes on top waits a moment. */
    private static final int AT_ONCE = 2;

    private final Semaphore places = new Semaphore(AT_ONCE, true);

    /**
     * Reads the file when its turn has come, so that those that wait stay on the disk.
     *
     * @param largest bytes that are taken
     * @throws UnacceptableFile for anything but a sound and harmless PDF, JPEG or PNG
     * @throws IOException when it cannot be read
     */
    public SafeFile examine(InputStreamSource file, int largest) throws IOException {
        places.acquireUninterruptibly();
        try (InputStream source = file.getInputStream()) {
            byte[] content = source.readNBytes(largest + 1);
            if (content.length > largest) {
                throw new UnacceptableFile(
                        "Berkas lebih besar dari %d MB. Perkecil lalu unggah lagi.".formatted(largest >> 20));
            }
            return judged(content);
        } finally {
            places.release();
        }
    }

    private static SafeFile judged(byte[] content) {
        if (content.length == 0) {
            throw new UnacceptableFile("Berkas kosong. Pilih berkas lain.");
        }
        if (startsWith(content, PngFile.SIGNATURE)) {
            return new SafeFile(FileKind.PNG, new PngFile(content).cleaned(), 1);
        }
        if (startsWith(content, JpegFile.SIGNATURE)) {
            return new SafeFile(FileKind.JPEG, new JpegFile(content).cleaned(), 1);
        }
        if (startsWith(content, "%PDF-".getBytes(StandardCharsets.US_ASCII))) {
            return new SafeFile(FileKind.PDF, content, new PdfFile(content).pages());
        }
        throw new UnacceptableFile(
                "Isi berkas ini bukan PDF, JPEG, atau PNG, apa pun namanya. Pindai atau foto dokumennya lalu unggah lagi.");
    }

    private static boolean startsWith(byte[] content, byte[] signature) {
        if (content.length < signature.length) {
            return false;
        }
        for (int index = 0; index < signature.length; index++) {
            if (content[index] != signature[index]) {
                return false;
            }
        }
        return true;
    }
}
