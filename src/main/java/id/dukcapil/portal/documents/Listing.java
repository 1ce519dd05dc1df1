package id.dukcapil.portal.documents;

import java.util.List;

/**
 * What an export contains, whatever its file format.
 *
 * @param title what the list is, "Daftar pemesanan cetak KTP-el"
 * @param filter what was selected, in words for the reader: "tanggal 7 Desember 2026, semua status"
 */
public record Listing<R>(String title, String filter, List<Column<R>> columns) {

    public Listing {
        columns = List.copyOf(columns);
        if (columns.isEmpty()) {
            throw new IllegalArgumentException("A listing has at least one column");
        }
    }
}
