package id.dukcapil.portal.documents;

import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.Footer;
import org.apache.poi.ss.usermodel.PrintSetup;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.ss.util.WorkbookUtil;
import org.apache.poi.xssf.streaming.SXSSFSheet;
import org.apache.poi.xssf.streaming.SXSSFWorkbook;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/** One workbook while it is being written: title and filter on top, a frozen heading row, typed cells, A4 landscape. */
final class WorkbookWriter<R> implements Closeable {

    private static final int ROWS_IN_MEMORY = 200;
    private static final int HEADING_ROW = 3;
    static final int HEADING_POINTS = 20;

    private static final int NARROWEST = 6;
    private static final int WIDEST = 48;
    private static final double SECONDS_PER_DAY = 86_400;
    private static final int LONGEST_TEXT = 32_767;

    private final Listing<R> listing;
    private final String printed;
    private final ZoneId zone;
    private final int rowsPerSheet;
    private final SXSSFWorkbook workbook;
    private final CellStyles styles;
    private final List<SXSSFSheet> sheets = new ArrayList<>();
    /** In characters, the widest seen so far. */
    private final int[] widths;

    private SXSSFSheet sheet;
    private int nextRow;

    /** @param front short sheets before the rows */
    WorkbookWriter(
            Listing<R> listing, String printed, ZoneId zone, int rowsPerSheet, List<? extends FrontSheet<?>> front) {
        var begun = new XSSFWorkbook();
        this.styles = new CellStyles(begun);
        front.forEach(sheet -> sheet.draw(begun, styles));
        this.workbook = new SXSSFWorkbook(begun, ROWS_IN_MEMORY);
        this.listing = listing;
        this.printed = printed;
        this.zone = zone;
        this.rowsPerSheet = rowsPerSheet;
        // Room for the arrow of the filter beside the heading
        this.widths = listing.columns().stream()
                .mapToInt(column -> column.heading().length() + 3)
                .toArray();
        this.sheet = openSheet();
    }

    void add(R row) {
        if (nextRow > HEADING_ROW + rowsPerSheet) {
            closeSheet();
            sheet = openSheet();
        }
        Row cells = sheet.createRow(nextRow++);
        for (int i = 0; i < widths.length; i++) {
            Column<R> column = listing.columns().get(i);
            Object value = column.valueIn(row);
            if (value != null) {
                Cell cell = cells.createCell(i);
                cell.setCellStyle(styles.of(column.kind()));
                widths[i] = Math.max(widths[i], fill(cell, value));
            }
        }
    }

    /** Fills the cell by the type of the value and says how many characters it shows. */
    private int fill(Cell cell, Object value) {
        set(cell, value instanceof Instant moment ? moment.atZone(zone).toLocalDateTime() : value);
        return switch (value) {
            case LocalDate _ -> 13;
            case LocalTime _ -> 7;
            case Instant _, LocalDateTime _ -> 18;
            case Duration _ -> 10;
            default -> value.toString().length() + 1;
        };
    }

    static void set(Cell cell, Object value) {
        switch (value) {
            case String text -> cell.setCellValue(clipped(text));
            case Double share -> cell.setCellValue(share);
            case Number number -> cell.setCellValue(number.longValue());
            case LocalDate date -> cell.setCellValue(date);
            case LocalTime time -> cell.setCellValue(time.toSecondOfDay() / SECONDS_PER_DAY);
            case LocalDateTime moment -> cell.setCellValue(moment);
            case Duration length -> cell.setCellValue(length.toSeconds() / SECONDS_PER_DAY);
            default -> throw new IllegalArgumentException("No cell for " + value.getClass());
        }
    }

    void finish(OutputStream out) throws IOException {
        closeSheet();
        for (SXSSFSheet each : sheets) {
            for (int i = 0; i < widths.length; i++) {
                each.setColumnWidth(i, 256 * Math.clamp(widths[i], NARROWEST, WIDEST));
            }
        }
        workbook.write(out);
    }

    private SXSSFSheet openSheet() {
        String name = WorkbookUtil.createSafeSheetName(listing.title());
        int number = sheets.size() + 1;
        if (number > 1) {
            String suffix = " (%d)".formatted(number);
            name = name.substring(0, Math.min(name.length(), 31 - suffix.length())) + suffix;
        }
        SXSSFSheet opened = workbook.createSheet(name);
        sheets.add(opened);
        write(opened, 0, listing.title(), styles.title());
        write(opened, 1, printed, styles.printed());
        Row headings = opened.createRow(HEADING_ROW);
        headings.setHeightInPoints(HEADING_POINTS);
        for (int i = 0; i < widths.length; i++) {
            Cell cell = headings.createCell(i);
            cell.setCellValue(listing.columns().get(i).heading());
            cell.setCellStyle(styles.heading());
        }
        opened.createFreezePane(0, HEADING_ROW + 1);
        nextRow = HEADING_ROW + 1;
        preparePrint(opened);
        return opened;
    }

    private static void write(SXSSFSheet sheet, int row, String text, CellStyle style) {
        Cell cell = sheet.createRow(row).createCell(0);
        cell.setCellValue(clipped(text));
        cell.setCellStyle(style);
    }

    private static void preparePrint(SXSSFSheet sheet) {
        PrintSetup paper = sheet.getPrintSetup();
        paper.setPaperSize(PrintSetup.A4_PAPERSIZE);
        paper.setLandscape(true);
        paper.setFitWidth((short) 1);
        paper.setFitHeight((short) 0);
        sheet.setFitToPage(true);
        sheet.setAutobreaks(true);
        sheet.setRepeatingRows(new CellRangeAddress(HEADING_ROW, HEADING_ROW, -1, -1));
        Footer footer = sheet.getFooter();
        footer.setRight("Halaman &P dari &N");
    }

    private void closeSheet() {
        sheet.setAutoFilter(new CellRangeAddress(HEADING_ROW, nextRow - 1, 0, widths.length - 1));
    }

    private static String clipped(String text) {
        return text.length() <= LONGEST_TEXT ? text : text.substring(0, LONGEST_TEXT - 1) + "…";
    }

    /** Also removes the temporary files of the streaming. */
    @Override
    public void close() throws IOException {
        workbook.close();
    }
}
