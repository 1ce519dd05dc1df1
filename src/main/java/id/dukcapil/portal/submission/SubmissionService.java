package id.dukcapil.portal.submission;

import id.dukcapil.portal.common.Finding;
import id.dukcapil.portal.common.InvalidInput;
import id.dukcapil.portal.common.procedure.ActedBy;
import id.dukcapil.portal.common.procedure.CaseCommands;
import id.dukcapil.portal.documents.numbers.DocumentNumbers;
import id.dukcapil.portal.documents.numbers.NumberKind;
import id.dukcapil.portal.documents.numbers.NumberPattern;
import id.dukcapil.portal.population.CodeLists;
import id.dukcapil.portal.population.Person;
import id.dukcapil.portal.population.Population;
import id.dukcapil.portal.population.Relationship;
import id.dukcapil.portal.staff.Office;
import id.dukcapil.portal.staff.Offices;
import id.dukcapil.portal.submission.SubmissionDecision.Accepted;
import id.dukcapil.portal.submission.SubmissionDecision.Kind;
import id.dukcapil.portal.submission.SubmissionDecision.Refused;
import id.dukcapil.portal.submission.SubmissionEvent.SubmissionReceived;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Taking in requests for a Kartu Keluarga (SOP Bandung 31/2023, steps 4 and 5), from the IKD channel and at the counter. */
@Service
@PreAuthorize("denyAll()")
public class SubmissionService {

    private static final NumberKind REQUEST =
            new NumberKind("kk-request", new NumberPattern("KK-{office}-{year}-{n:5}"), true);

    private static final String FAMILY_CARD = "KARTU KELUARGA";

    private final Submissions submissions;
    private final Population population;
    private final CodeLists codes;
    private final WantedChanges changes;
    private final Offices offices;
    private final DocumentNumbers numbers;
    private final CaseCommands cases;

    SubmissionService(
            Submissions submissions,
            Population population,
            CodeLists codes,
            WantedChanges changes,
            Offices offices,
            DocumentNumbers numbers,
            CaseCommands cases) {
        this.submissions = submissions;
        this.population = population;
        this.codes = codes;
        this.changes = changes;
        this.offices = offices;
        this.numbers = numbers;
        this.cases = cases;
    }

    @Configuration(proxyBeanMethods = false)
    static class Numbering {

        @Bean
        NumberKind familyCardRequests() {
            return REQUEST;
        }
    }

    /**
     * Takes a request in.
     *
     * @return the request with its number, or why it cannot be taken in
     * @throws InvalidInput when the request itself cannot be read; nothing is stored
     */
    @PreAuthorize("hasAnyAuthority('SUBMISSION_INTAKE', 'SCOPE_submission')")
    public SubmissionDecision submit(NewSubmission request) {
        NewSubmission.Checked checked =
                request.checked(isReasonForFamilyCard(request.reasonCode()), changes.findings(request.changes()));
        try {
            return cases.inTransaction(() -> decide(request, checked));
        } catch (DataIntegrityViolationException e) {
            return answerToCollision(request, e);
        }
    }

    private boolean isReasonForFamilyCard(@Nullable String code) {
        return code != null
                && codes.requestType(code)
                        .filter(reason ->
                                reason.code().equals(code) && reason.document().equals(FAMILY_CARD))
                        .isPresent();
    }

    private SubmissionDecision decide(NewSubmission request, NewSubmission.Checked checked) {
        Optional<Submission> sameRequest = sameRequest(request);
        if (sameRequest.isPresent()) {
            return accepted(sameRequest.get(), List.of());
        }
        Optional<Person> applicant = population
                .find(checked.nik())
                .filter(person -> person.familyCardNumber().equals(checked.family()));
        if (applicant.isEmpty()) {
            return new Refused(
                    Kind.NOT_ELIGIBLE,
                    "NIK dan nomor KK ini tidak cocok dengan data kependudukan kantor. Periksa keduanya pada Kartu"
                            + " Keluarga.");
        }
        Relationship relationship = applicant.get().relationship();
        if (!Eligibility.mayAsk(relationship)) {
            return new Refused(
                    Kind.NOT_ELIGIBLE,
                    "Permohonan cetak KK hanya dapat diajukan kepala keluarga, suami, istri, atau anak; pemohon tercatat sebagai %s."
                            .formatted(relationship.label().toLowerCase(Locale.ROOT)));
        }
        List<Submission> open = submissions.findOpenOf(checked.family().value());
        if (open.stream().anyMatch(other -> other.isAbout(String.valueOf(request.reasonCode())))) {
            // The first of two clicks may have been stored since the beginning
            return firstAnswer(request);
        }
        return accepted(enter(request, applicant.get()), warnings(open));
    }

