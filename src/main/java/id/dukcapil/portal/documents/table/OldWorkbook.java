package id.dukcapil.portal.documents.table;

import java.io.IOException;
import java.nio.file.Path;
import org.apache.poi.poifs.crypt.Decryptor;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;

/** A file in Microsoft's old container: a workbook of before 2007, or a newer one behind a password. Neither is read. */
final class OldWorkbook {

    private OldWorkbook() {}

    static UnreadableTable refusal(Path file) {
        try (var container = new POIFSFileSystem(file.toFile(), true)) {
            if (container.getRoot().hasEntryCaseInsensitive(Decryptor.DEFAULT_POIFS_ENTRY)
                    || container.getRoot().hasEntryCaseInsensitive("EncryptionInfo")) {
                return new UnreadableTable("Buku kerja ini dikunci dengan kata sandi. Buka dengan Excel, hapus kata"
                        + " sandinya (Berkas › Info › Proteksi Buku Kerja), simpan, lalu unggah lagi.");
            }
            if (container.getRoot().hasEntryCaseInsensitive("Workbook")
                    || container.getRoot().hasEntryCaseInsensitive("Book")) {
                return new UnreadableTable(
                        "Format Excel lama (.xls) tidak dibaca karena dapat memotong data. Buka dengan"
                                + " Excel, simpan sebagai \"Buku Kerja Excel (.xlsx)\", lalu unggah lagi.");
            }
            return new UnreadableTable("Berkas ini bukan tabel. Unggah XLSX atau CSV.");
        } catch (IOException | RuntimeException broken) {
            return UnreadableTable.broken(broken);
        }
    }
}
