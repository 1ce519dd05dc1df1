package id.dukcapil.portal.submission.api;

import id.dukcapil.portal.channel.Answer;
import id.dukcapil.portal.channel.Idempotency;
import id.dukcapil.portal.channel.IdempotentRequest;
import id.dukcapil.portal.channel.ProblemException;
import id.dukcapil.portal.channel.ProblemType;
import id.dukcapil.portal.common.Finding;
import id.dukcapil.portal.common.InvalidInput;
import id.dukcapil.portal.submission.SubmissionNumber;
import id.dukcapil.portal.submission.attachment.Attachment;
import id.dukcapil.portal.submission.attachment.AttachmentDecision;
import id.dukcapil.portal.submission.attachment.AttachmentDecision.Refused;
import id.dukcapil.portal.submission.attachment.AttachmentKind;
import id.dukcapil.portal.submission.attachment.Attachments;
import id.dukcapil.portal.submission.attachment.Examined;
import id.dukcapil.portal.submission.attachment.NewAttachment;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RequestPart;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/** Papers for the requests that an outside system made itself. */
@RestController
@RequestMapping("/api/v1/submissions/{number}/attachments")
@PreAuthorize("hasAuthority('SCOPE_submission')")
@Tag(name = "Permohonan")
class AttachmentsController {

    private final Attachments attachments;
    private final Idempotency idempotency;

    AttachmentsController(Attachments attachments, Idempotency idempotency) {
        this.attachments = attachments;
        this.idempotency = idempotency;
    }

    /** How the two parts of the body are described. */
    record AttachmentForm(
            @Schema(type = "string", format = "binary", description = "Isi berkas")
            String file,

            @Schema(description = "Satu dari enam belas lampiran F-1.02")
            AttachmentKind kind) {}

    /** @param size bytes as kept; of a picture without what nobody sees */
    record AttachmentReceipt(UUID id, AttachmentKind kind, String mediaType, int size, int pages) {

        static AttachmentReceipt of(Attachment attachment) {
            return new AttachmentReceipt(
                    attachment.id().value(),
                    attachment.kind(),
                    attachment.file().mediaType(),
                    attachment.size(),
                    attachment.pages());
        }
    }

    @PostMapping(consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    @Operation(
            summary = "Menambahkan lampiran",
            description =
                    "PDF (paling banyak 50 halaman), JPEG, atau PNG, paling besar 5 MiB; yang dinilai isinya, bukan"
                            + " namanya. Metadata gambar dihapus. Paling banyak 24 lampiran dan 60 MiB per permohonan, selama"
                            + " berstatus SUBMITTED atau RETURNED_TO_APPLICANT. Berkas yang sama dengan jenis yang sama tidak"
                            + " disimpan dua kali. Permohonan sistem lain dijawab 404, yang sedang dikerjakan atau sudah berakhir"
                            + " 409 submission-not-changeable.",
            requestBody =
                    @RequestBody(
                            required = true,
                            content =
                                    @Content(
                                            mediaType = MediaType.MULTIPART_FORM_DATA_VALUE,
                                            schema = @Schema(implementation = AttachmentForm.class))))
    ResponseEntity<Answer<AttachmentReceipt>> attach(
            @PathVariable String number,
            @Parameter(hidden = true) @RequestPart MultipartFile file,
            @Parameter(hidden = true) @RequestParam String kind,
            IdempotentRequest idempotent) {
        SubmissionNumber request = SubmissionNumber.parse(number)
                .orElseThrow(
                        () -> new ProblemException(ProblemType.NOT_FOUND, "Permohonan dengan nomor ini tidak ada."));
        Examined examined = attachments.examine(request, new NewAttachment(kind, file.getOriginalFilename(), file));
        return idempotency.once(
                idempotent,
                () -> ResponseEntity.status(HttpStatus.CREATED)
                        .body(AttachmentReceipt.of(accepted(attachments.add(examined)))));
    }

    private static Attachment accepted(AttachmentDecision decision) {
        return switch (decision) {
            case AttachmentDecision.Accepted accepted -> accepted.attachment();
            case Refused refused -> throw problem(refused);
        };
    }

    private static RuntimeException problem(Refused refused) {
        return switch (refused.kind()) {
            case NO_SUCH_REQUEST -> new ProblemException(ProblemType.NOT_FOUND, refused.message());
            case NOT_OPEN -> new ProblemException(ProblemType.SUBMISSION_NOT_CHANGEABLE, refused.message());
            case UNFIT, TOO_MUCH -> new InvalidInput(List.of(Finding.error(refused.field(), refused.message())));
        };
    }
}
