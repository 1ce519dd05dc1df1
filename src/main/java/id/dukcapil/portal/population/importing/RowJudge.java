package id.dukcapil.portal.population.importing;

import id.dukcapil.portal.common.FamilyCardNumber;
import id.dukcapil.portal.common.Finding;
import id.dukcapil.portal.common.Nik;
import id.dukcapil.portal.common.Parsed;
import id.dukcapil.portal.documents.table.Heading;
import id.dukcapil.portal.documents.table.TableRow;
import id.dukcapil.portal.population.Address;
import id.dukcapil.portal.population.CodeList;
import id.dukcapil.portal.population.RecordingStatus;
import id.dukcapil.portal.population.Standing;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Judges the rows of one file: what a person cannot be entered without must be right, or the row is refused with all its reasons at once;
 * what may be missing is passed over with a warning when it is wrong.
 */
final class RowJudge {

    private static final LocalDate EARLIEST_BIRTH = LocalDate.of(1900, 1, 1);
    private static final int LONGEST_NAME = 120;
    private static final int LONGEST_PLACE = 60;
    private static final int LONGEST_STREET = 160;
    private static final String NOT_KNOWN = "-";
    private static final Pattern ROUNDED = Pattern.compile("\\d[.,]\\d+E\\+?\\d+", Pattern.CASE_INSENSITIVE);
    private static final Pattern NEIGHBOURHOOD = Pattern.compile("\\d{1,3}");
    private static final Pattern VILLAGE = Pattern.compile("\\d{10}");

    private final Heading<ResidentColumn> heading;
    private final ImportVocabulary words;
    private final LocalDate today;

    RowJudge(Heading<ResidentColumn> heading, ImportVocabulary words, LocalDate today) {
        this.heading = heading;
        this.words = words;
        this.today = today;
    }

    JudgedRow judge(TableRow row) {
        return new Judgement(new RowCells(row, heading)).outcome();
    }

    /** One row and what has been found about it so far. */
    private final class Judgement {

        private final RowCells cells;
        private final RowFindings findings = new RowFindings();

        Judgement(RowCells cells) {
            this.cells = cells;
        }

        JudgedRow outcome() {
            cells.remark(findings);
            Optional<Nik> nik = nik(ResidentColumn.NIK);
            Optional<FamilyCardNumber> family = familyNumber();
            String name = words(ResidentColumn.FULL_NAME, LONGEST_NAME);
            Optional<Integer> relationship = code(ResidentColumn.RELATIONSHIP, CodeList.SHDK);
            Optional<Integer> sex = code(ResidentColumn.SEX, CodeList.JENIS_KELAMIN);
            String birthPlace = words(ResidentColumn.BIRTH_PLACE, LONGEST_PLACE);
            Optional<LocalDate> birthDate = birthDate();
            Optional<Integer> marital = code(ResidentColumn.MARITAL_STATUS, CodeList.STATUS_PERKAWINAN);
            Optional<Integer> religion = code(ResidentColumn.RELIGION, CodeList.AGAMA);
            Optional<Integer> education = code(ResidentColumn.EDUCATION, CodeList.PENDIDIKAN);
            Optional<Integer> occupation = code(ResidentColumn.OCCUPATION, CodeList.PEKERJAAN);
            Optional<Address> address = address();
            String masked = nik.map(Nik::masked).orElse(null);
            if (findings.refusing()
                    || nik.isEmpty()
                    || family.isEmpty()
                    || relationship.isEmpty()
                    || sex.isEmpty()
                    || birthDate.isEmpty()
                    || marital.isEmpty()
                    || religion.isEmpty()
                    || education.isEmpty()
                    || occupation.isEmpty()
                    || address.isEmpty()) {
                return new JudgedRow(cells.line(), masked, null, findings.reasons());
            }
            boolean female = sex.get() == 2;
            compare(nik.get(), birthDate.get(), female);
            var resident = new Resident(
                    nik.get(),
                    name,
                    family.get(),
                    relationship.get(),
                    female,
                    birthPlace,
                    birthDate.get(),
                    marital.get(),
                    optionalCode(ResidentColumn.CITIZENSHIP, CodeList.KEWARGANEGARAAN),
                    religion.get(),
                    optionalCode(ResidentColumn.BLOOD_TYPE, CodeList.GOLONGAN_DARAH),
                    education.get(),
                    occupation.get(),
                    parent(ResidentColumn.FATHER_NAME),
                    optionalNik(ResidentColumn.FATHER_NIK),
                    parent(ResidentColumn.MOTHER_NAME),
                    optionalNik(ResidentColumn.MOTHER_NIK),
                    recordingStatus(),
                    recordedOn(),
                    standing(),
                    address.get());
            return new JudgedRow(cells.line(), masked, resident, findings.warnings());
        }

