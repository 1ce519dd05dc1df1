package id.dukcapil.portal.documents;

import java.util.List;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.PrintSetup;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.ss.util.WorkbookUtil;
import org.apache.poi.xddf.usermodel.XDDFColor;
import org.apache.poi.xddf.usermodel.XDDFSolidFillProperties;
import org.apache.poi.xddf.usermodel.chart.AxisCrossBetween;
import org.apache.poi.xddf.usermodel.chart.AxisPosition;
import org.apache.poi.xddf.usermodel.chart.BarDirection;
import org.apache.poi.xddf.usermodel.chart.ChartTypes;
import org.apache.poi.xddf.usermodel.chart.XDDFBarChartData;
import org.apache.poi.xddf.usermodel.chart.XDDFCategoryAxis;
import org.apache.poi.xddf.usermodel.chart.XDDFChartData;
import org.apache.poi.xddf.usermodel.chart.XDDFDataSourcesFactory;
import org.apache.poi.xddf.usermodel.chart.XDDFValueAxis;
import org.apache.poi.xssf.usermodel.XSSFChart;
import org.apache.poi.xssf.usermodel.XSSFDrawing;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/**
 * A short sheet in front of the rows of an export: a table, and bars of one of its columns below it.
 *
 * @param columns the first is a text and names the row
 * @param bars which column is drawn; 0 for none
 */
public record FrontSheet<R>(String title, List<Column<R>> columns, List<R> rows, int bars) {

    private static final int HEADING_ROW = 2;
    private static final int MOST_BARS = 31;
    private static final int HEIGHT = 18;
    private static final int NAME = 42;
    private static final int OTHER = 18;
    private static final byte[] ACCENT = {0x0b, 0x5d, 0x66};

    public FrontSheet {
        columns = List.copyOf(columns);
        rows = List.copyOf(rows);
    }

    void draw(XSSFWorkbook workbook, CellStyles styles) {
        XSSFSheet sheet = workbook.createSheet(WorkbookUtil.createSafeSheetName(title));
        Cell head = sheet.createRow(0).createCell(0);
        head.setCellValue(title);
        head.setCellStyle(styles.title());
        Row headings = sheet.createRow(HEADING_ROW);
        headings.setHeightInPoints(WorkbookWriter.HEADING_POINTS);
        for (int i = 0; i < columns.size(); i++) {
            Column<R> column = columns.get(i);
            Cell cell = headings.createCell(i);
            cell.setCellValue(column.heading());
            cell.setCellStyle(styles.headingOver(column.kind()));
            int narrowest = i == 0 ? NAME : column.kind() == Column.Kind.TEXT ? 2 * NAME : OTHER;
            sheet.setColumnWidth(i, 256 * Math.max(narrowest, column.heading().length() + 5));
        }
        for (int r = 0; r < rows.size(); r++) {
            Row row = sheet.createRow(HEADING_ROW + 1 + r);
            for (int i = 0; i < columns.size(); i++) {
                Object value = columns.get(i).valueIn(rows.get(r));
                if (value != null) {
                    Cell cell = row.createCell(i);
                    cell.setCellStyle(styles.of(columns.get(i).kind()));
                    WorkbookWriter.set(cell, value);
                }
            }
        }
        sheet.createFreezePane(1, HEADING_ROW + 1);
        PrintSetup paper = sheet.getPrintSetup();
        paper.setPaperSize(PrintSetup.A4_PAPERSIZE);
        paper.setLandscape(true);
        paper.setFitHeight((short) 0);
        sheet.setFitToPage(true);
        if (bars > 0 && !rows.isEmpty()) {
            chart(sheet);
        }
    }

    /** LibreOffice draws no bars that have no fill of their own. */
    private void chart(XSSFSheet sheet) {
        int first = HEADING_ROW + 1;
        int last = HEADING_ROW + Math.min(rows.size(), MOST_BARS);
        int top = HEADING_ROW + rows.size() + 3;
        XSSFDrawing drawing = sheet.createDrawingPatriarch();
        XSSFChart chart = drawing.createChart(
                drawing.createAnchor(0, 0, 0, 0, 0, top, Math.min(columns.size(), 6), top + HEIGHT));
        String heading = columns.get(bars).heading();
        chart.setTitleText(title + ": " + heading);
        chart.setTitleOverlay(false);
        XDDFCategoryAxis names = chart.createCategoryAxis(AxisPosition.BOTTOM);
        XDDFValueAxis values = chart.createValueAxis(AxisPosition.LEFT);
        values.setMinimum(0);
        values.setCrossBetween(AxisCrossBetween.BETWEEN);
        var data = (XDDFBarChartData) chart.createData(ChartTypes.BAR, names, values);
        data.setBarDirection(BarDirection.COL);
        XDDFChartData.Series series = data.addSeries(
                XDDFDataSourcesFactory.fromStringCellRange(sheet, new CellRangeAddress(first, last, 0, 0)),
                XDDFDataSourcesFactory.fromNumericCellRange(sheet, new CellRangeAddress(first, last, bars, bars)));
        series.setTitle(heading, null);
        series.setFillProperties(new XDDFSolidFillProperties(XDDFColor.from(ACCENT)));
        chart.plot(data);
    }
}
