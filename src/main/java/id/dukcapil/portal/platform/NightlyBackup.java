package id.dukcapil.portal.platform;

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

    @Bean
    RecurringJob backupJob(
            PortalHome home,
            BackupSettings settings,
            JdbcConnectionDetails connection,
            Environment environment,
            Clock clock) {
        var backup = new Backup(home, settings, address(connection, environment), clock);
        return new RecurringJob(
                "platform-backup",
                "Mencadangkan basis data dan dokumen",
                Rhythm.daily(settings.at(), settings.zone()),
                () -> backup.run(Objects.requireNonNull(settings.directory())));
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