    private Submission enter(NewSubmission request, Person person) {
        ActedBy by = cases.actor();
        Office office = responsible();
        boolean channel = request.origin() == SubmissionOrigin.CHANNEL;
        var submission = new Submission(
                new SubmissionNumber(numbers.next(REQUEST, office)),
                office.code(),
                new Applicant(
                        person.nik(),
                        person.fullName(),
                        person.familyCardNumber(),
                        person.relationship(),
                        request.normalisedEmail(),
                        request.normalisedPhone()),
                new Submission.Wish(String.valueOf(request.reasonCode()), request.normalisedNote()),
                new Submission.Mark(request.origin(), channel ? by.actor().id() : null, request.requestToken()),
                by);
        submissions.saveAndFlush(submission);
        changes.enter(submission.id(), request.changes());
        cases.tell(new SubmissionReceived(submission.details(by.at())));
        return submission;
    }

    /** What comes in by the channel is the head office's; the counter works for its own office. */
    private Office responsible() {
        return Optional.ofNullable(cases.party().workplace())
                .flatMap(offices::find)
                .or(() -> offices.all().stream()
                        .filter(office -> office.kind() == Office.Kind.DINAS)
                        .findFirst())
                .orElseThrow(() -> new IllegalStateException("No office of kind DINAS is configured"));
    }

    private static List<Finding> warnings(List<Submission> open) {
        return open.stream()
                .map(other -> Finding.warning(
                        "familyCardNumber",
                        "Keluarga ini masih memiliki permohonan %s dengan alasan lain.".formatted(other.number())))
                .toList();
    }

    private SubmissionDecision answerToCollision(NewSubmission request, DataIntegrityViolationException collision) {
        String cause = String.valueOf(collision.getMostSpecificCause().getMessage());
        if (Submissions.isSecondOpenOne(collision) || cause.contains("submission_request_token")) {
            return cases.inTransaction(() -> firstAnswer(request));
        }
        throw collision;
    }

    /** A second click collides with the first on either of the two keys; anybody else's request only on the family's. */
    private SubmissionDecision firstAnswer(NewSubmission request) {
        return sameRequest(request)
                .<SubmissionDecision>map(same -> accepted(same, List.of()))
                .orElseGet(SubmissionService::duplicate);
    }

    private Optional<Submission> sameRequest(NewSubmission request) {
        return Optional.ofNullable(request.requestToken()).flatMap(submissions::findByRequestToken);
    }

    private Accepted accepted(Submission submission, List<Finding> warnings) {
        return new Accepted(submission.details(cases.actor().at()), warnings);
    }

    private static Refused duplicate() {
        return new Refused(
                Kind.DUPLICATE,
                "Permohonan keluarga ini dengan alasan yang sama masih diproses. Tunggu sampai selesai atau batalkan"
                        + " dahulu.");
    }

    /** The applicant wants nothing any more. */
    @PreAuthorize("hasAuthority('SCOPE_submission')")
    public Optional<SubmissionDetails> cancel(SubmissionNumber number, String why) {
        return change(number, (submission, by) -> submission.cancel(why, by));
    }

    /** The applicant has brought what was missing. */
    @PreAuthorize("hasAuthority('SCOPE_submission')")
    public Optional<SubmissionDetails> complete(SubmissionNumber number) {
        return change(number, Submission::complete);
    }

    /** Finds a request that the acting one may see. */
    @PreAuthorize("hasAnyAuthority('SUBMISSION_READ', 'SCOPE_submission')")
    @Transactional(readOnly = true)
    public Optional<SubmissionDetails> find(SubmissionNumber number) {
        return submissions
                .findByNumber(number.value())
                .filter(submission -> submission.isWithinReachOf(cases.party()))
                .map(submission -> submission.details(cases.actor().at()));
    }

    private Optional<SubmissionDetails> change(SubmissionNumber number, BiConsumer<Submission, ActedBy> verb) {
        return cases.change(() -> submissions.lockByNumber(number.value()), verb)
                .map(submission -> submission.details(submission.statusSince()));
    }
}
