package id.dukcapil.portal.calendar;

import id.dukcapil.portal.common.Appointments;
import id.dukcapil.portal.common.AuditEvent;
import id.dukcapil.portal.common.ChangedMeanwhile;
import id.dukcapil.portal.common.InvalidInput;
import id.dukcapil.portal.common.OfficeCode;
import id.dukcapil.portal.common.ui.Formats;
import id.dukcapil.portal.staff.Office;
import id.dukcapil.portal.staff.Offices;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The dates on which one office departs from its week: it serves on a holiday, or stays closed on a working day. */
@Service
@PreAuthorize("hasAuthority('OFFICE_EDIT')")
public class SpecialDays {

    private static final String KIND = "Hari khusus kantor";
    private static final int YEARS_AHEAD = 2;

    private static final String REMOVE = """
            DELETE FROM calendar_service_override
            WHERE office_code = :office AND override_date = :date AND serves = :serves AND reason = :reason""";

    private final CalendarFacts facts;
    private final BookedPeople booked;
    private final Offices offices;
    private final JdbcClient jdbc;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    SpecialDays(
            CalendarFacts facts,
            BookedPeople booked,
            Offices offices,
            JdbcClient jdbc,
            ApplicationEventPublisher events,
            Clock clock) {
        this.facts = facts;
        this.booked = booked;
        this.offices = offices;
        this.jdbc = jdbc;
        this.events = events;
        this.clock = clock;
    }

    /** Those of today and later, by date. */
    @Transactional(readOnly = true)
    public List<ServiceOverride> ahead(OfficeCode office) {
        LocalDate today = today(office);
        return facts.overrides(List.of(office), today, today.plusYears(YEARS_AHEAD)).stream()
                .sorted(Comparator.comparing(ServiceOverride::date))
                .toList();
    }

    /** How many people hold an appointment there on that day. */
    @Transactional(readOnly = true)
    public int bookedOn(OfficeCode office, LocalDate date) {
        return booked.between(date, date).stream()
                .filter(day -> day.office().equals(office))
                .mapToInt(Appointments.Held::people)
                .sum();
    }

    /** @throws InvalidInput when the date is past or already special, or the reason is missing */
    @Transactional
    public void enter(ServiceOverride day) {
        if (day.reason().isBlank() || day.reason().strip().length() > 160) {
            throw new InvalidInput("reason", "Alasan wajib diisi, paling banyak 160 huruf.");
        }
        requireAhead(day);
        ServiceHours hours = day.hours();
        try {
            jdbc.sql("""
                            INSERT INTO calendar_service_override
                              (office_code, override_date, serves, opens, closes, rest_from, rest_to, reason)
                            VALUES (:office, :date, :serves, :opens, :closes, :restFrom, :restTo, :reason)""")
                    .param("office", day.office().value())
                    .param("date", day.date())
                    .param("serves", day.serves())
                    .param("opens", hours == null ? null : hours.opens())
                    .param("closes", hours == null ? null : hours.closes())
                    .param("restFrom", hours == null ? null : hours.restFrom())
                    .param("restTo", hours == null ? null : hours.restTo())
                    .param("reason", day.reason().strip())
                    .update();
        } catch (DuplicateKeyException there) {
            throw new InvalidInput(
                    "date",
                    "Tanggal %s sudah menjadi hari khusus kantor ini. Hapus dahulu yang lama."
                            .formatted(Formats.date(day.date())));
        }
        events.publishEvent(event(day, day.serves() ? "Melayani pada hari khusus" : "Tutup pada hari khusus")
                .because(day.reason().strip()));
    }

    /** @throws ChangedMeanwhile when it has been taken away already */
    @Transactional
    public void remove(ServiceOverride day) {
        requireAhead(day);
        int removed = jdbc.sql(REMOVE)
                .param("office", day.office().value())
                .param("date", day.date())
                .param("serves", day.serves())
                .param("reason", day.reason())
                .update();
        if (removed == 0) {
            throw new ChangedMeanwhile("Hari khusus itu baru saja diubah atau dihapus petugas lain.");
        }
        events.publishEvent(event(day, "Dihapus").changing("Alasan", day.reason(), null));
    }

    private void requireAhead(ServiceOverride day) {
        LocalDate today = today(day.office());
        if (day.date().isBefore(today)) {
            throw new InvalidInput("date", "Hari yang sudah lewat tidak dapat diubah.");
        }
        if (day.date().isAfter(today.plusYears(YEARS_AHEAD))) {
            throw new InvalidInput("date", "Tanggal paling jauh dua tahun ke depan.");
        }
    }

    private static AuditEvent event(ServiceOverride day, String action) {
        return AuditEvent.of(KIND, day.office() + " " + day.date(), action).at(day.office());
    }

    private LocalDate today(OfficeCode office) {
        Office place = offices.find(office)
                .orElseThrow(() -> new InvalidInput("office", "Kantor %s tidak dikenal.".formatted(office)));
        return LocalDate.ofInstant(clock.instant(), place.timeZone());
    }
}
