package id.dukcapil.portal.submission;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.io.Resource;
import org.springframework.stereotype.Component;

/**
 * Which reason of form F-1.02 is looked at for what, from {@code reference/daftar_periksa_kk.csv}, or from the file that an
 * office names in {@code portal.submission.checklist}.
 */
@Component
class ChecklistItems {

    private static final String HEADING = "tahap;alasan;kode;butir;dasar";
    private static final String EVERY_REASON = "*";

    /** @param reason a code, or "*" for all reasons */
    record Line(Desk desk, String reason, String code, String text, String basis) {

        static Line of(String line) {
            String[] cells = line.split(";", -1);
            if (cells.length != 5 || !cells[2].matches("[A-Z_]{1,24}")) {
                throw new IllegalStateException("Bad line in the checklist: " + line);
            }
            return new Line(Desk.valueOf(cells[0]), cells[1], cells[2], cells[3], cells[4]);
        }
    }

    private final List<Line> lines;

    ChecklistItems(@Value("${portal.submission.checklist:classpath:reference/daftar_periksa_kk.csv}") Resource table) {
        lines = read(table);
    }

    private static List<Line> read(Resource table) {
        try {
            List<String> text =
                    table.getContentAsString(StandardCharsets.UTF_8).lines().toList();
            if (text.isEmpty() || !text.getFirst().equals(HEADING)) {
                throw new IllegalStateException("%s must begin with the line %s".formatted(table, HEADING));
            }
            return text.stream()
                    .skip(1)
                    .filter(line -> !line.isBlank())
                    .map(Line::of)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    List<Line> of(Desk desk, String reasonCode) {
        return lines.stream()
                .filter(line -> line.desk() == desk)
                .filter(line ->
                        line.reason().equals(EVERY_REASON) || line.reason().equals(reasonCode))
                .toList();
    }
}
