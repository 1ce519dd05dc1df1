package id.dukcapil.portal.notification;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.Schedules;
import id.dukcapil.portal.common.BackgroundJob;
import id.dukcapil.portal.notification.smtp.BounceMailbox;
import java.time.Duration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What the outbox does regularly. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(MailSettings.class)
class NotificationJobs {

    private static final String DELIVERY = "mail-delivery";
    private static final String BOUNCES = "mail-bounces";

    @Bean
    RecurringTask<Void> deliverDueMails(Delivery delivery) {
        return Tasks.recurring(DELIVERY, Schedules.fixedDelay(Duration.ofSeconds(15)))
                .execute((task, context) -> delivery.deliverDue());
    }

    @Bean
    BackgroundJob deliveryOfMails() {
        return new BackgroundJob(
                DELIVERY,
                "Mengirim surat elektronik yang menunggu",
                "setiap 15 detik, dan segera sesudah diminta",
                true);
    }

    @Bean
    RecurringTask<Void> readBounces(BounceMailbox mailbox, MailChanges mails) {
        return Tasks.recurring(BOUNCES, Schedules.fixedDelay(Duration.ofMinutes(5)))
                .execute((task, context) -> mailbox.read(report -> mails.bounced(report.mail(), report.explanation())));
    }

    @Bean
    BackgroundJob readingOfBounces() {
        return new BackgroundJob(
                BOUNCES, "Membaca surat yang dipentalkan (bila kotak surat diatur)", "setiap 5 menit", true);
    }
}
