package id.dukcapil.portal.sla;

import id.dukcapil.portal.common.AuditEvent;
import id.dukcapil.portal.common.ChangedMeanwhile;
import id.dukcapil.portal.common.Finding;
import id.dukcapil.portal.common.InvalidInput;
import id.dukcapil.portal.common.OfficeCode;
import id.dukcapil.portal.common.Retry;
import id.dukcapil.portal.common.TechnicalTrouble;
import id.dukcapil.portal.common.TimeOrderedId;
import id.dukcapil.portal.common.ui.Formats;
import id.dukcapil.portal.staff.CurrentStaff;
import id.dukcapil.portal.staff.Office;
import id.dukcapil.portal.staff.Offices;
import id.dukcapil.portal.staff.StaffMember;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;

/**
 * States when an office cannot work because something is broken ("kerusakan teknis"). That time counts against no target:
 * the due instants of the office's open cases are worked out anew at once, and readings of all others see it by themselves.
 */
@Service
@PreAuthorize("hasAuthority('CLOCK_PAUSE')")
public class ClockPauses {

    /** How many are listed at most. */
    public static final int SHOWN = 200;

    private static final String RECORD = "Jeda layanan";
    private static final int LONGEST_REASON = 200;
    private static final int LONGEST_EXPLANATION = 500;

    /** What lies further back is in reports that have been handed in. */
    private static final Duration FURTHEST_BACK = Duration.ofDays(31);

    private final PauseBook book;
    private final CaseRecalculation recalculation;
    private final CurrentStaff staff;
    private final Offices offices;
    private final Retry retry;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    ClockPauses(
            PauseBook book,
            CaseRecalculation recalculation,
            CurrentStaff staff,
            Offices offices,
            Retry retry,
            ApplicationEventPublisher events,
            Clock clock) {
        this.book = book;
        this.recalculation = recalculation;
        this.staff = staff;
        this.offices = offices;
        this.retry = retry;
        this.events = events;
        this.clock = clock;
    }

    /** The latest of the offices within reach, at most 200. */
    public List<StatedPause> latest() {
        return book.latest(staff.officesInScope().stream().map(Office::code).toList(), SHOWN);
    }

    /**
     * Says that an office cannot work, or could not.
     *
     * @param to none while it still cannot
     * @throws InvalidInput when the times or the reason cannot be, or a pause of that office goes on already
     */
    public void state(OfficeCode office, Instant from, @Nullable Instant to, String reason) {
        staff.requireScope(office);
        check(from, to, reason);
        StaffMember member = staff.require();
        Instant now = clock.instant();
        var pause = new StatedPause(
                TimeOrderedId.at(now), office, from, to, reason.strip(), member.fullName(), now, null, null, 0);
        try {
            retry.inTransaction(() -> {
                book.enter(pause, member.id().value());
                events.publishEvent(changes(pause, "Dinyatakan", null, pause));
            });
        } catch (DuplicateKeyException goingOn) {
            throw new InvalidInput("office", "Jeda lain di kantor ini masih berjalan. Akhiri atau ubah yang itu.");
        }
        recalculation.run(office);
    }

    /** States a pause for what an operator reported at a case, unless one of that office goes on already. */
    @EventListener
    public void state(TechnicalTrouble trouble) {
        boolean goesOn = book.since(trouble.office(), trouble.from()).stream().anyMatch(pause -> pause.to() == null);
        if (!goesOn) {
            state(trouble.office(), trouble.from(), null, trouble.reason());
        }
    }

    /**
     * Corrects a pause that goes on, or ends it.
     *
     * @throws InvalidInput when it is over already, or the times or the reason cannot be
     * @throws ChangedMeanwhile when somebody else was faster
     */
    public void change(StatedPause seen, Instant from, @Nullable Instant to, String reason) {
        check(from, to, reason);
        change(seen, "Diubah", before -> {
            if (before.state() != StatedPause.State.GOING_ON) {
                throw new InvalidInput(
                        "to", "Jeda yang sudah berakhir tidak diubah lagi; cabut lalu nyatakan yang baru.");
            }
            return before.with(from, to, reason.strip());
        });
    }

