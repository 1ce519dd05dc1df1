package id.dukcapil.portal.cards.ui;

import com.vaadin.flow.component.grid.ColumnTextAlign;
import com.vaadin.flow.component.grid.Grid;
import id.dukcapil.portal.cards.CardEntry;
import id.dukcapil.portal.cards.CardFilter;
import id.dukcapil.portal.cards.CardLists;
import id.dukcapil.portal.common.ui.Formats;
import id.dukcapil.portal.common.ui.GridCard;
import id.dukcapil.portal.common.ui.KeysetPages;
import id.dukcapil.portal.common.ui.ResponsiveGrid;
import id.dukcapil.portal.common.ui.StatusBadge;
import java.util.List;
import java.util.Objects;

/** The lines of a ledger, the latest first, fetched page by page as the list is scrolled. */
class CardGrid extends Grid<CardEntry> {

    private static final long serialVersionUID = 1L;

    private final transient CardLists lists;

    CardGrid(CardLists lists) {
        this.lists = lists;
        setSizeFull();
        addColumn(CardEntry::number).setHeader("No.").setWidth("4.5rem").setFlexGrow(0);
        addColumn(entry -> Formats.shortDate(entry.happenedOn()))
                .setHeader("Tanggal")
                .setWidth("8rem")
                .setFlexGrow(0);
        addColumn(StatusBadge.<CardEntry>renderer(entry -> entry.kind().label(), entry -> CardTones.of(entry.kind())))
                .setHeader("Jenis")
                .setWidth("9rem")
                .setFlexGrow(0);
        addColumn(CardGrid::signed)
                .setHeader("Jumlah")
                .setTextAlign(ColumnTextAlign.END)
                .setWidth("6.5rem")
                .setFlexGrow(0);
        addColumn(entry -> Formats.number(entry.stockAfter()))
                .setHeader("Stok")
                .setTextAlign(ColumnTextAlign.END)
                .setWidth("6rem")
                .setFlexGrow(0);
        addColumn(CardGrid::words).setHeader("Nomor surat, alasan").setFlexGrow(2);
        addColumn(CardEntry::enteredBy).setHeader("Dicatat oleh").setFlexGrow(1);
        ResponsiveGrid.cards(
                this,
                GridCard.<CardEntry>of(
                                entry -> "%s → %s".formatted(signed(entry), Formats.number(entry.stockAfter())),
                                entry -> List.of(
                                        "No. %d · %s".formatted(entry.number(), Formats.shortDate(entry.happenedOn())),
                                        words(entry)))
                        .withBadge(entry -> entry.kind().label(), entry -> CardTones.of(entry.kind())));
    }

    /** {@code +500} or {@code −12}. */
    static String signed(CardEntry entry) {
        return signed(entry.quantity());
    }

    static String signed(int cards) {
        return (cards < 0 ? "−" : "+") + Formats.number(Math.abs(cards));
    }

    private static String words(CardEntry entry) {
        Integer corrects = entry.correctsNumber();
        String about = corrects == null ? "" : "baris " + corrects + ": ";
        String corrected = entry.correctedBy() == 0 ? "" : " (dikoreksi " + signed(entry.correctedBy()) + ")";
        String reason = about + Objects.requireNonNullElse(entry.reason(), "");
        String reference = Objects.requireNonNullElse(entry.reference(), "");
        return reference + (reference.isEmpty() || reason.isEmpty() ? "" : " · ") + reason + corrected;
    }

    void show(CardFilter filter, int count) {
        setItems(KeysetPages.of(
                (before, skip, limit) -> lists.page(filter, before, skip, limit), CardEntry::number, count));
    }
}
