package id.dukcapil.portal.common;

import java.util.UUID;
import org.springframework.jdbc.core.RowMapper;

/** Reads lists of single values, none of which is null. A value that is read alone needs no mapper. */
public final class OneColumn {

    public static final RowMapper<String> TEXT = (row, number) -> row.getString(1);
    public static final RowMapper<Integer> NUMBER = (row, number) -> row.getInt(1);
    public static final RowMapper<UUID> ID = (row, number) -> row.getObject(1, UUID.class);

    private OneColumn() {}
}
