package id.dukcapil.portal.population.importing;

import id.dukcapil.portal.documents.Column;
import id.dukcapil.portal.documents.Listing;
import id.dukcapil.portal.documents.Spreadsheet;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;

/** An empty list with the right headings and text cells, and one invented row that shows how to fill it. */
@Service
@PreAuthorize("hasAuthority('POPULATION_IMPORT')")
public class ImportTemplate {

    private final Spreadsheet spreadsheet;

    ImportTemplate(Spreadsheet spreadsheet) {
        this.spreadsheet = spreadsheet;
    }

    public byte[] xlsx() {
        List<Column<Map<ResidentColumn, String>>> columns = Arrays.stream(ResidentColumn.values())
                .filter(column -> !ResidentColumn.VILLAGE_IN_PARTS.contains(column))
                .map(column -> Column.<Map<ResidentColumn, String>>text(column.title(), row -> row.get(column)))
                .toList();
        var listing = new Listing<>("Templat impor penduduk", "hapus baris contoh sebelum diisi", columns);
        return spreadsheet.bytes(listing, List.of(example()));
    }

    private static Map<ResidentColumn, String> example() {
        var row = new EnumMap<ResidentColumn, String>(ResidentColumn.class);
        row.put(ResidentColumn.NIK, "3204374101900007");
        row.put(ResidentColumn.FULL_NAME, "SITI CONTOH");
        row.put(ResidentColumn.FAMILY_NUMBER, "3204370101150003");
        row.put(ResidentColumn.RELATIONSHIP, "KEPALA KELUARGA");
        row.put(ResidentColumn.SEX, "PEREMPUAN");
        row.put(ResidentColumn.BIRTH_PLACE, "BANDUNG");
        row.put(ResidentColumn.BIRTH_DATE, "01-01-1990");
        row.put(ResidentColumn.MARITAL_STATUS, "BELUM KAWIN");
        row.put(ResidentColumn.RELIGION, "ISLAM");
        row.put(ResidentColumn.EDUCATION, "SLTA/SEDERAJAT");
        row.put(ResidentColumn.OCCUPATION, "KARYAWAN SWASTA");
        row.put(ResidentColumn.FATHER_NAME, "ASEP CONTOH");
        row.put(ResidentColumn.MOTHER_NAME, "NENENG CONTOH");
        row.put(ResidentColumn.ADDRESS, "JL. CONTOH NO. 1");
        row.put(ResidentColumn.RT, "001");
        row.put(ResidentColumn.RW, "002");
        row.put(ResidentColumn.VILLAGE, "3204372001");
        row.put(ResidentColumn.CITIZENSHIP, "WNI");
        row.put(ResidentColumn.BLOOD_TYPE, "O");
        row.put(ResidentColumn.RECORDING_STATUS, "PRINT_READY_RECORD");
        row.put(ResidentColumn.RECORDING_DATE, "15-03-2024");
        row.put(ResidentColumn.STANDING, "PENDUDUK");
        return row;
    }
}
