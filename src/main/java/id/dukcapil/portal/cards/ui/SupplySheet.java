package id.dukcapil.portal.cards.ui;

import com.vaadin.flow.component.button.Button;
import id.dukcapil.portal.cards.closing.Closing;
import id.dukcapil.portal.cards.closing.PrinterSupplies;
import id.dukcapil.portal.cards.closing.PrinterSupplies.PrinterDay;
import id.dukcapil.portal.cards.closing.PrinterSupplies.Supply;
import id.dukcapil.portal.common.ui.Formats;
import id.dukcapil.portal.common.ui.Tone;
import id.dukcapil.portal.common.ui.parts.Sheet;
import id.dukcapil.portal.common.ui.parts.StackedBar;
import id.dukcapil.portal.common.ui.parts.StackedBar.Part;
import id.dukcapil.portal.common.ui.parts.StackedBar.Shade;
import id.dukcapil.portal.common.ui.parts.Waterfall;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** What the printers got on the day; once it is counted also what became of it, because a difference lies at one of them. */
class SupplySheet extends Sheet {

    private final @Nullable Consumer<String> give;

    /** @param give fills that printer, or any for an empty name; null for who may not */
    SupplySheet(PrinterSupplies supplies, @Nullable Consumer<String> give) {
        super("Pasokan printer");
        this.give = give;
        note(supplies.rule());
        if (give != null) {
            beside(new Button("Isi printer", click -> give.accept("")));
        }
    }

    /** Before the count nobody sees what has to be left. */
    SupplySheet given(List<Supply> supplied) {
        return rows(supplied.stream()
                .map(one -> refill(one.printer(), new RowList.Row(one.printer()).figure(Formats.number(one.cards()))))
                .toList());
    }

    SupplySheet compared(List<PrinterDay> days, Closing closing) {
        return rows(days.stream()
                .map(day -> closing.isClosed() ? row(day) : refill(day.printer(), row(day)))
                .toList());
    }

    private SupplySheet rows(List<RowList.Row> rows) {
        var list = new RowList();
        list.show(rows, "Belum ada printer yang diisi hari itu.");
        add(list);
        return this;
    }

    private RowList.Row refill(String printer, RowList.Row row) {
        return give == null ? row : row.act("Isi ulang", () -> give.accept(printer));
    }

    private static RowList.Row row(PrinterDay day) {
        Integer left = day.left();
        int difference = day.difference();
        var row = new RowList.Row(day.printer())
                .draw(new StackedBar(List.of(
                        new Part("baik", day.good(), Shade.MAIN, null),
                        new Part("gagal atau rusak", day.spoilt(), Shade.GREY, null),
                        new Part("kembali", left == null ? 0 : left, Shade.OPEN, null),
                        new Part("tidak ditemukan", Math.max(0, -difference), Shade.LATE, null))))
                .figure(Formats.number(day.given()));
        if (day.given() == 0) {
            return row.badge("mencetak tanpa pasokan", Tone.WARN);
        }
        return left == null
                ? row.badge("sisa tidak dihitung", Tone.WARN)
                : row.badge(
                        difference == 0 ? "cocok" : "selisih " + Waterfall.signed(difference),
                        difference == 0 ? Tone.OK : Tone.LATE);
    }
}
