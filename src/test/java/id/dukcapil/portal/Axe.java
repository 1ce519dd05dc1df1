package id.dukcapil.portal;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.springframework.core.io.ClassPathResource;

/** What axe-core finds on a page that keeps people with impairments from using it. */
final class Axe {

    /** Also the rule that axe counts as experimental: a person who speaks to the computer says what is written on a button. */
    private static final String FIND = """
            async () => {
              await new Promise(painted => requestAnimationFrame(() => requestAnimationFrame(painted)));
              return (await axe.run(document, {
              resultTypes: ['violations'],
              rules: { 'label-content-name-mismatch': { enabled: true } },
            })).violations
              .filter(violation => ['critical', 'serious'].includes(violation.impact))
              .flatMap(violation => violation.nodes.map(node => `${violation.id}: ${node.html.slice(0, 160)}`));
            }""";

    private static final String SCRIPT = script();

    private Axe() {}

    /** @return the critical and the serious findings, each with the element */
    static List<String> findings(Page page) {
        page.evaluate(SCRIPT);
        return ((List<?>) page.evaluate(FIND)).stream().map(String::valueOf).toList();
    }

    private static String script() {
        try {
            return new ClassPathResource("axe.min.js").getContentAsString(StandardCharsets.UTF_8);
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
    }
}
