package id.dukcapil.portal.sla.demonstration;

import id.dukcapil.portal.calendar.WorkingTimes;
import id.dukcapil.portal.common.InventedYear;
import id.dukcapil.portal.common.SetUpStep;
import id.dukcapil.portal.staff.Office;
import id.dukcapil.portal.staff.Offices;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * A year of cases of the procedures whose rooms tell no past of their own. The same every time for one day.
 */
@Component
@Order(95)
@ConditionalOnBooleanProperty({"portal.demonstration", "portal.sla.demonstration"})
class YearOfCases implements SetUpStep {

    private static final double A_DAY = 3.6;
    private static final int SEED = 31_2023;

    private final PastCaseWriter writer;
    private final Offices offices;
    private final WorkingTimes workingTimes;
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final Clock clock;
    private final Random dice = new Random(SEED);

    YearOfCases(
            PastCaseWriter writer,
            Offices offices,
            WorkingTimes workingTimes,
            JdbcClient jdbc,
            TransactionTemplate transaction,
            Clock clock) {
        this.writer = writer;
        this.offices = offices;
        this.workingTimes = workingTimes;
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.clock = clock;
    }

    @Override
    public void enter() {
        boolean entered = jdbc.sql("SELECT EXISTS (SELECT 1 FROM sla_case WHERE number LIKE 'ARSIP/%')")
                .query(Boolean.class)
                .single();
        if (!entered) {
            List<Office> places = InventedYear.PLACES.stream()
                    .flatMap(place -> offices.find(place).stream())
                    .toList();
            transaction.executeWithoutResult(done -> {
                places.forEach(this::invent);
                writer.tell();
            });
        }
    }

    private void invent(Office office) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), office.timeZone());
        var year = new InventedYear(today);
        year.arrivals(office.timeZone(), workingTimes.of(office.code())::includes, today, A_DAY, dice)
                .forEach(begun -> {
                    LocalDate day = LocalDate.ofInstant(begun, office.timeZone());
                    writer.person(office, begun, pace(year, day), dice);
                });
    }

    private static PastCaseWriter.Pace pace(InventedYear year, LocalDate day) {
        return new PastCaseWriter.Pace(year.signsSlowly(day) ? 3 : 1, year.printerIsBroken(day) ? 6 : 1);
    }
}