        private Optional<Nik> nik(ResidentColumn column) {
            return digits(column).map(text -> Nik.parse(column.title(), text)).flatMap(this::accepted);
        }

        private Optional<FamilyCardNumber> familyNumber() {
            return digits(ResidentColumn.FAMILY_NUMBER)
                    .map(FamilyCardNumber::parse)
                    .flatMap(this::accepted);
        }

        private <T> Optional<T> accepted(Parsed<T> parsed) {
            parsed.errors().forEach(error -> findings.refuse(error.message()));
            return parsed.value();
        }

        /** A number of sixteen digits that a spreadsheet has not spoilt. */
        private Optional<String> digits(ResidentColumn column) {
            String text = cells.text(column);
            if (text.isEmpty()) {
                findings.refuse(column.title() + " kosong.");
                return Optional.empty();
            }
            if (spoilt(column, text)) {
                findings.refuse(spoiltSentence(column));
                return Optional.empty();
            }
            return Optional.of(text);
        }

        private boolean spoilt(ResidentColumn column, String text) {
            return cells.nature(column) == TableRow.Nature.ROUNDED
                    || text.indexOf('+') > 0 && ROUNDED.matcher(text).matches();
        }

        private static String spoiltSentence(ResidentColumn column) {
            return column.title()
                    + " disimpan sebagai bilangan sehingga angka terakhirnya mungkin sudah dibulatkan Excel;"
                    + " ambil ulang dari SIAK dengan kolom berformat Teks.";
        }

        private String words(ResidentColumn column, int longest) {
            String text = cells.upperCase(column);
            if (text.isEmpty()) {
                findings.refuse(column.title() + " kosong.");
            } else if (text.length() > longest) {
                findings.refuse("%s lebih dari %d huruf.".formatted(column.title(), longest));
            }
            return text;
        }

        private String parent(ResidentColumn column) {
            String text = cells.upperCase(column);
            if (text.isEmpty()) {
                findings.warn(column.title() + " kosong; dicatat sebagai \"-\".");
                return NOT_KNOWN;
            }
            if (text.length() > LONGEST_NAME) {
                findings.warn("%s lebih dari %d huruf dan dipotong.".formatted(column.title(), LONGEST_NAME));
                return text.substring(0, LONGEST_NAME).strip();
            }
            return text;
        }

        private Optional<Integer> code(ResidentColumn column, CodeList list) {
            String text = cells.text(column);
            if (text.isEmpty()) {
                findings.refuse(column.title() + " kosong.");
                return Optional.empty();
            }
            CodeWords.@Nullable Found found = words.find(list, text);
            if (found == null) {
                findings.refuse("%s \"%s\" tidak ada dalam daftar kode %s."
                        .formatted(column.title(), Excerpt.of(text), list.label()));
                return Optional.empty();
            }
            if (found.reading() != null) {
                findings.warn(
                        "%s \"%s\" dibaca sebagai %s.".formatted(column.title(), Excerpt.of(text), found.reading()));
            }
            return Optional.of(found.code());
        }

        private @Nullable Integer optionalCode(ResidentColumn column, CodeList list) {
            String text = cells.text(column);
            if (text.isEmpty()) {
                return null;
            }
            CodeWords.@Nullable Found found = words.find(list, text);
            if (found == null) {
                findings.warn("%s \"%s\" tidak dikenal dan diabaikan.".formatted(column.title(), Excerpt.of(text)));
                return null;
            }
            return found.code();
        }

        private @Nullable Nik optionalNik(ResidentColumn column) {
            String text = cells.text(column);
            if (text.isEmpty() || text.equals(NOT_KNOWN) || text.equals("0")) {
                return null;
            }
            Optional<Nik> nik = spoilt(column, text)
                    ? Optional.empty()
                    : Nik.parse(column.title(), text).value();
            if (nik.isEmpty()) {
                findings.warn(column.title() + " bukan NIK yang benar dan diabaikan.");
            }
            return nik.orElse(null);
        }

