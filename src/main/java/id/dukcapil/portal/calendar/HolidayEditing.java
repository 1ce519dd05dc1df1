package id.dukcapil.portal.calendar;

import id.dukcapil.portal.common.Appointments;
import id.dukcapil.portal.common.AuditEvent;
import id.dukcapil.portal.common.CalendarYears;
import id.dukcapil.portal.common.ChangedMeanwhile;
import id.dukcapil.portal.common.Finding;
import id.dukcapil.portal.common.InvalidInput;
import id.dukcapil.portal.common.OfficeCode;
import id.dukcapil.portal.common.PlainText;
import id.dukcapil.portal.common.ui.Formats;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Enters, changes and removes single holidays and fasting months. */
@Service
@PreAuthorize("hasAuthority('OFFICE_EDIT')")
public class HolidayEditing {

    static final String KIND = "Hari libur";

    private static final LocalDate FIRST = LocalDate.of(2000, 1, 1);
    private static final LocalDate LAST = LocalDate.of(2099, 12, 31);

    private final HolidayRows rows;
    private final CalendarFacts facts;
    private final BookedPeople booked;
    private final JdbcClient jdbc;
    private final ApplicationEventPublisher events;

    HolidayEditing(
            HolidayRows rows,
            CalendarFacts facts,
            BookedPeople booked,
            JdbcClient jdbc,
            ApplicationEventPublisher events) {
        this.rows = rows;
        this.facts = facts;
        this.booked = booked;
        this.jdbc = jdbc;
        this.events = events;
    }

    /** How many people hold an appointment on that date, at that office or anywhere. */
    @Transactional(readOnly = true)
    public int bookedOn(LocalDate date, @Nullable OfficeCode office) {
        return booked.between(date, date).stream()
                .filter(day -> office == null || office.equals(day.office()))
                .mapToInt(Appointments.Held::people)
                .sum();
    }

    /** @throws InvalidInput when it lacks something or that date has a holiday of that name */
    @Transactional
    public void add(Holiday holiday) {
        requireUsable(holiday);
        try {
            rows.insert(holiday);
        } catch (DuplicateKeyException there) {
            throw isThere(holiday);
        }
        events.publishEvent(added(holiday));
    }

    /** @throws ChangedMeanwhile when it is no longer as it was shown */
    @Transactional
    public void change(Holiday seen, Holiday changed) {
        requireUsable(changed);
        try {
            requireAsSeen(rows.update(seen, changed));
        } catch (DuplicateKeyException there) {
            throw isThere(changed);
        }
        events.publishEvent(changed(seen, changed));
    }

    /** @throws ChangedMeanwhile when it is no longer as it was shown */
    @Transactional
    public void remove(Holiday seen) {
        requireAsSeen(rows.delete(seen));
        events.publishEvent(removed(seen));
    }

    /** All known fasting months, by date. */
    @Transactional(readOnly = true)
    public List<Ramadan> ramadans() {
        return facts.ramadans(FIRST, LAST);
    }

    /** @throws InvalidInput when the dates are not those of a month or meet another fasting month */
    @Transactional
    public void addRamadan(Ramadan month) {
        requireMonth(month, null);
        jdbc.sql("INSERT INTO calendar_ramadan (from_date, to_date, certainty) VALUES (:from, :to, :certainty)")
                .param("from", month.from())
                .param("to", month.to())
                .param("certainty", month.certainty())
                .update();
        events.publishEvent(AuditEvent.of("Ramadan", text(month), "Ditambahkan"));
    }

