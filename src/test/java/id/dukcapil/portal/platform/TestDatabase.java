package id.dukcapil.portal.platform;

import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.MapPropertySource;

/** One real MariaDB for the whole test run; every application context gets an empty schema of its own. */
public final class TestDatabase {

    private static final AtomicInteger schemas = new AtomicInteger();

    private TestDatabase() {}

    private static final class Holder {
        private static final EmbeddedMariaDb SERVER = start();

        private static EmbeddedMariaDb start() {
            var server = EmbeddedMariaDb.start(new PortalHome(home()));
            Runtime.getRuntime().addShutdownHook(new Thread(server::close));
            return server;
        }
    }

    /** The home of the server, where its programs are too. */
    public static Path home() {
        return Path.of("target", "test-home-" + ProcessHandle.current().pid());
    }

    /** The JDBC address of a new, empty schema. */
    public static String newSchema() {
        String name = "portal_" + schemas.incrementAndGet();
        String server = Holder.SERVER.jdbcUrl();
        try (var connection = DriverManager.getConnection(server, "root", "");
                var statement = connection.createStatement()) {
            statement.execute("CREATE OR REPLACE DATABASE " + name);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        return server.substring(0, server.lastIndexOf('/') + 1) + name;
    }

    /** Points a test context at a schema of its own unless it names one. */
    public static final class Initializer implements ApplicationContextInitializer<ConfigurableApplicationContext> {

        @Override
        public void initialize(ConfigurableApplicationContext context) {
            if (!context.getEnvironment().containsProperty("spring.datasource.url")) {
                context.getEnvironment()
                        .getPropertySources()
                        .addFirst(new MapPropertySource(
                                "testDatabase",
                                Map.of(
                                        "spring.datasource.url", newSchema(),
                                        "spring.datasource.username", "root",
                                        "spring.datasource.password", "")));
            }
        }
    }
}
