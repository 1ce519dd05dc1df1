package id.dukcapil.portal.documents.table;

/** Rows that come from no file. */
public final class TestRows {

    private TestRows() {}

    public static TableRow of(int number, String... texts) {
        return new TableRow(number, texts, null);
    }
}
