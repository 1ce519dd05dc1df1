package id.dukcapil.portal.documents.table;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * In which encoding a text file was written: by its byte order mark, else UTF-8 when every byte of it fits, else what Excel
 * writes on Windows.
 *
 * @param markLength bytes of the byte order mark to pass over
 */
record TextEncoding(Charset charset, String label, int markLength) {

    private static final int BLOCK = 64 * 1024;
    /** The five bytes that mean nothing in Windows-1252, and the control characters no list contains. */
    private static final String NEVER_IN_TEXT = "\u0081\u008d\u008f\u0090\u009d";

    /** @throws UnreadableTable when it is no text at all */
    static TextEncoding of(Path file) throws IOException {
        byte[] head = head(file);
        if (starts(head, 0xEF, 0xBB, 0xBF)) {
            return new TextEncoding(StandardCharsets.UTF_8, "UTF-8", 3);
        }
        if (starts(head, 0xFF, 0xFE)) {
            return new TextEncoding(StandardCharsets.UTF_16LE, "UTF-16", 2);
        }
        if (starts(head, 0xFE, 0xFF)) {
            return new TextEncoding(StandardCharsets.UTF_16BE, "UTF-16", 2);
        }
        int zeros = head.length > 1 ? zeroPlaces(head) : 0;
        if (zeros == 1 || zeros == 2) {
            return new TextEncoding(zeros == 2 ? StandardCharsets.UTF_16LE : StandardCharsets.UTF_16BE, "UTF-16", 0);
        }
        if (decodes(file, StandardCharsets.UTF_8)) {
            return new TextEncoding(StandardCharsets.UTF_8, "UTF-8", 0);
        }
        return windows(file);
    }

    private static TextEncoding windows(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            byte[] block = new byte[BLOCK];
            for (int read = in.read(block); read >= 0; read = in.read(block)) {
                requireText(block, read);
            }
        }
        return new TextEncoding(Charset.forName("windows-1252"), "Windows-1252", 0);
    }

    private static void requireText(byte[] block, int length) {
        for (int i = 0; i < length; i++) {
            char character = (char) (block[i] & 0xFF);
            boolean control = character < ' ' && character != '\t' && character != '\n' && character != '\r';
            if (control || NEVER_IN_TEXT.indexOf(character) >= 0) {
                throw new UnreadableTable(
                        "Berkas ini bukan tabel yang dikenal. Unggah XLSX, atau CSV dengan pengodean UTF-8 atau Windows-1252.");
            }
        }
    }

    private static boolean decodes(Path file, Charset charset) throws IOException {
        CharsetDecoder decoder = charset.newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        ByteBuffer bytes = ByteBuffer.allocate(BLOCK);
        CharBuffer characters = CharBuffer.allocate(BLOCK);
        try (var channel = Files.newByteChannel(file)) {
            boolean end = false;
            while (!end) {
                end = channel.read(bytes) < 0;
                bytes.flip();
                require(decoder.decode(bytes, characters.clear(), end));
                if (holdsControl(characters.flip())) {
                    return false;
                }
                bytes.compact();
            }
            return true;
        } catch (CharacterCodingException other) {
            return false;
        }
    }

    private static void require(CoderResult result) throws CharacterCodingException {
        if (result.isError()) {
            result.throwException();
        }
    }

    /** Such bytes are valid UTF-8, but a file that holds them is not a list. */
    private static boolean holdsControl(CharBuffer characters) {
        while (characters.hasRemaining()) {
            char character = characters.get();
            if (character < ' ' && character != '\t' && character != '\n' && character != '\r') {
                return true;
            }
        }
        return false;
    }

    /** 1 when the first byte of most pairs is zero, 2 when the second is, 0 when neither or both are. */
    private static int zeroPlaces(byte[] head) {
        int first = 0;
        int second = 0;
        int pairs = head.length / 2;
        for (int i = 0; i + 1 < head.length; i += 2) {
            first += head[i] == 0 ? 1 : 0;
            second += head[i + 1] == 0 ? 1 : 0;
        }
        boolean big = first * 2 > pairs;
        boolean little = second * 2 > pairs;
        return big == little ? 0 : big ? 1 : 2;
    }

    private static byte[] head(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return in.readNBytes(4_096);
        }
    }

    private static boolean starts(byte[] head, int... sign) {
        if (head.length < sign.length) {
            return false;
        }
        for (int i = 0; i < sign.length; i++) {
            if ((head[i] & 0xFF) != sign[i]) {
                return false;
            }
        }
        return true;
    }
}
