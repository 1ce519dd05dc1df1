package id.dukcapil.portal.cards;

import id.dukcapil.portal.common.Permission;
import id.dukcapil.portal.documents.Column;
import id.dukcapil.portal.documents.export.ExportKind;
import java.util.List;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The ledger of an office as a file. */
@Component
class CardListing implements ExportKind<CardFilter, CardEntry> {

    private final CardLists lists;

    CardListing(CardLists lists) {
        this.lists = lists;
    }

    @Override
    public String key() {
        return "cards";
    }

    @Override
    public String record() {
        return CardLedger.RECORD;
    }

    @Override
    public String title() {
        return "Buku blangko KTP-el";
    }

    @Override
    public String fileName() {
        return "blangko";
    }

    @Override
    public Permission permission() {
        return Permission.CARDS_READ;
    }

    @Override
    public Class<CardFilter> filterType() {
        return CardFilter.class;
    }

    @Override
    public OptionalInt count(CardFilter filter) {
        int count = lists.count(filter);
        return count > CardLists.COUNT_LIMIT ? OptionalInt.empty() : OptionalInt.of(count);
    }

    @Override
    public List<CardEntry> page(CardFilter filter, @Nullable CardEntry after, int limit) {
        return lists.page(filter, after == null ? null : after.number(), 0, limit);
    }

    @Override
    public List<Column<CardEntry>> columns() {
        return List.of(
                Column.integer("Nomor", CardEntry::number),
                Column.date("Tanggal", CardEntry::happenedOn),
                Column.text("Jenis", entry -> entry.kind().label()),
                Column.integer("Jumlah", CardEntry::quantity),
                Column.integer("Stok sesudahnya", CardEntry::stockAfter),
                Column.text("Nomor surat", CardEntry::reference),
                Column.text("Alasan", CardEntry::reason),
                Column.integer("Mengoreksi baris", CardEntry::correctsNumber),
                Column.text("Dicatat oleh", CardEntry::enteredBy),
                Column.dateTime("Dicatat pada", CardEntry::enteredAt));
    }
}
