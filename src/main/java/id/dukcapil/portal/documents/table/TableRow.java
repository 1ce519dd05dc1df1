package id.dukcapil.portal.documents.table;

import org.jspecify.annotations.Nullable;

/** One row of a table as text, with what a spreadsheet says about each cell. */
public final class TableRow {

    /** What a cell was before it became text. */
    public enum Nature {
        TEXT,
        NUMBER,
        /** A number of more digits than the spreadsheet keeps: the last ones may be wrong. */
        ROUNDED,
        /** A date or moment, given in ISO form. */
        DATE,
        /** The text is what the formula last gave; it was not calculated here. */
        FORMULA,
        /** An error of the spreadsheet (#N/A), or a formula that was never calculated. */
        ERROR
    }

    private final int number;
    private final String[] texts;
    private final Nature @Nullable [] natures;

    TableRow(int number, String[] texts, Nature @Nullable [] natures) {
        this.number = number;
        this.texts = texts;
        this.natures = natures;
    }

    /** The line of the text file or the row of the sheet, counted from 1 as people see it. */
    public int number() {
        return number;
    }

    public int width() {
        return texts.length;
    }

    /** Without surrounding spaces; empty where the row has no such cell. */
    public String text(int column) {
        return column < texts.length ? texts[column] : "";
    }

    public Nature nature(int column) {
        return natures == null || column >= natures.length ? Nature.TEXT : natures[column];
    }

    public boolean isBlank() {
        for (String text : texts) {
            if (!text.isEmpty()) {
                return false;
            }
        }
        return true;
    }
}
