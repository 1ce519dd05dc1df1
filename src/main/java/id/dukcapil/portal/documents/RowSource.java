package id.dukcapil.portal.documents;

import java.util.Collection;
import java.util.Iterator;
import java.util.Map;
import net.sf.jasperreports.engine.JRDataSource;
import net.sf.jasperreports.engine.JRField;
import org.jspecify.annotations.Nullable;

/** Rows of maps for Jasper; unlike Jasper's own source it refuses a row without the field instead of printing "null". */
final class RowSource implements JRDataSource {

    private final Template template;
    private final Iterator<? extends Map<String, ? extends @Nullable Object>> rows;
    private Map<String, ? extends @Nullable Object> current = Map.of();

    RowSource(Template template, Collection<? extends Map<String, ? extends @Nullable Object>> rows) {
        this.template = template;
        this.rows = rows.iterator();
    }

    @Override
    public boolean next() {
        if (!rows.hasNext()) {
            return false;
        }
        current = rows.next();
        return true;
    }

    @Override
    public @Nullable Object getFieldValue(JRField field) {
        Object value = current.get(field.getName());
        if (value == null && !current.containsKey(field.getName())) {
            throw new RenderingFailed(template, "declares field %s, which a row lacks".formatted(field.getName()));
        }
        if (value != null && !field.getValueClass().isInstance(value)) {
            throw new RenderingFailed(
                    template,
                    "declares field %s as %s, not %s"
                            .formatted(
                                    field.getName(),
                                    field.getValueClassName(),
                                    value.getClass().getName()));
        }
        return value;
    }
}
