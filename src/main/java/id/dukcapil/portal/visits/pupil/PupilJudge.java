package id.dukcapil.portal.visits.pupil;

import id.dukcapil.portal.common.ui.Formats;
import id.dukcapil.portal.population.Person;
import id.dukcapil.portal.population.RecordingStatus;
import id.dukcapil.portal.population.Standing;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Compares a pupil of a list with the register.
 *
 * @param regencyCode four digits of the regency whose register it is
 */
record PupilJudge(String regencyCode, LocalDate today) {

    /** @param finding why, in a sentence; empty when the verdict says it all */
    record Judged(PupilVerdict verdict, String finding) {}

    /** @param person null when the register does not know the NIK */
    Judged judge(PupilLine line, @Nullable Person person) {
        if (line.nik() == null) {
            return new Judged(PupilVerdict.UNKNOWN, line.remark());
        }
        if (person == null) {
            return line.nik().value().startsWith(regencyCode)
                    ? new Judged(PupilVerdict.UNKNOWN, "NIK tidak ada dalam data penduduk.")
                    : new Judged(PupilVerdict.ELSEWHERE, "NIK dari wilayah lain, tidak ada dalam data penduduk.");
        }
        if (person.standing() != Standing.RESIDENT) {
            return new Judged(PupilVerdict.ELSEWHERE, person.standing().label() + " menurut data penduduk.");
        }
        List<String> differences = differences(line, person);
        return differences.isEmpty()
                ? byStatus(person)
                : new Judged(PupilVerdict.DIFFERS, String.join("; ", differences) + ".");
    }

    private Judged byStatus(Person person) {
        RecordingStatus status = person.recordingStatus();
        if (status.readyToPrint()) {
            return new Judged(PupilVerdict.PRINT_READY, "");
        }
        if (status.needsNewRecording()) {
            return new Judged(PupilVerdict.TO_RECORD, "Rekam ulang: %s.".formatted(status.label()));
        }
        if (status != RecordingStatus.UNREGISTERED) {
            return new Judged(PupilVerdict.RECORDED, status.label() + ".");
        }
        return person.ageOn(today) >= PupilVerdict.RECORDING_AGE
                ? new Judged(PupilVerdict.TO_RECORD, "")
                : new Judged(
                        PupilVerdict.TOO_YOUNG,
                        "Genap 16 tahun pada %s."
                                .formatted(Formats.date(person.birthDate().plusYears(PupilVerdict.RECORDING_AGE))));
    }

    private static List<String> differences(PupilLine line, Person person) {
        var differences = new ArrayList<String>();
        if (!plain(line.name()).equals(plain(person.fullName()))) {
            differences.add("nama di SIAK %s".formatted(person.fullName()));
        }
        LocalDate born = line.birthDate();
        if (born != null && !born.equals(person.birthDate())) {
            differences.add("lahir menurut sekolah %s, SIAK %s"
                    .formatted(Formats.date(born), Formats.date(person.birthDate())));
        }
        if (line.female() != null && !Objects.equals(line.female(), person.female())) {
            differences.add("jenis kelamin berbeda");
        }
        return differences;
    }

    private static String plain(String name) {
        return name.replaceAll("[^A-Z]", "");
    }
}
