package id.dukcapil.portal.documents.table;

import id.dukcapil.portal.documents.table.TableRow.Nature;
import java.io.InputStream;
import java.math.BigDecimal;
import java.util.Arrays;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.apache.poi.util.XMLHelper;
import org.jspecify.annotations.Nullable;

/** Turns the XML of one sheet into rows, cell by cell. Formulas are never calculated. */
final class SheetEvents {

    private static final int MOST_COLUMNS = 1_000;
    /** Excel keeps fifteen digits of a number and writes zeros for the rest. */
    private static final int DIGITS_KEPT = 15;
    /** Up to here a double, which is what other programs write, holds every whole number exactly. */
    private static final BigDecimal EXACT_TO = BigDecimal.valueOf(1L << 53);

    private static final int LARGEST_EXPONENT = 400;

    private final XMLStreamReader events;
    private final SharedTexts shared;
    private final CellDates dates;
    private String[] texts = new String[32];
    private Nature[] natures = new Nature[32];
    private int width;
    private int row;

    SheetEvents(InputStream xml, SharedTexts shared, CellDates dates) throws XMLStreamException {
        this.shared = shared;
        this.dates = dates;
        events = XMLHelper.newXMLInputFactory().createXMLStreamReader(xml);
        clear();
    }

    @Nullable
    TableRow next() throws XMLStreamException {
        while (events.hasNext()) {
            int event = events.next();
            if (event == XMLStreamConstants.START_ELEMENT) {
                if (events.getLocalName().equals("row")) {
                    beginRow();
                } else if (events.getLocalName().equals("c")) {
                    readCell();
                }
            } else if (event == XMLStreamConstants.END_ELEMENT) {
                if (events.getLocalName().equals("row")) {
                    return new TableRow(row, Arrays.copyOf(texts, width), Arrays.copyOf(natures, width));
                }
                if (events.getLocalName().equals("sheetData")) {
                    return null;
                }
            }
        }
        return null;
    }

    private void beginRow() {
        @Nullable String number = events.getAttributeValue(null, "r");
        row = number == null ? row + 1 : Integer.parseInt(number);
        clear();
    }

    private void clear() {
        Arrays.fill(texts, "");
        Arrays.fill(natures, Nature.TEXT);
        width = 0;
    }

    private void readCell() throws XMLStreamException {
        int column = column(events.getAttributeValue(null, "r"));
        @Nullable String type = events.getAttributeValue(null, "t");
        @Nullable String style = events.getAttributeValue(null, "s");
        String value = "";
        boolean formula = false;
        while (events.hasNext()) {
            int event = events.next();
            if (event == XMLStreamConstants.START_ELEMENT) {
                switch (events.getLocalName()) {
                    case "f" -> formula = true;
                    case "v" -> value = textOf();
                    case "is" -> value = RichText.read(events, "is");
                    default -> {
                        // Extensions say nothing about the value
                    }
                }
            } else if (event == XMLStreamConstants.END_ELEMENT
                    && events.getLocalName().equals("c")) {
                put(column, type == null ? "n" : type, style == null ? 0 : Integer.parseInt(style), value, formula);
                return;
            }
        }
    }

    private String textOf() throws XMLStreamException {
        String only = "";
        StringBuilder text = null;
        for (int event = events.next(); event != XMLStreamConstants.END_ELEMENT; event = events.next()) {
            if (event == XMLStreamConstants.CHARACTERS || event == XMLStreamConstants.CDATA) {
                if (only.isEmpty()) {
                    only = events.getText();
                } else {
                    text = text == null ? new StringBuilder(only) : text;
                    text.append(events.getText());
                }
                RichText.requireShort(text == null ? only.length() : text.length());
            }
        }
        return text == null ? only : text.toString();
    }

    private void put(int column, String type, int style, String value, boolean formula) {
        while (column >= texts.length) {
            int before = texts.length;
            texts = Arrays.copyOf(texts, before * 2);
            natures = Arrays.copyOf(natures, before * 2);
            Arrays.fill(texts, before, before * 2, "");
            Arrays.fill(natures, before, before * 2, Nature.TEXT);
        }
        width = Math.max(width, column + 1);
        fill(column, type, style, value);
        if (formula) {
            natures[column] = value.isEmpty() || natures[column] == Nature.ERROR ? Nature.ERROR : Nature.FORMULA;
        }
    }

    private void fill(int column, String type, int style, String value) {
        switch (type) {
            case "s" ->
                texts[column] = shared.text(Integer.parseInt(value.strip())).strip();
            case "e" -> {
                texts[column] = value;
                natures[column] = Nature.ERROR;
            }
            case "b" -> texts[column] = value.equals("1") ? "TRUE" : "FALSE";
            case "d" -> {
                texts[column] = value;
                natures[column] = Nature.DATE;
            }
            case "n" -> {
                if (!value.isEmpty()) {
                    fillNumber(column, style, value.strip());
                }
            }
            default -> texts[column] = value.strip();
        }
    }

    private void fillNumber(int column, int style, String value) {
        @Nullable String date = dates.isDate(style) ? dates.text(Double.parseDouble(value)) : null;
        if (date != null) {
            texts[column] = date;
            natures[column] = Nature.DATE;
            return;
        }
        var number = new BigDecimal(value);
        if (Math.abs((long) number.precision() - number.scale()) > LARGEST_EXPONENT
                || number.scale() > LARGEST_EXPONENT) {
            texts[column] = value;
            natures[column] = Nature.ERROR;
            return;
        }
        number = number.stripTrailingZeros();
        texts[column] = number.toPlainString();
        natures[column] = rounded(number) ? Nature.ROUNDED : Nature.NUMBER;
    }

    /**
     * A whole number of sixteen digits is right when its last digit is not zero: Excel itself never keeps such a one, so
     * another program wrote it. Ending in zero it may be what Excel left of something else.
     */
    private static boolean rounded(BigDecimal number) {
        int digits = number.precision() - number.scale();
        return digits > DIGITS_KEPT && (number.scale() < 0 || number.abs().compareTo(EXACT_TO) > 0);
    }

    /** "C7" is column 2; a cell without an address follows the one before. */
    private int column(@Nullable String address) {
        if (address == null) {
            return limited(width);
        }
        int column = 0;
        for (int i = 0; i < address.length() && Character.isLetter(address.charAt(i)); i++) {
            column = column * 26 + (Character.toUpperCase(address.charAt(i)) - 'A' + 1);
        }
        return limited(column - 1);
    }

    private static int limited(int column) {
        if (column < 0 || column >= MOST_COLUMNS) {
            throw new UnreadableTable("Tabel ini punya lebih dari 1.000 kolom; berkas seperti itu tidak dibaca.");
        }
        return column;
    }
}
