package id.dukcapil.portal.audit.ui;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.progressbar.ProgressBar;
import com.vaadin.flow.shared.Registration;
import id.dukcapil.portal.audit.Damage;
import id.dukcapil.portal.audit.TrailIntegrity;
import id.dukcapil.portal.audit.VerificationRun;
import id.dukcapil.portal.common.ui.Formats;
import id.dukcapil.portal.common.ui.Pulse;
import id.dukcapil.portal.common.ui.StatusBadge;
import id.dukcapil.portal.common.ui.Tone;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Whether the trail is intact: when that was verified last and by whom, the damaged places, and a new verification. */
class IntegrityBanner extends Div {

    private static final int PLACES_SHOWN = 50;

    private final transient TrailIntegrity integrity;
    private final transient ZoneId zone;
    private final Div state = new Div();
    private final Div damages = new Div();
    private final ProgressBar progress = new ProgressBar();
    private final Button start = new Button("Periksa keutuhan", click -> begin());
    private final transient Pulse pulse;
    private transient @Nullable Registration watch;

    IntegrityBanner(TrailIntegrity integrity, ZoneId zone, Pulse pulse) {
        this.integrity = integrity;
        this.pulse = pulse;
        this.zone = zone;
        addClassNames("card", "integrity");
        state.addClassName("integrity-state");
        state.getElement().setAttribute("role", "status");
        start.addThemeVariants(ButtonVariant.PRIMARY);
        start.setDisableOnClick(true);
        progress.getElement().setAttribute("aria-label", "Kemajuan pemeriksaan");
        var line = new Div(state, start);
        line.addClassName("integrity-line");
        add(line, progress, damages);
    }

    @Override
    protected void onAttach(AttachEvent event) {
        refresh();
    }

    @Override
    protected void onDetach(DetachEvent event) {
        watch(false);
    }

    private void begin() {
        integrity.start();
        refresh();
    }

    private void watch(boolean underWay) {
        Registration present = watch;
        if (underWay && present == null) {
            watch = pulse.watch(UI.getCurrent(), this::refresh);
        } else if (!underWay && present != null) {
            present.remove();
            watch = null;
        }
    }

    private void refresh() {
        Optional<VerificationRun> running = integrity.running();
        watch(running.isPresent());
        progress.setVisible(running.isPresent());
        start.setEnabled(running.isEmpty());
        running.ifPresent(run -> progress.setValue(
                run.rowsTotal() == 0 ? 0 : Math.min(1, run.rowsChecked() / (double) run.rowsTotal())));
        state.removeAll();
        damages.removeAll();
        long waiting = integrity.waitingTooLong();
        if (waiting > 0) {
            say(
                    "Penyegelan terhenti",
                    Tone.WARN,
                    "%s baris menunggu segel terlalu lama. Periksa pekerjaan latar \"Menyegel jejak audit\"."
                            .formatted(Formats.number(waiting)));
        }
        Optional<VerificationRun> result = integrity.latestResult();
        if (running.isPresent()) {
            showRunning(running.get());
        } else if (result.isPresent()) {
            showResult(result.get());
        } else {
            say(
                    "Belum diperiksa",
                    Tone.NEUTRAL,
                    "Jejak ini belum pernah diperiksa. Pemeriksaan berjalan sendiri setiap malam.");
        }
    }

    private void showRunning(VerificationRun run) {
        say(
                "Sedang diperiksa",
                Tone.INFO,
                "%s dari %s baris, diminta %s."
                        .formatted(
                                Formats.number(run.rowsChecked()), Formats.number(run.rowsTotal()), run.requestedBy()));
    }

    private void showResult(VerificationRun run) {
        String when = "diperiksa %s oleh %s".formatted(Formats.dateTime(run.requestedAt(), zone), run.requestedBy());
        if (!run.foundDamage()) {
            say("Utuh", Tone.OK, "%s baris, %s.".formatted(Formats.number(run.rowsChecked()), when));
            return;
        }
        say(
                "RUSAK",
                Tone.LATE,
                "%s tempat rusak di antara %s baris, %s."
                        .formatted(Formats.number(run.damagesFound()), Formats.number(run.rowsChecked()), when));
        damages.add(places(run.damages()));
    }

    private static Details places(List<Damage> places) {
        var list = new OrderedList();
        places.stream()
                .limit(PLACES_SHOWN)
                .forEach(damage -> list.add(
                        new ListItem(where(damage) + ": " + damage.kind().label() + ".")));
        if (places.size() > PLACES_SHOWN) {
            list.add(new ListItem("… dan lainnya"));
        }
        var details = new Details("Tempat yang rusak", list);
        details.setOpened(true);
        return details;
    }

    private static String where(Damage damage) {
        String rows = damage.firstRow() == damage.lastRow()
                ? "Baris " + Formats.number(damage.firstRow())
                : "Baris %s–%s".formatted(Formats.number(damage.firstRow()), Formats.number(damage.lastRow()));
        return damage.batch() == 0 ? rows : rows + " (segel %s)".formatted(Formats.number(damage.batch()));
    }

    private void say(String word, Tone tone, String sentence) {
        state.add(new StatusBadge(word, tone), new Span(sentence));
    }
}
