package id.dukcapil.portal.platform;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import liquibase.integration.spring.SpringLiquibase;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

/**
 * With two accounts of the database, the owner of the tables gives the running portal's account its rights on each of them,
 * right after the migrations: reading and adding everywhere, changing and deleting only where nothing has to be
 * append-only. Granting table by table is the only way MariaDB knows to leave some out, and a new version brings new tables.
 */
@Configuration(proxyBeanMethods = false)
class RunningAccountRights {

    private static final Logger log = LoggerFactory.getLogger(RunningAccountRights.class);

    /** What accounts, hosts and tables are called; everything else is refused, because names cannot be parameters. */
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_.:%-]+");

    private static final String OWNER = "spring.liquibase.user";

    @Bean
    static BeanPostProcessor rightsAfterMigration(Environment environment) {
        return new BeanPostProcessor() {
            @Override
            public Object postProcessAfterInitialization(Object bean, String name) {
                if (bean instanceof SpringLiquibase && environment.containsProperty(OWNER)) {
                    grant(environment);
                }
                return bean;
            }
        };
    }

    private static void grant(Environment environment) {
        String url = environment.getRequiredProperty("spring.datasource.url");
        String running = environment.getRequiredProperty("spring.datasource.username");
        String owner = environment.getRequiredProperty(OWNER);
        if (running.equals(owner)) {
            return;
        }
        Set<String> appendOnly =
                Set.copyOf(List.of(environment.getProperty("portal.database.append-only", String[].class, new String[] {
                    "audit_trail", "audit_batch", "audit_pruning"
                })));
        try (Connection asOwner =
                DriverManager.getConnection(url, owner, environment.getProperty("spring.liquibase.password", ""))) {
            String account = account(url, running, environment.getProperty("spring.datasource.password", ""));
            List<String> tables = tables(asOwner);
            try (Statement statement = asOwner.createStatement()) {
                for (String table : tables) {
                    String rights = appendOnly.contains(table) ? "SELECT, INSERT" : "SELECT, INSERT, UPDATE, DELETE";
                    statement.execute("GRANT %s ON `%s` TO %s".formatted(rights, checked(table), account));
                }
            }
            log.info("The account {} has its rights on {} tables", running, tables.size());
        } catch (SQLException e) {
            throw new IllegalStateException(
                    "The owner of the tables cannot give the account " + running
                            + " its rights: it needs its own rights WITH GRANT OPTION, see the operations manual",
                    e);
        }
    }

    /** The account as the server knows it, with the host: the name alone does not say which one. */
    private static String account(String url, String user, String password) throws SQLException {
        try (Connection connection = DriverManager.getConnection(url, user, password);
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT CURRENT_USER()")) {
            row.next();
            String[] parts = row.getString(1).split("@", 2);
            return "'%s'@'%s'".formatted(checked(parts[0]), checked(parts[1]));
        }
    }

    private static List<String> tables(Connection connection) throws SQLException {
        var tables = new ArrayList<String>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT table_name FROM information_schema.tables"
                        + " WHERE table_schema = DATABASE() AND table_type = 'BASE TABLE'")) {
            while (rows.next()) {
                tables.add(rows.getString(1));
            }
        }
        return tables;
    }

    private static String checked(String name) {
        if (!NAME.matcher(name).matches()) {
            throw new IllegalStateException("A name in the database has characters that the portal does not grant to");
        }
        return name;
    }
}
