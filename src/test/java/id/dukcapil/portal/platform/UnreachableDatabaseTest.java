package id.dukcapil.portal.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.SQLException;
import java.sql.SQLInvalidAuthorizationSpecException;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.diagnostics.FailureAnalyzer;
import org.springframework.core.io.support.SpringFactoriesLoader;
import org.springframework.mock.env.MockEnvironment;

class UnreachableDatabaseTest {

    @Test
    void aServerThatIsNotThereIsNamedWithoutItsParameters() {
        assertThat(analysisOf("jdbc:mariadb://127.0.0.1:1/portal?password=rahasia", "root"))
                .satisfies(analysis -> {
                    assertThat(analysis.getDescription())
                            .isEqualTo("The database at jdbc:mariadb://127.0.0.1:1/portal does not answer.");
                    assertThat(analysis.getAction())
                            .contains("spring.datasource.url")
                            .doesNotContain("rahasia");
                });
    }

    @Test
    void aWrongAccountIsTold() {
        // The server of the tests lets everybody in, so the refusal is written here as MariaDB words it
        var denied =
                new SQLInvalidAuthorizationSpecException("Access denied for user 'portal'@'10.0.0.7'", "28000", 1045);
        var noRights = new SQLException("Access denied for user 'portal'@'%' to database 'portal'", "42000", 1044);
        assertThat(List.of(denied, noRights))
                .extracting(failure ->
                        analysisOf("jdbc:mariadb://db/portal", failure).getDescription())
                .containsOnly("The database at jdbc:mariadb://db/portal refuses the account of the portal.");
    }

    @Test
    void aDatabaseThatDoesNotExistIsTold() {
        assertThat(analysisOf(TestDatabase.newSchema() + "_tidak_ada", "root").getDescription())
                .contains("There is no such database");
    }

    @Test
    void itIsAskedWhenThePortalCannotStart() {
        assertThat(SpringFactoriesLoader.loadFactoryNames(
                        FailureAnalyzer.class, getClass().getClassLoader()))
                .contains(UnreachableDatabase.class.getName());
    }

    private static FailureAnalysis analysisOf(String url, String user) {
        var configuration = new HikariConfig();
        configuration.setJdbcUrl(url);
        configuration.setUsername(user);
        configuration.setConnectionTimeout(1_000);
        return analysisOf(url, catchThrowable(() -> new HikariDataSource(configuration).close()));
    }

    private static FailureAnalysis analysisOf(String url, Throwable failure) {
        @Nullable
        FailureAnalysis analysis = new UnreachableDatabase(
                        new MockEnvironment().withProperty("spring.datasource.url", url))
                .analyze(new IllegalStateException("The portal cannot start", failure));
        return Objects.requireNonNull(analysis);
    }
}
