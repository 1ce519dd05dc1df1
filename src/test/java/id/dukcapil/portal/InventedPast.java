package id.dukcapil.portal;

import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What holds of the invented past of every room.
 *
 * @param rows "recording_case c WHERE …", the cases of a room that lie behind
 * @param person column of who came
 */
public record InventedPast(JdbcClient jdbc, String rows, String person) {

    public int months() {
        return count("SELECT COUNT(DISTINCT LEFT(c.created_at, 7)) FROM " + rows);
    }

    public int numberedInAnotherYear() {
        return count("SELECT COUNT(*) FROM " + rows + " AND c.number NOT LIKE CONCAT('%-', YEAR(c.created_at), '-%')");
    }

    /** Cases that the clock of the standard has not under the same number, office and times. */
    public int unknownToTheClock() {
        return count("SELECT COUNT(*) FROM " + rows + """
                 AND NOT EXISTS (SELECT 1 FROM sla_case s WHERE s.number = c.number AND s.office_code = c.office_code
                   AND s.opened_at = c.created_at AND s.closed_at = c.status_since)""");
    }

    public int cameAgain() {
        return count("SELECT COUNT(*) - COUNT(DISTINCT c." + person + ") FROM " + rows);
    }

    private int count(String sql) {
        return jdbc.sql(sql).query(Integer.class).single();
    }
}
