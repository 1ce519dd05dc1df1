package id.dukcapil.portal.notification.letters;

import id.dukcapil.portal.notification.letters.LetterBlock.Fact;
import id.dukcapil.portal.notification.letters.LetterBlock.Facts;
import id.dukcapil.portal.notification.letters.LetterBlock.Figure;
import id.dukcapil.portal.notification.letters.LetterBlock.Heading;
import id.dukcapil.portal.notification.letters.LetterBlock.Link;
import id.dukcapil.portal.notification.letters.LetterBlock.Notice;
import id.dukcapil.portal.notification.letters.LetterBlock.Paragraph;
import id.dukcapil.portal.notification.letters.LetterBlock.Points;
import id.dukcapil.portal.notification.letters.LetterBlock.QrCode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The one source of a letter, from which HTML and text are made. A head of {@code name: value} lines, an empty line,
 * then blocks divided by empty lines; the first characters of a block say what it is:
 *
 * <pre>
 * kind: Konfirmasi pemesanan          what the office calls such letters
 * subject: Pemesanan {{date}}         no personal data
 * preview: Nomor antrean {{number}}   what a list of mails shows beside the subject
 *
 * # Heading
 *
 * A paragraph with a {{placeholder}}.
 *
 * &gt; Caption | {{code}}
 *
 * ^ Caption | {{code}}              the same as a QR code inside the letter
 *
 * @ Caption | {{address}}            a link, as a button
 *
 * | Label | {{value}}
 *
 * - a point
 *
 * ! a notice
 * </pre>
 *
 * The structure is read before anything is filled in, so that what a placeholder stands for is never more than text.
 */
record LetterTemplate(String kind, String subject, String preview, List<LetterBlock> blocks) {

    static LetterTemplate parse(String name, String source) {
        List<List<String>> parts = parts(source);
        Map<String, String> head = head(parts.getFirst());
        return new LetterTemplate(
                required(head, "kind", name),
                required(head, "subject", name),
                required(head, "preview", name),
                parts.stream().skip(1).map(LetterTemplate::block).toList());
    }

    private static List<List<String>> parts(String source) {
        return Arrays.stream(source.strip().split("\\n\\s*\\n"))
                .map(part -> part.lines().map(String::strip).toList())
                .toList();
    }

    private static Map<String, String> head(List<String> lines) {
        var head = new HashMap<String, String>();
        for (String line : lines) {
            String[] pair = line.split(":", 2);
            head.put(pair[0].strip(), pair.length == 2 ? pair[1].strip() : "");
        }
        return head;
    }

    private static String required(Map<String, String> head, String name, String template) {
        String value = head.getOrDefault(name, "");
        if (value.isEmpty()) {
            throw new IllegalArgumentException("The letter %s has no %s".formatted(template, name));
        }
        return value;
    }

    private static LetterBlock block(List<String> lines) {
        String first = lines.getFirst();
        return switch (first.charAt(0)) {
            case '#' -> new Heading(first.substring(1).strip());
            case '>' -> {
                Fact fact = fact(first);
                yield new Figure(fact.label(), fact.value());
            }
            case '^' -> {
                Fact fact = fact(first);
                yield new QrCode(fact.label(), fact.value());
            }
            case '@' -> {
                Fact fact = fact(first);
                yield new Link(fact.label(), fact.value());
            }
            case '|' -> new Facts(lines.stream().map(LetterTemplate::fact).toList());
            case '-' -> new Points(points(lines));
            case '!' -> new Notice(String.join(" ", lines).substring(1).strip());
            default -> new Paragraph(String.join(" ", lines));
        };
    }

    private static Fact fact(String line) {
        String[] cells = line.substring(1).split("\\|", 2);
        if (cells.length < 2) {
            throw new IllegalArgumentException("A fact needs a label and a value: " + line);
        }
        return new Fact(cells[0].strip(), cells[1].strip());
    }

    private static List<String> points(List<String> lines) {
        var points = new ArrayList<String>();
        for (String line : lines) {
            if (line.startsWith("-")) {
                points.add(line.substring(1).strip());
            } else {
                points.add(points.removeLast() + " " + line);
            }
        }
        return points;
    }
}
