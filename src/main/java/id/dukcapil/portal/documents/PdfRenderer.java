package id.dukcapil.portal.documents;

import id.dukcapil.portal.common.ui.Formats;
import id.dukcapil.portal.staff.Organisation;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.TimeZone;
import net.sf.jasperreports.engine.JRException;
import net.sf.jasperreports.engine.JRParameter;
import net.sf.jasperreports.engine.JRRuntimeException;
import net.sf.jasperreports.engine.JasperFillManager;
import net.sf.jasperreports.engine.JasperPrint;
import net.sf.jasperreports.engine.JasperReport;
import net.sf.jasperreports.export.SimpleExporterInput;
import net.sf.jasperreports.export.SimpleOutputStreamExporterOutput;
import net.sf.jasperreports.pdf.JRPdfExporter;
import net.sf.jasperreports.pdf.SimplePdfExporterConfiguration;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;

/**
 * Turns a template and its data into a PDF with embedded fonts. Who may see the document is decided by the module that
 * owns the data; this service keeps nothing.
 *
 * <p>A template gets what the caller gives plus the house's own values (see {@link Letterhead}): it only has to declare
 * them. A parameter that a template declares without a default value must be given and not null.
 */
@Service
@PreAuthorize("permitAll()")
public class PdfRenderer {

    static final Template LETTERHEAD = new Template("letterhead");

    private final CompiledTemplates templates;
    private final Letterhead letterhead;
    private final Organisation organisation;

    PdfRenderer(CompiledTemplates templates, Letterhead letterhead, Organisation organisation) {
        this.templates = templates;
        this.letterhead = letterhead;
        this.organisation = organisation;
    }

    /**
     * @param parameters by the names the template declares; {@code REPORT_TIME_ZONE} replaces the organisation's zone
     * @param rows one map per detail row, each with every field of the template (a value may be null)
     * @throws RenderingFailed when the template, a parameter or a field is missing or of the wrong type
     */
    public byte[] render(
            Template template,
            Map<String, ?> parameters,
            Collection<? extends Map<String, ? extends @Nullable Object>> rows) {
        JasperReport report = templates.get(template);
        Map<String, Object> values = complete(parameters);
        check(template, report, values);
        try {
            JasperPrint pages = JasperFillManager.fillReport(report, values, new RowSource(template, rows));
            return export(pages);
        } catch (JRException | JRRuntimeException e) {
            throw e.getCause() instanceof RenderingFailed precise
                    ? precise
                    : new RenderingFailed(template, "cannot be filled", e);
        }
    }

    /**
     * The same as PDF/A-2b, for documents that are signed and kept. The same template, data and time give the same
     * bytes.
     *
     * @param at the time of creation written into the document, to the second
     */
    public byte[] renderForArchive(
            Template template,
            Map<String, ?> parameters,
            Collection<? extends Map<String, ? extends @Nullable Object>> rows,
            Instant at) {
        try {
            return ArchivalPdf.of(render(template, parameters, rows), at);
        } catch (IOException e) {
            throw new RenderingFailed(template, "cannot be made a PDF/A", e);
        }
    }

    private Map<String, Object> complete(Map<String, ?> parameters) {
        var values = new HashMap<String, Object>();
        values.put(JRParameter.REPORT_LOCALE, Formats.INDONESIAN);
        values.put(JRParameter.REPORT_TIME_ZONE, TimeZone.getTimeZone(organisation.timeZone()));
        values.putAll(letterhead.parameters());
        values.put(Letterhead.TEMPLATE, templates.get(LETTERHEAD));
        values.putAll(parameters);
        return values;
    }

    private static void check(Template template, JasperReport report, Map<String, Object> values) {
        for (JRParameter parameter : report.getParameters()) {
            if (parameter.isSystemDefined()) {
                continue;
            }
            Object value = values.get(parameter.getName());
            if (value == null && parameter.getDefaultValueExpression() == null) {
                throw new RenderingFailed(
                        template, "declares parameter %s, which is missing".formatted(parameter.getName()));
            }
            if (value != null && !parameter.getValueClass().isInstance(value)) {
                throw new RenderingFailed(
                        template,
                        "declares parameter %s as %s, not %s"
                                .formatted(
                                        parameter.getName(),
                                        parameter.getValueClassName(),
                                        value.getClass().getName()));
            }
        }
    }

    private byte[] export(JasperPrint pages) throws JRException {
        var configuration = new SimplePdfExporterConfiguration();
        configuration.setMetadataAuthor(organisation.name() + " " + organisation.regency());
        configuration.setMetadataCreator("Portal Dukcapil");
        configuration.setDisplayMetadataTitle(true);
        var bytes = new ByteArrayOutputStream(32 * 1024);
        var exporter = new JRPdfExporter();
        exporter.setExporterInput(new SimpleExporterInput(pages));
        exporter.setExporterOutput(new SimpleOutputStreamExporterOutput(bytes));
        exporter.setConfiguration(configuration);
        exporter.exportReport();
        return bytes.toByteArray();
    }
}
