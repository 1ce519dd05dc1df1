package id.dukcapil.portal.submission;

import id.dukcapil.portal.common.Finding;
import java.util.List;

/**
 * Something that is looked at before a request passes from a lane to the next. An error stops it always; a warning is for
 * a person to judge, who says why the request passes all the same. It is never passed together with others.
 */
public interface PassingCheck {

    List<Finding> findings(SubmissionDetails submission);

    /** What speaks against passing it together with others, unseen; at least the findings. */
    default List<Finding> findingsTogether(SubmissionDetails submission) {
        return findings(submission);
    }
}
