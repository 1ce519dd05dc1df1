package id.dukcapil.portal.documents.table;

import org.jspecify.annotations.Nullable;

/** A file from which no rows can be read, or no further ones; the message is a sentence for the person who brought it. */
public class UnreadableTable extends RuntimeException {

    UnreadableTable(String sentence) {
        super(sentence);
    }

    UnreadableTable(String sentence, Throwable cause) {
        super(sentence, cause);
    }

    /** One Indonesian sentence saying what is wrong with the file and what to do about it. */
    public String sentence() {
        @Nullable String message = getMessage();
        return message == null ? "" : message;
    }

    static UnreadableTable broken(Throwable cause) {
        return new UnreadableTable(
                "Berkas rusak atau tidak lengkap, sehingga isinya tidak dapat dibaca. Buka dan simpan ulang, lalu unggah lagi.",
                cause);
    }

    static UnreadableTable inflating() {
        return new UnreadableTable(
                "Berkas ditolak: isinya mengembang jauh melebihi ukuran yang wajar (bom zip). Simpan ulang datanya sebagai CSV.");
    }
}
