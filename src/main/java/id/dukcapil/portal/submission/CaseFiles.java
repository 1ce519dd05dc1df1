package id.dukcapil.portal.submission;

import id.dukcapil.portal.common.CaseFigures;
import id.dukcapil.portal.common.Permission;
import id.dukcapil.portal.common.Purpose;
import id.dukcapil.portal.common.RecordRow;
import id.dukcapil.portal.common.Revealed;
import id.dukcapil.portal.population.CodeList;
import id.dukcapil.portal.population.CodeLists;
import id.dukcapil.portal.population.Family;
import id.dukcapil.portal.population.Person;
import id.dukcapil.portal.population.Population;
import id.dukcapil.portal.population.Regions;
import id.dukcapil.portal.staff.CurrentStaff;
import id.dukcapil.portal.staff.Reveals;
import id.dukcapil.portal.submission.CaseFile.Compared;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The files of requests: what was handed in beside what the register says, and what else the family has asked for. */
@Service
@PreAuthorize("hasAuthority('SUBMISSION_READ')")
public class CaseFiles {

    private static final int MOST_OTHERS = 20;
    private static final String NOTHING = "tidak ada";

    private static final RowMapper<CaseFile.Other> OTHER = RecordRow.of(CaseFile.Other.class);

    private final SubmissionService submissions;
    private final WantedChanges changes;
    private final Population population;
    private final CodeLists codes;
    private final Regions regions;
    private final CurrentStaff currentStaff;
    private final Reveals reveals;
    private final CaseFigures figures;
    private final JdbcClient jdbc;

    CaseFiles(
            SubmissionService submissions,
            WantedChanges changes,
            Population population,
            CodeLists codes,
            Regions regions,
            CurrentStaff currentStaff,
            Reveals reveals,
            CaseFigures figures,
            JdbcClient jdbc) {
        this.submissions = submissions;
        this.changes = changes;
        this.population = population;
        this.codes = codes;
        this.regions = regions;
        this.currentStaff = currentStaff;
        this.reveals = reveals;
        this.figures = figures;
        this.jdbc = jdbc;
    }

    /** @return nothing when there is no such request in the offices of who asks */
    @Transactional(readOnly = true)
    public Optional<CaseFile> open(SubmissionNumber number) {
        return submissions.find(number).map(this::file);
    }

    private CaseFile file(SubmissionDetails submission) {
        List<CaseFile.Other> others = others(submission);
        CaseFigures.Figures cost = figures.of(submission.id().value()).orElse(null);
        if (!currentStaff.may(Permission.POPULATION_READ)) {
            return new CaseFile(submission, List.of(), List.of(), List.of(), null, others, cost);
        }
        Optional<Person> person = population.find(submission.applicant().nik());
        Optional<Family> family = population.family(submission.applicant().family());
        return new CaseFile(
                submission,
                person.map(known -> elements(submission, known, family)).orElse(List.of()),
                compared(submission.applicant(), person),
                family.map(known -> members(known, submission.applicant())).orElse(List.of()),
                family.map(Family::address).orElse(null),
                others,
                cost);
    }

    private List<CaseFile.Element> elements(SubmissionDetails submission, Person person, Optional<Family> family) {
        Map<CardElement, String> wanted = changes.of(submission.id());
        return CardElement.touchedBy(submission.reasonCode()).stream()
                .map(element ->
                        new CaseFile.Element(element.label(), today(element, person, family), wanted.get(element)))
                .toList();
    }

    private String today(CardElement element, Person person, Optional<Family> family) {
        return switch (element) {
            case EDUCATION -> codes.label(CodeList.PENDIDIKAN, person.educationCode());
            case OCCUPATION -> codes.label(CodeList.PEKERJAAN, person.occupationCode());
            case MARITAL_STATUS -> person.maritalStatus().label();
            case RELIGION -> codes.label(CodeList.AGAMA, person.religionCode());
            case ADDRESS -> regions.inWords(person.address());
            case HEAD -> family.flatMap(Family::head).map(Person::fullName).orElse(NOTHING);
            case MEMBERS ->
                family.map(known -> "%d orang".formatted(known.members().size()))
                        .orElse(NOTHING);
        };
    }

    private static List<Compared> compared(Applicant applicant, Optional<Person> person) {
        var rows = new ArrayList<Compared>();
        rows.add(compare("Nama", person.map(Person::fullName), applicant.fullName()));
        rows.add(compare(
                "NIK",
                person.map(known -> known.nik().masked()),
                applicant.nik().masked()));
        Optional<String> card = person.map(known -> known.familyCardNumber().masked());
        boolean sameCard = person.filter(known -> known.familyCardNumber().equals(applicant.family()))
                .isPresent();
        rows.add(new Compared(
                "Nomor KK", card.orElse(NOTHING), applicant.family().masked(), sameCard));
        rows.add(compare(
                "Hubungan",
                person.map(known -> known.relationship().label()),
                applicant.relationship().label()));
        return rows;
    }

    private static Compared compare(String what, Optional<String> register, String submitted) {
        return new Compared(what, register.orElse(NOTHING), submitted, register.equals(Optional.of(submitted)));
    }

    private static List<CaseFile.Member> members(Family family, Applicant applicant) {
        return family.members().stream()
                .map(person -> new CaseFile.Member(
                        person.fullName(),
                        person.nik().masked(),
                        person.relationship().label(),
                        String.valueOf(person.birthDate().getYear()),
                        person.nik().equals(applicant.nik())))
                .toList();
    }

    private List<CaseFile.Other> others(SubmissionDetails submission) {
        boolean span = currentStaff.may(Permission.OFFICE_SPAN);
        return jdbc.sql("""
                        SELECT number, reason_code, status, created_at FROM submission_request
                        WHERE family_number = :family AND number <> :number AND (:span OR office_code = :office)
                        ORDER BY created_at DESC LIMIT :most""")
                .param("family", submission.applicant().family().value())
                .param("number", submission.number().value())
                .param("span", span)
                .param("office", currentStaff.require().office().value())
                .param("most", MOST_OTHERS)
                .query(OTHER)
                .list();
    }

    /**
     * Opens what is masked on a file.
     *
     * @return nothing when there is no such request in the offices of who asks
     */
    @PreAuthorize("hasAuthority('SUBMISSION_READ') and hasAuthority('PERSON_REVEAL')")
    @Transactional
    public Optional<Revealed> reveal(SubmissionNumber number, Purpose purpose) {
        return submissions.find(number).map(submission -> {
            Applicant applicant = submission.applicant();
            var values = new LinkedHashMap<String, String>();
            values.put("NIK", applicant.nik().value());
            values.put("Nomor KK", applicant.family().value());
            values.put("Telepon", applicant.phone());
            values.put("E-mail", Objects.requireNonNullElse(applicant.email(), ""));
            return reveals.open("Permohonan KK", number.value(), applicant.nik(), submission.office(), purpose, values);
        });
    }
}
