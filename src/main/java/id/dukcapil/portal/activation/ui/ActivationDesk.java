package id.dukcapil.portal.activation.ui;

import id.dukcapil.portal.activation.report.DailyReports;
import id.dukcapil.portal.activation.report.DayReport;
import id.dukcapil.portal.common.Permission;
import id.dukcapil.portal.common.ui.Figure;
import id.dukcapil.portal.common.ui.Formats;
import id.dukcapil.portal.common.ui.Tone;
import id.dukcapil.portal.common.ui.parts.Desk;
import id.dukcapil.portal.common.ui.parts.DeskContribution;
import id.dukcapil.portal.staff.CurrentStaff;
import id.dukcapil.portal.staff.Office;
import id.dukcapil.portal.staff.Offices;
import java.time.Clock;
import java.time.LocalDate;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** The day of the IKD counter on the home page of its officers. */
@Component
@Order(18)
class ActivationDesk implements DeskContribution {

    private final DailyReports reports;
    private final CurrentStaff staff;
    private final Offices offices;
    private final Clock clock;

    ActivationDesk(DailyReports reports, CurrentStaff staff, Offices offices, Clock clock) {
        this.reports = reports;
        this.staff = staff;
        this.offices = offices;
        this.clock = clock;
    }

    @Override
    public void fill(Desk desk) {
        if (!staff.may(Permission.ACTIVATION_SERVE)) {
            return;
        }
        Office office = offices.find(staff.require().office()).orElseThrow();
        DayReport today = reports.counted(office.code(), LocalDate.ofInstant(clock.instant(), office.timeZone()));
        desk.figure(new Figure(
                "Aktivasi IKD hari ini",
                Formats.number(today.fresh()),
                "%s berjalan, %s keluar".formatted(Formats.number(today.open()), Formats.number(today.dropOuts())),
                today.open() > 0 ? Tone.INFO : Tone.NEUTRAL,
                ActivationNavigation.COUNTER));
    }
}
