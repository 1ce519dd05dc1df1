package id.dukcapil.portal.visits.pupil;

import id.dukcapil.portal.common.procedure.KeysetQuery;
import id.dukcapil.portal.common.procedure.Where;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Pupils for lists and counts; their numbers are shown masked. */
@Service
@PreAuthorize("hasAuthority('VISIT_READ')")
@Transactional(readOnly = true)
public class Pupils {

    public static final int COUNT_LIMIT = KeysetQuery.COUNT_LIMIT;

    private static final KeysetQuery<Pupil> LIST =
            new KeysetQuery<>("*", "visits_pupil", "full_name, id", PupilRows.ROW);

    private final JdbcClient jdbc;

    Pupils(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @param verdict null means all @param name or its beginning */
    public record PupilFilter(String npsn, @Nullable PupilVerdict verdict, String name) {}

    /** By name. @param after null from the beginning */
    public List<Pupil> page(PupilFilter filter, Pupil.@Nullable Cursor after, int skip, int limit) {
        Where where = matching(filter);
        if (after != null) {
            where.and("full_name >= :cursor AND (full_name > :cursor OR id > :cursor_id)", "cursor", after.fullName())
                    .parameter("cursor_id", after.id());
        }
        return LIST.page(jdbc, where, skip, limit);
    }

    public int count(PupilFilter filter) {
        return LIST.count(jdbc, matching(filter));
    }

    private static Where matching(PupilFilter filter) {
        return new Where()
                .is("npsn", filter.npsn())
                .and("left_at IS NULL")
                .is("verdict", filter.verdict())
                .beginsWith("full_name", filter.name().strip());
    }

    /** How many of a school are to be recorded on that day, those who turn sixteen until then included. */
    public int toRecord(String npsn, LocalDate day) {
        return jdbc.sql("""
                        SELECT COUNT(*) FROM visits_pupil
                        WHERE npsn = :npsn AND left_at IS NULL AND verdict IN (:open) AND birth_date <= :born""")
                .param("npsn", npsn)
                .param("open", PupilVerdict.names(PupilVerdict::isOpen))
                .param("born", day.minusYears(PupilVerdict.RECORDING_AGE))
                .query(Integer.class)
                .single();
    }
}
