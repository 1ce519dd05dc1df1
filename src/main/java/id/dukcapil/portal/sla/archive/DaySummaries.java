package id.dukcapil.portal.sla.archive;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import id.dukcapil.portal.calendar.OfficeCalendar;
import id.dukcapil.portal.common.DayFigures;
import id.dukcapil.portal.common.OfficeCode;
import id.dukcapil.portal.common.Retry;
import id.dukcapil.portal.common.ui.Formats;
import id.dukcapil.portal.sla.archive.PaperContent.Count;
import id.dukcapil.portal.sla.archive.PaperContent.Fact;
import id.dukcapil.portal.sla.archive.PaperContent.Part;
import id.dukcapil.portal.staff.Office;
import id.dukcapil.portal.staff.Offices;
import id.dukcapil.portal.staff.Organisation;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;

/**
 * Makes the summary of each day and office from what the modules count, and then that of the organisation from those of its
 * offices, so that both say the same. A day on which an office was closed and nothing was done has none.
 */
@Component
class DaySummaries {

    /** Days that are made up for when no process ran at their hour. */
    private static final int LOOK_BACK = 3;

    private final List<DayFigures> sources;
    private final PaperArchive archive;
    private final Offices offices;
    private final OfficeCalendar calendar;
    private final Organisation organisation;
    private final PaperSettings settings;
    private final Retry retry;
    private final Clock clock;

    DaySummaries(
            List<DayFigures> sources,
            PaperArchive archive,
            Offices offices,
            OfficeCalendar calendar,
            Organisation organisation,
            PaperSettings settings,
            Retry retry,
            Clock clock) {
        this.sources = sources;
        this.archive = archive;
        this.offices = offices;
        this.calendar = calendar;
        this.organisation = organisation;
        this.settings = settings;
        this.retry = retry;
        this.clock = clock;
    }

    /** All days that are over and have no summary yet; nothing before the first office is entered. */
    void makeDue() {
        List<Office> all = offices.all();
        if (all.isEmpty()) {
            return;
        }
        for (Office office : all) {
            LocalDate last = lastDue(office);
            for (LocalDate day = last.minusDays(LOOK_BACK - 1L); !day.isAfter(last); day = day.plusDays(1)) {
                make(office, day, clock.instant());
            }
        }
        LocalDate last = Collections.min(all.stream().map(this::lastDue).toList());
        for (LocalDate day = last.minusDays(LOOK_BACK - 1L); !day.isAfter(last); day = day.plusDays(1)) {
            makeForAll(day, clock.instant());
        }
    }

    private LocalDate lastDue(Office office) {
        LocalDateTime now = LocalDateTime.ofInstant(clock.instant(), office.timeZone());
        return now.toLocalTime().isBefore(settings.summaryAt())
                ? now.toLocalDate().minusDays(1)
                : now.toLocalDate();
    }

    /** @return empty when there is one already, or nothing to say */
    Optional<ArchivedPaper> make(Office office, LocalDate day, Instant at) {
        if (archive.exists(PaperKind.DAY, office.code(), day)) {
            return Optional.empty();
        }
        List<Count> counts = counts(office, day);
        boolean idle = counts.stream().allMatch(count -> count.lasting() || count.count() == 0);
        return idle && calendar.day(office.code(), day).hours() == null
                ? Optional.empty()
                : put(office, day, counts, List.of(), at);
    }

    private List<Count> counts(Office office, LocalDate day) {
        return sources.stream()
                .flatMap(source -> source.of(office.code(), day, office.timeZone()).stream()
                        .map(figure -> new Count(source.title(), figure.name(), figure.count(), figure.lasting())))
                .toList();
    }

    Optional<ArchivedPaper> makeForAll(LocalDate day, Instant at) {
        List<ArchivedPaper> papers = archive.exists(PaperKind.DAY, null, day) ? List.of() : archive.ofDay(day);
        if (papers.isEmpty()) {
            return Optional.empty();
        }
        List<Count> sums = papers.getFirst().content().counts().stream()
                .map(one -> new Count(
                        one.part(),
                        one.name(),
                        papers.stream()
                                .mapToInt(paper -> value(paper.content(), one))
                                .sum(),
                        one.lasting()))
                .toList();
        return put(null, day, sums, byOffice(papers, sums), at);
    }

    /** Two processes that make the same: the key lets one of them through. */
    private Optional<ArchivedPaper> put(
            @Nullable Office office, LocalDate day, List<Count> counts, List<Part> more, Instant at) {
        try {
            return retry.inTransaction(() -> {
                OfficeCode code = office == null ? null : office.code();
                Optional<PaperContent> before =
                        archive.before(PaperKind.DAY, code, day).map(ArchivedPaper::content);
                List<Part> parts = new ArrayList<>(beside(day, counts, before.orElse(null)));
                parts.addAll(more);
                var content = new PaperContent(
                        office == null ? "%s %s".formatted(organisation.name(), organisation.regency()) : office.name(),
                        day,
                        day,
                        List.of(new Fact(
                                "Hari pembanding",
                                before.map(paper -> Formats.longDate(paper.first()))
                                        .orElse("belum ada"))),
                        parts,
                        counts);
                return Optional.of(archive.put(PaperKind.DAY, office, content, PaperArchive.Edition.FIRST, at));
            });
        } catch (DuplicateKeyException faster) {
            return Optional.empty();
        }
    }

    private static List<Part> beside(LocalDate day, List<Count> counts, @Nullable PaperContent before) {
        String then = before == null ? "Sebelumnya" : Formats.shortDate(before.first());
        var parts = new ArrayList<Part>();
        grouped(counts)
                .forEach((title, some) -> parts.add(new Part(
                        title,
                        List.of("Hal", Formats.shortDate(day), then),
                        some.stream()
                                .map(count -> List.of(
                                        count.name(),
                                        Formats.number(count.count()),
                                        before == null ? "–" : Formats.number(value(before, count))))
                                .toList())));
        return parts;
    }

    /** Offices that have nothing to say in a table are not in it. */
    private static List<Part> byOffice(List<ArchivedPaper> papers, List<Count> sums) {
        var parts = new ArrayList<Part>();
        grouped(sums).forEach((title, some) -> {
            List<String> heads = new ArrayList<>(List.of("Kantor"));
            some.forEach(count -> heads.add(count.name()));
            List<List<String>> rows = papers.stream()
                    .map(ArchivedPaper::content)
                    .filter(content -> some.stream().anyMatch(count -> value(content, count) != 0))
                    .map(content -> row(content, some))
                    .toList();
            parts.add(new Part(title + ", menurut kantor", heads, rows));
        });
        return parts;
    }

    private static List<String> row(PaperContent content, List<Count> some) {
        List<String> row = new ArrayList<>(List.of(content.scope()));
        some.forEach(count -> row.add(Formats.number(value(content, count))));
        return row;
    }

    private static Map<String, List<Count>> grouped(List<Count> counts) {
        return counts.stream().collect(groupingBy(Count::part, LinkedHashMap::new, toList()));
    }

    /** 0 for what was not counted then. */
    private static int value(PaperContent content, Count wanted) {
        return content.counts().stream()
                .filter(wanted::isOf)
                .mapToInt(Count::count)
                .findFirst()
                .orElse(0);
    }
}
