package id.dukcapil.portal.recording.status;

import id.dukcapil.portal.common.Masking;
import id.dukcapil.portal.common.Nik;
import id.dukcapil.portal.common.ui.Formats;
import id.dukcapil.portal.documents.table.Heading;
import id.dukcapil.portal.documents.table.TableRow;
import id.dukcapil.portal.population.CardStatuses.CardStatus;
import id.dukcapil.portal.population.RecordingStatus;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A row of a status export as text.
 *
 * @param line as people see it in the file
 */
record StatusRow(int line, String nik, String status, String date) {

    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("[uuuu-MM-dd][d-M-uuuu][d/M/uuuu]");
    private static final int LONGEST_SHOWN = 24;

    /** The columns of an export, under the names that offices use. */
    enum Field {
        NIK(Set.of("NIK", "NO NIK", "NOMOR INDUK KEPENDUDUKAN")),
        STATUS(Set.of(
                "STATUS", "STATUS REKAM", "STATUS KTP EL", "STATUS KTPEL", "CURRENT STATUS CODE", "STATUS PEREKAMAN")),
        DATE(Set.of("TANGGAL", "TANGGAL STATUS", "TANGGAL STATUS REKAM", "TGL STATUS", "TGL REKAM", "LAST UPDATE"));

        private final Set<String> names;

        Field(Set<String> names) {
            this.names = names;
        }

        Set<String> names() {
            return names;
        }
    }

    /** What becomes of a row: a new status, nothing new, or a refusal with its sentence. */
    sealed interface Verdict {

        record Changed(CardStatus after) implements Verdict {}

        record Same() implements Verdict {}

        record Refused(String sentence) implements Verdict {}
    }

    static StatusRow of(TableRow row, Heading<Field> heading) {
        return new StatusRow(
                row.number(),
                cell(row, heading, Field.NIK),
                cell(row, heading, Field.STATUS),
                cell(row, heading, Field.DATE));
    }

    private static String cell(TableRow row, Heading<Field> heading, Field field) {
        Integer place = heading.places().get(field);
        return place == null ? "" : row.text(place);
    }

    Optional<Nik> number() {
        return Nik.parse(nik).value();
    }

    String masked() {
        return number().map(Nik::masked).orElseGet(() -> Masking.identifier(nik.length() > 16 ? "" : nik));
    }

    /**
     * @param before what the register knows; null when it does not know the person
     * @param now counts as the time of a status without a date
     */
    Verdict judge(@Nullable CardStatus before, Instant now, ZoneId zone) {
        if (number().isEmpty()) {
            return new Verdict.Refused("NIK tidak sah.");
        }
        Optional<RecordingStatus> after = RecordingStatus.read(status);
        if (after.isEmpty()) {
            return new Verdict.Refused("Status \"%s\" tidak dikenal.".formatted(excerpt(status)));
        }
        if (before == null) {
            return new Verdict.Refused("NIK ini tidak ada dalam data penduduk.");
        }
        if (after.get() == before.status()) {
            return new Verdict.Same();
        }
        if (!before.status().canBecome(after.get())) {
            return new Verdict.Refused("Status mundur: data penduduk sudah \"%s\", berkas menyebut \"%s\"."
                    .formatted(before.status().label(), after.get().label()));
        }
        return dated(before, after.get(), now, zone);
    }

    private Verdict dated(CardStatus before, RecordingStatus after, Instant now, ZoneId zone) {
        if (date.isEmpty()) {
            return new Verdict.Changed(new CardStatus(before.nik(), after, now));
        }
        Optional<LocalDate> day = day();
        if (day.isEmpty() || day.get().isAfter(LocalDate.ofInstant(now, zone))) {
            return new Verdict.Refused("Tanggal \"%s\" tidak dikenal atau belum tiba.".formatted(excerpt(date)));
        }
        Instant since = before.since();
        if (since != null && day.get().isBefore(LocalDate.ofInstant(since, zone))) {
            return new Verdict.Refused("Tanggal %s lebih lama daripada status di data penduduk (%s)."
                    .formatted(Formats.date(day.get()), Formats.date(LocalDate.ofInstant(since, zone))));
        }
        Instant start = day.get().atStartOfDay(zone).toInstant();
        return new Verdict.Changed(
                new CardStatus(before.nik(), after, since != null && start.isBefore(since) ? since : start));
    }

    private Optional<LocalDate> day() {
        try {
            return Optional.of(LocalDate.parse(date.replaceFirst("[ T].*", ""), DATE));
        } catch (DateTimeException nonsense) {
            return Optional.empty();
        }
    }

    private static String excerpt(String text) {
        return text.length() <= LONGEST_SHOWN ? text : text.substring(0, LONGEST_SHOWN) + "…";
    }
}
