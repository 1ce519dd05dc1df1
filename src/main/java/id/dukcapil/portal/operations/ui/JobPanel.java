package id.dukcapil.portal.operations.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Paragraph;
import id.dukcapil.portal.common.ui.Callout;
import id.dukcapil.portal.common.ui.DetailPanel;
import id.dukcapil.portal.common.ui.Formats;
import id.dukcapil.portal.common.ui.KeyValueList;
import id.dukcapil.portal.common.ui.StatusBadge;
import id.dukcapil.portal.common.ui.Timeline;
import id.dukcapil.portal.operations.JobRun;
import id.dukcapil.portal.operations.JobState;
import id.dukcapil.portal.operations.JobStatus;
import id.dukcapil.portal.platform.FailedRow;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One background job beside the list: when it runs, how its last runs ended, and starting it now. */
class JobPanel extends DetailPanel {

    private final transient ZoneId zone;

    JobPanel(ZoneId zone) {
        super("rincian pekerjaan latar");
        this.zone = zone;
    }

    /** @param start what to do when it shall run now; none for whoever may not, or when there is nothing to start */
    void show(JobStatus status, List<JobRun> history, List<FailedRow> failed, @Nullable Runnable start) {
        startWith(status.job().label(), new StatusBadge(status.state().label(), JobsView.tone(status.state())));
        if (status.state().isTrouble()) {
            add(new Callout("Periksa", JobsView.tone(status.state()), explanation(status)));
        }
        add(new KeyValueList()
                .with("Irama", status.job().rhythm())
                .with("Berikutnya", when(status.nextRun()))
                .with("Berhasil terakhir", when(status.lastSuccess()))
                .with("Gagal terakhir", when(status.lastFailure()))
                .with("Nama teknis", status.job().task()));
        if (start != null) {
            var button = new Button("Jalankan sekarang", click -> start.run());
            button.addThemeVariants(ButtonVariant.PRIMARY);
            button.setDisableOnClick(true);
            button.setEnabled(status.state() != JobState.RUNNING);
            add(actions(button));
        }
        if (!failed.isEmpty()) {
            add(section("Baris yang gagal (%s)".formatted(Formats.number(status.failedRows())), failed(failed)));
        }
        add(section("Riwayat", history(history)));
    }

    private static String explanation(JobStatus status) {
        return switch (status.state()) {
            case FAILED ->
                "Gagal %d kali berturut-turut; penjadwal mencobanya lagi dengan sendirinya."
                        .formatted(status.failuresInARow());
            case PARTLY ->
                ("%s baris gagal dan dicoba lagi pada waktunya; baris lain sudah dikerjakan."
                                + " \"Jalankan sekarang\" mencoba semuanya.")
                        .formatted(Formats.number(status.failedRows()));
            case LATE -> "Sudah lewat waktunya dan belum ada proses portal yang mengambilnya.";
            case STUCK -> "Diambil sebuah proses yang tidak memberi kabar lagi. Penjadwal akan mengambilnya kembali.";
            case WAITING, RUNNING, IDLE -> "";
        };
    }

    private Component history(List<JobRun> runs) {
        if (runs.isEmpty()) {
            return new Paragraph("Belum pernah berjalan sejak riwayat dicatat.");
        }
        var list = timeline();
        runs.forEach(run -> list.with(
                        run.failed()
                                ? "Gagal"
                                : run.runs() == 1 ? "Berhasil" : "Berhasil %d kali".formatted(run.runs()),
                        Formats.shortDateTime(run.finishedAt(), zone) + ", " + length(run),
                        run.error())
                .addClassName(run.failed() ? "tone-late" : "tone-ok"));
        return list;
    }

    private Component failed(List<FailedRow> rows) {
        var list = timeline();
        rows.forEach(row -> list.with(
                row.what(),
                "Gagal %s sejak %s; dicoba lagi %s"
                        .formatted(
                                row.attempts() == 1 ? "sekali" : Formats.number(row.attempts()) + " kali",
                                Formats.shortDateTime(row.firstFailedAt(), zone),
                                Formats.shortDateTime(row.nextAttemptAt(), zone)),
                "%s · %s".formatted(row.key(), row.error())));
        return list;
    }

    private static Timeline timeline() {
        var list = new Timeline();
        list.addClassName("job-runs");
        return list;
    }

    private static String length(JobRun run) {
        Duration longest = run.longest();
        String time = longest.toSeconds() < 60
                ? Formats.decimal(longest.toMillis() / 1000.0) + " dtk"
                : Formats.duration(longest);
        return run.runs() == 1 ? time : "paling lama " + time;
    }

    private String when(@Nullable Instant moment) {
        return moment == null ? "" : Formats.dateTime(moment, zone);
    }
}
