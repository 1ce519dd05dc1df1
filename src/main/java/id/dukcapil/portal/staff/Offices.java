package id.dukcapil.portal.staff;

import id.dukcapil.portal.common.OfficeCode;
import java.time.ZoneId;
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

    private static final String COLUMNS = "SELECT code, name, kind, time_zone, address, phone FROM staff_office ";
    private static final RowMapper<Office> ROW = (row, number) -> new Office(
            new OfficeCode(row.getString("code")),
            row.getString("name"),
            Office.Kind.valueOf(row.getString("kind")),
            ZoneId.of(row.getString("time_zone")),
            row.getString("address"),
            row.getString("phone"));

    private final JdbcClient jdbc;

    Offices(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** All offices in the order of the organisation's own list: head office, MPP, then the kecamatan. */
    public List<Office> all() {
        return jdbc.sql(COLUMNS + "ORDER BY ordinal").query(ROW).list();
    }

    public Optional<Office> find(OfficeCode code) {
        return jdbc.sql(COLUMNS + "WHERE code = ?")
                .param(code.value())
                .query(ROW)
                .optional();
    }
}
