package id.dukcapil.portal.audit;

import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The bytes of a row that are sealed: every column as text, each with its length in front, so that no two rows have the
 * same bytes. Inbox and trail are read in the same way, so that what is verified is what was sealed.
 */
final class RowContent {

    private static final int NULL = -1;

    private byte[] buffer = new byte[1_024];
    private int end;

    /** @param offset number of columns before the first that is sealed */
    byte[] of(ResultSet row, int offset) throws SQLException {
        end = 0;
        for (int column = offset + 1; column <= offset + TrailColumns.COUNT; column++) {
            add(row.getBytes(column));
        }
        return Arrays.copyOf(buffer, end);
    }

    /** @param columns all that are sealed, as the database writes them */
    byte[] of(@Nullable String[] columns) {
        end = 0;
        for (String column : columns) {
            add(column == null ? null : column.getBytes(StandardCharsets.UTF_8));
        }
        return Arrays.copyOf(buffer, end);
    }

    /** With the origin of a row that the portal did not write. */
    static byte[] with(byte[] content, String origin) {
        byte[] more = new RowContent().of(new String[] {origin});
        byte[] all = Arrays.copyOf(content, content.length + more.length);
        System.arraycopy(more, 0, all, content.length, more.length);
        return all;
    }

    private void add(byte @Nullable [] value) {
        int length = value == null ? 0 : value.length;
        if (buffer.length - end < length + Integer.BYTES) {
            byte[] larger = new byte[2 * (buffer.length + length + Integer.BYTES)];
            System.arraycopy(buffer, 0, larger, 0, end);
            buffer = larger;
        }
        addLength(value == null ? NULL : length);
        if (value != null) {
            System.arraycopy(value, 0, buffer, end, length);
            end += length;
        }
    }

    private void addLength(int length) {
        buffer[end++] = (byte) (length >>> 24);
        buffer[end++] = (byte) (length >>> 16);
        buffer[end++] = (byte) (length >>> 8);
        buffer[end++] = (byte) length;
    }
}
