package id.dukcapil.portal.audit;

import id.dukcapil.portal.common.Nik;
import id.dukcapil.portal.common.PersonalDataSource;
import id.dukcapil.portal.common.UtcDateTime;
import id.dukcapil.portal.common.ui.Formats;
import id.dukcapil.portal.staff.Organisation;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What the trail knows of a resident: that something was done, never the data itself. */
@Component
class TrailHoldings implements PersonalDataSource {

    private static final int NEWEST = 500;

    private final JdbcClient jdbc;
    private final PersonTokens persons;
    private final RowMapper<Item> item;

    TrailHoldings(JdbcClient jdbc, PersonTokens persons, Organisation organisation) {
        this.jdbc = jdbc;
        this.persons = persons;
        item = (row, number) -> item(row, organisation);
    }

    @Override
    public Holding describe() {
        return new Holding(
                "Jejak audit",
                "Tanda penduduk (NIK yang disandikan dengan kunci), perbuatan, pelaku, waktu, nilai tersamar sebelum"
                        + " dan sesudah",
                "Membuktikan siapa memproses data siapa, kapan dan untuk apa",
                "UU 27/2022 Pasal 31 dan 47",
                90);
    }

    @Override
    public List<Item> about(Nik nik) {
        return jdbc.sql("""
            (SELECT id, at, actor_name, kind, reference, action, reason FROM audit_trail WHERE person = :person
              ORDER BY id DESC LIMIT :newest)
            UNION ALL
            (SELECT id, at, actor_name, kind, reference, action, reason FROM audit_inbox WHERE person = :person)
            ORDER BY id DESC LIMIT :newest\
            """)
                .param("person", persons.of(nik))
                .param("newest", NEWEST)
                .query(item)
                .list();
    }

    private static Item item(ResultSet row, Organisation organisation) throws SQLException {
        var values = new LinkedHashMap<String, String>();
        values.put("Waktu", Formats.dateTime(UtcDateTime.read(row, "at"), organisation.timeZone()));
        values.put("Pelaku", row.getString("actor_name"));
        values.put("Berkas", row.getString("kind") + " " + row.getString("reference"));
        String reason = row.getString("reason");
        if (reason != null) {
            values.put("Alasan", reason);
        }
        return new Item(row.getString("action"), values);
    }
}
