package id.dukcapil.portal.activation.report;

import id.dukcapil.portal.activation.process.ActivationLists;
import id.dukcapil.portal.common.Permission;
import id.dukcapil.portal.common.SetUpStep;
import id.dukcapil.portal.staff.ActingSystem;
import id.dukcapil.portal.staff.Office;
import id.dukcapil.portal.staff.Offices;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Closes the invented days of the past as the officer of the demonstration would have done it. */
@Component
@Order(63)
@ConditionalOnBooleanProperty({"portal.demonstration", "portal.activation.demonstration"})
class DemonstrationReports implements SetUpStep {

    private static final LocalTime CLOSED = LocalTime.of(16, 5);

    private final DailyReports reports;
    private final ActivationLists lists;
    private final Offices offices;
    private final ActingSystem acting;
    private final TransactionTemplate transaction;
    private final Clock clock;

    DemonstrationReports(
            DailyReports reports,
            ActivationLists lists,
            Offices offices,
            ActingSystem acting,
            TransactionTemplate transaction,
            Clock clock) {
        this.reports = reports;
        this.lists = lists;
        this.offices = offices;
        this.acting = acting;
        this.transaction = transaction;
        this.clock = clock;
    }

    @Override
    public void enter() {
        acting.with(Set.of(Permission.ACTIVATION_READ), () -> transaction.executeWithoutResult(status -> closePast()));
    }

    private void closePast() {
        var open = new TreeMap<LocalDate, List<Office>>();
        for (Office office : offices.all()) {
            LocalDate today = LocalDate.ofInstant(clock.instant(), office.timeZone());
            lists.unclosedDays(office.code(), today.minusDays(1))
                    .forEach(day ->
                            open.computeIfAbsent(day, none -> new ArrayList<>()).add(office));
        }
        open.forEach(this::close);
    }

    /** What the kecamatan have reached is counted once a day, not for each office. */
    private void close(LocalDate day, List<Office> places) {
        List<DayReport.Target> districts = reports.districts(day);
        for (Office office : places) {
            Instant at = day.atTime(CLOSED).atZone(office.timeZone()).toInstant();
            reports.store(
                    office,
                    day,
                    districts,
                    new ReportArchive.Closing(at, "Fitri Handayani, A.Md.", "199304062019032002", false));
        }
    }
}