    /**
     * Says that a pause was stated by mistake; it stays to be read and counts nowhere.
     *
     * @throws InvalidInput without an explanation
     * @throws ChangedMeanwhile when somebody else was faster
     */
    public void withdraw(StatedPause seen, String why) {
        if (why.isBlank() || why.strip().length() > LONGEST_EXPLANATION) {
            throw new InvalidInput(
                    "reason", "Alasan harus diisi, paling banyak %d huruf.".formatted(LONGEST_EXPLANATION));
        }
        change(seen, "Dicabut", before -> {
            if (before.state() == StatedPause.State.WITHDRAWN) {
                throw new ChangedMeanwhile("Jeda ini sudah dicabut.");
            }
            return before.withdrawn(clock.instant(), why.strip());
        });
    }

    private interface Correction {
        StatedPause of(StatedPause before);
    }

    private void change(StatedPause seen, String action, Correction correction) {
        staff.requireScope(seen.office());
        retry.inTransaction(() -> {
            StatedPause before = locked(seen.id());
            if (before.version() != seen.version()) {
                throw new ChangedMeanwhile("Jeda ini baru saja diubah petugas lain. Periksa lagi.");
            }
            StatedPause after = correction.of(before);
            book.change(after);
            events.publishEvent(changes(after, action, before, after).because(after.withdrawnWhy()));
        });
        recalculation.run(seen.office());
    }

    /** The office is looked at again, because what was shown can have been made up. */
    private StatedPause locked(UUID id) {
        StatedPause pause = book.lock(id).orElseThrow(() -> new ChangedMeanwhile("Jeda ini tidak ada."));
        staff.requireScope(pause.office());
        return pause;
    }

    private void check(Instant from, @Nullable Instant to, String reason) {
        Instant now = clock.instant();
        var findings = new ArrayList<Finding>();
        if (from.isAfter(now)) {
            findings.add(Finding.error("from", "Jeda tidak dapat dimulai pada waktu yang akan datang."));
        } else if (from.isBefore(now.minus(FURTHEST_BACK))) {
            findings.add(
                    Finding.error("from", "Jeda paling jauh %d hari ke belakang.".formatted(FURTHEST_BACK.toDays())));
        }
        if (to != null && !to.isAfter(from)) {
            findings.add(Finding.error("to", "Selesai harus sesudah mulai."));
        } else if (to != null && to.isAfter(now)) {
            findings.add(Finding.error("to", "Jeda baru dapat diakhiri setelah layanan pulih."));
        }
        if (reason.isBlank() || reason.strip().length() > LONGEST_REASON) {
            findings.add(
                    Finding.error("reason", "Alasan harus diisi, paling banyak %d huruf.".formatted(LONGEST_REASON)));
        }
        if (!findings.isEmpty()) {
            throw new InvalidInput(findings);
        }
    }

    private AuditEvent changes(StatedPause pause, String action, @Nullable StatedPause before, StatedPause after) {
        return AuditEvent.of(RECORD, pause.office() + " " + time(pause.office(), pause.from()), action)
                .at(pause.office())
                .changing(
                        "Mulai",
                        before == null ? null : time(pause.office(), before.from()),
                        time(pause.office(), after.from()))
                .changing("Selesai", before == null ? null : end(before), end(after))
                .changing("Sebab", before == null ? null : before.reason(), after.reason());
    }

    private @Nullable String end(StatedPause pause) {
        Instant to = pause.to();
        return to == null ? null : time(pause.office(), to);
    }

    private String time(OfficeCode office, Instant moment) {
        return offices.find(office)
                .map(place -> Formats.dateTime(moment, place.timeZone()))
                .orElseGet(moment::toString);
    }
}
