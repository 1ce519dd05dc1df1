package id.dukcapil.portal.operations.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import id.dukcapil.portal.common.InvalidInput;
import id.dukcapil.portal.common.Permission;
import id.dukcapil.portal.common.ui.AddressedPage;
import id.dukcapil.portal.common.ui.Formats;
import id.dukcapil.portal.common.ui.GridCard;
import id.dukcapil.portal.common.ui.ListAndPanel;
import id.dukcapil.portal.common.ui.Notify;
import id.dukcapil.portal.common.ui.ResponsiveGrid;
import id.dukcapil.portal.common.ui.StatusBadge;
import id.dukcapil.portal.operations.JobStatus;
import id.dukcapil.portal.operations.Jobs;
import id.dukcapil.portal.staff.CurrentStaff;
import id.dukcapil.portal.staff.Organisation;
import jakarta.annotation.security.RolesAllowed;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What the portal does by itself: which jobs run, wait, are late or fail, and starting one again. */
@Route(JobsView.ROUTE)
@PageTitle("Pekerjaan latar")
@Menu(title = "Pekerjaan latar", order = 124)
@RolesAllowed(Permission.Name.SYSTEM_READ)
@StyleSheet("context://styles/administration.css")
class JobsView extends AddressedPage {

    static final String ROUTE = "pekerjaan-latar";

    private static final long serialVersionUID = 1L;
    private static final String JOB = "pekerjaan";

    private final transient Jobs jobs;
    private final transient ZoneId zone;
    private final boolean mayRun;
    private final Grid<JobStatus> grid = new Grid<>();
    private final JobPanel panel;
    private final ListAndPanel content;

    JobsView(Jobs jobs, CurrentStaff staff, Organisation organisation) {
        super("Pekerjaan latar", ROUTE);
        this.jobs = jobs;
        zone = organisation.timeZone();
        mayRun = staff.may(Permission.JOB_RUN);
        panel = new JobPanel(zone);
        addColumns();
        ResponsiveGrid.cards(grid, card());
        grid.setSizeFull();
        content = new ListAndPanel(
                grid, panel, status -> go(url().with(JOB, status.job().task())));
        add(content);
        fillHeight(content);
        setActions(new Button("Muat ulang", click -> refresh()));
    }

    private void addColumns() {
        grid.addColumn(status -> status.job().label())
                .setHeader("Pekerjaan")
                .setWidth("16em")
                .setFlexGrow(1);
        grid.addColumn(StatusBadge.<JobStatus>renderer(
                        status -> status.state().label(), status -> JobTones.of(status.state())))
                .setHeader("Keadaan")
                .setAutoWidth(true)
                .setFlexGrow(0);
        grid.addColumn(status -> when(status.nextRun()))
                .setHeader("Berikutnya")
                .setAutoWidth(true)
                .setFlexGrow(0);
        grid.addColumn(status -> when(status.lastSuccess()))
                .setHeader("Berhasil terakhir")
                .setAutoWidth(true)
                .setFlexGrow(0);
        grid.addColumn(status -> when(status.lastFailure()))
                .setHeader("Gagal terakhir")
                .setAutoWidth(true)
                .setFlexGrow(0);
    }

    private GridCard<JobStatus> card() {
        return GridCard.<JobStatus>of(
                        status -> status.job().label(),
                        status -> List.of(
                                status.job().rhythm(),
                                "Berikutnya: " + when(status.nextRun()),
                                "Berhasil terakhir: " + when(status.lastSuccess())))
                .withBadge(status -> status.state().label(), status -> JobTones.of(status.state()));
    }

    private String when(@Nullable Instant moment) {
        return moment == null ? "–" : Formats.shortDateTime(moment, zone);
    }

    @Override
    protected void refresh() {
        List<JobStatus> all = jobs.all().stream()
                .sorted(Comparator.comparing(status -> !status.state().isTrouble()))
                .toList();
        grid.setItems(all);
        long trouble = all.stream().filter(status -> status.state().isTrouble()).count();
        setSubtitle("%d pekerjaan · %s"
                .formatted(all.size(), trouble == 0 ? "semua berjalan baik" : trouble + " perlu diperiksa"));
        Optional<JobStatus> chosen = url().text(JOB)
                .flatMap(task -> all.stream()
                        .filter(status -> status.job().task().equals(task))
                        .findFirst());
        grid.deselectAll();
        content.showChosen(chosen, this::show);
    }

    private void show(JobStatus status) {
        grid.select(status);
        boolean canStart = mayRun && (status.job().repeatable() || status.failuresInARow() > 0);
        panel.show(
                status,
                jobs.history(status.job().task()),
                jobs.failedRows(status.job().task()),
                canStart ? () -> start(status) : null,
                () -> go(url().with(JOB, null)));
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
