package id.dukcapil.portal.operations.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import id.dukcapil.portal.common.InvalidInput;
import id.dukcapil.portal.common.Permission;
import id.dukcapil.portal.common.ui.Formats;
import id.dukcapil.portal.common.ui.Notify;
import id.dukcapil.portal.common.ui.RegisterPage;
import id.dukcapil.portal.common.ui.Tone;
import id.dukcapil.portal.operations.JobState;
import id.dukcapil.portal.operations.JobStatus;
import id.dukcapil.portal.operations.Jobs;
import id.dukcapil.portal.staff.CurrentStaff;
import id.dukcapil.portal.staff.Organisation;
import jakarta.annotation.security.RolesAllowed;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the portal does by itself: which jobs run, wait, are late or fail, and starting one again. */
@Route(JobsView.ROUTE)
@PageTitle("Pekerjaan latar")
@Menu(title = "Pekerjaan latar", order = 124)
@RolesAllowed(Permission.Name.SYSTEM_READ)
@StyleSheet("context://styles/administration.css")
class JobsView extends RegisterPage<JobStatus> {

    static final String ROUTE = "pekerjaan-latar";

    private final transient Jobs jobs;
    private final transient ZoneId zone;
    private final boolean mayRun;
    private final JobPanel panel;
    private transient List<JobStatus> all = List.of();

    JobsView(Jobs jobs, CurrentStaff staff, Organisation organisation) {
        super("Pekerjaan latar", ROUTE);
        this.jobs = jobs;
        zone = organisation.timeZone();
        mayRun = staff.may(Permission.JOB_RUN);
        panel = new JobPanel(zone);
        addColumns();
        list(() -> all);
        open(
                panel,
                "pekerjaan",
                status -> status.job().task(),
                task -> all.stream()
                        .filter(status -> status.job().task().equals(task))
                        .findFirst(),
                this::show,
                "Pekerjaan itu tidak ada.");
        setActions(new Button("Muat ulang", click -> refresh()));
        lay();
    }

    private void addColumns() {
        grid.column("Pekerjaan", "16em", status -> status.job().label()).setFlexGrow(1);
        grid.badge("Keadaan", status -> status.state().label(), status -> tone(status.state()));
        grid.column("Berikutnya", status -> when(status.nextRun()));
        grid.column("Berhasil terakhir", status -> when(status.lastSuccess()));
        grid.column("Gagal terakhir", status -> when(status.lastFailure()));
        grid.cards(
                status -> status.job().label(),
                status -> List.of(
                        status.job().rhythm(),
                        "Berikutnya: " + when(status.nextRun()),
                        "Berhasil terakhir: " + when(status.lastSuccess())));
    }

    static Tone tone(JobState state) {
        return switch (state) {
            case WAITING -> Tone.OK;
            case RUNNING -> Tone.INFO;
            case FAILED, STUCK -> Tone.LATE;
            case PARTLY, LATE -> Tone.WARN;
            case IDLE -> Tone.NEUTRAL;
        };
    }

    private String when(@Nullable Instant moment) {
        return moment == null ? "–" : Formats.shortDateTime(moment, zone);
    }

    @Override
    protected void refresh() {
        all = jobs.all().stream()
                .sorted(Comparator.comparing(status -> !status.state().isTrouble()))
                .toList();
        long trouble = all.stream().filter(status -> status.state().isTrouble()).count();
        setSubtitle("%d pekerjaan · %s"
                .formatted(all.size(), trouble == 0 ? "semua berjalan baik" : trouble + " perlu diperiksa"));
        grid.deselectAll();
        super.refresh();
    }

    private void show(JobStatus status) {
        grid.select(status);
        boolean canStart = mayRun && (status.job().repeatable() || status.failuresInARow() > 0);
        panel.show(
                status,
                jobs.history(status.job().task()),
                jobs.failedRows(status.job().task()),
                canStart ? () -> start(status) : null);
    }

    private void start(JobStatus status) {
        try {
            jobs.runNow(status.job());
            Notify.done("%s dijalankan; muat ulang untuk melihat hasilnya."
                    .formatted(status.job().label()));
        } catch (InvalidInput refused) {
            Notify.warning(String.valueOf(refused.getMessage()));
        }
        refresh();
    }
}
