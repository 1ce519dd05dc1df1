package id.dukcapil.portal.documents.paper;

import id.dukcapil.portal.common.ui.Formats;
import id.dukcapil.portal.documents.PdfRenderer;
import id.dukcapil.portal.documents.Template;
import id.dukcapil.portal.documents.paper.OfficialPaper.PaperColumn;
import id.dukcapil.portal.documents.paper.OfficialPaper.PaperTable;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import net.sf.jasperreports.engine.JRException;
import net.sf.jasperreports.engine.JasperCompileManager;
import net.sf.jasperreports.engine.JasperReport;
import net.sf.jasperreports.engine.data.JRMapCollectionDataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Prints numbered papers with letterhead, title, number and page numbers from the one template
 * {@code reports/official-paper.jrxml}. A new layout of columns is compiled once and then kept.
 */
@Component
public class OfficialPapers {

    private static final Template BASE = new Template("official-paper");
    private static final int WIDTH = 515;

    private static final String CELL = """
            <element kind="textField" x="%d" y="0" width="%d" height="15" textAdjust="StretchHeight" hTextAlign="%s"
                style="%s" stretchType="ElementGroupHeight"><expression><![CDATA[%s]]></expression></element>""";

    private static final String FRAME = """
            <?xml version="1.0" encoding="UTF-8"?>
            <jasperReport name="paper-table" language="java" pageWidth="%d" pageHeight="842" columnWidth="%d" leftMargin="0"
                rightMargin="0" topMargin="0" bottomMargin="0" whenNoDataType="AllSectionsNoDetail">
              <style name="text" default="true" fontName="DejaVu Sans Condensed" fontSize="8.5" vTextAlign="Top"/>
              <style name="head" style="text" mode="Opaque" backcolor="#E7E7E3" bold="true" vTextAlign="Middle">
                <box padding="3"><topPen lineWidth="0.8"/><bottomPen lineWidth="0.8"/></box>
              </style>
              <style name="cell" style="text">
                <box padding="3"><bottomPen lineWidth="0.25"/></box>
                <conditionalStyle bold="true">
                  <conditionExpression><![CDATA[$F{total}]]></conditionExpression>
                  <box padding="3"><topPen lineWidth="0.8"/><bottomPen lineWidth="0.8"/></box>
                </conditionalStyle>
              </style>
              <field name="total" class="java.lang.Boolean"/>%s
              <columnHeader height="15">%s</columnHeader>
              <detail><band height="15" splitType="Prevent">%s</band></detail>
            </jasperReport>""";

    private final PdfRenderer pdf;
    private final Map<String, JasperReport> tables = new ConcurrentHashMap<>();

    public OfficialPapers(PdfRenderer pdf) {
        this.pdf = pdf;
    }

    public byte[] print(OfficialPaper paper) {
        return pdf.render(BASE, parameters(paper), rows(paper));
    }

    /** The same as PDF/A-2b, for papers that are kept; the same paper and time give the same bytes. */
    public byte[] printForArchive(OfficialPaper paper, Instant at) {
        return pdf.renderForArchive(BASE, parameters(paper), rows(paper), at);
    }

    private static Map<String, String> parameters(OfficialPaper paper) {
        return Map.of("TITLE", paper.title().toUpperCase(Formats.INDONESIAN), "NUMBER", paper.number());
    }

    /** The template keeps the rows of a block on one page. */
    private List<Map<String, @Nullable Object>> rows(OfficialPaper paper) {
        List<Map<String, @Nullable Object>> rows =
                paper.rows().stream().map(this::printable).toList();
        List<Integer> blocks = paper.blocks();
        for (int row = 0; row < rows.size(); row++) {
            rows.get(row).put("block", blocks.get(row));
        }
        return rows;
    }

    private Map<String, @Nullable Object> printable(Map<String, @Nullable Object> row) {
        var values = new HashMap<String, @Nullable Object>(row);
        PaperTable table = (PaperTable) values.remove("table");
        values.put("report", table == null ? null : tables.computeIfAbsent(layout(table), OfficialPapers::compiled));
        values.put("heads", table == null ? null : heads(table));
        values.put("cells", table == null ? null : cells(table));
        return values;
    }

    private static Map<String, Object> heads(PaperTable table) {
        var heads = new HashMap<String, Object>();
        for (int i = 0; i < table.columns().size(); i++) {
            heads.put("H" + i, table.columns().get(i).heading());
        }
        return heads;
    }

    private static JRMapCollectionDataSource cells(PaperTable table) {
        var rows = new ArrayList<Map<String, ?>>();
        table.rows().forEach(row -> rows.add(cells(row, false)));
        if (!table.total().isEmpty()) {
            rows.add(cells(table.total(), true));
        }
        return new JRMapCollectionDataSource(rows);
    }

    private static Map<String, ?> cells(List<String> row, boolean total) {
        var cells = new HashMap<String, Object>();
        cells.put("total", total);
        for (int i = 0; i < row.size(); i++) {
            cells.put("c" + i, row.get(i));
        }
        return cells;
    }

    /** The source of the table's own template; its texts come as parameters and fields, so only numbers are in it. */
    private static String layout(PaperTable table) {
        var declared = new StringBuilder();
        var heads = new StringBuilder();
        var cells = new StringBuilder();
        int weights = table.columns().stream().mapToInt(PaperColumn::weight).sum();
        int left = 0;
        int passed = 0;
        for (int i = 0; i < table.columns().size(); i++) {
            PaperColumn column = table.columns().get(i);
            passed += column.weight();
            int right = WIDTH * passed / weights;
            String align = column.figures() ? "Right" : "Left";
            declared.append("<field name=\"c%d\" class=\"java.lang.String\"/>".formatted(i));
            heads.append(CELL.formatted(
                    left, right - left, align, "head", "$P{REPORT_PARAMETERS_MAP}.get(\"H%d\")".formatted(i)));
            cells.append(CELL.formatted(left, right - left, align, "cell", "$F{c%d}".formatted(i)));
            left = right;
        }
        return FRAME.formatted(WIDTH, WIDTH, declared, heads, cells);
    }

    private static JasperReport compiled(String layout) {
        try {
            return JasperCompileManager.compileReport(
                    new ByteArrayInputStream(layout.getBytes(StandardCharsets.UTF_8)));
        } catch (JRException e) {
            throw new IllegalStateException("The columns of a table on paper do not compile", e);
        }
    }
}
