package id.dukcapil.portal.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystemException;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import org.junit.jupiter.api.Test;
import org.springframework.dao.CannotAcquireLockException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.CannotGetJdbcConnectionException;
import org.springframework.jdbc.UncategorizedSQLException;
import org.springframework.transaction.CannotCreateTransactionException;

class TroubleTest {

    @Test
    void aDatabaseThatIsAwayIsRecognisedUnderWhateverSpringMakesOfIt() {
        var pool = new SQLTransientConnectionException("No database connection became free in PT5S");
        assertThat(Trouble.of(new CannotCreateTransactionException("Could not open", pool)))
                .isEqualTo(Trouble.DATABASE_AWAY);
        assertThat(Trouble.of(new CannotGetJdbcConnectionException("Failed", pool)))
                .isEqualTo(Trouble.DATABASE_AWAY);
        assertThat(Trouble.of(new IllegalStateException(new SQLException("Socket error", "08000"))))
                .isEqualTo(Trouble.DATABASE_AWAY);
    }

    @Test
    void aFullDiskIsRecognisedByItsWords() {
        var full = new FileSystemException("/srv/portal/documents/incoming/x", null, "No space left on device");
        assertThat(Trouble.of(new UncheckedIOException("Document abc cannot be stored", full)))
                .isEqualTo(Trouble.DISK_FULL);
        var table = new SQLException("The table 'audit_trail' is full", "HY000", 1114);
        assertThat(Trouble.of(new UncategorizedSQLException("insert", "INSERT", table)))
                .isEqualTo(Trouble.DISK_FULL);
        assertThat(Trouble.of(new UncheckedIOException(new IOException("Permission denied"))))
                .isEqualTo(Trouble.UNFORESEEN);
    }

    @Test
    void whoLosesADeadlockIsToldToRepeat() {
        var deadlock = new SQLException("Deadlock found when trying to get lock", "40001", 1213);
        assertThat(Trouble.of(new CannotAcquireLockException("UPDATE staff_role", deadlock)))
                .isEqualTo(Trouble.IN_EACH_OTHERS_WAY);
        assertThat(SessionErrors.sentence(Trouble.IN_EACH_OTHERS_WAY, new Incident("ABCD-2345")))
                .contains("ulangi");
    }

    @Test
    void everythingElseHasAnIncidentNumber() {
        var trouble = Trouble.of(new DuplicateKeyException("Duplicate entry"));
        var incident = new Incident("ABCD-2345");
        assertThat(SessionErrors.sentence(trouble, incident)).contains("ABCD-2345");
        assertThat(SessionErrors.sentence(Trouble.DATABASE_AWAY, incident)).contains("belum tersimpan");
        assertThat(SessionErrors.sentence(Trouble.DISK_FULL, incident)).contains("penuh");
    }
}
