package id.dukcapil.portal.recording.process;

import id.dukcapil.portal.common.Nik;
import id.dukcapil.portal.common.ui.Formats;
import id.dukcapil.portal.population.Person;
import id.dukcapil.portal.population.Population;
import id.dukcapil.portal.population.Region;
import id.dukcapil.portal.population.Regions;
import id.dukcapil.portal.population.Standing;
import id.dukcapil.portal.staff.Organisation;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Compares a person with the register: whether the KTP-el can be recorded at a counter of this regency, and why not. */
@Component
class Eligibility {

    private static final int EARLIEST_AGE = 16;
    private static final int REGENCY_DIGITS = 4;

    private final Population population;
    private final Regions regions;
    private final Organisation organisation;

    Eligibility(Population population, Regions regions, Organisation organisation) {
        this.population = population;
        this.regions = regions;
        this.organisation = organisation;
    }

    /** @param obstacle what the operator tells the person; null when there is none, and then the person is known */
    record Judgement(@Nullable Person person, @Nullable String obstacle) {}

    /** @param married whether a paper proves a marriage that the register does not know */
    Judgement of(Nik nik, boolean married, LocalDate today) {
        Optional<Person> known = population.find(nik);
        return known.map(person -> new Judgement(person, obstacle(person, married, today)))
                .orElseGet(() -> new Judgement(null, unknown(nik)));
    }

    private @Nullable String obstacle(Person person, boolean married, LocalDate today) {
        if (person.standing() != Standing.RESIDENT) {
            return person.standing().sentence();
        }
        String village = person.address().villageCode();
        if (!village.startsWith(organisation.regencyCode())) {
            return elsewhere(village.substring(0, REGENCY_DIGITS));
        }
        if (person.mayHoldCardOn(today) || married) {
            return null;
        }
        LocalDate from = person.birthDate().plusYears(Person.CARD_AGE);
        return person.ageOn(today) < EARLIEST_AGE
                ? "Belum 16 tahun dan belum pernah kawin. Perekaman di loket mulai 17 tahun, %s; pada umur 16 lewat sekolah."
                        .formatted(Formats.date(from))
                : "Belum 17 tahun dan belum pernah kawin menurut data penduduk. Perekaman di loket mulai %s, atau sekarang"
                                .formatted(Formats.date(from))
                        + " dengan buku nikah; lewat sekolah sudah dapat pada umur 16.";
    }

    private String unknown(Nik nik) {
        String regency = nik.value().substring(0, REGENCY_DIGITS);
        return regency.equals(organisation.regencyCode())
                ? "NIK ini tidak ada dalam data penduduk. Periksa Kartu Keluarga di SIAK sebelum berkas diterima."
                : elsewhere(regency);
    }

    private String elsewhere(String regency) {
        return "Penduduk %s, bukan %s. Perekaman dilakukan di daerah domisilinya, atau setelah pindah datang selesai."
                .formatted(
                        regions.find(regency).map(Region::name).orElse("daerah lain (kode " + regency + ")"),
                        organisation.regency());
    }
}