    /** @throws ChangedMeanwhile when it is no longer as it was shown */
    @Transactional
    public void changeRamadan(Ramadan seen, Ramadan changed) {
        requireMonth(changed, seen);
        int rowsChanged = jdbc.sql("""
                        UPDATE calendar_ramadan SET from_date = :from, to_date = :to, certainty = :certainty
                        WHERE from_date = :seenFrom AND to_date = :seenTo AND certainty = :seenCertainty""")
                .param("from", changed.from())
                .param("to", changed.to())
                .param("certainty", changed.certainty())
                .param("seenFrom", seen.from())
                .param("seenTo", seen.to())
                .param("seenCertainty", seen.certainty())
                .update();
        requireAsSeen(rowsChanged > 0);
        events.publishEvent(AuditEvent.of("Ramadan", text(changed), "Diubah")
                .changing("Masa", text(seen), text(changed))
                .changing("Kepastian", seen.certainty(), changed.certainty()));
    }

    static AuditEvent added(Holiday holiday) {
        return AuditEvent.of(KIND, reference(holiday), "Ditambahkan")
                .at(holiday.office())
                .changing("Jenis", null, holiday.kind().label())
                .changing("Dasar", null, holiday.basis());
    }

    static AuditEvent changed(Holiday before, Holiday after) {
        return AuditEvent.of(KIND, reference(before), "Diubah")
                .at(after.office())
                .changing("Tanggal", before.date(), after.date())
                .changing("Nama", before.name(), after.name())
                .changing("Jenis", before.kind().label(), after.kind().label())
                .changing("Dasar", before.basis(), after.basis())
                .changing("Kepastian", before.certainty(), after.certainty())
                .changing("Kantor", before.office(), after.office());
    }

    static AuditEvent removed(Holiday holiday) {
        return AuditEvent.of(KIND, reference(holiday), "Dihapus")
                .at(holiday.office())
                .changing("Nama", holiday.name(), null);
    }

    private static String reference(Holiday holiday) {
        return holiday.date() + " " + holiday.name();
    }

    /** @throws InvalidInput naming every field that cannot be used */
    static void requireUsable(Holiday holiday) {
        var findings = new ArrayList<Finding>();
        if (!PlainText.isName(holiday.name(), 1, 120)) {
            findings.add(Finding.error("name", "Nama hari libur wajib diisi, paling banyak 120 huruf."));
        }
        if (holiday.basis().isBlank() || holiday.basis().length() > 240) {
            findings.add(
                    Finding.error("basis", "Dasar (SKB atau keputusan daerah) wajib diisi, paling banyak 240 huruf."));
        }
        if (!CalendarYears.include(holiday.date())) {
            findings.add(Finding.error("date", "Tahun di luar yang dikenal kalender."));
        }
        if (holiday.office() != null && holiday.kind() != Holiday.Kind.LOCAL) {
            findings.add(Finding.error("office", "Hanya libur daerah yang dapat berlaku untuk satu kantor."));
        }
        if (!findings.isEmpty()) {
            throw new InvalidInput(findings);
        }
    }

    private void requireMonth(Ramadan month, @Nullable Ramadan replaced) {
        long days = ChronoUnit.DAYS.between(month.from(), month.to()) + 1;
        if (days < 29 || days > 30) {
            throw new InvalidInput("to", "Ramadan berlangsung 29 atau 30 hari; yang diisi %d hari.".formatted(days));
        }
        boolean meetsAnother =
                facts.ramadans(month.from(), month.to()).stream().anyMatch(other -> !other.equals(replaced));
        if (meetsAnother) {
            throw new InvalidInput("from", "Tanggal ini bertemu Ramadan lain yang sudah tercatat.");
        }
    }

    private static void requireAsSeen(boolean asSeen) {
        if (!asSeen) {
            throw new ChangedMeanwhile(
                    "Data itu baru saja diubah atau dihapus petugas lain. Yang tampil kini adalah keadaan terakhir.");
        }
    }

    private static InvalidInput isThere(Holiday holiday) {
        return new InvalidInput(
                "name", "%s sudah tercatat pada %s.".formatted(holiday.name(), Formats.date(holiday.date())));
    }

    private static String text(Ramadan month) {
        return Formats.date(month.from()) + " – " + Formats.date(month.to());
    }
}
