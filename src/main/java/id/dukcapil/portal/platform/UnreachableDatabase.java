package id.dukcapil.portal.platform;

import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.core.env.Environment;

/** Says in one message why the configured database cannot be used, instead of a page of nested exceptions. */
class UnreachableDatabase extends AbstractFailureAnalyzer<SQLException> {

    private static final int NO_RIGHTS_THERE = 1044;
    private static final int UNKNOWN_DATABASE = 1049;

    private final Environment environment;

    UnreachableDatabase(Environment environment) {
        this.environment = environment;
    }

    @Override
    protected @Nullable FailureAnalysis analyze(Throwable rootFailure, SQLException cause) {
        String url = environment.getProperty("spring.datasource.url");
        if (url == null) {
            return null;
        }
        SQLException innermost = innermost(cause);
        if (refusesTheAccount(innermost)) {
            return analysis(
                    "The database at %s refuses the account of the portal.".formatted(address(url)),
                    "Check spring.datasource.username and spring.datasource.password, and that the account may use this"
                            + " database from this machine (see docs/operations.md).",
                    cause);
        }
        if (innermost.getErrorCode() == UNKNOWN_DATABASE) {
            return analysis(
                    "There is no such database at %s.".formatted(address(url)),
                    "Create it (CREATE DATABASE … CHARACTER SET utf8mb4) or correct spring.datasource.url.",
                    cause);
        }
        return isConnectionFailure(innermost) ? unreachable(url, cause) : null;
    }

    /** SQLSTATE class 28 is "invalid authorization"; a known account without rights on the schema has a code of its own. */
    private static boolean refusesTheAccount(SQLException failure) {
        String state = failure.getSQLState();
        return failure.getErrorCode() == NO_RIGHTS_THERE || state != null && state.startsWith("28");
    }

    private static FailureAnalysis unreachable(String url, SQLException cause) {
        return analysis(
                "The database at %s does not answer.".formatted(address(url)),
                "Check that the server runs, that its address and port in spring.datasource.url are right and that no"
                        + " firewall stands between. Without spring.datasource.url the portal starts a database of its own.",
                cause);
    }

    private static FailureAnalysis analysis(String description, String action, SQLException cause) {
        return new FailureAnalysis(description, action, cause);
    }

    /** SQLSTATE class 08 is "connection exception". */
    private static boolean isConnectionFailure(SQLException failure) {
        String state = failure.getSQLState();
        return state != null && state.startsWith("08");
    }

    private static SQLException innermost(SQLException failure) {
        SQLException innermost = failure;
        for (Throwable cause = failure.getCause(); cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException deeper) {
                innermost = deeper;
            }
        }
        return innermost;
    }

    /** Without parameters, which may hold a password. */
    private static String address(String url) {
        return url.replaceFirst("\\?.*", "").replaceFirst("//[^@/]*@", "//");
    }
}
