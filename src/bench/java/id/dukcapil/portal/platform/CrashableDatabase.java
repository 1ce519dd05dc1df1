package id.dukcapil.portal.platform;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.awaitility.Awaitility;

/** A MariaDB of its own that a test may kill like {@code kill -9}, and start again where it was. */
public final class CrashableDatabase implements AutoCloseable {

    private final String url;
    private final List<String> command;
    private ProcessHandle server;

    private CrashableDatabase(String url, List<String> command, ProcessHandle server) {
        this.url = url;
        this.command = command;
        this.server = server;
    }

    /** In a folder that is empty or has been used like this before. */
    public static CrashableDatabase in(Path home) {
        var portalHome = new PortalHome(home);
        EmbeddedMariaDb database = EmbeddedMariaDb.start(portalHome);
        ProcessHandle server = process(home);
        var command = new ArrayList<String>();
        command.add(server.info().command().orElseThrow());
        command.addAll(List.of(server.info().arguments().orElseThrow()));
        return new CrashableDatabase(database.jdbcUrl(), command, server);
    }

    public String jdbcUrl() {
        return url;
    }

    /** Without any notice; what was committed must be there after {@link #restart}. */
    public void kill() {
        server.destroyForcibly();
        server.onExit().join();
    }

    /** With the same port and the same data; returns when it answers. */
    public void restart() {
        try {
            server = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start()
                    .toHandle();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Awaitility.await()
                .atMost(Duration.ofMinutes(2))
                .pollInterval(Duration.ofMillis(20))
                .until(this::answers);
    }

    private boolean answers() {
        try (var ignored = DriverManager.getConnection(url, "root", "")) {
            return true;
        } catch (SQLException notYet) {
            return false;
        }
    }

    @Override
    public void close() {
        server.destroy();
        server.onExit().join();
    }

    private static ProcessHandle process(Path home) {
        try {
            String pid = Files.readString(home.resolve("database").resolve("portal-mariadb.pid"));
            return ProcessHandle.of(Long.parseLong(pid.strip())).orElseThrow();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
