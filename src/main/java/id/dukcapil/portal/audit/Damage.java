package id.dukcapil.portal.audit;

/**
 * A place where the trail is not as it was sealed.
 *
 * @param firstRow first row concerned; 0 when it is about no row
 * @param lastRow last row concerned
 * @param batch the sealed batch, 0 when unknown
 */
public record Damage(Kind kind, long firstRow, long lastRow, long batch) {

    public enum Kind {
        ROW_EDITED("Isi baris diubah setelah disegel (atau isi dan nilai rantai baris tepat sebelumnya)"),
        LINK_EDITED("Nilai rantai pada baris diubah; isinya sendiri utuh"),
        ROW_REMOVED("Baris dihapus; baris tepat sesudahnya tidak dapat diperiksa tersendiri"),
        ROW_INSERTED("Baris disisipkan; tidak pernah disegel"),
        ROW_FOREIGN("Baris tidak ditulis oleh portal: ditulis atau diubah langsung di basis data sebelum disegel"),
        ROW_REPEATED("Salinan baris yang sudah disegel, dimasukkan lagi lewat basis data"),
        ROW_MOVED("Isi baris ditukar dengan baris lain"),
        CHAIN_REWRITTEN("Rantai dihitung ulang tanpa kunci: isi salah satu baris dalam rentang ini diubah"),
        BATCH_EDITED("Tanda tangan segel tidak sah: catatan segel diubah atau dipalsukan"),
        BATCH_REMOVED("Catatan segel dihapus"),
        BATCH_UNLINKED("Segel tidak menyambung ke segel sebelumnya"),
        TAIL_CUT("Ujung jejak dipotong: segel ini tercatat di luar basis data, tetapi tidak ada lagi"),
        HEAD_DIFFERS("Segel berbeda dari yang tercatat di luar basis data"),
        HEADS_DISORDERED(
                "Catatan di luar basis data mundur: ujung jejak pernah dipotong, atau cadangan lama dipulihkan"),
        HEAD_MISSING("Segel tidak tercatat di luar basis data: catatan itu tidak lengkap"),
        PRUNING_FORGED("Catatan pemangkasan tidak bertanda tangan sah");

        private final String label;

        Kind(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }

        /** Whether the row is as it was sealed, and was sealed as one that the portal did not write. */
        boolean isOfOrigin() {
            return this == ROW_FOREIGN || this == ROW_REPEATED;
        }
    }

    static Damage row(Kind kind, long row, long batch) {
        return new Damage(kind, row, row, batch);
    }

    static Damage batch(Kind kind, Batch batch) {
        return new Damage(kind, batch.firstRow(), batch.lastRow(), batch.number());
    }

    public boolean covers(long row) {
        return firstRow <= row && row <= lastRow;
    }

    /** Whether the other one simply goes on where this one ends. */
    boolean isContinuedBy(Damage next) {
        return kind == next.kind && batch == next.batch && next.firstRow == lastRow + 1;
    }

    Damage until(long row) {
        return new Damage(kind, firstRow, row, batch);
    }
}
