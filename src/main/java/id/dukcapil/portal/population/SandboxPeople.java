package id.dukcapil.portal.population;

import id.dukcapil.portal.staff.Demonstration;
import id.dukcapil.portal.staff.Organisation;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;

/**
 * Shows invented people to the programmers of outside systems, so that they have valid NIK to try the API with. Exists
 * in the demonstration set-up only, where nobody is real.
 */
@Service
@Demonstration
@PreAuthorize("isAuthenticated()")
public class SandboxPeople {

    private static final RowMapper<PersonRow> ROW = Population.LIST_ROW;

    private final JdbcClient jdbc;
    private final Clock clock;
    private final Organisation organisation;

    SandboxPeople(JdbcClient jdbc, Clock clock, Organisation organisation) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.organisation = organisation;
    }

    /**
     * Different people, in the same order every time but from all over the regency.
     *
     * @param status only people in that status, or null for any
     * @param minAge completed years today in the office's zone
     */
    public List<PersonRow> some(@Nullable RecordingStatus status, int minAge, int limit) {
        return inOrder("CRC32(p.nik), p.id", status, minAge, limit);
    }

    /** From the other end of the same order: people for whom no outside system will ask soon. */
    public List<PersonRow> others(RecordingStatus status, int minAge, int limit) {
        return inOrder("CRC32(p.nik) DESC, p.id DESC", status, minAge, limit);
    }

    private List<PersonRow> inOrder(String order, @Nullable RecordingStatus status, int minAge, int limit) {
        LocalDate bornBy =
                LocalDate.now(clock.withZone(organisation.timeZone())).minusYears(minAge);
        return jdbc.sql("""
                        SELECT p.id, p.nik, p.full_name, p.family_number, p.relationship, p.birth_date,
                               p.recording_status, NULL AS district
                        FROM population_person p
                        WHERE (:status IS NULL OR p.recording_status = :status) AND p.birth_date <= :bornBy
                          AND p.standing IS NULL
                        ORDER BY\s""" + order + " LIMIT :limit")
                .param("status", status == null ? null : status.name())
                .param("bornBy", bornBy)
                .param("limit", limit)
                .query(ROW)
                .list();
    }
}
