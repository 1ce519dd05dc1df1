package id.dukcapil.portal.submission;

import id.dukcapil.portal.common.StaffNotice;
import id.dukcapil.portal.common.procedure.CaseEvent;

/** A request will soon have used up the time of its present step. Published once for each stay in a status. */
public record NearlyLate(SubmissionDetails submission) implements CaseEvent {

    @Override
    public StaffNotice notice() {
        return DeskNotices.nearlyLate(submission);
    }
}
