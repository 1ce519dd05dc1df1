package id.dukcapil.portal.visits.pupil;

import id.dukcapil.portal.common.Nik;
import id.dukcapil.portal.common.RecordRow;
import id.dukcapil.portal.common.UtcDateTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The stored pupils, read and written in bulk. */
@Repository
class PupilRows {

    static final RowMapper<Pupil> ROW =
            RecordRow.of(Pupil.class).with("nik", (row, number) -> nik(row.getString("nik")));

    private static final int STEP = 1_000;

    private static final String INSERT = """
            INSERT INTO visits_pupil (nisn, nik, full_name, female, birth_place, birth_date, class_name, verdict, finding,
              other_npsn, listed_at, npsn)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""";

    private static final String UPDATE = """
            UPDATE visits_pupil SET nisn = ?, nik = ?, full_name = ?, female = ?, birth_place = ?, birth_date = ?,
              class_name = ?, verdict = ?, finding = ?, other_npsn = ?, listed_at = ?, left_at = NULL
            WHERE id = ?""";

    private final JdbcClient jdbc;
    private final JdbcTemplate batches;

    PupilRows(JdbcClient jdbc, JdbcTemplate batches) {
        this.jdbc = jdbc;
        this.batches = batches;
    }

    private static @Nullable Nik nik(@Nullable String text) {
        return text == null ? null : new Nik(text);
    }

    /** Locks the schools, so that two lists of one school come in one after the other. */
    void lock(Collection<String> npsns) {
        jdbc.sql("SELECT npsn FROM visits_school WHERE npsn IN (:npsns) ORDER BY npsn FOR UPDATE")
                .param("npsns", npsns)
                .query(String.class)
                .list();
    }

    /** Names of all schools by number. */
    Map<String, String> schools() {
        return jdbc
                .sql("SELECT npsn, name FROM visits_school")
                .query((row, number) -> Map.entry(row.getString(1), row.getString(2)))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** All that ever were on a list of these schools. */
    List<Pupil> of(Collection<String> npsns) {
        return jdbc.sql("SELECT * FROM visits_pupil WHERE npsn IN (:npsns)")
                .param("npsns", npsns)
                .query(ROW)
                .list();
    }

    /** Those with one of the numbers who are on the list of a school now. */
    List<Pupil> listedAnywhere(List<String> nisns, List<String> niks) {
        var found = new ArrayList<Pupil>();
        inSteps(nisns, some -> found.addAll(listed("nisn", some)));
        inSteps(niks, some -> found.addAll(listed("nik", some)));
        return found;
    }

    private List<Pupil> listed(String column, List<String> numbers) {
        return jdbc.sql("SELECT * FROM visits_pupil WHERE %s IN (:numbers) AND left_at IS NULL".formatted(column))
                .param("numbers", numbers)
                .query(ROW)
                .list();
    }

    static <T> void inSteps(List<T> all, Consumer<List<T>> each) {
        for (int from = 0; from < all.size(); from += STEP) {
            each.accept(all.subList(from, Math.min(all.size(), from + STEP)));
        }
    }

    /** A row to be written. @param id of the row that is updated; null for a new one */
    record Write(
            @Nullable Long id,
            String npsn,
            PupilLine line,
            PupilJudge.Judged judged,
            @Nullable String otherNpsn) {

        private @Nullable Object[] values(Instant at) {
            return new @Nullable Object[] {
                line.nisn(),
                line.nik() == null ? null : line.nik().value(),
                line.name(),
                line.female(),
                line.birthPlace(),
                line.birthDate(),
                line.className(),
                judged.verdict().name(),
                judged.finding().substring(0, Math.min(300, judged.finding().length())),
                otherNpsn,
                UtcDateTime.of(at),
                id == null ? npsn : id
            };
        }
    }

    void write(List<Write> rows, Instant at) {
        batches.batchUpdate(
                INSERT,
                rows.stream()
                        .filter(row -> row.id() == null)
                        .map(row -> row.values(at))
                        .toList());
        batches.batchUpdate(
                UPDATE,
                rows.stream()
                        .filter(row -> row.id() != null)
                        .map(row -> row.values(at))
                        .toList());
    }

    /** They are no longer on the list of their school. @param otherNpsn the school that has them now; null when unknown */
    void leave(List<Long> ids, @Nullable String otherNpsn, Instant at) {
        inSteps(
                ids,
                some -> jdbc.sql("UPDATE visits_pupil SET left_at = :at, other_npsn = :other WHERE id IN (:ids)")
                        .param("at", UtcDateTime.of(at))
                        .param("other", otherNpsn)
                        .param("ids", some)
                        .update());
    }

    /** That school has them on its list, too. */
    void alsoAt(Map<Long, String> others) {
        others.forEach((id, npsn) -> jdbc.sql("UPDATE visits_pupil SET other_npsn = ? WHERE id = ?")
                .params(npsn, id)
                .update());
    }
}
