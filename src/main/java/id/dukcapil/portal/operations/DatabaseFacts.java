package id.dukcapil.portal.operations;

import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.HikariPoolMXBean;
import id.dukcapil.portal.common.UtcDateTime;
import id.dukcapil.portal.operations.SystemFacts.Database;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Asks the database about itself and the pool about its connections. */
@Component
class DatabaseFacts {

    private record Change(String name, Instant at) {}

    private static final RowMapper<Change> CHANGE =
            (row, number) -> new Change(row.getString("id"), UtcDateTime.read(row, "dateexecuted"));

    private final JdbcClient jdbc;
    private final DataSource dataSource;
    private final Environment environment;
    private final Clock clock;

    DatabaseFacts(JdbcClient jdbc, DataSource dataSource, Environment environment, Clock clock) {
        this.jdbc = jdbc;
        this.dataSource = dataSource;
        this.environment = environment;
        this.clock = clock;
    }

    Database read() {
        Change last = jdbc.sql("""
                        SELECT CONCAT(author, ':', id) AS id, dateexecuted FROM DATABASECHANGELOG
                        ORDER BY orderexecuted DESC LIMIT 1""").query(CHANGE).single();
        HikariPoolMXBean pool = pool();
        return new Database(
                "MariaDB "
                        + jdbc.sql("SELECT VERSION()")
                                .query(String.class)
                                .single()
                                .replaceFirst("-.*", ""),
                isEmbedded(),
                jdbc.sql("SELECT DATABASE()").query(String.class).single(),
                last.name(),
                last.at(),
                size(),
                pool == null ? 0 : pool.getActiveConnections(),
                atMost(),
                pool == null ? 0 : pool.getThreadsAwaitingConnection());
    }

    /** How far the portal's clock is ahead of the database's; negative when it is behind. */
    Duration clockAhead() {
        LocalDateTime there =
                jdbc.sql("SELECT UTC_TIMESTAMP(6)").query(LocalDateTime.class).single();
        return Duration.between(there.toInstant(ZoneOffset.UTC), clock.instant());
    }

    private boolean isEmbedded() {
        String url = environment.getProperty("spring.datasource.url");
        return url == null || url.equals("embedded");
    }

    private long size() {
        return jdbc.sql("""
                        SELECT COALESCE(SUM(data_length + index_length), 0) FROM information_schema.tables
                        WHERE table_schema = DATABASE()""").query(Long.class).single();
    }

    private @Nullable HikariPoolMXBean pool() {
        try {
            return dataSource.unwrap(HikariDataSource.class).getHikariPoolMXBean();
        } catch (SQLException notPooled) {
            return null;
        }
    }

    private int atMost() {
        try {
            return dataSource.unwrap(HikariDataSource.class).getMaximumPoolSize();
        } catch (SQLException notPooled) {
            return 0;
        }
    }
}
