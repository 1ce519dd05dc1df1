package id.dukcapil.portal.staff;

import id.dukcapil.portal.common.OfficeCode;
import id.dukcapil.portal.common.RecordRow;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;

/** The service places of the organisation; names and zones are no secret to anyone who is signed in. */
@Service
@PreAuthorize("isAuthenticated()")
public class Offices {

    static final String COLUMNS = """
            SELECT code, name, kind, time_zone, address, phone, serves_from, closed_from, closure_reason
            FROM staff_office """;
    static final RowMapper<Office> ROW = RecordRow.of(Office.class);

    private final JdbcClient jdbc;

    Offices(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** All offices, closed ones too, in the organisation's own order: head office, MPP, then the kecamatan. */
    public List<Office> all() {
        return jdbc.sql(COLUMNS + " ORDER BY ordinal, code").query(ROW).list();
    }

    /** Those that have not been given up by that date. */
    public List<Office> inServiceOn(LocalDate date) {
        return all().stream().filter(office -> !office.isClosedOn(date)).toList();
    }

    /** For everybody, because a document names the office that issued it. */
    @PreAuthorize("permitAll()")
    public Optional<Office> find(OfficeCode code) {
        return jdbc.sql(COLUMNS + " WHERE code = ?")
                .param(code.value())
                .query(ROW)
                .optional();
    }
}
