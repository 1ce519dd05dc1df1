package id.dukcapil.portal.submission.attachment;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/** Which reason of form F-1.02 needs which papers (Perpres 96/2018 art. 11 to 13), from {@code reference/lampiran_kk.csv}. */
@Component
public class RequiredPapers {

    private static final String TABLE = "reference/lampiran_kk.csv";
    private static final String HEADING = "alasan,syarat,jenis,sifat,dasar,keyakinan";

    /** @param requirement lines of one reason with the same mark are alternatives; empty for what is only useful */
    private record Line(String reason, String requirement, AttachmentKind kind, boolean needed, String source) {

        static Line of(String text) {
            String[] cells = text.split(",", -1);
            if (cells.length != 6 || cells[1].isEmpty() == cells[3].equals("WAJIB")) {
                throw new IllegalStateException("Bad line in " + TABLE + ": " + text);
            }
            return new Line(cells[0], cells[1], AttachmentKind.valueOf(cells[2]), cells[3].equals("WAJIB"), cells[4]);
        }
    }

    private final Map<String, List<Requirement>> needed;
    private final Map<String, Set<AttachmentKind>> useful;

    RequiredPapers() {
        List<Line> lines = read();
        needed = lines.stream()
                .filter(Line::needed)
                .collect(Collectors.groupingBy(
                        Line::reason, Collectors.collectingAndThen(Collectors.toList(), RequiredPapers::requirements)));
        useful = lines.stream()
                .filter(line -> !line.needed())
                .collect(Collectors.groupingBy(
                        Line::reason,
                        Collectors.mapping(
                                Line::kind, Collectors.toCollection(() -> EnumSet.noneOf(AttachmentKind.class)))));
    }

    /** What has to be there; nothing for a reason that the table does not know. */
    public List<Requirement> of(String reasonCode) {
        return needed.getOrDefault(reasonCode, List.of());
    }

    /** What is only asked for in some cases, for instance of foreigners. */
    public Set<AttachmentKind> useful(String reasonCode) {
        return Set.copyOf(useful.getOrDefault(reasonCode, Set.of()));
    }

    public List<Requirement> missing(String reasonCode, Set<AttachmentKind> present) {
        return of(reasonCode).stream()
                .filter(requirement -> !requirement.isMetBy(present))
                .toList();
    }

    /** All kinds, those that belong to the reason first. */
    public List<AttachmentKind> inOrderFor(String reasonCode) {
        Set<AttachmentKind> asked = of(reasonCode).stream()
                .flatMap(requirement -> requirement.anyOf().stream())
                .collect(Collectors.toSet());
        Set<AttachmentKind> helpful = useful(reasonCode);
        Function<AttachmentKind, Integer> rank = kind -> asked.contains(kind) ? 0 : helpful.contains(kind) ? 1 : 2;
        return EnumSet.allOf(AttachmentKind.class).stream()
                .sorted(Comparator.comparing(rank))
                .toList();
    }

    private static List<Requirement> requirements(List<Line> ofOneReason) {
        Map<String, List<Line>> alternatives = ofOneReason.stream()
                .collect(Collectors.groupingBy(Line::requirement, LinkedHashMap::new, Collectors.toList()));
        return alternatives.values().stream()
                .map(lines -> new Requirement(
                        lines.stream().map(Line::kind).sorted().toList(),
                        lines.stream().map(Line::source).distinct().toList()))
                .toList();
    }

    private static List<Line> read() {
        try (var reader = new BufferedReader(
                new InputStreamReader(new ClassPathResource(TABLE).getInputStream(), StandardCharsets.UTF_8))) {
            List<String> lines = new ArrayList<>(reader.lines().toList());
            if (!lines.removeFirst().equals(HEADING)) {
                throw new IllegalStateException(TABLE + " has other columns");
            }
            return lines.stream().map(Line::of).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(TABLE + " cannot be read", e);
        }
    }
}
