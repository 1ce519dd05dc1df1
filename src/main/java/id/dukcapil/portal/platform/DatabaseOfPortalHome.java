package id.dukcapil.portal.platform;

import java.nio.file.Files;
import java.util.Optional;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.context.annotation.Bean;

/**
 * The embedded database for a command beside the portal. While the portal runs it is the portal's own server; otherwise one is
 * started and goes when the command has ended. A home without a database gets none.
 *
 * <p>Without annotation, so that the portal itself does not find it.
 */
@EnableConfigurationProperties(PortalHome.class)
@ConditionalOnProperty(name = "spring.datasource.url", matchIfMissing = true, havingValue = "embedded")
public class DatabaseOfPortalHome {

    /** @param started by this command, and to be stopped with it; none when the portal's own server is used */
    private record Server(String url, Optional<EmbeddedMariaDb> started)
            implements JdbcConnectionDetails, AutoCloseable {

        static Server of(PortalHome home) {
            return EmbeddedMariaDb.addressOfRunning(home)
                    .map(running -> new Server(running, Optional.empty()))
                    .orElseGet(() -> {
                        EmbeddedMariaDb server = EmbeddedMariaDb.start(home);
                        return new Server(server.jdbcUrl(), Optional.of(server));
                    });
        }

        @Override
        public String getJdbcUrl() {
            return url;
        }

        @Override
        public String getUsername() {
            return "root";
        }

        @Override
        public String getPassword() {
            return "";
        }

        @Override
        public void close() {
            started.ifPresent(EmbeddedMariaDb::close);
        }
    }

    @Bean(destroyMethod = "close")
    JdbcConnectionDetails databaseOfPortalHome(PortalHome home) {
        if (!Files.isDirectory(home.home().resolve("database"))) {
            throw new NoDatabaseThere(
                    "There is no embedded database in " + home.home().toAbsolutePath()
                            + "; name the right folder with --portal.home, or an external database with --spring.datasource.url");
        }
        return Server.of(home);
    }
}
