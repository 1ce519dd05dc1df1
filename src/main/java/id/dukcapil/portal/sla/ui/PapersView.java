package id.dukcapil.portal.sla.ui;

import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import id.dukcapil.portal.common.NamedOffice;
import id.dukcapil.portal.common.Permission;
import id.dukcapil.portal.common.ui.Formats;
import id.dukcapil.portal.common.ui.ListFilters;
import id.dukcapil.portal.common.ui.RegisterPage;
import id.dukcapil.portal.sla.archive.ArchivedPaper;
import id.dukcapil.portal.sla.archive.PaperKind;
import id.dukcapil.portal.sla.archive.Papers;
import id.dukcapil.portal.staff.CurrentStaff;
import id.dukcapil.portal.staff.Office;
import id.dukcapil.portal.staff.Organisation;
import jakarta.annotation.security.RolesAllowed;
import java.util.List;

/** Ringkasan dan kinerja: the archive of daily summaries and performance reports, by day and office. */
@Route(PapersView.ROUTE)
@PageTitle("Ringkasan dan kinerja")
@Menu(title = "Ringkasan dan kinerja", order = 90.5)
@RolesAllowed(Permission.Name.REPORT_READ)
@StyleSheet("context://styles/report.css")
class PapersView extends RegisterPage<ArchivedPaper.Row> {

    static final String ROUTE = "laporan-berkala";

    private final transient List<Office> offices;
    private final transient Organisation organisation;
    private final Select<PaperKind> kind =
            filters.select("Jenis", "Semua jenis", "jenis", PaperKind.values(), PaperKind::label);
    private final ComboBox<Office> office;
    private final ListFilters.Period period;

    PapersView(Papers papers, CurrentStaff staff, Organisation organisation) {
        super("Ringkasan dan kinerja", ROUTE);
        this.organisation = organisation;
        offices = staff.officesInScope();
        office = filters.office(offices);
        period = filters.period();
        setSubtitle(
                "Dibuat sendiri sesudah hari, minggu dan bulan berakhir, lalu dikunci. Yang berubah kemudian menjadi edisi baru.");
        grid.column("Periode", 3, ArchivedPaper.Row::period);
        grid.column("Jenis", 2, row -> row.kind().label());
        grid.column("Kantor", 2, this::place);
        grid.column("Edisi", "5rem", row -> Integer.toString(row.edition()));
        grid.column("Nomor", 3, ArchivedPaper.Row::number);
        grid.column("Dibuat", "9.5rem", row -> Formats.shortDateTime(row.madeAt(), organisation.timeZone()));
        grid.cards(ArchivedPaper.Row::period, row -> List.of(row.kind().label() + " · " + place(row), row.number()));
        list(this::filter, papers::count, Papers.COUNT_LIMIT, papers::page, ArchivedPaper.Row::cursor);
        var panel = new PaperPanel(papers, this::place, organisation.timeZone());
        open(
                panel,
                "nomor",
                ArchivedPaper.Row::number,
                papers::find,
                panel::show,
                "Laporan itu tidak ada, atau bukan laporan kantor Anda.");
        whenEmpty(
                "Tidak ada laporan yang cocok",
                "Ringkasan harian dibuat sesudah jam layanan, laporan kinerja sesudah minggu dan bulannya berakhir.");
        lay();
    }

    private String place(ArchivedPaper.Row row) {
        return row.office() == null ? "Seluruh kantor" : NamedOffice.name(row.office(), offices);
    }

    private Papers.Filter filter() {
        return new Papers.Filter(
                kind.getValue(),
                ListFilters.chosen(office, Office::code),
                period.from().getValue(),
                period.to().getValue());
    }
}
