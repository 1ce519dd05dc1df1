package id.dukcapil.portal.documents.table;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Locale;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;

/** Opens lists for reading. What a file is, is told by its first bytes and not by its name. */
@Service
@PreAuthorize("permitAll()")
public class TableFiles {

    private static final int HEAD = 1_024;
    private static final byte[] ZIP = HexFormat.of().parseHex("504b0304");
    private static final byte[] OLE2 = HexFormat.of().parseHex("d0cf11e0a1b11ae1");
    private static final byte[] PDF = "%PDF".getBytes(StandardCharsets.US_ASCII);

    /**
     * @throws UnreadableTable when it is no table that can be read, saying why
     * @throws UncheckedIOException when the disk fails
     */
    public TableRows open(Path file) {
        try {
            byte[] head = head(file);
            if (head.length == 0) {
                throw new UnreadableTable("Berkas kosong.");
            }
            if (startsWith(head, ZIP)) {
                return WorkbookRows.open(file);
            }
            requireText(head, file);
            return TextRows.open(file);
        } catch (IOException e) {
            throw new UncheckedIOException("The table cannot be read", e);
        }
    }

    private static void requireText(byte[] head, Path file) {
        if (startsWith(head, OLE2)) {
            throw OldWorkbook.refusal(file);
        }
        if (startsWith(head, PDF)) {
            throw new UnreadableTable("Ini berkas PDF. Mintalah datanya sebagai XLSX atau CSV.");
        }
        String beginning =
                new String(head, StandardCharsets.ISO_8859_1).stripLeading().toLowerCase(Locale.ROOT);
        if (beginning.startsWith("<") || beginning.startsWith("ï»¿<")) {
            throw new UnreadableTable("Ini halaman web atau XML yang diberi nama lain, bukan tabel. Buka dengan Excel,"
                    + " simpan sebagai \"Buku Kerja Excel (.xlsx)\", lalu unggah lagi.");
        }
    }

    private static byte[] head(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return in.readNBytes(HEAD);
        }
    }

    private static boolean startsWith(byte[] head, byte[] sign) {
        return head.length >= sign.length && Arrays.equals(head, 0, sign.length, sign, 0, sign.length);
    }
}
