package id.dukcapil.portal.visits.ui.day;

import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import id.dukcapil.portal.common.Permission;
import id.dukcapil.portal.common.ui.Formats;
import id.dukcapil.portal.common.ui.RegisterPage;
import id.dukcapil.portal.common.ui.Tone;
import id.dukcapil.portal.staff.Organisation;
import id.dukcapil.portal.visits.day.VisitOutcomes;
import id.dukcapil.portal.visits.day.VisitOutcomes.DayFigure;
import id.dukcapil.portal.visits.visit.VisitStatus;
import jakarta.annotation.security.RolesAllowed;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;

/** Hari-H: today's visits, which a click opens as the page for the tablet, those of last weeks, and those of the next days. */
@Route(DaysView.ROUTE)
@PageTitle("Hari-H")
@Menu(title = "Hari-H", order = 34)
@RolesAllowed(Permission.Name.VISIT_RECORD)
class DaysView extends RegisterPage<DayFigure> {

    static final String ROUTE = "hari-h";
    private static final int DAYS_BACK = 21;
    private static final int DAYS_AHEAD = 7;

    DaysView(VisitOutcomes figures, Organisation organisation, Clock clock) {
        super("Hari-H", ROUTE);
        LocalDate today = organisation.today(clock);
        setSubtitle("Buka kunjungan di tablet sebelum berangkat; sesudah itu halamannya bekerja tanpa jaringan.");
        grid.column("Hari", "11rem", row -> Formats.date(row.firstDay()));
        grid.column("Sekolah", 3, DayFigure::schoolName).setWidth("12rem");
        grid.badge("Keadaan", "9rem", row -> state(row, today), row -> tone(row, today));
        grid.column("Tim", "4rem", row -> row.crew() == null ? "" : row.crew());
        grid.number("Siswa", "5rem", row -> row.pupils() == 0 ? row.expected() : row.pupils());
        grid.number("Terekam", "6rem", row -> shown(row, row.recorded()));
        grid.number("Daftar cetak", "7rem", row -> shown(row, row.printList()));
        grid.number("Gagal", "5rem", row -> shown(row, row.failed()));
        grid.number("Tidak hadir", "6.5rem", row -> shown(row, row.absent()));
        grid.number("Belum", "5rem", row -> shown(row, row.open()));
        grid.cards(
                DayFigure::schoolName,
                row -> List.of(
                        Formats.date(row.firstDay()),
                        "%d dari %d siswa punya hasil".formatted(row.pupils() - row.open(), row.pupils())));
        onRow(row -> getUI().ifPresent(ui -> ui.getPage().setLocation("/" + ROUTE + "/" + row.number())));
        list(() -> figures.between(today.minusDays(DAYS_BACK), today.plusDays(DAYS_AHEAD)));
        whenEmpty("Tidak ada kunjungan terbit", "Kunjungan muncul di sini sesudah jadwalnya diterbitkan.");
        lay();
    }

    private static String shown(DayFigure row, int figure) {
        return row.pupils() == 0 ? "" : Formats.number(figure);
    }

    private static String state(DayFigure row, LocalDate today) {
        if (row.status() == VisitStatus.DONE) {
            return row.rivals() > 0 ? row.rivals() + " bentrok" : "Ditutup";
        }
        return row.firstDay().isAfter(today)
                ? "Akan datang"
                : row.lastDay().isBefore(today) ? "Belum ditutup" : "Hari ini";
    }

    private static Tone tone(DayFigure row, LocalDate today) {
        if (row.status() == VisitStatus.DONE) {
            return row.rivals() > 0 ? Tone.LATE : Tone.OK;
        }
        return row.firstDay().isAfter(today) ? Tone.NEUTRAL : row.lastDay().isBefore(today) ? Tone.LATE : Tone.INFO;
    }
}
