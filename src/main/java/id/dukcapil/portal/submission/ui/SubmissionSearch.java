package id.dukcapil.portal.submission.ui;

import id.dukcapil.portal.common.Permission;
import id.dukcapil.portal.common.ui.Formats;
import id.dukcapil.portal.staff.CurrentStaff;
import id.dukcapil.portal.staff.Organisation;
import id.dukcapil.portal.staff.PermittedSearch;
import id.dukcapil.portal.submission.InboxFilter;
import id.dukcapil.portal.submission.InboxOrder;
import id.dukcapil.portal.submission.InboxQueue;
import id.dukcapil.portal.submission.InboxRow;
import id.dukcapil.portal.submission.InboxWindow;
import id.dukcapil.portal.submission.SubmissionInbox;
import java.util.List;
import org.springframework.stereotype.Component;

/** Requests for a family card in the search box: by number, NIK, KK number or words of the name. */
@Component
class SubmissionSearch extends PermittedSearch {

    private final SubmissionInbox inbox;
    private final Reasons reasons;
    private final Organisation organisation;

    SubmissionSearch(SubmissionInbox inbox, CurrentStaff staff, Reasons reasons, Organisation organisation) {
        super("Permohonan KK", 15, Permission.SUBMISSION_READ, staff);
        this.inbox = inbox;
        this.reasons = reasons;
        this.organisation = organisation;
    }

    @Override
    public List<Hit> find(String text, int limit) {
        if (text.isBlank()) {
            return List.of();
        }
        var filter = new InboxFilter(InboxQueue.ALL, null, null, InboxWindow.ANY, text, InboxOrder.NEWEST);
        return inbox.page(filter, null, 0, limit).stream().map(this::hit).toList();
    }

    private Hit hit(InboxRow row) {
        return new Hit(
                "%s · %s".formatted(row.number(), row.applicantName()),
                "%s · %s · %s"
                        .formatted(
                                reasons.label(row.reasonCode()),
                                Formats.shortDateTime(row.createdAt(), organisation.timeZone()),
                                row.status().label()),
                SubmissionNavigation.request(row.number()));
    }
}
