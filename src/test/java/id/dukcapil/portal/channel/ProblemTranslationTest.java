package id.dukcapil.portal.channel;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.sql.SQLException;
import java.sql.SQLNonTransientConnectionException;
import org.hibernate.TransactionException;
import org.junit.jupiter.api.Test;
import org.springframework.orm.jpa.JpaSystemException;
import org.springframework.transaction.TransactionSystemException;
import org.springframework.web.multipart.MultipartException;

class ProblemTranslationTest {

    private final ProblemTranslation translation = new ProblemTranslation();

    @Test
    void anUploadThatFindsNoRoomOnTheDiskShallComeAgain() {
        var full = new MultipartException("Cannot be parsed", new IOException("No space left on device"));
        assertThat(translation.problemOf(full).type()).isEqualTo(ProblemType.OVERLOADED);
    }

    @Test
    void anUploadThatCannotBeReadIsTheCallersMistake() {
        var broken = new MultipartException("Cannot be parsed", new IOException("Stream ended unexpectedly"));
        assertThat(translation.problemOf(broken).type()).isEqualTo(ProblemType.INVALID_REQUEST);
    }

    @Test
    void aDatabaseThatGoesAwayInTheMiddleOfACommitIsAReasonToAskAgain() {
        var gone = new TransactionSystemException(
                "Could not commit", new SQLNonTransientConnectionException("Socket error", "08000"));
        var problem = translation.problemOf(gone);
        assertThat(problem.type()).isEqualTo(ProblemType.OVERLOADED);
        assertThat(problem.headers().getFirst("Retry-After")).isNotNull();
    }

    @Test
    void aRollbackOnAConnectionThatIsNoMoreIsAReasonToAskAgain() {
        var gone = new JpaSystemException(
                new TransactionException("Unable to rollback", new SQLException("Connection is closed")));
        assertThat(translation.problemOf(gone).type()).isEqualTo(ProblemType.OVERLOADED);
    }
}
