package id.dukcapil.portal.documents;

import java.util.EnumMap;
import java.util.Map;
import org.apache.poi.ss.usermodel.BorderStyle;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.FillPatternType;
import org.apache.poi.ss.usermodel.Font;
import org.apache.poi.ss.usermodel.HorizontalAlignment;
import org.apache.poi.ss.usermodel.IndexedColors;
import org.apache.poi.ss.usermodel.VerticalAlignment;
import org.apache.poi.ss.usermodel.Workbook;

/** The few styles of one workbook; Excel allows 64,000, so they are made once and shared by all cells. */
final class CellStyles {

    /** 0421 is Indonesian: month names come out right on an English Excel too. */
    private static final String INDONESIAN = "[$-421]";

    private final Workbook workbook;
    private final Map<Column.Kind, CellStyle> byKind = new EnumMap<>(Column.Kind.class);
    private final CellStyle title;
    private final CellStyle printed;
    private final CellStyle heading;
    private final CellStyle headingOfNumbers;

    CellStyles(Workbook workbook) {
        this.workbook = workbook;
        for (Column.Kind kind : Column.Kind.values()) {
            byKind.put(kind, formatted(format(kind)));
        }
        title = withFont(true, 14);
        printed = withFont(false, 9);
        heading = headingAt(HorizontalAlignment.LEFT);
        heading.setIndention((short) 1);
        headingOfNumbers = headingAt(HorizontalAlignment.RIGHT);
    }

    private static String format(Column.Kind kind) {
        return switch (kind) {
            case TEXT -> "@";
            case INTEGER -> "#,##0";
            case DATE -> INDONESIAN + "dd mmm yyyy";
            case TIME -> "hh\\.mm";
            case DATE_TIME -> INDONESIAN + "dd mmm yyyy hh\\.mm";
            case DURATION -> "[h]:mm:ss";
            case PERCENT -> "0.0%";
        };
    }

    CellStyle of(Column.Kind kind) {
        return byKind.getOrDefault(kind, printed);
    }

    CellStyle title() {
        return title;
    }

    CellStyle printed() {
        return printed;
    }

    CellStyle heading() {
        return heading;
    }

    /** Over the edge at which the values of such a column stand. */
    CellStyle headingOver(Column.Kind kind) {
        return of(kind).getAlignment() == HorizontalAlignment.LEFT ? heading : headingOfNumbers;
    }

    private CellStyle headingAt(HorizontalAlignment edge) {
        CellStyle style = withFont(true, 11);
        style.setFillForegroundColor(IndexedColors.GREY_25_PERCENT.getIndex());
        style.setFillPattern(FillPatternType.SOLID_FOREGROUND);
        style.setVerticalAlignment(VerticalAlignment.CENTER);
        style.setAlignment(edge);
        style.setBorderBottom(BorderStyle.THIN);
        return style;
    }

    private CellStyle formatted(String format) {
        CellStyle style = workbook.createCellStyle();
        style.setDataFormat(workbook.createDataFormat().getFormat(format));
        style.setVerticalAlignment(VerticalAlignment.TOP);
        if (!format.startsWith("#") && !format.startsWith("0") && !format.startsWith("[h]")) {
            style.setAlignment(HorizontalAlignment.LEFT);
            // Beside a number, which ends where this begins
            style.setIndention((short) 1);
        }
        return style;
    }

    private CellStyle withFont(boolean bold, int points) {
        Font font = workbook.createFont();
        font.setBold(bold);
        font.setFontHeightInPoints((short) points);
        CellStyle style = workbook.createCellStyle();
        style.setFont(font);
        return style;
    }
}
