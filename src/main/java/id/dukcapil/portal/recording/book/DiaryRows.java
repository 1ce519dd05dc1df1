package id.dukcapil.portal.recording.book;

import id.dukcapil.portal.common.Nik;
import id.dukcapil.portal.common.OfficeCode;
import id.dukcapil.portal.common.UtcDateTime;
import id.dukcapil.portal.common.procedure.KeysetQuery;
import id.dukcapil.portal.common.procedure.Where;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The stored lines; appended, never changed. */
@Repository
class DiaryRows {

    private static final KeysetQuery<DiaryLine> LIST =
            new KeysetQuery<>("*", "recording_book_line", "at DESC, id DESC", DiaryRows::row);

    private final JdbcClient jdbc;

    DiaryRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void append(DiaryLine line) {
        jdbc.sql("""
                        INSERT INTO recording_book_line (id, number, office_code, at, event, recording_number, person_nik,
                          full_name, female, born, address, officer, note, corrects)
                        VALUES (:id, :number, :office, :at, :event, :recording, :nik, :name, :female, :born, :address,
                          :officer, :note, :corrects)""")
                .param("id", line.id())
                .param("number", line.number())
                .param("office", line.office().value())
                .param("at", UtcDateTime.of(line.at()))
                .param("event", line.event())
                .param("recording", line.recording())
                .param("nik", line.nik() == null ? null : line.nik().value())
                .param("name", line.name())
                .param("female", line.female())
                .param("born", line.born())
                .param("address", line.address())
                .param("officer", line.officer())
                .param("note", line.note())
                .param("corrects", line.corrects())
                .update();
    }

    Optional<DiaryLine> find(String number) {
        return jdbc.sql("SELECT * FROM recording_book_line WHERE number = ?")
                .param(number)
                .query(DiaryRows::row)
                .optional();
    }

    List<DiaryLine> page(Where where, int skip, int limit) {
        return LIST.page(jdbc, where, skip, limit);
    }

    int count(Where where) {
        return LIST.count(jdbc, where);
    }

    List<DiaryLine> ofPerson(Nik nik) {
        return LIST.page(jdbc, new Where().is("person_nik", nik.value()), 0, KeysetQuery.COUNT_LIMIT);
    }

    private static DiaryLine row(ResultSet row, int number) throws SQLException {
        String nik = row.getString("person_nik");
        boolean female = row.getBoolean("female");
        @Nullable Boolean known = row.wasNull() ? null : Boolean.valueOf(female);
        return new DiaryLine(
                row.getObject("id", UUID.class),
                row.getString("number"),
                new OfficeCode(row.getString("office_code")),
                UtcDateTime.read(row, "at"),
                row.getString("event"),
                row.getString("recording_number"),
                nik == null ? null : new Nik(nik),
                row.getString("full_name"),
                known,
                row.getString("born"),
                row.getString("address"),
                row.getString("officer"),
                row.getString("note"),
                row.getString("corrects"));
    }
}
