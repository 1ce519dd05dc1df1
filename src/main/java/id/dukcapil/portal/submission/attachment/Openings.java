package id.dukcapil.portal.submission.attachment;

import id.dukcapil.portal.common.UtcDateTime;
import id.dukcapil.portal.staff.CurrentStaff;
import id.dukcapil.portal.staff.StaffMember;
import id.dukcapil.portal.submission.SubmissionDetails;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Who has had which paper before the eyes. It counts for the one person and as long as the request lies in its lane: what
 * comes back, and a paper added later, is looked at anew.
 */
@Component
class Openings {

    private static final RowMapper<AttachmentId> ID = (row, number) -> new AttachmentId(row.getObject(1, UUID.class));

    private final JdbcClient jdbc;
    private final AttachmentRecords records;
    private final RequiredPapers required;
    private final CurrentStaff staff;
    private final Clock clock;

    Openings(JdbcClient jdbc, AttachmentRecords records, RequiredPapers required, CurrentStaff staff, Clock clock) {
        this.jdbc = jdbc;
        this.records = records;
        this.required = required;
        this.staff = staff;
        this.clock = clock;
    }

    /** The acting member of staff sees the paper now. */
    void remember(AttachmentId paper) {
        jdbc.sql("""
                        INSERT INTO submission_attachment_opening (attachment_id, staff_id, opened_at)
                        VALUES (:paper, :staff, :now) ON DUPLICATE KEY UPDATE opened_at = :now""")
                .param("paper", paper.value())
                .param("staff", staff.require().id().value())
                .param("now", UtcDateTime.of(clock.instant()))
                .update();
    }

    /** What the acting member of staff has seen; nothing for an outside system. */
    Set<AttachmentId> of(SubmissionDetails request) {
        return staff.find().map(member -> of(request, member)).orElse(Set.of());
    }

    private Set<AttachmentId> of(SubmissionDetails request, StaffMember member) {
        return jdbc
                .sql("""
                        SELECT o.attachment_id FROM submission_attachment_opening o
                        JOIN submission_attachment a ON a.id = o.attachment_id
                        WHERE a.submission_id = :request AND o.staff_id = :staff AND o.opened_at >= :since""")
                .param("request", request.id().value())
                .param("staff", member.id().value())
                .param("since", UtcDateTime.of(request.inLaneSince()))
                .query(ID)
                .stream()
                .collect(Collectors.toUnmodifiableSet());
    }

    /** The papers that the reason needs, that are there, and that the acting member of staff has not seen. */
    List<Attachment> lacking(SubmissionDetails request) {
        Set<AttachmentKind> needed = required.of(request.reasonCode()).stream()
                .flatMap(requirement -> requirement.anyOf().stream())
                .collect(Collectors.toSet());
        Set<AttachmentId> seen = of(request);
        return records.of(request.id()).stream()
                .filter(paper -> needed.contains(paper.kind()) && !seen.contains(paper.id()))
                .sorted(Comparator.comparing(Attachment::kind))
                .toList();
    }
}
