package id.dukcapil.portal.visits.ui;

import com.vaadin.flow.component.Text;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.UnorderedList;
import id.dukcapil.portal.common.ui.DetailPanel;
import id.dukcapil.portal.common.ui.Formats;
import id.dukcapil.portal.common.ui.KeyValueList;
import id.dukcapil.portal.common.ui.StatusBadge;
import id.dukcapil.portal.common.ui.Tone;
import id.dukcapil.portal.common.ui.parts.StackedBar;
import id.dukcapil.portal.common.ui.parts.StackedBar.Part;
import id.dukcapil.portal.common.ui.parts.StackedBar.Shade;
import id.dukcapil.portal.visits.pupil.PupilLists;
import id.dukcapil.portal.visits.pupil.PupilVerdict;
import id.dukcapil.portal.visits.school.School;
import id.dukcapil.portal.visits.school.SchoolCoverage;
import id.dukcapil.portal.visits.school.Schools;
import id.dukcapil.portal.visits.visit.VisitLists;
import id.dukcapil.portal.visits.visit.VisitLists.VisitFilter;
import id.dukcapil.portal.visits.visit.Visits;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** One school beside the list: coverage, contact, place. */
class SchoolPanel extends DetailPanel {

    private static final int VISITS_SHOWN = 6;

    private final transient Schools schools;
    private final transient PupilLists lists;
    private final transient Visits visits;
    private final transient VisitLists history;
    private final transient Function<School, LocalDate> openDay;
    private final boolean plans;
    private final transient Runnable changed;

    SchoolPanel(
            Schools schools,
            PupilLists lists,
            Visits visits,
            VisitLists history,
            Function<School, LocalDate> openDay,
            boolean plans,
            Runnable changed) {
        super("rincian sekolah");
        this.schools = schools;
        this.lists = lists;
        this.visits = visits;
        this.history = history;
        this.openDay = openDay;
        this.plans = plans;
        this.changed = changed;
    }

    void show(SchoolCoverage coverage) {
        School school = coverage.school();
        startWith(
                school.name(),
                coverage.listed() == 0
                        ? new StatusBadge("belum ada daftar siswa", Tone.NEUTRAL)
                        : new StatusBadge("%s %% direkam".formatted(SchoolsView.share(coverage)), Tone.INFO));
        if (plans) {
            offer(
                    "Rencanakan kunjungan …",
                    () -> new PlanDialog(visits, school, openDay.apply(school), changed).open(),
                    ButtonVariant.PRIMARY);
            offer("Impor daftar siswa …", () -> new PupilListDialog(lists, school, changed).open());
            offer("Narahubung …", () -> new ContactDialog(schools, school, changed).open());
        }
        add(facts(school), coverage(coverage), actions, visits(school), place(school));
    }

    private static KeyValueList facts(School school) {
        Integer declared = school.declaredPupils();
        return new KeyValueList()
                .with("NPSN", school.npsn())
                .with("Jenis", "%s %s".formatted(school.kind(), school.stateRun() ? "negeri" : "swasta"))
                .with("Alamat", "%s, Kec. %s".formatted(school.address(), school.districtName()))
                .with("Narahubung", or(school.contactName()))
                .with("Telepon", or(school.contactPhone()))
                .with("E-mail", or(school.contactEmail()))
                .with("Siswa menurut sekolah", declared == null ? "" : Formats.number(declared));
    }

    private static String or(@Nullable String text) {
        return Objects.requireNonNullElse(text, "");
    }

    private static Section coverage(SchoolCoverage coverage) {
        if (coverage.listed() == 0) {
            return section("Siswa", new Paragraph("Sekolah belum mengirim daftar siswa."));
        }
        String npsn = coverage.school().npsn();
        int young = coverage.listed() - coverage.ofAge();
        return section(
                "Siswa · %s dalam daftar".formatted(Formats.number(coverage.listed())),
                new StackedBar(List.of(
                        part("siap dicetak", coverage.printReady(), Shade.HALF, npsn, PupilVerdict.PRINT_READY),
                        part(
                                "sudah rekam",
                                coverage.recorded() - Math.min(coverage.recorded(), coverage.printReady()),
                                Shade.MAIN,
                                npsn,
                                PupilVerdict.RECORDED),
                        part("akan direkam", coverage.toRecord(), Shade.OPEN, npsn, PupilVerdict.TO_RECORD),
                        part("belum 16 tahun", young, Shade.GREY, npsn, PupilVerdict.TOO_YOUNG),
                        part("perlu dilihat", coverage.unclear(), Shade.WARN, npsn, null))),
                new Anchor(VisitNavigation.pupils(npsn, null), "Lihat semua siswa"));
    }

    private static Part part(String label, int count, Shade shade, String npsn, @Nullable PupilVerdict verdict) {
        return new Part(label, count, shade, VisitNavigation.pupils(npsn, verdict));
    }

    private Section visits(School school) {
        var list = new UnorderedList();
        history.page(new VisitFilter(null, school.npsn(), "", null, null), null, 0, VISITS_SHOWN)
                .forEach(row -> list.add(new ListItem(
                        new Anchor(VisitNavigation.visit(row.number()), VisitsView.days(row)),
                        new Text(" · %s%s"
                                .formatted(
                                        row.status().label(),
                                        row.recorded() == null
                                                ? ""
                                                : ", %s direkam".formatted(Formats.number(row.recorded())))))));
        return list.getComponentCount() == 0
                ? section("Kunjungan", new Paragraph("Belum pernah dikunjungi."))
                : section("Kunjungan", list);
    }

    private Section place(School school) {
        if (!school.isOnTheMap()) {
            return section("Letak", new Paragraph("Koordinat sekolah ini belum diketahui."));
        }
        return section("Letak", new SchoolMap(schools.all(), school));
    }
}
