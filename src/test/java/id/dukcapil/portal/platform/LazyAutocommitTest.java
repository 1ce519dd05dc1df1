package id.dukcapil.portal.platform;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import id.dukcapil.portal.IntegrationTest;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DelegatingDataSource;
import org.springframework.transaction.support.TransactionTemplate;

/** Whatever is spared on the way to the database, what is committed when stays as JDBC promises. */
@IntegrationTest
class LazyAutocommitTest {

    private static final String INSERT = "INSERT INTO platform_lazy_uji (id) VALUES (?)";

    @Autowired
    DelegatingDataSource gate;

    @Autowired
    JdbcTemplate jdbc;

    @Autowired
    TransactionTemplate transaction;

    private Connection connection;

    @BeforeEach
    void aConnectionAsThePoolKeepsIt() throws SQLException {
        jdbc.execute("CREATE TABLE platform_lazy_uji (id INT NOT NULL PRIMARY KEY)");
        var pool = (HikariDataSource) Objects.requireNonNull(gate.getTargetDataSource());
        connection = pool.getDataSource().getConnection(pool.getUsername(), pool.getPassword());
    }

    @AfterEach
    void close() throws SQLException {
        connection.close();
        jdbc.execute("DROP TABLE platform_lazy_uji");
    }

    @Test
    void aTransactionOfThePortalAsksTwiceAndNotFourTimes() {
        int id = 1;
        Asked before = asks(id++);
        Asked after = asks(id++);
        // Another thread of the portal may have borrowed the connection in between
        while (after.connection() != before.connection()) {
            before = after;
            after = asks(id++);
        }
        assertThat(after.soFar() - before.soFar())
                .as("whose connection, the insert, this question, and the commit")
                .isEqualTo(4);
    }

    @Test
    void afterACommitTheBorrowerIsToldThatItCommitsByItself() throws SQLException {
        inATransaction(1);
        assertThat(connection.getAutoCommit()).isTrue();
    }

    @Test
    void aWriteOutsideATransactionIsKeptAtOnce() throws SQLException {
        inATransaction(1);
        insert(2);
        assertThat(seenByOthers()).isEqualTo(2);
        assertThat(serverCommitsByItself()).isTrue();
    }

    @Test
    void aStatementMadeInATransactionAndUsedAfterItIsKeptAtOnce() throws SQLException {
        connection.setAutoCommit(false);
        try (PreparedStatement kept = connection.prepareStatement(INSERT)) {
            kept.setInt(1, 1);
            kept.executeUpdate();
            connection.commit();
            connection.setAutoCommit(true);
            kept.setInt(1, 2);
            kept.executeUpdate();
            assertThat(seenByOthers()).isEqualTo(2);
        }
    }

    @Test
    void aStatementMadeBeforeACommitAndUsedAfterItIsCommittedByTheMode() throws SQLException {
        connection.setAutoCommit(false);
        try (PreparedStatement kept = connection.prepareStatement(INSERT)) {
            connection.commit();
            kept.setInt(1, 1);
            kept.executeUpdate();
        }
        connection.setAutoCommit(true);
        assertThat(seenByOthers()).isEqualTo(1);
    }

    @Test
    void aStatementMadeOutsideATransactionAndUsedInItIsUndoneWithIt() throws SQLException {
        inATransaction(1);
        try (PreparedStatement kept = connection.prepareStatement(INSERT)) {
            connection.setAutoCommit(false);
            kept.setInt(1, 2);
            kept.executeUpdate();
            connection.rollback();
        }
        assertThat(seenByOthers()).isEqualTo(1);
    }

    @Test
    void oneTransactionAfterTheOtherIsUndoneByItself() throws SQLException {
        inATransaction(1);
        connection.setAutoCommit(false);
        insert(2);
        assertThat(seenByOthers()).isEqualTo(1);
        connection.rollback();
        connection.setAutoCommit(true);
        assertThat(seenByOthers()).isEqualTo(1);
        insert(3);
        assertThat(seenByOthers()).isEqualTo(2);
    }

    @Test
    void endingATransactionByTheModeCommitsIt() throws SQLException {
        inATransaction(1);
        connection.setAutoCommit(false);
        insert(2);
        connection.setAutoCommit(true);
        assertThat(seenByOthers()).isEqualTo(2);
    }

    @Test
    void whatFollowsACommitInTheSameTransactionModeIsCommittedByTheMode() throws SQLException {
        connection.setAutoCommit(false);
        insert(1);
        connection.commit();
        insert(2);
        connection.setAutoCommit(true);
        assertThat(seenByOthers()).isEqualTo(2);
    }

    @Test
    void aReturnToASavepointIsNoEnd() throws SQLException {
        connection.setAutoCommit(false);
        insert(1);
        var here = connection.setSavepoint();
        insert(2);
        connection.rollback(here);
        connection.setAutoCommit(true);
        assertThat(seenByOthers()).isEqualTo(1);
        assertThat(serverCommitsByItself()).isTrue();
    }

    @Test
    void nothingIsOwedToWhoeverHasTheDriversOwnConnection() throws SQLException {
        var driver = connection.unwrap(org.mariadb.jdbc.Connection.class);
        inATransaction(1);
        try (Statement past = driver.createStatement()) {
            past.executeUpdate("INSERT INTO platform_lazy_uji (id) VALUES (2)");
        }
        assertThat(seenByOthers()).isEqualTo(2);
    }

    @Test
    void nothingIsOwedToWhoeverHasTheDriversOwnStatement() throws SQLException {
        connection.setAutoCommit(false);
        try (Statement kept = connection.createStatement()) {
            var past = kept.unwrap(org.mariadb.jdbc.Statement.class);
            connection.commit();
            connection.setAutoCommit(true);
            past.executeUpdate("INSERT INTO platform_lazy_uji (id) VALUES (1)");
        }
        assertThat(seenByOthers()).isEqualTo(1);
    }

    @Test
    void committingOutsideATransactionLeavesTheModeAlone() throws SQLException {
        inATransaction(1);
        connection.rollback();
        assertThat(connection.getAutoCommit()).isTrue();
        insert(2);
        assertThat(seenByOthers()).isEqualTo(2);
    }

    /** How often a connection has asked its server for something. */
    private record Asked(long connection, long soFar) {}

    private Asked asks(int id) {
        return Objects.requireNonNull(transaction.execute(status -> {
            long connection = number("SELECT CONNECTION_ID()");
            jdbc.update(INSERT, id);
            long soFar = Objects.requireNonNull(
                    jdbc.queryForObject("SHOW SESSION STATUS LIKE 'Questions'", (row, line) -> row.getLong("Value")));
            return new Asked(connection, soFar);
        }));
    }

    private long number(String query) {
        return Objects.requireNonNull(jdbc.queryForObject(query, Long.class));
    }

    private void inATransaction(int id) throws SQLException {
        connection.setAutoCommit(false);
        insert(id);
        connection.commit();
        connection.setAutoCommit(true);
    }

    private void insert(int id) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(INSERT)) {
            statement.setInt(1, id);
            statement.executeUpdate();
        }
    }

    private boolean serverCommitsByItself() throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT @@autocommit")) {
            row.next();
            return row.getBoolean(1);
        }
    }

    private int seenByOthers() {
        return (int) number("SELECT COUNT(*) FROM platform_lazy_uji");
    }
}
