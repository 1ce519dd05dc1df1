package id.dukcapil.portal.documents;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;

/** Compiles all templates and loads the fonts in the background after start, so that the first citizen does not wait. */
@Component
class TemplateWarmUp {

    private static final Logger log = LoggerFactory.getLogger(TemplateWarmUp.class);
    private static final String ROOT = "reports/";

    private final CompiledTemplates templates;
    private final PdfRenderer renderer;

    TemplateWarmUp(CompiledTemplates templates, PdfRenderer renderer) {
        this.templates = templates;
        this.renderer = renderer;
    }

    @EventListener(ApplicationReadyEvent.class)
    void start() {
        Thread.ofPlatform().daemon().name("template-warm-up").start(this::warmUp);
    }

    private void warmUp() {
        List<Template> all = all();
        for (Template template : all) {
            try {
                templates.get(template);
            } catch (RenderingFailed e) {
                log.error("{}", e.getMessage(), e);
            }
        }
        // Printing once loads the fonts and the PDF writer; the letterhead needs nothing but the configuration
        renderer.render(PdfRenderer.LETTERHEAD, Map.of(), List.of());
        log.info("{} templates are ready to print", all.size());
    }

    /** Every template on the class path. */
    static List<Template> all() {
        try {
            var found = new PathMatchingResourcePatternResolver().getResources("classpath*:" + ROOT + "**/*.jrxml");
            return Stream.of(found)
                    .map(TemplateWarmUp::named)
                    .sorted(Comparator.comparing(Template::name))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Template named(Resource resource) {
        try {
            String address = resource.getURL().toString();
            int start = address.lastIndexOf("/" + ROOT) + ROOT.length() + 1;
            return new Template(address.substring(start, address.length() - ".jrxml".length()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
