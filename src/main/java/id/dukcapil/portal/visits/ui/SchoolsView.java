package id.dukcapil.portal.visits.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import id.dukcapil.portal.common.Permission;
import id.dukcapil.portal.common.ui.Formats;
import id.dukcapil.portal.common.ui.ListFilters;
import id.dukcapil.portal.common.ui.RegisterPage;
import id.dukcapil.portal.population.Region;
import id.dukcapil.portal.population.Regions;
import id.dukcapil.portal.staff.CurrentStaff;
import id.dukcapil.portal.staff.Organisation;
import id.dukcapil.portal.visits.plan.Schedule;
import id.dukcapil.portal.visits.pupil.PupilLists;
import id.dukcapil.portal.visits.school.SchoolCoverage;
import id.dukcapil.portal.visits.school.SchoolKind;
import id.dukcapil.portal.visits.school.Schools;
import id.dukcapil.portal.visits.school.Schools.SchoolFilter;
import id.dukcapil.portal.visits.visit.VisitLists;
import id.dukcapil.portal.visits.visit.Visits;
import jakarta.annotation.security.RolesAllowed;
import java.time.Clock;
import java.util.List;

/** Sekolah: the schools of the regency and how far their pupils are recorded. */
@Route(VisitNavigation.SCHOOLS)
@PageTitle("Sekolah")
@Menu(title = "Sekolah", order = 32)
@RolesAllowed(Permission.Name.VISIT_READ)
class SchoolsView extends RegisterPage<SchoolCoverage> {

    private final transient Schools schools;
    private final TextField name = filters.text("Cari", "Nama sekolah atau NPSN", ListFilters.SEARCH);
    private final Select<SchoolKind> kind =
            filters.select("Jenis", "Semua jenis", "jenis", SchoolKind.values(), SchoolKind::name);
    private final ComboBox<Region> district;
    private final SchoolPanel panel;

    SchoolsView(
            Schools schools,
            PupilLists lists,
            Visits visits,
            VisitLists history,
            Schedule schedule,
            Regions regions,
            Organisation organisation,
            CurrentStaff staff,
            Clock clock) {
        super("Sekolah", VisitNavigation.SCHOOLS);
        this.schools = schools;
        district = filters.pick(
                "Kecamatan",
                "Semua kecamatan",
                "kecamatan",
                regions.districts(organisation.regencyCode()),
                Region::name,
                Region::code);
        boolean plans = staff.may(Permission.VISIT_PLAN);
        panel = new SchoolPanel(
                schools,
                lists,
                visits,
                history,
                school -> schedule.openDay(
                        staff.require().office(), organisation.today(clock).plusWeeks(2), school.kind()),
                plans,
                this::refresh);
        setSubtitle("SMA, SMK, MA, SLB dan PKBM di %s · SOP Direkam di Sekolah (Balangan 2020)"
                .formatted(organisation.regency()));
        addColumns();
        list(() -> schools.list(
                new SchoolFilter(name.getValue(), kind.getValue(), ListFilters.chosen(district, Region::code))));
        open(
                panel,
                VisitNavigation.NPSN,
                row -> row.school().npsn(),
                schools::coverage,
                panel::show,
                "Sekolah itu tidak ada dalam daftar.");
        whenEmpty("Belum ada sekolah yang cocok", "Ubah saringan, atau impor daftar sekolah (XLSX, CSV).");
        if (plans) {
            setActions(new Button("Impor sekolah …", click -> new SchoolImportDialog(schools, this::refresh).open()));
        }
        lay();
    }

    private void addColumns() {
        grid.column("Sekolah", 3, row -> row.school().name()).setWidth("13rem");
        grid.column("Kecamatan", "9rem", row -> row.school().districtName());
        grid.number("Siswa", "5rem", row -> row.listed() == 0 ? "" : Formats.number(row.listed()));
        grid.number("16+", "4.5rem", row -> row.listed() == 0 ? "" : Formats.number(row.ofAge()));
        grid.number("Direkam, %", "6.5rem", SchoolsView::share);
        grid.number("Akan direkam", "7.5rem", row -> row.listed() == 0 ? "" : Formats.number(row.toRecord()));
        grid.number("Perlu dilihat", "7rem", row -> row.unclear() == 0 ? "" : Formats.number(row.unclear()));
        grid.cards(
                row -> row.school().name(),
                row -> List.of(
                        row.school().districtName(),
                        row.listed() == 0
                                ? "belum ada daftar siswa"
                                : "%s akan direkam, %s %%".formatted(Formats.number(row.toRecord()), share(row))));
    }

    static String share(SchoolCoverage row) {
        return row.ofAge() == 0 ? "" : String.valueOf(Math.round(row.share() * 100));
    }
}
