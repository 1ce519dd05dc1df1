package id.dukcapil.portal.documents;

import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import net.sf.jasperreports.engine.JRException;
import net.sf.jasperreports.engine.JasperCompileManager;
import net.sf.jasperreports.engine.JasperReport;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/**
 * The templates of this process, each compiled on first use and then kept. Callers that ask for the same template at
 * the same time wait for one compilation; a failed one is not remembered.
 */
@Component
class CompiledTemplates {

    /** Far more bins than templates, so that compiling one template hardly ever holds up another. */
    private static final int BINS = 512;

    private final Map<Template, JasperReport> compiled = new ConcurrentHashMap<>(BINS);
    private final Function<Template, JasperReport> compiler;

    @Autowired
    CompiledTemplates() {
        this(CompiledTemplates::compile);
    }

    CompiledTemplates(Function<Template, JasperReport> compiler) {
        this.compiler = compiler;
    }

    /** @throws RenderingFailed when the template does not exist or does not compile */
    JasperReport get(Template template) {
        JasperReport known = compiled.get(template);
        return known != null ? known : compiled.computeIfAbsent(template, compiler);
    }

    static JasperReport compile(Template template) {
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        // Expressions name our own classes; a background thread of a packaged jar may carry a loader without them
        thread.setContextClassLoader(CompiledTemplates.class.getClassLoader());
        try (InputStream source = CompiledTemplates.class.getClassLoader().getResourceAsStream(template.resource())) {
            if (source == null) {
                throw new RenderingFailed(template, "does not exist as " + template.resource());
            }
            return JasperCompileManager.compileReport(source);
        } catch (JRException | IOException e) {
            throw new RenderingFailed(template, "does not compile", e);
        } finally {
            thread.setContextClassLoader(before);
        }
    }
}
