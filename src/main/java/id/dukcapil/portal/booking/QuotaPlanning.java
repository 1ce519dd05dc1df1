package id.dukcapil.portal.booking;

import id.dukcapil.portal.booking.QuotaRows.Row;
import id.dukcapil.portal.calendar.OfficeCalendar;
import id.dukcapil.portal.calendar.OfficeDay;
import id.dukcapil.portal.common.AuditEvent;
import id.dukcapil.portal.common.InvalidInput;
import id.dukcapil.portal.common.OfficeCode;
import id.dukcapil.portal.common.ui.Formats;
import id.dukcapil.portal.staff.CurrentStaff;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The planner's side of the quota calendar: every change is shown first and then done, all of it or nothing. */
@Service
@PreAuthorize("hasAuthority('QUOTA_EDIT')")
public class QuotaPlanning {

    private static final int RULE_HORIZON_DAYS = 366;

    private final QuotaRows rows;
    private final QuotaCalendar calendar;
    private final OfficeCalendar officeCalendar;
    private final QuotaWriting writing;
    private final CurrentStaff currentStaff;
    private final ApplicationEventPublisher events;

    QuotaPlanning(
            QuotaRows rows,
            QuotaCalendar calendar,
            OfficeCalendar officeCalendar,
            QuotaWriting writing,
            CurrentStaff currentStaff,
            ApplicationEventPublisher events) {
        this.rows = rows;
        this.calendar = calendar;
        this.officeCalendar = officeCalendar;
        this.writing = writing;
        this.currentStaff = currentStaff;
        this.events = events;
    }

    /** What the edit would do, day by day, without doing it. Days on which the office does not serve are left out. */
    @Transactional(readOnly = true)
    public List<QuotaEdit.Planned> preview(QuotaEdit edit) {
        return edit.offices().stream()
                .flatMap(code -> previewOf(code, edit).stream())
                .toList();
    }

    private List<QuotaEdit.Planned> previewOf(OfficeCode code, QuotaEdit edit) {
        requireEditable(code, edit.from());
        List<WeekdayRule> rules = rows.rules(code);
        Map<LocalDate, Row> existing = rows.between(code, edit.from(), edit.to()).stream()
                .collect(Collectors.toMap(Row::date, Function.identity()));
        return officeCalendar.days(code, edit.from(), edit.to()).stream()
                .filter(day -> day.isOpen() && edit.covers(day.date()))
                .map(OfficeDay::date)
                .map(date -> {
                    QuotaRule rule = QuotaCalendar.ruleFor(rules, date);
                    Row row = existing.getOrDefault(date, Row.notYetInBeing(code, date, rule));
                    return QuotaPlan.of(row, rule, edit.change()).planned();
                })
                .toList();
    }

    /** What a change would do to a day as the planner sees it now, with the version seen. */
    public QuotaEdit.Planned previewOfDay(QuotaDay seen, QuotaEdit.Change change) {
        QuotaRule rule = QuotaCalendar.ruleFor(rows.rules(seen.office()), seen.date());
        var row = new Row(
                seen.office(),
                seen.date(),
                seen.quota(),
                seen.booked(),
                seen.bookedInternal(),
                seen.followsRule(),
                seen.closure(),
                seen.changedBy(),
                seen.changedAt(),
                seen.version());
        return QuotaPlan.of(row, rule, change).planned();
    }

    /**
     * Does what the preview showed.
     *
     * @return the number of days changed
     * @throws QuotaConflict when a day is no longer as the preview showed it; nothing is changed then
     */
    @Transactional
    public int apply(QuotaEdit edit, List<QuotaEdit.Planned> previewed) {
        // One order for everybody, so that two planners wait for each other instead of deadlocking
        List<QuotaEdit.Planned> days = previewed.stream()
                .filter(QuotaEdit.Planned::changes)
                .sorted(Comparator.comparing(
                                (QuotaEdit.Planned day) -> day.office().value())
                        .thenComparing(QuotaEdit.Planned::date))
                .toList();
        days.forEach(day -> change(day, edit.change()));
        return days.size();
    }

