package id.dukcapil.portal.submission;

import id.dukcapil.portal.common.Finding;
import id.dukcapil.portal.population.Person;
import id.dukcapil.portal.population.Population;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;

/** Compares the applicant with the register as it is now; it can have changed since the request came in. */
@Component
class RegisterCheck implements PassingCheck {

    private final Population population;

    RegisterCheck(Population population) {
        this.population = population;
    }

    @Override
    public List<Finding> findings(SubmissionDetails submission) {
        Applicant applicant = submission.applicant();
        return population
                .find(applicant.nik())
                .map(person -> differences(applicant, person))
                .orElseGet(
                        () -> List.of(Finding.warning("applicantNik", "Pemohon tidak ada lagi dalam data penduduk.")));
    }

    private static List<Finding> differences(Applicant applicant, Person person) {
        var findings = new ArrayList<Finding>();
        if (!person.familyCardNumber().equals(applicant.family())) {
            findings.add(Finding.warning("familyCardNumber", "Pemohon kini tercatat pada Kartu Keluarga lain."));
        }
        if (!Eligibility.mayAsk(person.relationship())) {
            findings.add(Finding.warning(
                    "relationship",
                    "Pemohon kini tercatat sebagai %s."
                            .formatted(person.relationship().label())));
        }
        if (!person.fullName().equals(applicant.fullName())) {
            findings.add(Finding.warning("fullName", "Nama pemohon kini berbeda dalam data penduduk."));
        }
        return findings;
    }
}
