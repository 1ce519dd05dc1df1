package id.dukcapil.portal.platform;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.Schedules;
import id.dukcapil.portal.common.BackgroundJob;
import id.dukcapil.portal.platform.backup.Backup;
import id.dukcapil.portal.platform.backup.BackupSettings;
import id.dukcapil.portal.platform.backup.DatabaseAddress;
import java.time.Clock;
import java.util.Objects;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

/** With {@code portal.backup.directory} the portal makes its backup itself, every night and in one process only. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty("portal.backup.directory")
@EnableConfigurationProperties(BackupSettings.class)
class NightlyBackup {

    private static final String TASK = "platform-backup";

    @Bean
    RecurringTask<Void> backupTask(
            PortalHome home,
            BackupSettings settings,
            JdbcConnectionDetails connection,
            Environment environment,
            Clock clock) {
        var backup = new Backup(home, settings, address(connection, environment), clock);
        return Tasks.recurring(TASK, Schedules.daily(settings.zone(), settings.at()))
                .execute((task, context) -> backup.run(Objects.requireNonNull(settings.directory())));
    }

    @Bean
    BackgroundJob backupJob(BackupSettings settings) {
        return new BackgroundJob(
                TASK,
                "Mencadangkan basis data dan dokumen",
                "setiap hari pukul %tH.%<tM (%s)".formatted(settings.at(), settings.zone()),
                true);
    }

    /** The account that owns the tables may read all of their definition; the running portal's may not. */
    private static DatabaseAddress address(JdbcConnectionDetails connection, Environment environment) {
        String owner = environment.getProperty("spring.liquibase.user");
        return owner == null
                ? DatabaseAddress.of(
                        connection.getJdbcUrl(),
                        Objects.requireNonNullElse(connection.getUsername(), ""),
                        Objects.requireNonNullElse(connection.getPassword(), ""))
                : DatabaseAddress.of(
                        connection.getJdbcUrl(), owner, environment.getProperty("spring.liquibase.password", ""));
    }
}
