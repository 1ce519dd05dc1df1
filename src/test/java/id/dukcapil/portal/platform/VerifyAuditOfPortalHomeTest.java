package id.dukcapil.portal.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.STRING;

import id.dukcapil.portal.audit.VerifyAuditCommand;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** The command of the manual on a portal that uses the database it brings along. */
class VerifyAuditOfPortalHomeTest {

    private static final int INTACT = 0;
    private static final int DAMAGED = 1;
    private static final int NOT_VERIFIED = 2;
    private static final Path TABLES = Path.of("src/main/resources/db/changelog/audit");

    @TempDir
    Path folder;

    @Test
    void theTrailIsVerifiedWhileThePortalRunsAndWhileItIsStopped() throws Exception {
        var home = new PortalHome(folder);
        try (EmbeddedMariaDb portal = EmbeddedMariaDb.start(home)) {
            makeTables(portal);
            assertThat(verify()).isEqualTo(INTACT);
            execute(portal, """
                    INSERT INTO audit_trail (number, hash, id, at, actor_kind, actor_name, roles, kind, reference, action,
                      changes) VALUES (1, '', UUID(), NOW(6), 'STAFF', 'Penyusup', '', 'Uji', 'SISIPAN', 'Ditambah', '')""");
        }
        assertThat(EmbeddedMariaDb.addressOfRunning(home)).isEmpty();
        assertThat(verify()).isEqualTo(DAMAGED);
        assertThat(EmbeddedMariaDb.addressOfRunning(home))
                .as("the server of the command has gone with it")
                .isEmpty();
    }

    @Test
    @ExtendWith(OutputCaptureExtension.class)
    void aFolderWithoutADatabaseIsLeftAsItIsAndNamedInOneSentence(CapturedOutput output) {
        assertThat(verify()).isEqualTo(NOT_VERIFIED);
        assertThat(folder.resolve("database")).doesNotExist();
        assertThat(output.toString().lines().filter(line -> !line.isBlank()))
                .singleElement(STRING)
                .contains("There is no embedded database in ", "--portal.home");
    }

    private int verify() {
        return VerifyAuditCommand.run(VerifyAuditCommand.NAME, "--portal.home=" + folder);
    }

    private static void makeTables(EmbeddedMariaDb portal) throws IOException, SQLException {
        try (var files = Files.list(TABLES)) {
            for (Path file : files.sorted().toList()) {
                String statements = Files.readString(file).replaceAll("(?m)^--.*$", "");
                for (String statement : statements.split(";")) {
                    if (!statement.isBlank()) {
                        execute(portal, statement);
                    }
                }
            }
        }
    }

    private static void execute(EmbeddedMariaDb portal, String sql) throws SQLException {
        try (var connection = DriverManager.getConnection(portal.jdbcUrl(), "root", "");
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
