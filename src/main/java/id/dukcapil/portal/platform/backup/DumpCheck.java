package id.dukcapil.portal.platform.backup;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads along while a dump passes: how many rows each table has in it, and whether it came to its end. {@code mariadb-dump}
 * writes each row on a line of its own, and line ends inside values as {@code \n}.
 */
final class DumpCheck extends OutputStream {

    private static final int ENOUGH_OF_A_LINE = 200;
    private static final Pattern TABLE = Pattern.compile("CREATE TABLE `([^`]+)` \\(.*", Pattern.DOTALL);
    private static final Pattern INSERT = Pattern.compile("INSERT INTO `([^`]+)` .*", Pattern.DOTALL);

    private final Map<String, Long> rows = new TreeMap<>();
    private final ByteArrayOutputStream beginning = new ByteArrayOutputStream(ENOUGH_OF_A_LINE);
    private String table = "";
    private boolean complete;

    @Override
    public void write(int octet) {
        if (octet == '\n') {
            line();
            beginning.reset();
        } else if (beginning.size() < ENOUGH_OF_A_LINE) {
            beginning.write(octet);
        }
    }

    @Override
    public void write(byte[] bytes, int offset, int length) {
        for (int i = offset; i < offset + length; i++) {
            write(bytes[i]);
        }
    }

    private void line() {
        String line = beginning.toString(StandardCharsets.UTF_8);
        if (line.startsWith("(")) {
            rows.merge(table, 1L, Long::sum);
            return;
        }
        Matcher created = TABLE.matcher(line);
        Matcher inserted = INSERT.matcher(line);
        if (created.matches()) {
            rows.put(created.group(1), 0L);
        } else if (inserted.matches()) {
            table = inserted.group(1);
        }
        complete = complete || line.startsWith("-- Dump completed");
    }

    /** The rows of each table, also of empty ones. */
    Map<String, Long> rows() {
        return Map.copyOf(rows);
    }

    boolean complete() {
        return complete;
    }
}
