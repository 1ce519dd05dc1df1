package id.dukcapil.portal.sla.archive;

import static java.util.stream.Collectors.toSet;

import id.dukcapil.portal.common.Retry;
import id.dukcapil.portal.sla.ServiceStandards;
import id.dukcapil.portal.sla.archive.PaperContent.Fact;
import id.dukcapil.portal.sla.report.StandardNames;
import id.dukcapil.portal.sla.stay.CalendarMonths;
import id.dukcapil.portal.sla.stay.Question;
import id.dukcapil.portal.sla.stay.StayFacts;
import id.dukcapil.portal.staff.Office;
import id.dukcapil.portal.staff.Offices;
import id.dukcapil.portal.staff.Organisation;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Optional;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;

/**
 * Makes the performance reports of weeks and months that are over. When figures or calendar of such a time turn out otherwise
 * (a holiday was entered later, a pause stated, a move taken back), there is a further edition; the one before stays as it was.
 */
@Component
class PerformancePapers {

    private static final String CALENDAR = "Edisi kalender";
    private static final int WEEKS_BACK = 5;
    private static final int MONTHS_BACK = 3;

    private final StayFacts facts;
    private final ServiceStandards standards;
    private final PaperArchive archive;
    private final Offices offices;
    private final CalendarMonths months;
    private final Organisation organisation;
    private final Retry retry;
    private final Clock clock;

    PerformancePapers(
            StayFacts facts,
            ServiceStandards standards,
            PaperArchive archive,
            Offices offices,
            CalendarMonths months,
            Organisation organisation,
            Retry retry,
            Clock clock) {
        this.facts = facts;
        this.standards = standards;
        this.archive = archive;
        this.offices = offices;
        this.months = months;
        this.organisation = organisation;
        this.retry = retry;
        this.clock = clock;
    }

    /** The weeks and months that ended lately; nothing while the figures are still being read after a start. */
    void makeDue() {
        if (facts.loadedPercent() < 100) {
            return;
        }
        LocalDate today = organisation.today(clock);
        LocalDate monday = today.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
        for (int back = WEEKS_BACK; back > 0; back--) {
            make(PaperKind.WEEK, monday.minusWeeks(back), clock.instant());
        }
        for (int back = MONTHS_BACK; back > 0; back--) {
            make(PaperKind.MONTH, today.withDayOfMonth(1).minusMonths(back), clock.instant());
        }
    }

    /** @return empty when nothing was done then, or the latest edition still says what is so */
    Optional<ArchivedPaper> make(PaperKind kind, LocalDate first, Instant at) {
        List<Office> all = offices.all();
        var period = new Question(
                first,
                kind == PaperKind.WEEK
                        ? first.plusDays(6)
                        : YearMonth.from(first).atEndOfMonth(),
                null,
                all.stream().map(Office::code).collect(toSet()));
        Optional<ArchivedPaper> before = archive.latest(kind, null, first);
        var figures = new PerformanceContent(facts, new StandardNames(standards), all, period);
        if (figures.isEmpty() && before.isEmpty()) {
            return Optional.empty();
        }
        var content = new PaperContent(
                "%s %s".formatted(organisation.name(), organisation.regency()),
                period.from(),
                period.to(),
                List.of(new Fact(CALENDAR, edition(all, period))),
                figures.parts(),
                List.of());
        return before.filter(paper -> paper.content().equals(content)).isPresent()
                ? Optional.empty()
                : put(kind, content, before, at);
    }

    private String edition(List<Office> all, Question period) {
        return months.edition(all.stream().map(Office::code).toList(), period.from(), period.to());
    }

    private Optional<ArchivedPaper> put(
            PaperKind kind, PaperContent content, Optional<ArchivedPaper> before, Instant at) {
        PaperArchive.Edition edition = before.map(
                        paper -> new PaperArchive.Edition(paper.row().edition() + 1, cause(paper.content(), content)))
                .orElse(PaperArchive.Edition.FIRST);
        try {
            return retry.inTransaction(() -> Optional.of(archive.put(kind, null, content, edition, at)));
        } catch (DuplicateKeyException faster) {
            return Optional.empty();
        }
    }

    private static String cause(PaperContent before, PaperContent now) {
        return before.facts().equals(now.facts())
                ? "angka periode ini berubah sesudah laporan dibuat (langkah dicabut, jeda dinyatakan, atau hitung ulang)"
                : "kalender periode ini berubah sesudah laporan dibuat; waktu kerja dihitung ulang";
    }
}
