package id.dukcapil.portal.platform;

import id.dukcapil.portal.common.SetUpStep;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Runs the set-up steps before the web server opens its port (whose phase is far later than 0), so that the first
 * caller never meets a half-filled portal.
 */
@Component
class SetUpBeforeOpening implements SmartLifecycle {

    private final ObjectProvider<SetUpStep> steps;
    private final DataSource dataSource;
    private volatile boolean running;

    SetUpBeforeOpening(ObjectProvider<SetUpStep> steps, DataSource dataSource) {
        this.steps = steps;
        this.dataSource = dataSource;
    }

    /** One process at a time: a second one started on the same database waits and then finds the work done. */
    @Override
    public void start() {
        try (Connection connection = dataSource.getConnection();
                Statement lock = connection.createStatement()) {
            lock.execute("SELECT GET_LOCK(CONCAT(DATABASE(), '.set-up'), 300)");
            try {
                steps.orderedStream().forEach(SetUpStep::enter);
            } finally {
                lock.execute("SELECT RELEASE_LOCK(CONCAT(DATABASE(), '.set-up'))");
            }
        } catch (SQLException e) {
            throw new IllegalStateException("The set-up cannot reach the database", e);
        }
        running = true;
    }

    @Override
    public void stop() {
        running = false;
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    @Override
    public int getPhase() {
        return 0;
    }
}