    private void change(QuotaEdit.Planned previewed, QuotaEdit.Change change) {
        OfficeCode code = previewed.office();
        requireEditable(code, previewed.date());
        writing.change(code, previewed.date(), previewed.version(), change);
    }

    /** The effect of new weekday rules on days that already exist; days not yet in being simply follow. */
    @Transactional(readOnly = true)
    public List<QuotaEdit.Planned> previewRules(OfficeCode code, List<WeekdayRule> changed) {
        List<WeekdayRule> merged = merged(code, changed);
        return followers(code, changed).stream()
                .map(day -> QuotaPlan.following(day, QuotaCalendar.ruleFor(merged, day.date())))
                .filter(plan -> plan.refusal() != null || plan.changesAnything())
                .map(QuotaPlan::planned)
                .toList();
    }

    /**
     * Enters weekday rules. Days that already exist and follow their rule are brought along, except those with more
     * bookings than the new rule has seats: they keep their numbers and count as set by hand from then on.
     */
    @Transactional
    public void setRules(OfficeCode code, List<WeekdayRule> changed) {
        String planner = currentStaff.require().fullName();
        List<WeekdayRule> merged = merged(code, changed);
        for (Row day : followers(code, changed)) {
            QuotaRule rule = QuotaCalendar.ruleFor(merged, day.date());
            Row locked = rows.lock(code, day.date(), rule);
            if (!locked.followsRule()) {
                continue; // Somebody has just set this day by hand
            }
            QuotaPlan plan = QuotaPlan.following(locked, rule);
            if (plan.refusal() != null) {
                writing.write(plan.keptByHand(), null);
            } else if (plan.changesAnything()) {
                writing.write(plan, null);
            }
        }
        List<WeekdayRule> before = rows.rules(code);
        for (WeekdayRule rule : changed) {
            rows.writeRule(code, rule, planner);
            rows.recordChange(code, null, rule.description(), planner);
            events.publishEvent(AuditEvent.of("Aturan kuota mingguan", reference(rule), "Aturan diubah")
                    .at(code)
                    .changing("Aturan", descriptionOfReplaced(rule, before), rule.description()));
        }
    }

    private static String reference(WeekdayRule rule) {
        return "%s mulai %s".formatted(Formats.weekday(rule.weekday()), rule.validFrom());
    }

    private static @Nullable String descriptionOfReplaced(WeekdayRule rule, List<WeekdayRule> before) {
        return before.stream()
                .filter(rule::isReplacedBy)
                .map(WeekdayRule::description)
                .findFirst()
                .orElse(null);
    }

    private List<Row> followers(OfficeCode code, List<WeekdayRule> changed) {
        if (changed.isEmpty()) {
            throw new InvalidInput("weekdays", "Pilih paling sedikit satu hari.");
        }
        LocalDate from = changed.stream()
                .map(WeekdayRule::validFrom)
                .min(Comparator.naturalOrder())
                .orElseThrow();
        requireEditable(code, from);
        return rows.between(code, from, from.plusDays(RULE_HORIZON_DAYS)).stream()
                .filter(Row::followsRule)
                .sorted(Comparator.comparing(Row::date))
                .toList();
    }

    private List<WeekdayRule> merged(OfficeCode code, List<WeekdayRule> changed) {
        var merged = new ArrayList<>(rows.rules(code));
        merged.removeIf(old -> changed.stream().anyMatch(old::isReplacedBy));
        merged.addAll(changed);
        return merged;
    }

    private void requireEditable(OfficeCode code, LocalDate from) {
        currentStaff.requireScope(code);
        if (from.isBefore(calendar.nowAt(code).toLocalDate())) {
            throw new InvalidInput("from", "Hari yang sudah lewat tidak dapat diubah.");
        }
    }
}
