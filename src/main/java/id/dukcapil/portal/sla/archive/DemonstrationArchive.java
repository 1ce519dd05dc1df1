package id.dukcapil.portal.sla.archive;

import id.dukcapil.portal.common.Permission;
import id.dukcapil.portal.common.SetUpStep;
import id.dukcapil.portal.staff.ActingSystem;
import id.dukcapil.portal.staff.Office;
import id.dukcapil.portal.staff.Offices;
import id.dukcapil.portal.staff.Organisation;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Set;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** The summaries of the last days for the offices that have an invented past, and the last performance reports, as the job would have made them. */
@Component
@Order(97)
@ConditionalOnBooleanProperty({"portal.demonstration", "portal.sla.demonstration"})
class DemonstrationArchive implements SetUpStep {

    private static final int DAYS = 7;
    private static final List<String> PLACES = List.of("DINAS", "MPP", "320437");

    private final DaySummaries summaries;
    private final PerformancePapers reports;
    private final PaperArchive archive;
    private final Offices offices;
    private final Organisation organisation;
    private final PaperSettings settings;
    private final ActingSystem acting;
    private final Clock clock;

    DemonstrationArchive(
            DaySummaries summaries,
            PerformancePapers reports,
            PaperArchive archive,
            Offices offices,
            Organisation organisation,
            PaperSettings settings,
            ActingSystem acting,
            Clock clock) {
        this.summaries = summaries;
        this.reports = reports;
        this.archive = archive;
        this.offices = offices;
        this.organisation = organisation;
        this.settings = settings;
        this.acting = acting;
        this.clock = clock;
    }

    @Override
    public void enter() {
        acting.with(Set.of(Permission.STANDARD_READ), this::makePast);
    }

    private void makePast() {
        LocalDate today = organisation.today(clock);
        List<Office> places = offices.all().stream()
                .filter(office -> PLACES.contains(office.code().value()))
                .toList();
        today.minusDays(DAYS).datesUntil(today).forEach(day -> {
            var at = day.atTime(settings.summaryAt())
                    .atZone(organisation.timeZone())
                    .toInstant();
            places.forEach(office -> summaries.make(office, day, at));
            summaries.makeForAll(day, at.plusSeconds(60));
        });
        LocalDate month = today.withDayOfMonth(1).minusMonths(1);
        LocalDate week =
                today.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY)).minusWeeks(1);
        makeOnce(PaperKind.MONTH, month.minusMonths(1), month);
        makeOnce(PaperKind.MONTH, month, month.plusMonths(1));
        makeOnce(PaperKind.WEEK, week, week.plusWeeks(1));
    }

    /** Only when the report is missing: computing it takes time, and the job makes further editions. */
    private void makeOnce(PaperKind kind, LocalDate first, LocalDate made) {
        if (!archive.exists(kind, null, first)) {
            reports.make(kind, first, night(made));
        }
    }

    private Instant night(LocalDate day) {
        return day.atTime(PaperSetUp.NIGHT).atZone(organisation.timeZone()).toInstant();
    }
}
