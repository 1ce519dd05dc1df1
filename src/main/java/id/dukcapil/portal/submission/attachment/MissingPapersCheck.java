package id.dukcapil.portal.submission.attachment;

import id.dukcapil.portal.common.Finding;
import id.dukcapil.portal.submission.PassingCheck;
import id.dukcapil.portal.submission.SubmissionDetails;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/**
 * Papers that the reason needs by law (Perpres 96/2018 art. 11 to 13) and that are not there. That is no more than a
 * warning: the SOP lets a request come in without any, and the paper itself may have been shown at the counter. Whoever
 * passes such a request says why.
 */
@Component
class MissingPapersCheck implements PassingCheck {

    private final AttachmentRecords records;
    private final RequiredPapers required;

    MissingPapersCheck(AttachmentRecords records, RequiredPapers required) {
        this.records = records;
        this.required = required;
    }

    @Override
    public List<Finding> findings(SubmissionDetails submission) {
        Set<AttachmentKind> present =
                records.of(submission.id()).stream().map(Attachment::kind).collect(Collectors.toSet());
        List<Requirement> missing = required.missing(submission.reasonCode(), present);
        if (missing.isEmpty()) {
            return List.of();
        }
        String named = missing.stream().map(Requirement::label).collect(Collectors.joining("; "));
        return List.of(Finding.warning("attachments", "Lampiran wajib belum ada: %s.".formatted(named)));
    }
}
