package id.dukcapil.portal.audit;

import java.util.Collections;

/**
 * What inbox and trail hold of a row, in the order in which it is sealed. The trail's origin comes after them and counts
 * only in rows that have one; so must a new column of a later version.
 */
final class TrailColumns {

    static final String NAMES = """
        id, at, actor_kind, actor_id, actor_name, roles, workplace, address, request_id, kind, reference, action,
        office, person, changes, reason\
        """;

    /** The same, all of them read as text: that is what is sealed. */
    static final String AS_TEXT = NAMES.replaceAll("\\b(id|at|actor_id)\\b", "CAST($1 AS CHAR)");

    static final int COUNT = NAMES.split(",").length;

    /** A parameter for each. */
    static final String PARAMETERS = String.join(", ", Collections.nCopies(COUNT, "?"));

    private TrailColumns() {}
}
