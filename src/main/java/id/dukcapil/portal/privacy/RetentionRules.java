package id.dukcapil.portal.privacy;

import id.dukcapil.portal.common.AuditEvent;
import id.dukcapil.portal.common.InvalidInput;
import id.dukcapil.portal.common.Retention;
import id.dukcapil.portal.staff.CurrentStaff;
import id.dukcapil.portal.staff.Organisation;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** How long each kind of data is kept: the standard of the module that has it, unless the office decided otherwise. */
@Service
@PreAuthorize("hasAuthority('PRIVACY_READ')")
public class RetentionRules {

    private static final Period LONGEST = Period.ofYears(50);

    private final ObjectProvider<Retention> kinds;
    private final RetentionRows rows;
    private final CurrentStaff currentStaff;
    private final Organisation organisation;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    RetentionRules(
            ObjectProvider<Retention> kinds,
            RetentionRows rows,
            CurrentStaff currentStaff,
            Organisation organisation,
            ApplicationEventPublisher events,
            Clock clock) {
        this.kinds = kinds;
        this.rows = rows;
        this.currentStaff = currentStaff;
        this.organisation = organisation;
        this.events = events;
        this.clock = clock;
    }

    public List<RetentionRule> all() {
        return kinds.stream()
                .sorted(Comparator.comparing(Retention::label))
                .map(this::rule)
                .toList();
    }

    public Optional<RetentionRule> find(String key) {
        return kind(key).map(this::rule);
    }

    /** The last visits of the job to this kind, the latest first. */
    public List<RetentionRule.Run> runs(String key, int limit) {
        return rows.runs(key, limit);
    }

    /** How many records would be removed if this period held now; nothing when the kind cannot say. Removes nothing. */
    public OptionalLong preview(String key, Period period) {
        return kind(key)
                .map(kind -> kind.endedBefore(endOf(period, clock, organisation.timeZone())))
                .orElse(OptionalLong.empty());
    }

    /**
     * Sets the office's own period, which the next visit of the job follows.
     *
     * @throws InvalidInput for a period shorter than a day or longer than fifty years, a kind that cannot be changed, or
     *     without a reason
     */
    @PreAuthorize("hasAuthority('PRIVACY_HANDLE')")
    @Transactional
    public void change(String key, Period period, String reason) {
        RetentionRule before = find(key).orElseThrow(() -> new InvalidInput("key", "Jenis data ini tidak ada."));
        if (before.fixed()) {
            throw new InvalidInput("period", "Masa simpan jenis data ini tidak dapat diubah.");
        }
        check(period);
        String why = RequestRegister.requireText("reason", reason);
        if (why.length() > 300) {
            throw new InvalidInput("reason", "Paling panjang 300 huruf.");
        }
        rows.write(key, period, why, currentStaff.require().fullName(), clock.instant());
        events.publishEvent(AuditEvent.of("Masa simpan data", before.label(), "Diubah")
                .changing("Masa simpan", before.period(), period)
                .because(why));
    }

    private static void check(Period period) {
        LocalDate start = LocalDate.EPOCH;
        if (!start.plus(period).isAfter(start) || start.plus(period).isAfter(start.plus(LONGEST))) {
            throw new InvalidInput("period", "Masa simpan paling pendek satu hari dan paling panjang 50 tahun.");
        }
    }

    /** What ended before this moment has been kept for the period. */
    static Instant endOf(Period period, Clock clock, ZoneId zone) {
        return clock.instant().atZone(zone).minus(period).toInstant();
    }

    private Optional<Retention> kind(String key) {
        return kinds.stream().filter(kind -> kind.key().equals(key)).findFirst();
    }

    private RetentionRule rule(Retention kind) {
        Optional<RetentionRows.Own> own = kind.fixed() ? Optional.empty() : rows.own(kind.key());
        return new RetentionRule(
                kind.key(),
                kind.label(),
                kind.outcome(),
                kind.basis(),
                kind.standard(),
                own.map(RetentionRows.Own::period).orElse(kind.standard()),
                kind.fixed(),
                own.map(RetentionRows.Own::changedBy).orElse(null),
                own.map(RetentionRows.Own::changedAt).orElse(null),
                own.map(RetentionRows.Own::reason).orElse(null),
                rows.runs(kind.key(), 1).stream().findFirst().orElse(null));
    }
}
