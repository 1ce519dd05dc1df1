package id.dukcapil.portal.platform.backup;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A database as the programs of MariaDB want it told.
 *
 * @param jdbcUrl the same for Java
 * @param sslMode {@code sslMode} of the URL; empty means no TLS
 */
public record DatabaseAddress(
        String jdbcUrl, String host, int port, String schema, String sslMode, String user, String password) {

    private static final int USUAL_PORT = 3306;
    private static final Pattern URL =
            Pattern.compile("jdbc:mariadb:(?:[a-z-]+:)?//([^:/,?]+)(?::(\\d+))?[^/]*/([^?]+)(?:\\?(.*))?");
    private static final Pattern SSL_MODE = Pattern.compile("(?:^|&)sslMode=([^&]*)");

    /** @param jdbcUrl of several hosts the first is taken, which is the primary */
    public static DatabaseAddress of(String jdbcUrl, String user, String password) {
        Matcher url = URL.matcher(jdbcUrl);
        if (!url.matches()) {
            throw new BackupFailed("The address of the database is not of the form jdbc:mariadb://host:port/schema.");
        }
        Matcher mode = SSL_MODE.matcher(url.group(4) == null ? "" : url.group(4));
        return new DatabaseAddress(
                jdbcUrl,
                url.group(1),
                url.group(2) == null ? USUAL_PORT : Integer.parseInt(url.group(2)),
                url.group(3),
                mode.find() ? mode.group(1).toLowerCase(Locale.ROOT) : "",
                user,
                password);
    }

    /** The lines of an option file that lead the programs there. */
    String options() {
        return "[client]\nprotocol=tcp\nhost=%s\nport=%d\nuser=%s\npassword=%s\ndefault-character-set=utf8mb4\n%s\n"
                .formatted(quoted(host), port, quoted(user), quoted(password), tls());
    }

    private String tls() {
        return switch (sslMode) {
            case "", "disable" -> "skip-ssl";
            case "trust" -> "ssl\nskip-ssl-verify-server-cert";
            default -> "ssl\nssl-verify-server-cert";
        };
    }

    private static String quoted(String value) {
        return '"' + value.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }

    @Override
    public String toString() {
        return "%s:%d/%s".formatted(host, port, schema);
    }
}
