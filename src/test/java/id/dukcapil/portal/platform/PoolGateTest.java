package id.dukcapil.portal.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PoolGateTest {

    private static final int CONNECTIONS = 2;

    private HikariDataSource pool;

    @BeforeEach
    void openPool() {
        pool = new HikariDataSource();
        pool.setJdbcUrl(TestDatabase.newSchema());
        pool.setUsername("root");
        pool.setPassword("");
        pool.setMaximumPoolSize(CONNECTIONS);
    }

    @AfterEach
    void closePool() {
        pool.close();
    }

    @Test
    void whoWaitsTooLongIsRefusedAndTheNextOneGetsTheReturnedConnection() throws SQLException {
        var gate = new PoolGate(pool, Duration.ofMillis(50));
        Connection first = gate.getConnection();
        Connection second = gate.getConnection();
        assertThatExceptionOfType(SQLTransientConnectionException.class).isThrownBy(gate::getConnection);
        first.close();
        first.close();
        Connection third = gate.getConnection();
        assertThat(third.isValid(1)).isTrue();
        assertThatExceptionOfType(SQLTransientConnectionException.class)
                .as("closing twice frees one place only")
                .isThrownBy(gate::getConnection);
        assertThat(gate.turnedAway()).isEqualTo(2);
        second.close();
        third.close();
    }

    @Test
    void aThousandVirtualThreadsAllGetTheirTurn() throws Exception {
        var gate = new PoolGate(pool, Duration.ofSeconds(30));
        var calls = new ArrayList<Callable<Boolean>>();
        for (int i = 0; i < 1_000; i++) {
            calls.add(() -> {
                try (Connection connection = gate.getConnection();
                        var statement = connection.createStatement()) {
                    return statement.execute("SELECT 1");
                }
            });
        }
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var answer : threads.invokeAll(calls)) {
                assertThat(answer.get()).isTrue();
            }
        }
        assertThat(pool.getHikariPoolMXBean().getActiveConnections()).isZero();
    }
}
