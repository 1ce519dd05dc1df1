package id.dukcapil.portal.submission;

import id.dukcapil.portal.common.CaseDue;
import id.dukcapil.portal.common.UtcDateTime;
import java.time.Duration;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Keeps with the request when it is due, as whoever measures has worked it out. */
@Component
class DueInstants {

    private final JdbcClient jdbc;

    DueInstants(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Cases of other procedures are none of ours; nothing happens to them. */
    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    void keep(CaseDue due) {
        Duration target = due.stepTarget();
        jdbc.sql("""
                        UPDATE submission_request SET step_due_at = :step, step_target_seconds = :target, whole_due_at = :whole
                        WHERE id = :id""")
                .param("step", UtcDateTime.ofNullable(due.step()))
                .param("target", target == null ? null : target.toSeconds())
                .param("whole", UtcDateTime.ofNullable(due.whole()))
                .param("id", due.caseId())
                .update();
    }
}
