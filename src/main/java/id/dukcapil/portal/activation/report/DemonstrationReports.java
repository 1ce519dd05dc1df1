package id.dukcapil.portal.activation.report;

import id.dukcapil.portal.common.SetUpStep;
import id.dukcapil.portal.documents.numbers.DocumentNumbers;
import id.dukcapil.portal.documents.numbers.NumberKind;
import id.dukcapil.portal.staff.ActingSystem;
import id.dukcapil.portal.staff.Office;
import id.dukcapil.portal.staff.Offices;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Closes the invented days of activation. A year of days is written in batches and without events, because closing them one by one
 * takes longer than the rest of the set-up.
 */
@Component
@Order(63)
@ConditionalOnBooleanProperty({"portal.demonstration", "portal.activation.demonstration"})
class DemonstrationReports implements SetUpStep {

    private static final LocalTime CLOSED = LocalTime.of(16, 5);

    private final DayRows rows;
    private final TargetTable targets;
    private final ReportArchive archive;
    private final DocumentNumbers numbers;
    private final NumberKind activationReports;
    private final Offices offices;
    private final ActingSystem acting;
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final Clock clock;

    DemonstrationReports(
            DayRows rows,
            TargetTable targets,
            ReportArchive archive,
            DocumentNumbers numbers,
            NumberKind activationReports,
            Offices offices,
            ActingSystem acting,
            JdbcClient jdbc,
            TransactionTemplate transaction,
            Clock clock) {
        this.rows = rows;
        this.targets = targets;
        this.archive = archive;
        this.numbers = numbers;
        this.activationReports = activationReports;
        this.offices = offices;
        this.acting = acting;
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.clock = clock;
    }

    private record Open(Office office, List<LocalDate> days) {}

    @Override
    public void enter() {
        acting.with(Set.of(), this::closePast);
    }

    private void closePast() {
        List<Open> open = offices.all().stream()
                .map(office -> new Open(office, unclosed(office)))
                .filter(one -> !one.days().isEmpty())
                .toList();
        var days = new TreeSet<LocalDate>();
        open.forEach(one -> days.addAll(one.days()));
        if (!days.isEmpty()) {
            Map<LocalDate, List<DayReport.Target>> districts = targets.districts(days);
            transaction.executeWithoutResult(status -> open.forEach(one -> close(one, districts)));
        }
    }

    private List<LocalDate> unclosed(Office office) {
        return jdbc.sql("""
                        SELECT DISTINCT s.day FROM activation_step s
                        WHERE s.office_code = :office AND s.day < :today
                          AND NOT EXISTS (SELECT 1 FROM activation_report r WHERE r.office_code = s.office_code AND r.day = s.day)
                        ORDER BY s.day""")
                .param("office", office.code().value())
                .param("today", LocalDate.ofInstant(clock.instant(), office.timeZone()))
                .query((row, number) -> row.getObject(1, LocalDate.class))
                .list();
    }

    private void close(Open open, Map<LocalDate, List<DayReport.Target>> districts) {
        Office office = open.office();
        List<String> given = numbers.next(activationReports, office, open.days());
        var closed = new ArrayList<ReportArchive.Closed>();
        for (int i = 0; i < given.size(); i++) {
            LocalDate day = open.days().get(i);
            closed.add(new ReportArchive.Closed(
                    given.get(i),
                    office.code(),
                    DayCounting.of(office.name(), day, rows.of(office.code(), day))
                            .with(districts.getOrDefault(day, List.of())),
                    new ReportArchive.Closing(
                            day.atTime(CLOSED).atZone(office.timeZone()).toInstant(),
                            "Fitri Handayani, A.Md.",
                            "199304062019032002",
                            false)));
        }
        archive.put(closed);
    }
}
