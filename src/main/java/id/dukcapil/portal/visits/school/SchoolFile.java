package id.dukcapil.portal.visits.school;

import id.dukcapil.portal.common.InvalidInput;
import id.dukcapil.portal.documents.table.Heading;
import id.dukcapil.portal.documents.table.TableFiles;
import id.dukcapil.portal.documents.table.TableRow;
import id.dukcapil.portal.documents.table.TableRows;
import id.dukcapil.portal.documents.table.UnreadableTable;
import id.dukcapil.portal.population.Region;
import id.dukcapil.portal.population.Regions;
import id.dukcapil.portal.staff.Organisation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reads lists of schools (XLSX, CSV) row by row; a row that cannot be used is refused with a sentence and the others go on. */
@Component
class SchoolFile {

    private static final int ROWS_TO_SEARCH = 20;

    private final TableFiles tables;
    private final Regions regions;
    private final Organisation organisation;

    SchoolFile(TableFiles tables, Regions regions, Organisation organisation) {
        this.tables = tables;
        this.regions = regions;
        this.organisation = organisation;
    }

    /** @param refused sentences, each with the line of its row */
    record Read(List<School> schools, List<String> refused) {}

    /** @throws InvalidInput when it is no table or has no columns for number, name and kind */
    Read read(byte[] content) throws IOException {
        Path copy = Files.createTempFile("portal-schools", ".tmp");
        try {
            Files.write(copy, content);
            try (TableRows rows = tables.open(copy)) {
                return read(rows, heading(rows));
            }
        } catch (UnreadableTable unreadable) {
            throw new InvalidInput("file", unreadable.sentence());
        } finally {
            Files.deleteIfExists(copy);
        }
    }

    private Read read(TableRows rows, Heading<SchoolColumn> heading) {
        List<Region> districts = regions.districts(organisation.regencyCode());
        var schools = new ArrayList<School>();
        var refused = new ArrayList<String>();
        Set<String> seen = new HashSet<>();
        for (TableRow row = rows.next(); row != null; row = rows.next()) {
            try {
                School school = school(new Cells(row, heading), districts);
                if (!seen.add(school.npsn())) {
                    throw new InvalidInput("npsn", "NPSN %s dua kali dalam berkas.".formatted(school.npsn()));
                }
                schools.add(school);
            } catch (InvalidInput invalid) {
                refused.add("Baris %d: %s".formatted(row.number(), invalid.getMessage()));
            }
        }
        return new Read(schools, refused);
    }

    private static Heading<SchoolColumn> heading(TableRows rows) {
        for (int i = 0; i < ROWS_TO_SEARCH; i++) {
            @Nullable TableRow row = rows.next();
            if (row == null) {
                break;
            }
            var heading = Heading.of(row, List.of(SchoolColumn.values()), SchoolColumn::names);
            if (heading.has(SchoolColumn.NPSN) && heading.has(SchoolColumn.NAME) && heading.has(SchoolColumn.KIND)) {
                return heading;
            }
        }
        throw new InvalidInput(
                "file", "Kolom NPSN, NAMA dan JENIS tidak ditemukan dalam 20 baris pertama. Ini bukan daftar sekolah.");
    }

    private School school(Cells cells, List<Region> districts) {
        String npsn = cells.text(SchoolColumn.NPSN);
        if (!npsn.matches("[A-Z0-9]{8}")) {
            throw new InvalidInput("npsn", "NPSN \"%s\" tidak terdiri atas delapan angka.".formatted(npsn));
        }
        SchoolKind kind = SchoolKind.read(cells.text(SchoolColumn.KIND))
                .orElseThrow(() -> new InvalidInput(
                        "kind",
                        "Jenis \"%s\" bukan SMA, SMK, MA, SLB atau PKBM.".formatted(cells.text(SchoolColumn.KIND))));
        Region district = district(cells, districts)
                .orElseThrow(() -> new InvalidInput(
                        "district",
                        "Kecamatan \"%s\" tidak ada di %s."
                                .formatted(cells.text(SchoolColumn.DISTRICT), organisation.regency())));
        boolean placed = !cells.text(SchoolColumn.COORDINATES_CHECK).equals("di_luar_kabupaten");
        return new School(
                npsn,
                cells.required(SchoolColumn.NAME, "Nama sekolah kosong.", 120),
                kind,
                cells.text(SchoolColumn.STATE).toLowerCase(Locale.ROOT).startsWith("n"),
                district.code(),
                district.name(),
                cells.shortened(SchoolColumn.ADDRESS, 200),
                placed ? cells.decimal(SchoolColumn.LATITUDE, 12) : null,
                placed ? cells.decimal(SchoolColumn.LONGITUDE, 142) : null,
                cells.orNull(SchoolColumn.CONTACT, 120),
                cells.orNull(SchoolColumn.PHONE, 30),
                cells.orNull(SchoolColumn.EMAIL, 254),
                cells.count(SchoolColumn.PUPILS));
    }

    private static Optional<Region> district(Cells cells, List<Region> districts) {
        String code = cells.text(SchoolColumn.DISTRICT_CODE).replace(".", "");
        String name = cells.text(SchoolColumn.DISTRICT).replaceFirst("(?i)^Kec(amatan|\\.)\\s*", "");
        return districts.stream()
                .filter(one -> one.code().equals(code))
                .findFirst()
                .or(() -> districts.stream()
                        .filter(one -> one.name().equalsIgnoreCase(name))
                        .findFirst());
    }

    /** The cells of one row by what they hold. */
    private record Cells(TableRow row, Heading<SchoolColumn> heading) {

        String text(SchoolColumn column) {
            Integer place = heading.places().get(column);
            return place == null ? "" : row.text(place);
        }

        String shortened(SchoolColumn column, int most) {
            String text = text(column);
            return text.substring(0, Math.min(most, text.length()));
        }

        String required(SchoolColumn column, String sentence, int most) {
            String text = shortened(column, most);
            if (text.isEmpty()) {
                throw new InvalidInput("name", sentence);
            }
            return text;
        }

        @Nullable
        String orNull(SchoolColumn column, int most) {
            String text = shortened(column, most);
            return text.isEmpty() ? null : text;
        }

        @Nullable
        Double decimal(SchoolColumn column, int largest) {
            String text = text(column).replace(',', '.');
            return text.matches("-?\\d{1,3}(\\.\\d{1,12})?") && Math.abs(Double.parseDouble(text)) <= largest
                    ? Double.valueOf(text)
                    : null;
        }

        @Nullable
        Integer count(SchoolColumn column) {
            String text = text(column).replaceAll("[.,]0$", "");
            return text.matches("\\d{1,5}") ? Integer.valueOf(text) : null;
        }
    }
}
