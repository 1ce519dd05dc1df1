package id.dukcapil.portal.submission;

/** In which order the inbox can be read; ties are broken by the identity of the request. */
public enum InboxOrder {
    /** What is due first at the top; at the end what has no due time, the newest of it first. */
    DUE("Jatuh tempo", "due_order", "due", true),
    OLDEST("Terlama", "created_at", "age", true),
    NEWEST("Terbaru", "created_at", "age", false);

    private final String label;
    private final String column;
    private final String index;
    private final boolean ascending;

    InboxOrder(String label, String column, String index, boolean ascending) {
        this.label = label;
        this.column = column;
        this.index = index;
        this.ascending = ascending;
    }

    public String label() {
        return label;
    }

    /** The column that holds the place of a request in this order. */
    String column() {
        return column;
    }

    /** The last part of the names of the indexes that are sorted so. */
    String index() {
        return index;
    }

    String direction() {
        return ascending ? "" : " DESC";
    }

    /** What lies behind a place, in the form that the database answers from the index at any depth. */
    String beyond(String place, String id) {
        String sign = ascending ? ">" : "<";
        return "%1$s %2$s= %3$s AND (%1$s %2$s %3$s OR id %2$s %4$s)".formatted(column, sign, place, id);
    }
}
