package id.dukcapil.portal.submission.attachment;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import id.dukcapil.portal.common.BackgroundJob;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Clears the store of papers that belong to no request any more. */
@Configuration(proxyBeanMethods = false)
class AttachmentCleaning {

    static final String TASK = "submission-attachment-cleaning";

    @Bean
    RecurringTask<Void> submissionAttachmentCleaning(AttachmentContents contents) {
        return Tasks.recurring(TASK, FixedDelay.of(Duration.ofHours(1)))
                .execute((instance, context) -> contents.clean());
    }

    @Bean
    BackgroundJob submissionAttachmentCleaningJob() {
        return new BackgroundJob(TASK, "Membersihkan lampiran permohonan yang tidak dipakai", "setiap jam", true);
    }
}
