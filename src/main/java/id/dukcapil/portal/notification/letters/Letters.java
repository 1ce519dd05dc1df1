package id.dukcapil.portal.notification.letters;

import com.samskivert.mustache.Mustache;
import com.samskivert.mustache.MustacheException;
import com.samskivert.mustache.Template;
import id.dukcapil.portal.documents.Barcodes;
import id.dukcapil.portal.staff.Organisation;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;

/**
 * Makes letters from the templates {@code mail/<module>/<name>.letter} on the classpath, all read at start. The
 * organisation's letterhead comes by itself; a placeholder that has no value makes the letter unusable.
 */
@Component
public class Letters {

    private static final String FOLDER = "mail/";
    private static final String ENDING = ".letter";
    private static final int QR_PIXELS = 320;

    private final Organisation organisation;
    private final SortedMap<String, LetterTemplate> templates = new TreeMap<>();
    private final Template htmlFrame;
    private final Template textFrame;
    private final Mustache.Compiler words = Mustache.compiler().escapeHTML(false);

    public Letters(Organisation organisation) {
        this.organisation = organisation;
        var resolver = new PathMatchingResourcePatternResolver();
        try {
            for (Resource source : resolver.getResources("classpath*:" + FOLDER + "**/*" + ENDING)) {
                String name = name(source);
                templates.put(name, LetterTemplate.parse(name, source.getContentAsString(StandardCharsets.UTF_8)));
            }
            htmlFrame = frame(resolver, "frame.html", true);
            textFrame = frame(resolver, "frame.txt", false);
        } catch (IOException e) {
            throw new UncheckedIOException("The templates of the letters cannot be read", e);
        }
    }

    private static String name(Resource source) throws IOException {
        String address = source.getURL().toString();
        return address.substring(address.lastIndexOf(FOLDER) + FOLDER.length(), address.length() - ENDING.length());
    }

    private static Template frame(PathMatchingResourcePatternResolver resolver, String name, boolean html)
            throws IOException {
        return Mustache.compiler()
                .escapeHTML(html)
                .emptyStringIsFalse(true)
                .compile(resolver.getResource("classpath:" + FOLDER + name).getContentAsString(StandardCharsets.UTF_8));
    }

    /** Names of all templates with what the office calls such letters. */
    public Map<String, String> kinds() {
        return templates.entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, entry -> entry.getValue().kind(), (one, other) -> one, TreeMap::new));
    }

    public String kind(String template) {
        return Optional.ofNullable(templates.get(template))
                .map(LetterTemplate::kind)
                .orElse(template);
    }

    /**
     * @param facts by the names of the placeholders
     * @throws LetterUnusable when there is no such template or a fact is missing
     */
    public Letter write(String template, String recipient, Map<String, String> facts) {
        LetterTemplate source = templates.get(template);
        if (source == null) {
            throw new LetterUnusable("Templat surat %s tidak ada.".formatted(template));
        }
        var values = new HashMap<String, Object>(facts);
        values.put("recipient", recipient);
        values.put("organisation", organisation.name());
        values.put("regency", organisation.regency());
        try {
            return write(source, values);
        } catch (MustacheException missing) {
            throw new LetterUnusable("Surat %s tidak lengkap: %s".formatted(template, missing.getMessage()), missing);
        }
    }

    private Letter write(LetterTemplate source, Map<String, Object> values) {
        String subject = fill(source.subject(), values);
        Map<String, Object> frame = letterhead();
        frame.put("subject", subject);
        frame.put("preview", fill(source.preview(), values));
        frame.put(
                "blocks",
                source.blocks().stream().map(block -> filled(block, values)).toList());
        return new Letter(subject, htmlFrame.execute(frame), textFrame.execute(frame), qr(source, values));
    }

    /** A letter has room for one. */
    private byte[] qr(LetterTemplate source, Map<String, Object> values) {
        return source.blocks().stream()
                .flatMap(block -> block instanceof LetterBlock.QrCode code ? Stream.of(code) : Stream.empty())
                .map(code -> fill(code.text(), values))
                .filter(text -> !text.isEmpty())
                .findFirst()
                .map(text -> Barcodes.qrPng(text, QR_PIXELS))
                .orElseGet(() -> new byte[0]);
    }

    /** Breaks in a value become blanks: they must not start a new line of a mail's head. */
    private String fill(String text, Map<String, Object> values) {
        return words.compile(text).execute(values).replaceAll("\\s+", " ").strip();
    }

    /** A block under the name by which the frames know it. */
    private Map<String, Object> filled(LetterBlock block, Map<String, Object> values) {
        return switch (block) {
            case LetterBlock.Heading heading -> Map.of("heading", fill(heading.text(), values));
            case LetterBlock.Paragraph paragraph -> Map.of("paragraph", fill(paragraph.text(), values));
            case LetterBlock.Notice notice -> Map.of("notice", fill(notice.text(), values));
            case LetterBlock.Figure figure ->
                Map.of("figure", Map.of("caption", figure.caption(), "text", fill(figure.text(), values)));
            case LetterBlock.QrCode code -> qrCode(code.caption(), fill(code.text(), values));
            case LetterBlock.Link link -> link(link.caption(), fill(link.address(), values));
            case LetterBlock.Facts facts -> Map.of("facts", Map.of("rows", rows(facts, values)));
            case LetterBlock.Points points ->
                Map.of(
                        "points",
                        Map.of(
                                "items",
                                points.points().stream()
                                        .map(point -> fill(point, values))
                                        .toList()));
        };
    }

    private static Map<String, Object> qrCode(String caption, String text) {
        return text.isEmpty() ? Map.of() : Map.of("qrcode", Map.of("caption", caption, "text", text));
    }

    private static Map<String, Object> link(String caption, String address) {
        return address.isEmpty() ? Map.of() : Map.of("link", Map.of("caption", caption, "target", address));
    }

    /** A fact whose value turns out empty is left out. */
    private List<Map<String, String>> rows(LetterBlock.Facts facts, Map<String, Object> values) {
        int widest = facts.facts().stream()
                .mapToInt(fact -> fact.label().length())
                .max()
                .orElse(0);
        var rows = new ArrayList<Map<String, String>>();
        for (LetterBlock.Fact fact : facts.facts()) {
            String value = fill(fact.value(), values);
            if (!value.isEmpty()) {
                rows.add(Map.of(
                        "label",
                        fact.label(),
                        "aligned",
                        fact.label() + " ".repeat(widest - fact.label().length()),
                        "value",
                        value));
            }
        }
        return rows;
    }

    private Map<String, Object> letterhead() {
        var head = new HashMap<String, Object>();
        head.put("government", organisation.government());
        head.put("organisation", organisation.name());
        head.put("address", Objects.requireNonNullElse(organisation.address(), ""));
        head.put("contact", contact());
        return head;
    }

    private String contact() {
        return Stream.of(organisation.phone(), organisation.website(), organisation.email())
                .filter(Letters::isGiven)
                .map(String::valueOf)
                .collect(Collectors.joining(" · "));
    }

    private static boolean isGiven(@Nullable String text) {
        return text != null && !text.isBlank();
    }
}
