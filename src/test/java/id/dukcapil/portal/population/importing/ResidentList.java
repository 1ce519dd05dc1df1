package id.dukcapil.portal.population.importing;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;

/** A list as SIAK gives it, with invented people whom no other test knows. */
final class ResidentList {

    static final List<String> COLUMNS = List.of(
            "NIK",
            "NAMA LENGKAP",
            "NO KK",
            "SHDK",
            "JENIS KELAMIN",
            "TEMPAT LAHIR",
            "TANGGAL LAHIR",
            "STATUS KAWIN",
            "AGAMA",
            "PENDIDIKAN",
            "PEKERJAAN",
            "NAMA AYAH",
            "NAMA IBU",
            "ALAMAT",
            "RT",
            "RW",
            "KODE DESA");

    private static final AtomicInteger SERIAL = new AtomicInteger();

    private final List<Map<String, String>> rows = new ArrayList<>();

    /** A household of that many people; the first is its head. */
    ResidentList family(int members) {
        return family(nextFamily(), members);
    }

    ResidentList family(String number, int members) {
        for (int i = 0; i < members; i++) {
            int serial = SERIAL.incrementAndGet();
            var row = new LinkedHashMap<String, String>();
            row.put("NIK", "3204370101%02d%04d".formatted(decade(serial), 9_999 - serial % 9_000));
            row.put("NAMA LENGKAP", "UJI IMPOR %05d".formatted(serial));
            row.put("NO KK", number);
            row.put("SHDK", i == 0 ? "KEPALA KELUARGA" : "4");
            row.put("JENIS KELAMIN", "L");
            row.put("TEMPAT LAHIR", "BANDUNG");
            row.put("TANGGAL LAHIR", "01-01-19%02d".formatted(decade(serial)));
            row.put("STATUS KAWIN", "BELUM KAWIN");
            row.put("AGAMA", "ISLAM");
            row.put("PENDIDIKAN", "SLTA/SEDERAJAT");
            row.put("PEKERJAAN", "3");
            row.put("NAMA AYAH", "AYAH UJI");
            row.put("NAMA IBU", "IBU UJI");
            row.put("ALAMAT", "JL. UJI NO. " + number.substring(12));
            row.put("RT", "1");
            row.put("RW", "02");
            row.put("KODE DESA", "32.04.37.2001");
            rows.add(row);
        }
        return this;
    }

    private static int decade(int serial) {
        return 50 + serial / 9_000;
    }

    static String nextFamily() {
        return "320437020215%04d".formatted(9_999 - SERIAL.incrementAndGet());
    }

    ResidentList with(int row, String column, String value) {
        rows.get(row).put(column, value);
        return this;
    }

    ResidentList withAll(String column, String value) {
        rows.forEach(row -> row.put(column, value));
        return this;
    }

    ResidentList copyOfRow(int row) {
        rows.add(new LinkedHashMap<>(rows.get(row)));
        return this;
    }

    String nik(int row) {
        return rows.get(row).getOrDefault("NIK", "");
    }

    String familyNumber(int row) {
        return rows.get(row).getOrDefault("NO KK", "");
    }

    int size() {
        return rows.size();
    }

    List<String> headings() {
        return List.copyOf(rows.getFirst().keySet());
    }

    /** The heading is line 1, the people follow from line 2. */
    String csv() {
        return String.join(";", headings()) + "\r\n"
                + rows.stream()
                        .map(row -> headings().stream()
                                .map(column -> row.getOrDefault(column, ""))
                                .collect(Collectors.joining(";")))
                        .collect(Collectors.joining("\r\n"));
    }
}
