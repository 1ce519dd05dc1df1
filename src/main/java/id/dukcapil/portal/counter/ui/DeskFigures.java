package id.dukcapil.portal.counter.ui;

import com.vaadin.flow.component.html.Div;
import id.dukcapil.portal.common.ui.Figure;
import id.dukcapil.portal.counter.waiting.HallFigures.Day;
import id.dukcapil.portal.counter.waiting.HallFigures.Middle;
import org.jspecify.annotations.Nullable;

/** Today at this counter and in this office. */
class DeskFigures extends Div {

    DeskFigures() {
        addClassName("counter-figures");
    }

    void show(Day day) {
        removeAll();
        add(Figure.row(
                new Figure("Selesai di loket ini", "" + day.finished(), "orang hari ini"),
                middle("Lama menunggu", day.waiting()),
                middle("Lama layanan", day.serving()),
                new Figure(
                        "Perkiraan tepat",
                        day.hits().all() == 0
                                ? "–"
                                : "%d%%"
                                        .formatted(100
                                                * day.hits().inside()
                                                / day.hits().all()),
                        day.hits().all() == 0
                                ? "belum ada perkiraan yang diberikan"
                                : "dari %d orang, 20 hari layanan"
                                        .formatted(day.hits().all())),
                new Figure(
                        "Didahului",
                        "" + day.overtaken(),
                        "%d dari %d panggilan prioritas · %d tidak hadir"
                                .formatted(day.priorities(), day.calls(), day.absent()))));
    }

    private static Figure middle(String caption, @Nullable Middle middle) {
        return middle == null
                ? new Figure(caption, "–", "belum ada hari ini")
                : new Figure(
                        caption,
                        "%d mnt".formatted(middle.median()),
                        "9 dari 10 paling lama %d mnt".formatted(middle.ninth()));
    }
}
