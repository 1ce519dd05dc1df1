package id.dukcapil.portal.platform;

import com.zaxxer.hikari.HikariDataSource;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.datasource.DelegatingDataSource;
import org.springframework.jdbc.datasource.SimpleDriverDataSource;

/**
 * Spares most transactions two of their four journeys to the database. After a commit the pool is told that the
 * connection commits by itself again, but the server is told only when something is to be carried out like that; if the next
 * borrower begins a transaction, nobody needs to tell it anything. Stands beneath the pool, because the pool asks for the
 * same on every return. What is committed when stays exactly as JDBC promises (docs/decisions/0049).
 */
final class LazyAutocommit extends DelegatingDataSource {

    LazyAutocommit(DataSource driver) {
        super(driver);
    }

    /** Before the pool has opened its first connection. */
    static void beneath(HikariDataSource pool) {
        String url = Objects.requireNonNull(pool.getJdbcUrl());
        try {
            var driver = new SimpleDriverDataSource(DriverManager.getDriver(url), url, pool.getDataSourceProperties());
            pool.setDataSource(new LazyAutocommit(driver));
        } catch (SQLException unknown) {
            throw new IllegalArgumentException("No driver for spring.datasource.url", unknown);
        }
    }

    @Override
    public Connection getConnection() throws SQLException {
        return (Connection) proxy(new Kept(super.getConnection()), Connection.class);
    }

    @Override
    public Connection getConnection(String username, String password) throws SQLException {
        return (Connection) proxy(new Kept(super.getConnection(username, password)), Connection.class);
    }

    private static Object proxy(InvocationHandler handler, Class<?> type) {
        return Proxy.newProxyInstance(LazyAutocommit.class.getClassLoader(), new Class<?>[] {type}, handler);
    }

    private static @Nullable Object call(Object target, Method method, @Nullable Object @Nullable [] arguments)
            throws Throwable {
        try {
            return method.invoke(target, arguments);
        } catch (InvocationTargetException e) {
            throw e.getTargetException();
        }
    }

    /** One connection of the driver. */
    private static final class Kept implements InvocationHandler {

        private static final int MANY = 16;

        private final Connection connection;
        /** Whether the borrower was told that it commits by itself, and the server was not. */
        private boolean owed;
        /** Whether nothing can have been sent since the last commit or rollback: only then may anything be owed. */
        private boolean clean;
        /** Whether somebody has the driver's own object, past which nothing can be owed. */
        private boolean bare;
        /** Statements of the driver, those that are closed among them. */
        private final List<Statement> made = new ArrayList<>();

        Kept(Connection connection) {
            this.connection = connection;
        }

        @Override
        public @Nullable Object invoke(Object self, Method method, @Nullable Object @Nullable [] arguments)
                throws Throwable {
            return switch (method.getName()) {
                case "getAutoCommit" -> owed || connection.getAutoCommit();
                case "setAutoCommit" -> setAutoCommit(method, arguments);
                case "commit", "rollback" -> end(method, arguments);
                // Carry out nothing in a transaction
                case "close", "abort", "isClosed", "isValid", "setNetworkTimeout", "getNetworkTimeout" ->
                    call(connection, method, arguments);
                case "getWarnings", "clearWarnings", "toString", "hashCode" -> call(connection, method, arguments);
                case "equals" -> arguments != null && self == arguments[0];
                case "unwrap" -> {
                    bare = true;
                    yield send(method, arguments);
                }
                default -> noted(send(method, arguments));
            };
        }

        private @Nullable Object setAutoCommit(Method method, @Nullable Object @Nullable [] arguments)
                throws Throwable {
            boolean wanted = arguments != null && Boolean.TRUE.equals(arguments[0]);
            if (owed) {
                owed = wanted;
                return null;
            }
            if (wanted && clean && !bare && !connection.getAutoCommit()) {
                owed = true;
                return null;
            }
            clean = false;
            return call(connection, method, arguments);
        }

        private @Nullable Object end(Method method, @Nullable Object @Nullable [] arguments) throws Throwable {
            Object nothing = send(method, arguments);
            clean = arguments == null && !hasOpenStatement();
            return nothing;
        }

        /** What reaches the server, or may: it finds it as the borrower believes it to be. */
        private @Nullable Object send(Method method, @Nullable Object @Nullable [] arguments) throws Throwable {
            if (owed) {
                connection.setAutoCommit(true);
                owed = false;
            }
            clean = false;
            return call(connection, method, arguments);
        }

        /** A statement may be kept longer than the transaction in which it was made, and nobody here sees what it carries out. */
        private @Nullable Object noted(@Nullable Object result) throws SQLException {
            if (result instanceof Statement statement) {
                if (made.size() >= MANY) {
                    forgetClosed();
                }
                made.add(statement);
            }
            return result;
        }

        private boolean hasOpenStatement() throws SQLException {
            forgetClosed();
            return !made.isEmpty();
        }

        private void forgetClosed() throws SQLException {
            for (Iterator<Statement> all = made.iterator(); all.hasNext(); ) {
                if (all.next().isClosed()) {
                    all.remove();
                }
            }
        }
    }
}
