package id.dukcapil.portal.calendar;

import id.dukcapil.portal.common.OfficeCode;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Writes holidays; who may do so is decided by the callers. A row is named by everything it says, so nobody overwrites what he has not seen. */
@Repository
class HolidayRows {

    private static final String AS_SEEN = """
            WHERE holiday_date = :seenDate AND name = :seenName AND kind = :seenKind AND basis = :seenBasis
              AND certainty = :seenCertainty AND office_code <=> :seenOffice""";

    private final JdbcClient jdbc;

    HolidayRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @throws org.springframework.dao.DuplicateKeyException when that date has a holiday of that name */
    void insert(Holiday holiday) {
        values(jdbc.sql("""
                        INSERT INTO calendar_holiday (holiday_date, name, kind, basis, source, certainty, office_code)
                        VALUES (:date, :name, :kind, :basis, :source, :certainty, :office)"""), holiday).update();
    }

    /** @return whether the row was still as it was seen */
    boolean update(Holiday seen, Holiday changed) {
        return asSeen(values(jdbc.sql("""
                        UPDATE calendar_holiday SET holiday_date = :date, name = :name, kind = :kind, basis = :basis,
                          source = :source, certainty = :certainty, office_code = :office
                        """ + AS_SEEN), changed), seen).update() > 0;
    }

    /** @return whether the row was still as it was seen */
    boolean delete(Holiday seen) {
        return asSeen(jdbc.sql("DELETE FROM calendar_holiday " + AS_SEEN), seen).update() > 0;
    }

    private static JdbcClient.StatementSpec values(JdbcClient.StatementSpec statement, Holiday holiday) {
        return statement
                .param("date", holiday.date())
                .param("name", holiday.name())
                .param("kind", holiday.kind().name())
                .param("basis", holiday.basis())
                .param("source", holiday.source())
                .param("certainty", holiday.certainty())
                .param("office", code(holiday.office()));
    }

    private static JdbcClient.StatementSpec asSeen(JdbcClient.StatementSpec statement, Holiday seen) {
        return statement
                .param("seenDate", seen.date())
                .param("seenName", seen.name())
                .param("seenKind", seen.kind().name())
                .param("seenBasis", seen.basis())
                .param("seenCertainty", seen.certainty())
                .param("seenOffice", code(seen.office()));
    }

    private static @Nullable String code(@Nullable OfficeCode office) {
        return office == null ? null : office.value();
    }
}
