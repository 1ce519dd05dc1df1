package id.dukcapil.portal.documents.paper;

import id.dukcapil.portal.common.ui.parts.ClosedDay;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The content of a numbered paper below the letterhead, in its order of reading; {@link OfficialPapers} prints it.
 */
public final class OfficialPaper {

    /** Every field of the template, for a row that has none of them yet. */
    private static final List<String> FIELDS = List.of(
            "kind",
            "label",
            "text",
            "table",
            "chart",
            "place",
            "left",
            "leftName",
            "leftNip",
            "leftInk",
            "right",
            "rightName",
            "rightNip",
            "rightInk");

    /** A table of up to so many rows is not divided from its heading and the signatures below it. */
    private static final int SHORT = 12;

    /**
     * A column of a table.
     *
     * @param weight width in relation to the other columns
     * @param figures whether its cells are figures, set to the right
     */
    public record PaperColumn(String heading, int weight, boolean figures) {

        public static PaperColumn text(String heading, int weight) {
            return new PaperColumn(heading, weight, false);
        }

        public static PaperColumn figures(String heading, int weight) {
            return new PaperColumn(heading, weight, true);
        }
    }

    /**
     * A table; {@link OfficialPapers} fills it.
     *
     * @param total the last row, set off from the others; empty for none
     */
    record PaperTable(List<PaperColumn> columns, List<List<String>> rows, List<String> total) {}

    /**
     * Who signs in ink.
     *
     * @param role the lines above the signature: "Yang menyerahkan,\nPetugas cetak"
     * @param nip null for people who have none
     * @param ink the signature, where it was drawn on a screen already
     */
    public record Signer(
            String role,
            String name,
            @Nullable String nip,
            @Nullable Ink ink) {

        public Signer(String role, String name, @Nullable String nip) {
            this(role, name, nip, null);
        }
    }

    private final String title;
    private final String number;
    private final List<Map<String, @Nullable Object>> rows = new ArrayList<>();

    /** @param number as it was given out for this paper */
    public OfficialPaper(String title, String number) {
        this.title = title;
        this.number = number;
    }

    /** A paper without a number: a list or a report. */
    public OfficialPaper(String title) {
        this(title, "");
    }

    public OfficialPaper paragraph(String text) {
        add("PARAGRAPH").put("text", text);
        return this;
    }

    public OfficialPaper heading(String text) {
        add("HEADING").put("text", text);
        return this;
    }

    public OfficialPaper fact(String label, String value) {
        Map<String, @Nullable Object> row = add("FACT");
        row.put("label", label);
        row.put("text", value);
        return this;
    }

    /**
     * @param cells one list a row, with a text for each column
     * @param total the last row, set off from the others; empty for none
     * @throws IllegalArgumentException when a row has another number of cells than there are columns
     */
    public OfficialPaper table(List<PaperColumn> columns, List<List<String>> cells, List<String> total) {
        if (Stream.concat(cells.stream(), Stream.of(total).filter(row -> !row.isEmpty()))
                .anyMatch(row -> row.size() != columns.size())) {
            throw new IllegalArgumentException("A row of a table has a cell for each of its columns");
        }
        add("TABLE").put("table", new PaperTable(columns, cells, total));
        return this;
    }

    /** A chart of the table that follows; without any value it is left out. */
    public OfficialPaper chart(PaperChart chart) {
        if (!chart.isEmpty()) {
            add("CHART").put("chart", new ChartDrawing(chart));
        }
        return this;
    }

    /**
     * A QR code with a note beside it.
     *
     * @param content what a reader of the code gets
     * @param note what it leads to, and how to get there without it
     */
    public OfficialPaper code(String content, String note) {
        Map<String, @Nullable Object> row = add("CODE");
        row.put("text", content);
        row.put("label", note);
        return this;
    }

    /** The lock of a closed day with its digest. */
    public OfficialPaper locked(ClosedDay day) {
        Map<String, @Nullable Object> row = add("LOCK");
        row.put("label", day.sentence());
        row.put("text", "SHA-256 %s\n%s".formatted(day.digest(), day.correctionNote()));
        return this;
    }

    /**
     * Room for signatures in ink, two side by side; a single signer, and the last of an odd number, stands on the right.
     *
     * @param place and date above the right one: "Soreang, 24 November 2026"
     */
    public OfficialPaper signatures(String place, List<Signer> signers) {
        for (int next = 0; next < signers.size(); ) {
            boolean pair = next + 1 < signers.size();
            Map<String, @Nullable Object> row = add("SIGNATURES");
            row.put("place", next < 2 ? place : "");
            if (pair) {
                put(row, "left", signers.get(next++));
            }
            put(row, "right", signers.get(next++));
        }
        return this;
    }

    String title() {
        return title;
    }

    String number() {
        return number;
    }

    List<Map<String, @Nullable Object>> rows() {
        return rows;
    }

    /**
     * A number for each row; rows with the same number stay on one page: a heading with what stands below it, unless that is
     * a long table, and signatures with everything since the last table, and with that table and its heading when it is short.
     * What begins on the first page and does not fit there runs on: so does the first long table with all before it.
     */
    List<Integer> blocks() {
        int end = beforeSignatures();
        int runningOn = firstLongTable();
        var blocks = new ArrayList<Integer>();
        for (int row = 0; row < rows.size(); row++) {
            boolean underHeading = row > 0 && is(row - 1, "HEADING") && (!is(row, "TABLE") || isShortTable(row));
            blocks.add(row <= runningOn ? 0 : row > end ? end : underHeading ? row - 1 : row);
        }
        return blocks;
    }

    private int firstLongTable() {
        return IntStream.range(0, rows.size())
                .filter(row -> is(row, "TABLE") && !isShortTable(row))
                .findFirst()
                .orElse(-1);
    }

    /** The first row that stays with the signatures; the number of rows when there are none. */
    private int beforeSignatures() {
        int first = rows.size();
        while (first > 0 && !is(first - 1, "TABLE")) {
            first--;
        }
        if (rows.isEmpty() || !is(rows.size() - 1, "SIGNATURES")) {
            return rows.size();
        }
        if (first == 0 || !isShortTable(first - 1)) {
            return first;
        }
        return first > 1 && is(first - 2, "HEADING") ? first - 2 : first - 1;
    }

    private boolean isShortTable(int row) {
        return rows.get(row).get("table") instanceof PaperTable table
                && table.rows().size() <= SHORT;
    }

    private boolean is(int row, String kind) {
        return kind.equals(rows.get(row).get("kind"));
    }

    private static void put(Map<String, @Nullable Object> row, String side, Signer signer) {
        row.put(side, signer.role());
        row.put(side + "Name", signer.name());
        row.put(side + "Nip", signer.nip() == null ? null : "NIP " + signer.nip());
        row.put(side + "Ink", signer.ink());
    }

    private Map<String, @Nullable Object> add(String kind) {
        var row = new HashMap<String, @Nullable Object>();
        FIELDS.forEach(field -> row.put(field, null));
        row.put("kind", kind);
        rows.add(row);
        return row;
    }
}
