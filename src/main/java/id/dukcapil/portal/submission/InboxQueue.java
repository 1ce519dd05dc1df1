package id.dukcapil.portal.submission;

import java.util.Collection;
import java.util.EnumSet;
import java.util.Set;

/** The tabs of the inbox. */
public enum InboxQueue {
    /** What has come into the lane and nobody has judged. */
    NEW("Baru"),
    /** What the person who looks holds. */
    MINE("Saya pegang"),
    /** What went back, to the operator or to the applicant. */
    RETURNED("Dikembalikan"),
    /** What lies in the lane although the time of its step is used up. */
    LATE("Terlambat"),
    /** Everything within reach, what has ended too. */
    ALL("Semua");

    private final String label;

    InboxQueue(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }

    /** What can be in the queue of somebody who works in those lanes. */
    Set<SubmissionStatus> statuses(Collection<Desk> lanes) {
        var statuses = EnumSet.allOf(SubmissionStatus.class);
        switch (this) {
            case NEW -> statuses.removeIf(status -> !status.isNew() || !lanes.contains(status.desk()));
            case RETURNED -> statuses.removeIf(status -> !status.isReturned());
            case LATE -> statuses.removeIf(status -> !lanes.contains(status.desk()));
            case MINE, ALL -> {}
        }
        return statuses;
    }
}
