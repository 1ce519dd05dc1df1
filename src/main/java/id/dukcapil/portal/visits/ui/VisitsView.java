package id.dukcapil.portal.visits.ui;

import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import id.dukcapil.portal.common.Permission;
import id.dukcapil.portal.common.ui.Formats;
import id.dukcapil.portal.common.ui.ListFilters;
import id.dukcapil.portal.common.ui.RegisterPage;
import id.dukcapil.portal.common.ui.Tone;
import id.dukcapil.portal.staff.CurrentStaff;
import id.dukcapil.portal.staff.Organisation;
import id.dukcapil.portal.visits.day.DayPapers;
import id.dukcapil.portal.visits.plan.AssignmentPapers;
import id.dukcapil.portal.visits.plan.Schedule;
import id.dukcapil.portal.visits.visit.VisitLetters;
import id.dukcapil.portal.visits.visit.VisitLists;
import id.dukcapil.portal.visits.visit.VisitLists.VisitFilter;
import id.dukcapil.portal.visits.visit.VisitLists.VisitRow;
import id.dukcapil.portal.visits.visit.VisitStatus;
import id.dukcapil.portal.visits.visit.Visits;
import jakarta.annotation.security.RolesAllowed;
import java.util.List;

/** Kunjungan: all visits from the letter to the end, with what is to be done next beside the list. */
@Route(VisitNavigation.VISITS)
@PageTitle("Kunjungan sekolah")
@Menu(title = "Kunjungan sekolah", order = 31)
@RolesAllowed(Permission.Name.VISIT_READ)
class VisitsView extends RegisterPage<VisitRow> {

    private final TextField school = filters.text("Cari", "Awal nama sekolah", ListFilters.SEARCH);
    private final Select<VisitStatus> status =
            filters.select("Keadaan", "Semua keadaan", "keadaan", VisitStatus.values(), VisitStatus::label);
    private final ListFilters.Period period = filters.period();

    VisitsView(
            VisitLists lists,
            Visits visits,
            VisitLetters letters,
            AssignmentPapers assignments,
            DayPapers dayPapers,
            Schedule schedule,
            CurrentStaff staff,
            Organisation organisation) {
        super("Kunjungan sekolah", VisitNavigation.VISITS);
        setSubtitle(
                "Surat, jawaban sekolah, kesepakatan dan jadwal terbit. Kunjungan baru dimulai dari halaman sekolahnya.");
        grid.column("Hari", "13rem", VisitsView::days);
        grid.column("Sekolah", 3, VisitRow::schoolName).setWidth("12rem");
        grid.badge("Keadaan", "14rem", row -> row.status().label(), row -> tone(row.status()));
        grid.number("Akan direkam", "7.5rem", row -> Formats.number(row.expected()));
        grid.column("Tim", "5rem", row -> row.crew() == null ? "" : row.crew());
        grid.column("Set", "7rem", VisitRow::sets);
        grid.column("Nomor", "12rem", VisitRow::number);
        grid.cards(VisitRow::schoolName, row -> List.of(days(row), row.number()));
        var panel = new VisitPanel(
                visits,
                letters,
                assignments,
                dayPapers,
                schedule,
                staff.may(Permission.VISIT_PLAN),
                organisation.timeZone(),
                this::refresh);
        list(this::filter, lists::count, VisitLists.COUNT_LIMIT, lists::page, VisitRow::cursor);
        open(panel, VisitNavigation.NUMBER, VisitRow::number, visits::find, panel::show, "Kunjungan itu tidak ada.");
        whenEmpty("Belum ada kunjungan yang cocok", "Buka halaman Sekolah dan pilih \"Rencanakan kunjungan …\".");
        lay();
    }

    private VisitFilter filter() {
        return new VisitFilter(
                status.getValue(),
                null,
                school.getValue(),
                period.from().getValue(),
                period.to().getValue());
    }

    static String days(VisitRow row) {
        return row.firstDay().equals(row.lastDay())
                ? Formats.date(row.firstDay())
                : "%s – %s".formatted(Formats.shortDate(row.firstDay()), Formats.date(row.lastDay()));
    }

    static Tone tone(VisitStatus status) {
        return switch (status) {
            case DRAFT, CANCELLED -> Tone.NEUTRAL;
            case INVITED -> Tone.INFO;
            case ANSWERED -> Tone.WARN;
            case AGREED, PUBLISHED, DONE -> Tone.OK;
        };
    }
}
