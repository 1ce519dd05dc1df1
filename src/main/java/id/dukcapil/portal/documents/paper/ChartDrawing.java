package id.dukcapil.portal.documents.paper;

import id.dukcapil.portal.common.ui.Formats;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Dimension;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.font.FontRenderContext;
import java.awt.font.GlyphVector;
import java.awt.geom.Dimension2D;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.util.List;
import net.sf.jasperreports.engine.JasperReportsContext;
import net.sf.jasperreports.renderers.AbstractRenderer;
import net.sf.jasperreports.renderers.DimensionRenderable;
import net.sf.jasperreports.renderers.Graphics2DRenderable;
import org.jspecify.annotations.Nullable;

/** Draws a {@link PaperChart}. Words are outlines of their letters, so that an archival PDF needs no further font. */
final class ChartDrawing extends AbstractRenderer implements Graphics2DRenderable, DimensionRenderable {

    static final int WIDTH = 515;
    static final int HEIGHT = 136;

    private static final int LEFT = 40;
    private static final int TOP = 16;
    private static final int BOTTOM = 16;
    private static final int LINES = 4;
    private static final float LETTERS = 7;
    private static final double LABEL_GAP = 6;
    private static final double GROUP = 0.72;
    private static final double SWATCH = 7;
    private static final double DOT = 3.2;
    private static final Color INK = new Color(0x4a4a4a);
    private static final Color GRID = new Color(0xd8d8d3);
    private static final List<Color> COLOURS = List.of(new Color(0x0b5d66), new Color(0xc8731c), new Color(0x7a7a74));
    private static final FontRenderContext RENDERING = new FontRenderContext(null, true, true);

    private final PaperChart chart;
    private final Font font;
    private final double top;

    ChartDrawing(PaperChart chart) {
        this.chart = chart;
        this.top = chart.top();
        this.font = new Font("DejaVu Sans Condensed", Font.PLAIN, 1).deriveFont(LETTERS);
    }

    @Override
    public Dimension2D getDimension(JasperReportsContext context) {
        return new Dimension(WIDTH, HEIGHT);
    }

    @Override
    public void render(JasperReportsContext context, Graphics2D graphics, Rectangle2D area) {
        var paper = (Graphics2D) graphics.create();
        paper.translate(area.getX(), area.getY());
        paper.scale(area.getWidth() / WIDTH, area.getHeight() / HEIGHT);
        scale(paper);
        labels(paper);
        long bars = chart.series().stream().filter(PaperChart.Series::bars).count();
        int bar = 0;
        for (int i = 0; i < chart.series().size(); i++) {
            PaperChart.Series series = chart.series().get(i);
            paper.setColor(colour(i));
            if (series.bars()) {
                bars(paper, series.values(), bar++, bars);
            } else {
                line(paper, series.values());
            }
        }
        legend(paper);
        paper.dispose();
    }

    private void scale(Graphics2D paper) {
        paper.setStroke(new BasicStroke(0.4f));
        for (int i = 0; i <= LINES; i++) {
            double value = top * i / LINES;
            double y = y(value);
            paper.setColor(GRID);
            paper.draw(new Line2D.Double(LEFT, y, WIDTH, y));
            paper.setColor(INK);
            GlyphVector words = words(
                    chart.percent()
                            ? Math.round(100 * value) + "%"
                            : top < LINES ? Formats.decimal(value) : Formats.number(Math.round(value)));
            write(paper, words, LEFT - 4 - words.getLogicalBounds().getWidth(), y + LETTERS / 3);
        }
    }

    /** As many as fit beside each other. */
    private void labels(Graphics2D paper) {
        paper.setColor(INK);
        double free = LEFT;
        for (int i = 0; i < chart.labels().size(); i++) {
            GlyphVector words = words(chart.labels().get(i));
            double width = words.getLogicalBounds().getWidth();
            double x = Math.clamp(middle(i) - width / 2, LEFT, WIDTH - width);
            if (x >= free) {
                write(paper, words, x, HEIGHT - 4);
                free = x + width + LABEL_GAP;
            }
        }
    }

    private void bars(Graphics2D paper, List<@Nullable Double> values, int bar, long bars) {
        double width = GROUP * place() / bars;
        for (int i = 0; i < values.size(); i++) {
            Double value = values.get(i);
            if (value != null && value > 0) {
                double x = middle(i) - GROUP * place() / 2 + bar * width;
                paper.fill(new Rectangle2D.Double(x, y(value), Math.max(0.5, width - 0.6), y(0) - y(value)));
            }
        }
    }

    private void line(Graphics2D paper, List<@Nullable Double> values) {
        paper.setStroke(new BasicStroke(1.2f, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
        var path = new Path2D.Double();
        boolean drawing = false;
        for (int i = 0; i < values.size(); i++) {
            Double value = values.get(i);
            if (value != null) {
                double x = middle(i);
                double y = y(value);
                paper.fill(new Ellipse2D.Double(x - DOT / 2, y - DOT / 2, DOT, DOT));
                if (drawing) {
                    path.lineTo(x, y);
                } else {
                    path.moveTo(x, y);
                }
            }
            drawing = value != null;
        }
        paper.draw(path);
    }

    private void legend(Graphics2D paper) {
        double x = LEFT;
        for (int i = 0; i < chart.series().size(); i++) {
            paper.setColor(colour(i));
            paper.fill(new Rectangle2D.Double(x, 1, SWATCH, SWATCH));
            GlyphVector words = words(chart.series().get(i).name());
            paper.setColor(INK);
            write(paper, words, x + SWATCH + 3, SWATCH);
            x += SWATCH + words.getLogicalBounds().getWidth() + 16;
        }
    }

    private static Color colour(int series) {
        return COLOURS.get(series % COLOURS.size());
    }

    private double place() {
        return (double) (WIDTH - LEFT) / Math.max(1, chart.labels().size());
    }

    private double middle(int index) {
        return LEFT + place() * (index + 0.5);
    }

    private double y(double value) {
        return HEIGHT - BOTTOM - (HEIGHT - BOTTOM - TOP) * value / top;
    }

    private GlyphVector words(String text) {
        return font.createGlyphVector(RENDERING, text);
    }

    private static void write(Graphics2D paper, GlyphVector words, double x, double y) {
        paper.fill(words.getOutline((float) x, (float) y));
    }
}
