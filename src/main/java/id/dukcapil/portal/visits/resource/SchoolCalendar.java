package id.dukcapil.portal.visits.resource;

import id.dukcapil.portal.documents.table.Heading;
import id.dukcapil.portal.documents.table.TableFiles;
import id.dukcapil.portal.documents.table.TableRow;
import id.dukcapil.portal.documents.table.TableRows;
import id.dukcapil.portal.staff.Organisation;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/** The calendar of the province's schools as it comes with the portal: exams, school holidays, Ramadan. */
@Component
public class SchoolCalendar {

    /** Kinds of days on which no visit takes place; exams that are made up for concern few pupils. */
    private static final Set<String> BLOCKING =
            Set.of("UJIAN", "LIBUR_SEMESTER", "LIBUR_RAMADAN", "KEGIATAN_RAMADAN", "LIBUR_IDUL_FITRI", "MPLS");

    private static final String MADE_UP = "susulan";

    private final List<SchoolPeriod> periods;

    SchoolCalendar(TableFiles tables, Organisation organisation) {
        String code = organisation.regencyCode();
        var file = new ClassPathResource(
                "reference/kaldik_%s.csv".formatted(code.substring(0, Math.min(2, code.length()))));
        periods = file.exists() ? read(tables, file) : List.of();
    }

    private enum Field {
        DATE_FROM,
        DATE_TO,
        KIND,
        NAME,
        LEVEL
    }

    private static List<SchoolPeriod> read(TableFiles tables, ClassPathResource file) {
        try {
            Path copy = Files.createTempFile("portal-kaldik", ".tmp");
            try (InputStream content = file.getInputStream()) {
                Files.copy(content, copy, StandardCopyOption.REPLACE_EXISTING);
                try (TableRows rows = tables.open(copy)) {
                    return read(rows);
                }
            } finally {
                Files.deleteIfExists(copy);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The calendar of schools cannot be read", e);
        }
    }

    private static List<SchoolPeriod> read(TableRows rows) {
        var periods = new ArrayList<SchoolPeriod>();
        TableRow first = rows.next();
        if (first == null) {
            return periods;
        }
        var heading = Heading.of(first, List.of(Field.values()), field -> Set.of(field.name()));
        for (TableRow row = rows.next(); row != null; row = rows.next()) {
            String name = text(row, heading, Field.NAME);
            if (BLOCKING.contains(text(row, heading, Field.KIND)) && !name.contains(MADE_UP)) {
                periods.add(new SchoolPeriod(
                        LocalDate.parse(text(row, heading, Field.DATE_FROM)),
                        LocalDate.parse(text(row, heading, Field.DATE_TO)),
                        name,
                        text(row, heading, Field.LEVEL)));
            }
        }
        return periods;
    }

    private static String text(TableRow row, Heading<Field> heading, Field field) {
        Integer place = heading.places().get(field);
        return place == null ? "" : row.text(place);
    }

    public List<SchoolPeriod> between(LocalDate first, LocalDate last) {
        return periods.stream().filter(period -> period.touches(first, last)).toList();
    }
}
