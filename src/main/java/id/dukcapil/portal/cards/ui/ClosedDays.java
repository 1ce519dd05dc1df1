package id.dukcapil.portal.cards.ui;

import id.dukcapil.portal.cards.closing.Closing;
import id.dukcapil.portal.common.ui.Formats;
import id.dukcapil.portal.common.ui.Tone;
import id.dukcapil.portal.common.ui.parts.Sheet;
import id.dukcapil.portal.common.ui.parts.Step;
import id.dukcapil.portal.common.ui.parts.StepStrip;
import id.dukcapil.portal.common.ui.parts.Waterfall;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The days that were closed, each with the way to its balance, and the four steps by which a day is closed. */
class ClosedDays extends Sheet {

    ClosedDays(List<Closing> past, Consumer<LocalDate> show) {
        super("Hari yang ditutup");
        var list = new RowList();
        list.show(past.stream().map(closing -> row(closing, show)).toList(), "Belum ada hari yang ditutup.");
        add(list);
    }

    private static RowList.Row row(Closing closing, Consumer<LocalDate> show) {
        var row = new RowList.Row(Formats.longDate(closing.day()))
                .line("%s · dihitung %s%s"
                        .formatted(
                                closing.number(),
                                closing.countedName(),
                                closing.secondName() == null ? "" : " dan " + closing.secondName()))
                .figure(Formats.number(closing.counted()));
        if (closing.reason() != null) {
            row.line(closing.reason());
        }
        row.act("Neraca", () -> show.accept(closing.day()));
        return closing.intact()
                ? row.badge(
                        closing.agrees() ? "cocok" : "selisih " + Waterfall.signed(closing.difference()),
                        closing.agrees() ? Tone.OK : Tone.WARN)
                : row.badge("diubah di luar portal", Tone.LATE);
    }

    static StepStrip steps(@Nullable Closing pending, boolean due) {
        int at = !due ? 4 : pending == null ? 0 : pending.agrees() || pending.secondName() != null ? 3 : 2;
        List<String> titles = List.of("Hitung", "Neraca", "Selisih", "Tutup dan kunci");
        List<String> notes = List.of(
                "tanpa angka neraca", "terbuka sesudah disimpan", "alasan dan orang kedua", "hash ke jejak audit");
        var steps = new ArrayList<Step>();
        for (int i = 0; i < titles.size(); i++) {
            Step.Progress progress =
                    i < at ? Step.Progress.DONE : i == at ? Step.Progress.CURRENT : Step.Progress.AHEAD;
            steps.add(Step.of(progress, titles.get(i), "").by(notes.get(i)));
        }
        return StepStrip.of(steps);
    }
}
