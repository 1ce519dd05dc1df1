package id.dukcapil.portal.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedMariaDbTest {

    @TempDir
    Path folder;

    /** What a killed portal leaves behind: its database server goes on and holds the data folder. */
    @Test
    void aServerLeftBehindIsStoppedAndItsDataIsThere() throws Exception {
        var home = new PortalHome(folder);
        EmbeddedMariaDb leftBehind = EmbeddedMariaDb.start(home);
        execute(leftBehind, "CREATE TABLE kept (id INT)");
        ProcessHandle process = processOf(home);

        try (EmbeddedMariaDb next = EmbeddedMariaDb.start(home)) {
            assertThat(process.isAlive()).isFalse();
            execute(next, "INSERT INTO kept VALUES (1)");
            assertThat(processOf(home).isAlive()).isTrue();
        }
        assertThat(home.folder("database").resolve("portal-mariadb.pid"))
                .as("MariaDB removes its process file when it ends in order")
                .doesNotExist();
    }

    /** MariaDB 11.4 makes them at every start, which takes longer than all else that it does. */
    @Test
    void noKeysAreDrawnForAServerThatListensToThisMachineOnly() throws Exception {
        try (EmbeddedMariaDb server = EmbeddedMariaDb.start(new PortalHome(folder));
                var connection = DriverManager.getConnection(server.jdbcUrl(), "root", "");
                var variable = connection.createStatement().executeQuery("SELECT @@have_ssl, @@bind_address")) {
            assertThat(variable.next()).isTrue();
            assertThat(variable.getString(1)).isEqualTo("DISABLED");
            assertThat(variable.getString(2)).isEqualTo("127.0.0.1");
        }
    }

    private static void execute(EmbeddedMariaDb server, String sql) throws SQLException {
        try (var connection = DriverManager.getConnection(server.jdbcUrl(), "root", "");
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static ProcessHandle processOf(PortalHome home) throws Exception {
        String pid = Files.readString(home.folder("database").resolve("portal-mariadb.pid"));
        return ProcessHandle.of(Long.parseLong(pid.strip())).orElseThrow();
    }
}
