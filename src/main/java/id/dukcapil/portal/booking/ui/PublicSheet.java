package id.dukcapil.portal.booking.ui;

import com.samskivert.mustache.Mustache;
import com.samskivert.mustache.Template;
import id.dukcapil.portal.staff.Organisation;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import org.springframework.core.io.ClassPathResource;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;

/** Writes the pages of booking that are open to everybody, as plain HTML; the templates escape whatever they are given. */
@Component
class PublicSheet {

    static final MediaType HTML = new MediaType(MediaType.TEXT_HTML, StandardCharsets.UTF_8);

    private final Organisation organisation;
    private final Template cancellation = template("cancellation");
    private final Template schedule = template("schedule");

    PublicSheet(Organisation organisation) {
        this.organisation = organisation;
    }

    private static Template template(String name) {
        try {
            return Mustache.compiler()
                    .escapeHTML(true)
                    .emptyStringIsFalse(true)
                    .compile(new ClassPathResource("pages/" + name + ".html")
                            .getContentAsString(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException("The template of a public page cannot be read", e);
        }
    }

    String cancellation(Map<String, Object> values) {
        return filled(cancellation, values);
    }

    String schedule(Map<String, Object> values) {
        return filled(schedule, values);
    }

    private String filled(Template page, Map<String, Object> values) {
        var all = new HashMap<>(values);
        all.put("organisation", organisation.name());
        all.put("government", organisation.government());
        return page.execute(all);
    }
}
