package id.dukcapil.portal.booking;

import id.dukcapil.portal.booking.WindowRows.Row;
import id.dukcapil.portal.common.AuditEvent;
import id.dukcapil.portal.common.InvalidInput;
import id.dukcapil.portal.common.OfficeCode;
import id.dukcapil.portal.common.ui.Formats;
import id.dukcapil.portal.staff.CurrentStaff;
import id.dukcapil.portal.staff.Offices;
import java.time.Instant;
import java.time.LocalTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The planner's say in how far ahead an office is booked, at what hour its furthest day opens, and when seats are released. */
@Service
@PreAuthorize("hasAuthority('QUOTA_EDIT')")
public class WindowPlanning {

    private static final int LONGEST_REASON = 300;

    private final WindowRows rows;
    private final BookingWindows windows;
    private final Offices offices;
    private final CurrentStaff currentStaff;
    private final ApplicationEventPublisher events;

    WindowPlanning(
            WindowRows rows,
            BookingWindows windows,
            Offices offices,
            CurrentStaff currentStaff,
            ApplicationEventPublisher events) {
        this.rows = rows;
        this.windows = windows;
        this.offices = offices;
        this.currentStaff = currentStaff;
        this.events = events;
    }

    /**
     * What holds, and how it came to be.
     *
     * @param usualRelease when seats are released without an hour in the window; null: they are kept until the evening
     * @param version to be handed back with a new window; 0 while the setting holds
     * @param history the latest first
     */
    public record Planned(BookingWindow window, @Nullable LocalTime usualRelease, int version, List<Change> history) {

        public Planned {
            history = List.copyOf(history);
        }
    }

    /** A window as it was entered, in words. */
    public record Change(String description, String reason, String enteredBy, Instant at) {}

    @Transactional(readOnly = true)
    public Planned of(OfficeCode office) {
        List<Row> history = rows.history(office);
        return new Planned(
                windows.of(office),
                windows.usualRelease(office).orElse(null),
                history.isEmpty() ? 0 : history.getFirst().ordinal(),
                history.stream()
                        .map(row ->
                                new Change(row.window().description(), row.reason(), row.enteredBy(), row.enteredAt()))
                        .toList());
    }

    /**
     * Enters a window, which holds at once. Bookings that were made stay.
     *
     * @param seen version of what the planner saw
     * @throws InvalidInput without a reason
     * @throws QuotaConflict when somebody else has entered one since
     */
    @Transactional
    public void enter(OfficeCode office, BookingWindow window, String reason, int seen) {
        currentStaff.requireScope(office);
        String why = reason.strip();
        if (why.isEmpty() || why.length() > LONGEST_REASON) {
            throw new InvalidInput("reason", "Alasan harus diisi, paling banyak 300 huruf.");
        }
        Planned before = of(office);
        if (before.version() != seen) {
            throw new QuotaConflict(changedMeanwhile(office, before));
        }
        try {
            rows.enter(office, seen + 1, window, why, currentStaff.require().fullName());
        } catch (DuplicateKeyException anotherPlanner) {
            throw new QuotaConflict("Jendela pemesanan baru saja diubah petugas lain. Periksa lagi sebelum menyimpan.");
        }
        events.publishEvent(AuditEvent.of("Jendela pemesanan", office.value(), "Jendela diubah")
                .at(office)
                .changing("Jendela", before.window().description(), window.description())
                .because(why));
    }

    private String changedMeanwhile(OfficeCode office, Planned now) {
        Change latest = now.history().getFirst();
        return "Jendela pemesanan sudah diubah oleh %s, %s. Kini: %s. Periksa lagi sebelum menyimpan."
                .formatted(
                        latest.enteredBy(),
                        Formats.dateTime(
                                latest.at(), offices.find(office).orElseThrow().timeZone()),
                        latest.description());
    }
}
