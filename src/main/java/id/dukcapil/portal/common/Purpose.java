package id.dukcapil.portal.common;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Why somebody opens masked personal data; written down with every opening (UU 27/2022 art. 31).
 *
 * @param note what the kind alone does not say; empty when nothing was added
 */
public record Purpose(Kind kind, String note) {

    private static final int LONGEST_NOTE = 200;
    private static final Pattern LONG_NUMBER = Pattern.compile("\\d{10,}");

    /** What the office opens somebody's data for. */
    public enum Kind {
        SERVING("Melayani pemohon di loket atau lewat telepon", false),
        COMPARING("Mencocokkan dengan dokumen asli", false),
        CORRECTING("Memeriksa data ganda atau salah", false),
        COMPLAINT("Menindaklanjuti pengaduan", true),
        DATA_SUBJECT("Menangani permintaan subjek data", true),
        AUTHORITY("Permintaan resmi instansi lain", true),
        OTHER("Tujuan lain", true);

        private final String label;
        private final boolean explained;

        Kind(String label, boolean explained) {
            this.label = label;
            this.explained = explained;
        }

        public String label() {
            return label;
        }

        /** Whether the kind alone says too little, so that a note has to go with it. */
        public boolean mustBeExplained() {
            return explained;
        }
    }

    public Purpose {
        note = note.strip();
    }

    /** @throws InvalidInput when no kind is chosen, or the note is missing, too long, or holds a NIK or the like */
    public static Purpose parse(@Nullable Kind kind, String note) {
        if (kind == null) {
            throw new InvalidInput("kind", "Pilih tujuannya.");
        }
        if (kind.mustBeExplained() && note.isBlank()) {
            throw new InvalidInput("note", "Tujuan ini perlu keterangan, misalnya nomor surat atau nomor permintaan.");
        }
        if (note.strip().length() > LONGEST_NOTE) {
            throw new InvalidInput("note", "Keterangan paling panjang %d huruf.".formatted(LONGEST_NOTE));
        }
        if (LONG_NUMBER.matcher(note.replaceAll("[ .-]", "")).find()) {
            throw new InvalidInput("note", "Jangan menulis NIK, nomor KK atau nomor telepon dalam keterangan.");
        }
        return new Purpose(kind, note);
    }

    /** As it is written down: "Menindaklanjuti pengaduan: surat 12/2026". */
    public String text() {
        return note.isEmpty() ? kind.label() : kind.label() + ": " + note;
    }
}
