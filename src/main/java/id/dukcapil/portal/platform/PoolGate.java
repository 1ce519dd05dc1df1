package id.dukcapil.portal.platform;

import com.zaxxer.hikari.HikariDataSource;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.LongAdder;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/**
 * Lets callers reach the pool in the order they came, as many at a time as it has connections. With virtual threads
 * thousands can wait at once; HikariCP lends unfairly, so some would starve, while a fair gate keeps the worst wait
 * near the mean. Who waits too long is refused, which the web layer turns into 503.
 */
final class PoolGate extends DelegatingDataSource {

    private final Semaphore places;
    private final Duration patience;
    private final LongAdder turnedAway = new LongAdder();

    PoolGate(HikariDataSource pool, Duration patience) {
        super(pool);
        this.places = new Semaphore(pool.getMaximumPoolSize(), true);
        this.patience = patience;
    }

    /** How many callers wait, about. */
    int waiting() {
        return places.getQueueLength();
    }

    /** How many have waited too long since the start. */
    long turnedAway() {
        return turnedAway.sum();
    }

    @Override
    public Connection getConnection() throws SQLException {
        enter();
        try {
            return leavingOnClose(super.getConnection());
        } catch (SQLException | RuntimeException e) {
            places.release();
            throw e;
        }
    }

    private void enter() throws SQLException {
        try {
            if (!places.tryAcquire(patience.toMillis(), TimeUnit.MILLISECONDS)) {
                turnedAway.increment();
                throw new SQLTransientConnectionException("No database connection became free in " + patience);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new SQLTransientConnectionException("Interrupted while waiting for a database connection", e);
        }
    }

    private Connection leavingOnClose(Connection connection) {
        var left = new AtomicBoolean();
        InvocationHandler handler = (proxy, method, arguments) -> {
            try {
                return method.invoke(connection, arguments);
            } catch (InvocationTargetException e) {
                throw e.getTargetException();
            } finally {
                if (method.getName().equals("close") && left.compareAndSet(false, true)) {
                    places.release();
                }
            }
        };
        return (Connection)
                Proxy.newProxyInstance(getClass().getClassLoader(), new Class<?>[] {Connection.class}, handler);
    }
}
