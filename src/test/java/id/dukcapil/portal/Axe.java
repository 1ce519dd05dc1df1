package id.dukcapil.portal;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.ClassPathResource;

/** What axe-core finds on a page that keeps people with impairments from using it. */
final class Axe {

    /** Includes an experimental rule: with voice control a button is called by the text written on it. */
    private static final String EVERYTHING = "{ 'label-content-name-mismatch': { enabled: true } }";

    private static final String FIND = """
            async only => {
              const painted = () => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)));
              const changing = () => document.getAnimations().filter(one => one instanceof CSSTransition);
              // A colour that is still on its way says nothing about contrast
              for (await painted(); changing().length; await painted()) {
                await Promise.allSettled(changing().map(one => one.finished));
              }
              const found = await axe.run(document, {
                resultTypes: ['violations'],
                ...only ? { runOnly: only } : { rules: %s },
              });
              return found.violations
                  .filter(violation => ['critical', 'serious'].includes(violation.impact))
                  .flatMap(violation => violation.nodes.map(node => `${violation.id}: ${node.html.slice(0, 160)}`));
            }""".formatted(EVERYTHING);

    private static final String SCRIPT = script();

    private Axe() {}

    /** @return the critical and the serious findings, each with the element */
    static List<String> findings(Page page) {
        return find(page, null);
    }

    /** @return the findings that depend on the colour scheme */
    static List<String> contrast(Page page) {
        return find(page, "color-contrast");
    }

    private static List<String> find(Page page, @Nullable String only) {
        if (!(boolean) page.evaluate("() => 'axe' in window")) {
            page.evaluate(SCRIPT);
        }
        return ((List<?>) page.evaluate(FIND, only))
                .stream().map(String::valueOf).toList();
    }

    private static String script() {
        try {
            return new ClassPathResource("axe.min.js").getContentAsString(StandardCharsets.UTF_8);
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
    }
}
