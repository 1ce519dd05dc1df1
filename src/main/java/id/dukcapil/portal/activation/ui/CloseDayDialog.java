package id.dukcapil.portal.activation.ui;

import com.vaadin.flow.component.UI;
import id.dukcapil.portal.activation.report.ClosedReport;
import id.dukcapil.portal.activation.report.DailyReports;
import id.dukcapil.portal.activation.report.DayReport;
import id.dukcapil.portal.common.InvalidInput;
import id.dukcapil.portal.common.ui.Confirm;
import id.dukcapil.portal.common.ui.Formats;
import id.dukcapil.portal.common.ui.Notify;
import id.dukcapil.portal.staff.Office;
import java.time.LocalDate;

/** Names what is closed and that it cannot be opened again. */
final class CloseDayDialog {

    private CloseDayDialog() {}

    static void ask(DailyReports reports, Office office, LocalDate day, Runnable changed) {
        DayReport report = reports.counted(office.code(), day);
        Confirm.ask(
                "Tutup laporan %s?".formatted(Formats.longDate(day)),
                "%s orang dilayani, %s aktif baru, %s keluar. Yang aktif diarsipkan. Sesudah ditutup laporan terkunci; yang keliru hanya dapat dicatat sebagai koreksi. %s"
                        .formatted(
                                Formats.number(report.served()),
                                Formats.number(report.fresh()),
                                Formats.number(report.dropOuts()),
                                report.open() == 0
                                        ? ""
                                        : "%s orang masih berjalan dan dihitung pada hari langkahnya."
                                                .formatted(Formats.number(report.open()))),
                "Tutup dan kunci",
                () -> close(reports, office, day, changed));
    }

    private static void close(DailyReports reports, Office office, LocalDate day, Runnable changed) {
        try {
            ClosedReport closed = reports.close(office.code(), day);
            Notify.done("Laporan %s ditutup dan dikunci.".formatted(closed.number()));
            UI.getCurrent()
                    .navigate(ActivationNavigation.REPORT, ActivationNavigation.reportParameters(office.code(), day));
        } catch (InvalidInput refused) {
            Notify.problem(String.valueOf(refused.getMessage()));
            changed.run();
        }
    }
}
