package id.dukcapil.portal.platform;

import id.dukcapil.portal.platform.backup.Backup;
import id.dukcapil.portal.platform.backup.BackupFailed;
import id.dukcapil.portal.platform.backup.BackupSettings;
import id.dukcapil.portal.platform.backup.DatabaseAddress;
import id.dukcapil.portal.platform.backup.Restoration;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.Environment;

/**
 * What an administrator does with the portal's program beside running it: {@code backup [folder]}, {@code check-backup
 * folder}, {@code restore folder}. It reads the same configuration as the portal and starts nothing else of it.
 */
public final class Maintenance {

    private static final Logger log = LoggerFactory.getLogger(Maintenance.class);
    private static final Set<String> COMMANDS = Set.of("backup", "check-backup", "restore");
    private static final String EMBEDDED = "embedded";

    private final Environment environment;
    private final PortalHome home;
    private final BackupSettings settings;
    private final Clock clock;

    private Maintenance(ConfigurableApplicationContext context) {
        environment = context.getEnvironment();
        home = context.getBean(PortalHome.class);
        settings = context.getBean(BackupSettings.class);
        clock = context.getBean(Clock.class);
    }

    /** Only the settings; without annotation, so that the portal itself does not find it. */
    @EnableConfigurationProperties({PortalHome.class, BackupSettings.class})
    static class Context {}

    public static boolean isMeantBy(String... arguments) {
        return arguments.length > 0 && COMMANDS.contains(arguments[0]);
    }

    /** @return the exit status of the process: 0 when it is done */
    public static int run(String... arguments) {
        try (var context = new SpringApplicationBuilder(Context.class, ClockConfiguration.class)
                .web(WebApplicationType.NONE)
                .logStartupInfo(false)
                .run(arguments)) {
            new Maintenance(context).perform(arguments[0], folder(arguments));
            return 0;
        } catch (BackupFailed e) {
            log.error("{}", e.getMessage());
            return 1;
        }
    }

    private static Optional<Path> folder(String... arguments) {
        return List.of(arguments).stream()
                .skip(1)
                .filter(argument -> !argument.startsWith("--"))
                .findFirst()
                .map(Path::of);
    }

    private void perform(String command, Optional<Path> given) {
        Path folder = given.or(() -> Optional.ofNullable(settings.directory()))
                .orElseThrow(() -> new IllegalArgumentException(
                        "Say which folder: " + command + " <folder>, or set portal.backup.directory"));
        switch (command) {
            case "backup" -> withDatabase(database -> new Backup(home, settings, database, clock).run(folder));
            case "check-backup" -> Restoration.of(folder, settings.passphrase());
            default -> {
                Restoration restoration = Restoration.of(folder, settings.passphrase());
                withDatabase(database -> restoration.into(database, home));
            }
        }
    }

    @FunctionalInterface
    private interface Work {
        void on(DatabaseAddress database);
    }

    private void withDatabase(Work work) {
        String url = environment.getProperty("spring.datasource.url", EMBEDDED);
        if (!url.equals(EMBEDDED)) {
            String owner = environment.getProperty("spring.liquibase.user");
            String accountOf = owner == null ? "spring.datasource.username" : "spring.liquibase.user";
            String passwordOf = owner == null ? "spring.datasource.password" : "spring.liquibase.password";
            work.on(DatabaseAddress.of(
                    url, environment.getProperty(accountOf, ""), environment.getProperty(passwordOf, "")));
            return;
        }
        Optional<String> running = EmbeddedMariaDb.addressOfRunning(home);
        if (running.isPresent()) {
            work.on(DatabaseAddress.of(running.get(), "root", ""));
            return;
        }
        try (EmbeddedMariaDb server = EmbeddedMariaDb.start(home)) {
            work.on(DatabaseAddress.of(server.jdbcUrl(), "root", ""));
        }
    }
}
