package id.dukcapil.portal.visits.visit;

import id.dukcapil.portal.common.RecordRow;
import id.dukcapil.portal.common.procedure.CaseStatus;
import id.dukcapil.portal.common.procedure.KeysetQuery;
import id.dukcapil.portal.common.procedure.Where;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Visits for lists and the schedule; the plan covers the whole regency. */
@Service
@PreAuthorize("hasAuthority('VISIT_READ')")
@Transactional(readOnly = true)
public class VisitLists {

    public static final int COUNT_LIMIT = KeysetQuery.COUNT_LIMIT;

    private static final String COLUMNS = """
            v.id, v.number, v.npsn, v.school_name, v.status, v.first_day, v.last_day, v.expected, v.recorded, v.crew_code AS crew,
              v.vehicle_code AS vehicle, v.overridden, v.version,
              COALESCE((SELECT GROUP_CONCAT(s.set_code ORDER BY s.set_code) FROM visits_visit_set s WHERE s.visit_id = v.id), '')
                AS sets,
              COALESCE((SELECT GROUP_CONCAT(h.person_id) FROM visits_visit_helper h WHERE h.visit_id = v.id), '') AS helpers""";

    private static final KeysetQuery<VisitRow> LIST =
            new KeysetQuery<>(COLUMNS, "visits_visit v", "v.first_day DESC, v.id DESC", RecordRow.of(VisitRow.class));

    private final JdbcClient jdbc;

    VisitLists(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @param npsn null means all @param school or the beginning of its name */
    public record VisitFilter(
            @Nullable VisitStatus status,
            @Nullable String npsn,
            String school,
            @Nullable LocalDate from,
            @Nullable LocalDate to) {}

    /** @param sets codes, separated by commas @param helpers persons of other crews, separated by commas */
    public record VisitRow(
            UUID id,
            String number,
            String npsn,
            String schoolName,
            VisitStatus status,
            LocalDate firstDay,
            LocalDate lastDay,
            int expected,
            @Nullable Integer recorded,
            @Nullable String crew,
            @Nullable String vehicle,
            String sets,
            String helpers,
            @Nullable String overridden,
            long version) {

        /** Where a page ends. */
        public record Cursor(LocalDate firstDay, UUID id) {}

        public Cursor cursor() {
            return new Cursor(firstDay, id);
        }

        public List<String> setCodes() {
            return sets.isEmpty() ? List.of() : List.of(sets.split(","));
        }

        public Set<Long> helperIds() {
            return helpers.isEmpty()
                    ? Set.of()
                    : Arrays.stream(helpers.split(",")).map(Long::valueOf).collect(Collectors.toSet());
        }
    }

    /** The latest day first. @param after null from the beginning */
    public List<VisitRow> page(VisitFilter filter, VisitRow.@Nullable Cursor after, int skip, int limit) {
        Where where = matching(filter);
        if (after != null) {
            where.olderThan("first_day", after.firstDay(), after.id());
        }
        return LIST.page(jdbc, where, skip, limit);
    }

    public int count(VisitFilter filter) {
        return LIST.count(jdbc, matching(filter));
    }

    /** Those that touch these days and are not cancelled. */
    public List<VisitRow> between(LocalDate from, LocalDate to) {
        return LIST.page(
                jdbc,
                new Where()
                        .and("v.first_day <= :to", "to", to)
                        .and("v.last_day >= :from", "from", from)
                        .in("status", CaseStatus.names(VisitStatus.class, status -> status != VisitStatus.CANCELLED)),
                0,
                COUNT_LIMIT);
    }

    private static Where matching(VisitFilter filter) {
        LocalDate to = filter.to();
        return new Where()
                .is("status", filter.status())
                .is("npsn", filter.npsn())
                .beginsWith("school_name", filter.school().strip())
                .and("v.first_day >= :from", "from", filter.from())
                .and("v.first_day <= :to", "to", to);
    }
}
