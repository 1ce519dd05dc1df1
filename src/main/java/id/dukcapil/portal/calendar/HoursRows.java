package id.dukcapil.portal.calendar;

import id.dukcapil.portal.common.OfficeCode;
import java.time.LocalDate;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Writes the hours of offices; who may do so is decided by the callers. */
@Repository
class HoursRows {

    private final JdbcClient jdbc;

    HoursRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Whoever writes hours of an office waits here for the one before; its own rows may not exist yet. */
    void lock(OfficeCode office) {
        jdbc.sql("SELECT code FROM staff_office WHERE code = ? FOR UPDATE")
                .param(office.value())
                .query(String.class)
                .single();
    }

    boolean hasAny(OfficeCode office) {
        return jdbc.sql("SELECT COUNT(*) FROM calendar_office_hours WHERE office_code = ?")
                        .param(office.value())
                        .query(Integer.class)
                        .single()
                > 0;
    }

    /** Another process of the same portal may be starting too, hence no complaint about a row that is there. */
    void insert(OfficeHours row) {
        jdbc.sql("""
                        INSERT INTO calendar_office_hours
                          (office_code, weekday, opens, closes, rest_from, rest_to, period, valid_from, valid_to)
                        VALUES (:office, :weekday, :opens, :closes, :restFrom, :restTo, :period, :from, :to)
                        ON DUPLICATE KEY UPDATE id = id""")
                .param("office", row.office().value())
                .param("weekday", row.weekday().getValue())
                .param("opens", row.hours().opens())
                .param("closes", row.hours().closes())
                .param("restFrom", row.hours().restFrom())
                .param("restTo", row.hours().restTo())
                .param("period", row.period().name())
                .param("from", row.validFrom())
                .param("to", row.validTo())
                .update();
    }

    /** Hours of that period hold until the day before; those that would have begun later are taken away. */
    void endBefore(OfficeCode office, Period period, LocalDate date) {
        jdbc.sql(
                        "DELETE FROM calendar_office_hours WHERE office_code = :office AND period = :period AND valid_from >= :date")
                .param("office", office.value())
                .param("period", period.name())
                .param("date", date)
                .update();
        jdbc.sql("""
                        UPDATE calendar_office_hours SET valid_to = :last
                        WHERE office_code = :office AND period = :period AND (valid_to IS NULL OR valid_to > :last)""")
                .param("last", date.minusDays(1))
                .param("office", office.value())
                .param("period", period.name())
                .update();
    }

    /** What {@link #endBefore} would leave of a row. */
    static Optional<OfficeHours> endedBefore(OfficeHours row, Period period, LocalDate date) {
        if (row.period() != period) {
            return Optional.of(row);
        }
        if (!row.validFrom().isBefore(date)) {
            return Optional.empty();
        }
        LocalDate last = date.minusDays(1);
        boolean endsEarlier = row.validTo() != null && row.validTo().isBefore(last);
        return Optional.of(new OfficeHours(
                row.office(),
                row.weekday(),
                row.hours(),
                row.period(),
                row.validFrom(),
                endsEarlier ? row.validTo() : last));
    }
}