        private Optional<LocalDate> birthDate() {
            String text = cells.text(ResidentColumn.BIRTH_DATE);
            if (text.isEmpty()) {
                findings.refuse("TANGGAL LAHIR kosong.");
                return Optional.empty();
            }
            Optional<LocalDate> date = FlexibleDate.parse(text);
            if (date.isEmpty()) {
                findings.refuse(
                        "TANGGAL LAHIR \"%s\" tidak dikenal; tulis misalnya 31-01-1990.".formatted(Excerpt.of(text)));
            } else if (date.get().isAfter(today) || date.get().isBefore(EARLIEST_BIRTH)) {
                findings.refuse("TANGGAL LAHIR %s tidak mungkin.".formatted(Excerpt.of(text)));
            }
            return date;
        }

        private @Nullable RecordingStatus recordingStatus() {
            String text = cells.text(ResidentColumn.RECORDING_STATUS);
            if (text.isEmpty()) {
                return null;
            }
            RecordingStatus status = words.recordingStatus(text);
            if (status == null) {
                findings.warn("STATUS REKAM \"%s\" tidak dikenal dan diabaikan.".formatted(Excerpt.of(text)));
            }
            return status;
        }

        private @Nullable Standing standing() {
            String text = cells.text(ResidentColumn.STANDING);
            if (text.isEmpty()) {
                return null;
            }
            Standing standing = words.standing(text);
            if (standing == null) {
                findings.warn("STATUS PENDUDUK \"%s\" tidak dikenal dan diabaikan.".formatted(Excerpt.of(text)));
            }
            return standing;
        }

        private @Nullable LocalDate recordedOn() {
            String text = cells.text(ResidentColumn.RECORDING_DATE);
            if (text.isEmpty()) {
                return null;
            }
            Optional<LocalDate> date = FlexibleDate.parse(text).filter(day -> !day.isAfter(today));
            if (date.isEmpty()) {
                findings.warn("TANGGAL STATUS REKAM \"%s\" tidak dikenal dan diabaikan.".formatted(Excerpt.of(text)));
            }
            return date.orElse(null);
        }

        private Optional<Address> address() {
            String street = words(ResidentColumn.ADDRESS, LONGEST_STREET);
            Optional<String> rt = neighbourhood(ResidentColumn.RT);
            Optional<String> rw = neighbourhood(ResidentColumn.RW);
            String village = village();
            if (!VILLAGE.matcher(village).matches()) {
                findings.refuse("Kode desa/kelurahan harus 10 angka, misalnya 3204372001.");
                return Optional.empty();
            }
            if (!words.knownVillage(village)) {
                findings.warn("Kode desa/kelurahan %s tidak ada di tabel wilayah sekarang.".formatted(village));
            }
            return rt.isEmpty() || rw.isEmpty()
                    ? Optional.empty()
                    : Optional.of(new Address(street, rt.get(), rw.get(), village));
        }

        private Optional<String> neighbourhood(ResidentColumn column) {
            String text = cells.text(column);
            if (text.isEmpty() || text.equals(NOT_KNOWN)) {
                return Optional.of("000");
            }
            if (!NEIGHBOURHOOD.matcher(text).matches()) {
                findings.refuse(
                        "%s \"%s\" harus angka, paling banyak tiga.".formatted(column.title(), Excerpt.of(text)));
                return Optional.empty();
            }
            return Optional.of("0".repeat(3 - text.length()) + text);
        }

        private String village() {
            String whole = cells.text(ResidentColumn.VILLAGE).replace(".", "");
            if (!whole.isEmpty()) {
                return whole;
            }
            return padded(ResidentColumn.NUMBER_OF_PROVINCE, 2)
                    + padded(ResidentColumn.NUMBER_OF_REGENCY, 2)
                    + padded(ResidentColumn.NUMBER_OF_DISTRICT, 2)
                    + padded(ResidentColumn.NUMBER_OF_VILLAGE, 4);
        }

        private String padded(ResidentColumn column, int digits) {
            String text = cells.text(column);
            return text.isEmpty() ? "" : "0".repeat(Math.max(0, digits - text.length())) + text;
        }

        /** SIAK is right even where the NIK tells another date; a person should look all the same. */
        private void compare(Nik nik, LocalDate birthDate, boolean female) {
            List<Finding> disagreements = nik.disagreements(birthDate, female, words::knownDistrict);
            disagreements.forEach(finding -> findings.warn(finding.message()));
        }
    }
}
