package id.dukcapil.portal.activation.register;

import id.dukcapil.portal.activation.process.DropOut;
import id.dukcapil.portal.common.Nik;
import id.dukcapil.portal.population.Person;
import id.dukcapil.portal.population.Population;
import id.dukcapil.portal.population.RecordingStatus;
import id.dukcapil.portal.population.Region;
import id.dukcapil.portal.population.Regions;
import id.dukcapil.portal.population.Standing;
import id.dukcapil.portal.staff.Organisation;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Compares an applicant with the register of the regency. Residents of other regencies are served, too: they are not in the
 * register, so their domicile is what they say, else the region of their NIK.
 */
@Component
public class RegisterJudgement {

    private static final int REGENCY_DIGITS = 4;

    private final Population population;
    private final Regions regions;
    private final Organisation organisation;

    RegisterJudgement(Population population, Regions regions, Organisation organisation) {
        this.population = population;
        this.regions = regions;
        this.organisation = organisation;
    }

    /** @param obstacle null when the person can have the identity; @param sentence what to do about the obstacle */
    public record Judgement(Applicant person, @Nullable DropOut obstacle, String sentence) {}

    /**
     * @param name as the document says; used for people from elsewhere only
     * @param regency four digits of the domicile as stated; null when nothing was stated
     */
    public Judgement of(Nik nik, @Nullable String name, @Nullable String regency, LocalDate today) {
        return population
                .find(nik)
                .map(person -> regency != null
                                && !regency.equals(organisation.regencyCode())
                                && person.standing() == Standing.MOVED_AWAY
                        ? stranger(nik, person.fullName(), regency)
                        : resident(person, today))
                .orElseGet(() -> stranger(nik, name, regency == null ? firstRegency(nik) : regency));
    }

    private Judgement resident(Person person, LocalDate today) {
        String village = person.address().villageCode();
        var applicant = new Applicant(
                person.nik(),
                person.fullName(),
                village,
                regions.find(person.districtCode()).map(Region::name).orElse(person.districtCode()),
                village.startsWith(organisation.regencyCode()));
        RecordingStatus recording = person.recordingStatus();
        if (person.standing() == Standing.DECEASED) {
            return new Judgement(applicant, DropOut.DECEASED, person.standing().sentence());
        }
        if (person.standing() == Standing.MOVED_AWAY) {
            return new Judgement(
                    applicant,
                    DropOut.MOVED_AWAY,
                    "Tercatat sudah pindah keluar kabupaten. Sebutkan domisilinya sekarang, lalu layani sebagai penduduk"
                            + " daerah lain.");
        }
        if (!person.mayHoldCardOn(today)) {
            return new Judgement(
                    applicant,
                    DropOut.UNDER_AGE,
                    "Belum 17 tahun dan belum pernah kawin; IKD menunggu KTP-el pada ulang tahun ke-17.");
        }
        return recording.compareTo(RecordingStatus.PRINT_READY_RECORD) < 0
                ? new Judgement(
                        applicant,
                        DropOut.NOT_RECORDED,
                        "Rekaman KTP-el belum siap (%s). %s".formatted(recording.label(), recording.explanation()))
                : new Judgement(applicant, null, "");
    }

    private Judgement stranger(Nik nik, @Nullable String name, String regency) {
        boolean ours = regency.equals(organisation.regencyCode());
        var applicant = new Applicant(
                nik, name, regency, regions.find(regency).map(Region::name).orElse("Kode wilayah " + regency), ours);
        return ours
                ? new Judgement(
                        applicant,
                        DropOut.NOT_IN_REGISTER,
                        "NIK ini tidak ada dalam data penduduk; mungkin belum tercatat."
                                + " Periksa Kartu Keluarga di SIAK; penduduk daerah lain menyebutkan domisilinya.")
                : new Judgement(applicant, null, "");
    }

    private static String firstRegency(Nik nik) {
        return nik.value().substring(0, REGENCY_DIGITS);
    }
}
