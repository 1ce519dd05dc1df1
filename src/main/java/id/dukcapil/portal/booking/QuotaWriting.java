package id.dukcapil.portal.booking;

import id.dukcapil.portal.booking.QuotaRows.Row;
import id.dukcapil.portal.common.AuditEvent;
import id.dukcapil.portal.common.OfficeCode;
import id.dukcapil.portal.common.ui.Formats;
import id.dukcapil.portal.staff.CurrentStaff;
import id.dukcapil.portal.staff.Offices;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/**
 * Changes a day inside the caller's transaction and under its lock: never a day that somebody else has changed since the
 * planner looked, and always with a line in its history and in the audit trail.
 */
@Component
class QuotaWriting {

    private final QuotaRows rows;
    private final Offices offices;
    private final CurrentStaff currentStaff;
    private final ApplicationEventPublisher events;

    QuotaWriting(QuotaRows rows, Offices offices, CurrentStaff currentStaff, ApplicationEventPublisher events) {
        this.rows = rows;
        this.offices = offices;
        this.currentStaff = currentStaff;
        this.events = events;
    }

    /**
     * @param seen version of the day as the planner saw it
     * @return what was done
     * @throws QuotaConflict when the day has changed since, or the change is not possible any more
     */
    QuotaPlan change(OfficeCode office, LocalDate date, long seen, QuotaEdit.Change change) {
        QuotaRule rule = QuotaCalendar.ruleFor(rows.rules(office), date);
        Row locked = rows.lock(office, date, rule);
        QuotaPlan plan = QuotaPlan.of(locked, rule, change);
        if (locked.version() != seen) {
            throw new QuotaConflict(changedMeanwhile(locked, plan));
        }
        if (plan.refusal() != null) {
            throw new QuotaConflict(Formats.date(locked.date()) + ": " + plan.refusal());
        }
        write(plan, reasonOf(change));
        return plan;
    }

    private static @Nullable String reasonOf(QuotaEdit.Change change) {
        return change instanceof QuotaEdit.Change.SetQuota set ? set.reason() : null;
    }

    /** Writes what was planned; the caller holds the lock. */
    void write(QuotaPlan plan, @Nullable String reason) {
        String planner = currentStaff.require().fullName();
        Row day = plan.before();
        rows.write(plan.after(), planner);
        rows.recordChange(day.office(), day.date(), plan.description(reason), planner);
        QuotaEdit.Planned told = plan.planned();
        events.publishEvent(AuditEvent.of("Kuota harian", day.date().toString(), deed(plan))
                .at(day.office())
                .changing("Kuota", told.before(), told.after())
                .because(reason));
    }

    private static String deed(QuotaPlan plan) {
        boolean wasClosed = plan.before().closure() != null;
        boolean isClosed = plan.after().closure() != null;
        if (wasClosed == isClosed) {
            return "Kuota diubah";
        }
        return isClosed ? "Hari ditutup" : "Hari dibuka kembali";
    }

    private String changedMeanwhile(Row now, QuotaPlan plan) {
        String when = Optional.ofNullable(now.changedAt())
                .map(at -> Formats.dateTime(
                        at, offices.find(now.office()).orElseThrow().timeZone()))
                .orElse("baru saja");
        return "%s sudah diubah oleh %s, %s. Kini: %s. Periksa lagi sebelum menyimpan."
                .formatted(
                        Formats.date(now.date()),
                        Optional.ofNullable(now.changedBy()).orElse("petugas lain"),
                        when,
                        plan.planned().before());
    }
}
