package id.dukcapil.portal.sla.stay;

import id.dukcapil.portal.common.OfficeCode;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Keeps what is over. Rows are only added, so that every process sees by their ids what it has not seen. */
@Repository
@Transactional(propagation = Propagation.MANDATORY)
public class StayLedger {

    private static final String INSERT = """
            INSERT INTO sla_stay (case_id, standard, step, office_code, officer, for_office, began, ended, worked, target,
              late, path, sign)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""";

    private final JdbcClient jdbc;
    private final JdbcTemplate batches;

    StayLedger(JdbcClient jdbc, JdbcTemplate batches) {
        this.jdbc = jdbc;
        this.batches = batches;
    }

    public void append(List<Stay> stays) {
        insert(stays, 1);
    }

    /** Makes the rows of a case those given; reverses what is no longer so, adds what is new. @return whether anything was */
    public boolean settle(UUID caseId, List<Stay> stays) {
        Map<Long, Stay> gone = of(caseId);
        var fresh = new ArrayList<Stay>();
        stays.forEach(stay -> gone.entrySet().stream()
                .filter(row -> row.getValue().equals(stay))
                .findFirst()
                .ifPresentOrElse(row -> gone.remove(row.getKey()), () -> fresh.add(stay)));
        gone.keySet()
                .forEach(id -> jdbc.sql("UPDATE sla_stay SET reversed = TRUE WHERE id = ?")
                        .param(id)
                        .update());
        insert(List.copyOf(gone.values()), -1);
        insert(fresh, 1);
        return !gone.isEmpty() || !fresh.isEmpty();
    }

    private void insert(List<Stay> stays, int sign) {
        batches.batchUpdate(
                INSERT, stays.stream().map(stay -> columns(stay, sign)).toList());
    }

    private static @Nullable Object[] columns(Stay stay, int sign) {
        return new @Nullable Object[] {
            stay.caseId(),
            stay.standard(),
            stay.step(),
            stay.office().value(),
            stay.officer(),
            stay.forOffice(),
            stay.began(),
            stay.ended(),
            stay.worked(),
            stay.target(),
            stay.late(),
            stay.path(),
            sign
        };
    }

    private Map<Long, Stay> of(UUID caseId) {
        var rows = new LinkedHashMap<Long, Stay>();
        jdbc.sql("SELECT * FROM sla_stay WHERE case_id = ? AND sign = 1 AND NOT reversed ORDER BY id")
                .param(caseId)
                .query((row, number) -> rows.put(row.getLong("id"), read(row)))
                .list();
        return rows;
    }

    private static Stay read(ResultSet row) throws SQLException {
        return new Stay(
                row.getObject("case_id", UUID.class),
                row.getString("standard"),
                row.getInt("step"),
                new OfficeCode(row.getString("office_code")),
                row.getObject("officer", UUID.class),
                row.getBoolean("for_office"),
                row.getObject("began", LocalDateTime.class),
                row.getObject("ended", LocalDateTime.class),
                row.getInt("worked"),
                row.getObject("target", Integer.class),
                row.getBoolean("late"),
                row.getString("path"));
    }
}
