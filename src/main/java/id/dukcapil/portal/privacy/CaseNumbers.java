package id.dukcapil.portal.privacy;

import id.dukcapil.portal.staff.Organisation;
import java.time.Instant;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Numbers of the registers, "PD-2026-0001", one after the other within a year and without gaps. */
@Component
class CaseNumbers {

    enum Series {
        /** Requests of data subjects. */
        PD,
        /** Incidents. */
        INS
    }

    private static final String TAKE_NUMBER = """
            INSERT INTO privacy_number (series, year, last_number) VALUES (:series, :year, 1)
            ON DUPLICATE KEY UPDATE last_number = last_number + 1""";

    private final JdbcClient jdbc;
    private final Organisation organisation;

    CaseNumbers(JdbcClient jdbc, Organisation organisation) {
        this.jdbc = jdbc;
        this.organisation = organisation;
    }

    /** The counter is locked until the transaction ends: a case that is not stored gives its number back. */
    @Transactional(propagation = Propagation.MANDATORY)
    public String next(Series series, Instant at) {
        int year = at.atZone(organisation.timeZone()).getYear();
        jdbc.sql(TAKE_NUMBER).param("series", series.name()).param("year", year).update();
        int number = jdbc.sql("SELECT last_number FROM privacy_number WHERE series = ? AND year = ?")
                .param(series.name())
                .param(year)
                .query(Integer.class)
                .single();
        return "%s-%d-%04d".formatted(series, year, number);
    }
}
