package id.dukcapil.portal.sla.report;

import id.dukcapil.portal.common.OfficeCode;
import id.dukcapil.portal.common.RecordRow;
import id.dukcapil.portal.common.procedure.KeysetQuery;
import id.dukcapil.portal.common.procedure.Where;
import id.dukcapil.portal.sla.stay.Stay;
import id.dukcapil.portal.staff.CurrentStaff;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The cases and stays behind the figures. */
@Service
@PreAuthorize("hasAuthority('REPORT_READ')")
@Transactional(readOnly = true)
public class CaseRows {

    public static final int COUNT_LIMIT = KeysetQuery.COUNT_LIMIT;

    private static final KeysetQuery<Row> LIST = new KeysetQuery<>(
            "s.id, s.case_id, (SELECT c.number FROM sla_case c WHERE c.id = s.case_id) AS number, s.standard, s.step, s.office_code,"
                    + " s.officer, s.for_office, s.began, s.ended, s.worked, s.target, s.late, s.path",
            "sla_stay s",
            "s.ended DESC, s.id DESC",
            RecordRow.of(Row.class));

    private static final RowMapper<Followed> FOLLOWED = RecordRow.of(Followed.class);

    private final JdbcClient jdbc;
    private final CurrentStaff staff;

    CaseRows(JdbcClient jdbc, CurrentStaff staff) {
        this.jdbc = jdbc;
        this.staff = staff;
    }

    /**
     * Which of what a report is of.
     *
     * @param step null for whole cases, unless officer or hour are given
     * @param forOffice null for both
     * @param weekday 0 for Monday, of the beginning; null for all
     * @param path steps of a whole case; null for all
     * @param atLeast seconds of working time; null for all
     */
    public record Wanted(
            ReportFilter report,
            @Nullable Integer step,
            @Nullable Boolean forOffice,
            boolean lateOnly,
            @Nullable UUID officer,
            @Nullable Integer weekday,
            @Nullable Integer hour,
            @Nullable String path,
            @Nullable Integer atLeast) {

        public static Wanted cases(ReportFilter report) {
            return new Wanted(report, null, null, false, null, null, null, null, null);
        }

        public boolean ofStays() {
            return step != null || officer != null || hour != null;
        }
    }

    /** @param worked seconds @param target seconds */
    public record Row(
            long id,
            UUID caseId,
            String number,
            String standard,
            int step,
            OfficeCode office,
            @Nullable UUID officer,
            boolean forOffice,
            LocalDateTime began,
            LocalDateTime ended,
            int worked,
            @Nullable Integer target,
            boolean late,
            @Nullable String path) {

        public Cursor cursor() {
            return new Cursor(ended, id);
        }

        public record Cursor(LocalDateTime ended, long id) {}
    }

    /** The latest first. @param after null from the beginning */
    public List<Row> page(Wanted wanted, Row.@Nullable Cursor after, int skip, int limit) {
        Where where = matching(wanted);
        if (after != null) {
            where.olderThan("ended", after.ended(), after.id());
        }
        return LIST.page(jdbc, where, skip, limit);
    }

    /** A case, over or not. @param closedAt null while it is under way */
    public record Followed(
            UUID id,
            String number,
            String standard,
            OfficeCode office,
            Instant openedAt,
            @Nullable Instant closedAt) {}

    /** Empty for a case of an office that the person does not see. */
    public Optional<Followed> find(UUID caseId) {
        Where where = new Where().is("id", caseId).in("office_code", staff.officesInScope(null));
        return jdbc.sql("SELECT id, number, standard, office_code, opened_at, closed_at FROM sla_case WHERE "
                        + where.text())
                .params(where.parameters())
                .query(FOLLOWED)
                .optional();
    }

    /** Counted up to {@link #COUNT_LIMIT} + 1. */
    public int count(Wanted wanted) {
        return LIST.count(jdbc, matching(wanted));
    }

    private Where matching(Wanted wanted) {
        ReportFilter report = wanted.report();
        Where where = new Where()
                .and("sign = 1 AND NOT reversed")
                .in("office_code", staff.officesInScope(report.office()))
                .is("standard", report.standard())
                .is("officer", wanted.officer())
                .is("for_office", wanted.forOffice())
                .is("path", wanted.path())
                .and("WEEKDAY(began) = :weekday", "weekday", wanted.weekday())
                .and("HOUR(began) = :hour", "hour", wanted.hour())
                .and("worked >= :atLeast", "atLeast", wanted.atLeast())
                .between(
                        "ended",
                        report.from().atStartOfDay(),
                        report.to().plusDays(1).atStartOfDay());
        if (wanted.lateOnly()) {
            where.and("late");
        }
        if (wanted.step() == null && wanted.ofStays()) {
            return where.and("step > 0");
        }
        return where.is("step", wanted.step() == null ? Stay.WHOLE_CASE : wanted.step());
    }
}
