package id.dukcapil.portal.submission.api;

import id.dukcapil.portal.channel.Answer;
import id.dukcapil.portal.channel.Idempotency;
import id.dukcapil.portal.channel.IdempotentRequest;
import id.dukcapil.portal.channel.ProblemException;
import id.dukcapil.portal.channel.ProblemType;
import id.dukcapil.portal.common.procedure.IllegalMove;
import id.dukcapil.portal.submission.NewSubmission;
import id.dukcapil.portal.submission.SubmissionAction;
import id.dukcapil.portal.submission.SubmissionDecision;
import id.dukcapil.portal.submission.SubmissionDetails;
import id.dukcapil.portal.submission.SubmissionNumber;
import id.dukcapil.portal.submission.SubmissionOrigin;
import id.dukcapil.portal.submission.SubmissionService;
import id.dukcapil.portal.submission.SubmissionStatus;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.net.URI;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Requests for a family card from the IKD channel. An outside system sees only the requests it made itself. */
@RestController
@RequestMapping("/api/v1/submissions")
@PreAuthorize("hasAuthority('SCOPE_submission')")
@Tag(name = "Permohonan", description = "Permohonan cetak Kartu Keluarga (SOP Bandung 31/2023)")
class SubmissionsController {

    private static final String CANCELLED_BY_APPLICANT = "Dibatalkan pemohon melalui aplikasi";

    private final SubmissionService submissions;
    private final Idempotency idempotency;

    SubmissionsController(SubmissionService submissions, Idempotency idempotency) {
        this.submissions = submissions;
        this.idempotency = idempotency;
    }

    /**
     * @param changes what shall stand on the card, by element: EDUCATION, OCCUPATION, MARITAL_STATUS, RELIGION, ADDRESS,
     *     HEAD, MEMBERS; may be left out
     */
    record SubmissionRequest(
            @Nullable String type,
            @Nullable String applicantNik,
            @Nullable String familyCardNumber,
            @Nullable String reasonCode,
            @Nullable String note,
            @Nullable String email,
            @Nullable String phone,
            @Nullable Map<String, @Nullable String> changes) {

        NewSubmission unchecked() {
            return new NewSubmission(
                    type,
                    applicantNik,
                    familyCardNumber,
                    reasonCode,
                    note,
                    email,
                    phone,
                    SubmissionOrigin.CHANNEL,
                    null,
                    stated());
        }

        private Map<String, String> stated() {
            var stated = new HashMap<String, String>();
            if (changes != null) {
                changes.forEach((element, wanted) -> stated.put(element, Objects.requireNonNullElse(wanted, "")));
            }
            return stated;
        }
    }

    record Receipt(String number, SubmissionStatus status) {}

    /** @param note what the applicant is told: what is missing, why it was rejected */
    record Step(Instant at, String step, @Nullable String note) {}

    record Progress(String number, SubmissionStatus status, List<Step> timeline) {

        static Progress of(SubmissionDetails submission) {
            return new Progress(
                    submission.number().value(),
                    outward(submission.status()),
                    submission.standing().stream()
                            .filter(step -> !isBetweenDesks(step.action()))
                            .map(step -> new Step(
                                    step.at(),
                                    step.action().label(),
                                    isAmongColleagues(step.action()) ? null : step.reason()))
                            .toList());
        }

        private static boolean isBetweenDesks(SubmissionAction action) {
            return action == SubmissionAction.RETURN_TO_OPERATOR || action == SubmissionAction.RETURN_TO_VERIFIER;
        }

        /** Why a request passed although something was missing is for the office to know. */
        private static boolean isAmongColleagues(SubmissionAction action) {
            return action == SubmissionAction.CHECK || action == SubmissionAction.VERIFY;
        }
    }

    @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
    @Operation(summary = "Mengajukan permohonan cetak Kartu Keluarga")
    ResponseEntity<Answer<Receipt>> submit(@RequestBody SubmissionRequest request, IdempotentRequest idempotent) {
        return idempotency.once(idempotent, () -> {
            SubmissionDetails submission = accepted(submissions.submit(request.unchecked()));
            return ResponseEntity.created(URI.create("/api/v1/submissions/" + submission.number()))
                    .body(receipt(submission));
        });
    }

    @GetMapping("/{number}")
    @Operation(summary = "Melihat kemajuan permohonan")
    Progress find(@PathVariable String number) {
        return SubmissionNumber.parse(number)
                .flatMap(submissions::find)
                .map(Progress::of)
                .orElseThrow(SubmissionsController::notFound);
    }

    @PostMapping("/{number}/completion")
    @Operation(summary = "Menyatakan permohonan yang dikembalikan sudah dilengkapi; diperiksa lagi oleh operator")
    Receipt complete(@PathVariable String number) {
        try {
            return receipt(known(number, submissions::complete));
        } catch (IllegalMove notWaitedFor) {
            return repeated(number, SubmissionStatus.SUBMITTED, SubmissionAction.COMPLETE)
                    .map(SubmissionsController::receipt)
                    .orElseThrow(() -> notChangeable(notWaitedFor));
        }
    }

    @DeleteMapping("/{number}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Membatalkan permohonan yang belum selesai")
    void cancel(@PathVariable String number) {
        try {
            known(number, known -> submissions.cancel(known, CANCELLED_BY_APPLICANT));
        } catch (IllegalMove tooLate) {
            if (repeated(number, SubmissionStatus.CANCELLED, SubmissionAction.CANCEL)
                    .isEmpty()) {
                throw notChangeable(tooLate);
            }
        }
    }

    /** The same asked a second time finds it done. */
    private Optional<SubmissionDetails> repeated(String number, SubmissionStatus status, SubmissionAction action) {
        return SubmissionNumber.parse(number)
                .flatMap(submissions::find)
                .filter(submission -> submission.status() == status
                        && submission.history().getLast().action() == action);
    }

    private static SubmissionDetails known(
            String number, Function<SubmissionNumber, Optional<SubmissionDetails>> verb) {
        return SubmissionNumber.parse(number).flatMap(verb).orElseThrow(SubmissionsController::notFound);
    }

    private static Receipt receipt(SubmissionDetails submission) {
        return new Receipt(submission.number().value(), outward(submission.status()));
    }

    private static ProblemException notChangeable(IllegalMove refusal) {
        return new ProblemException(ProblemType.SUBMISSION_NOT_CHANGEABLE, String.valueOf(refusal.getMessage()));
    }

    /** What clerks send to each other is not the citizen's business: for the citizen it is still being verified. */
    private static SubmissionStatus outward(SubmissionStatus status) {
        return status == SubmissionStatus.RETURNED_TO_OPERATOR || status == SubmissionStatus.RETURNED_TO_VERIFIER
                ? SubmissionStatus.CHECKED
                : status;
    }

    private static SubmissionDetails accepted(SubmissionDecision decision) {
        return switch (decision) {
            case SubmissionDecision.Accepted accepted -> accepted.submission();
            case SubmissionDecision.Refused refused -> throw problem(refused);
        };
    }

    private static ProblemException problem(SubmissionDecision.Refused refused) {
        ProblemType type = switch (refused.kind()) {
            case NOT_ELIGIBLE -> ProblemType.NOT_ELIGIBLE;
            case DUPLICATE -> ProblemType.DUPLICATE_SUBMISSION;
        };
        return new ProblemException(type, refused.message());
    }

    private static ProblemException notFound() {
        return new ProblemException(ProblemType.NOT_FOUND, "Permohonan dengan nomor ini tidak ada.");
    }
}
