package id.dukcapil.portal.visits.ui;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import id.dukcapil.portal.common.Permission;
import id.dukcapil.portal.common.ui.ListFilters;
import id.dukcapil.portal.common.ui.RegisterPage;
import id.dukcapil.portal.common.ui.Tone;
import id.dukcapil.portal.visits.pupil.Pupil;
import id.dukcapil.portal.visits.pupil.PupilVerdict;
import id.dukcapil.portal.visits.pupil.Pupils;
import id.dukcapil.portal.visits.pupil.Pupils.PupilFilter;
import id.dukcapil.portal.visits.school.School;
import id.dukcapil.portal.visits.school.Schools;
import jakarta.annotation.security.RolesAllowed;
import java.time.LocalDate;
import java.util.List;

/** Siswa: the list of one school with what the comparison with the register said of each pupil. */
@Route(VisitNavigation.PUPILS)
@PageTitle("Siswa")
@RolesAllowed(Permission.Name.VISIT_READ)
class PupilsView extends RegisterPage<Pupil> {

    private final transient Schools schools;
    private final TextField name = filters.text("Cari", "Awal nama", ListFilters.SEARCH);
    private final Select<PupilVerdict> verdict = filters.select(
            "Hasil pencocokan", "Semua hasil", VisitNavigation.VERDICT, PupilVerdict.values(), PupilVerdict::label);

    PupilsView(Schools schools, Pupils pupils) {
        super("Siswa", VisitNavigation.PUPILS);
        this.schools = schools;
        grid.column("Nama", 3, Pupil::fullName);
        grid.column("NIK", "10rem", PupilsView::nik);
        grid.column("Rombel", "8rem", Pupil::className);
        grid.column("Lahir", "5rem", PupilsView::year);
        grid.badge("Hasil pencocokan", "10rem", row -> row.verdict().label(), row -> tone(row.verdict()));
        grid.column("Keterangan", 4, Pupil::finding);
        grid.cards(Pupil::fullName, row -> List.of(nik(row), row.className(), row.finding()));
        list(this::filter, pupils::count, Pupils.COUNT_LIMIT, pupils::page, Pupil::cursor);
        whenEmpty("Belum ada siswa yang cocok", "Ubah saringan, atau impor daftar siswa dari halaman sekolahnya.");
        lay();
    }

    @Override
    protected void refresh() {
        String npsn = url().text(VisitNavigation.NPSN).orElse("");
        setHeading(schools.find(npsn).map(School::name).map("Siswa "::concat).orElse("Siswa"));
        setActions(new Anchor(VisitNavigation.school(npsn), "Ke sekolah"));
        super.refresh();
    }

    private PupilFilter filter() {
        return new PupilFilter(url().text(VisitNavigation.NPSN).orElse(""), verdict.getValue(), name.getValue());
    }

    private static String nik(Pupil pupil) {
        return pupil.nik() == null ? "tanpa NIK" : pupil.nik().masked();
    }

    private static String year(Pupil pupil) {
        LocalDate born = pupil.birthDate();
        return born == null ? "" : String.valueOf(born.getYear());
    }

    private static Tone tone(PupilVerdict verdict) {
        return switch (verdict) {
            case TO_RECORD, ELSEWHERE -> Tone.INFO;
            case PRINT_READY, RECORDED -> Tone.OK;
            case DIFFERS, UNKNOWN -> Tone.WARN;
            case TOO_YOUNG -> Tone.NEUTRAL;
        };
    }
}
