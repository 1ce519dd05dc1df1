package id.dukcapil.portal.submission.attachment;

import id.dukcapil.portal.common.ActingParty;
import id.dukcapil.portal.common.Actor;
import id.dukcapil.portal.common.AuditEvent;
import id.dukcapil.portal.common.Retry;
import id.dukcapil.portal.documents.upload.FileExamination;
import id.dukcapil.portal.documents.upload.SafeFile;
import id.dukcapil.portal.documents.upload.UnacceptableFile;
import id.dukcapil.portal.submission.SubmissionDetails;
import id.dukcapil.portal.submission.SubmissionNumber;
import id.dukcapil.portal.submission.SubmissionService;
import id.dukcapil.portal.submission.SubmissionStatus;
import id.dukcapil.portal.submission.attachment.AttachmentDecision.Accepted;
import id.dukcapil.portal.submission.attachment.AttachmentDecision.Kind;
import id.dukcapil.portal.submission.attachment.AttachmentDecision.Refused;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolderStrategy;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * The papers of requests. A paper is first looked at and kept, which takes a while and needs no transaction, and then
 * added under the lock of its request, so that many at once cannot go over the limits.
 */
@Service
@PreAuthorize("denyAll()")
public class Attachments {

    private static final String ADDS = "hasAnyAuthority('SUBMISSION_INTAKE', 'SCOPE_submission')";
    private static final String WORKS = "hasAnyAuthority('SUBMISSION_INTAKE', 'SUBMISSION_CHECK', 'SUBMISSION_VERIFY')";
    private static final Comparator<Attachment> BY_FORM =
            Comparator.comparing(Attachment::kind).thenComparing(Attachment::addedAt);
    private static final String AUDITED = "Lampiran permohonan KK";

    private final SubmissionService submissions;
    private final AttachmentRecords records;
    private final AttachmentContents contents;
    private final RequiredPapers required;
    private final Openings openings;
    private final FileExamination examination;
    private final SecurityContextHolderStrategy securityContext;
    private final Retry retry;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Attachments(
            SubmissionService submissions,
            AttachmentRecords records,
            AttachmentContents contents,
            RequiredPapers required,
            Openings openings,
            FileExamination examination,
            SecurityContextHolderStrategy securityContext,
            Retry retry,
            ApplicationEventPublisher events,
            Clock clock) {
        this.submissions = submissions;
        this.records = records;
        this.contents = contents;
        this.required = required;
        this.openings = openings;
        this.examination = examination;
        this.securityContext = securityContext;
        this.retry = retry;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Judges a paper and keeps its content. Nothing is decided yet: what is wrong with it is told by {@link #add}, so that
     * a repeated call can still be answered with its first answer.
     *
     * @throws UncheckedIOException when the paper cannot be read or stored
     */
    @PreAuthorize(ADDS)
    @Transactional(propagation = Propagation.NEVER)
    public Examined examine(SubmissionNumber number, NewAttachment brought) {
        return new Examined(number, outcome(number, brought));
    }

    private Examined.Outcome outcome(SubmissionNumber number, NewAttachment brought) {
        Optional<SubmissionDetails> request = submissions.find(number);
        if (request.isEmpty()) {
            return new Examined.Unfit(noSuchRequest());
        }
        if (!isOpen(request.get().status())) {
            return new Examined.Unfit(notOpen(request.get().status()));
        }
        Optional<AttachmentKind> kind = AttachmentKind.find(Objects.requireNonNullElse(brought.kind(), ""));
        if (kind.isEmpty()) {
            return new Examined.Unfit(new Refused(
                    Kind.UNFIT,
                    "kind",
                    "Jenis lampiran tidak dikenal. Pilih satu dari enam belas jenis pada formulir F-1.02."));
        }
        try {
            SafeFile file = examination.examine(brought.file(), AttachmentLimits.LARGEST_FILE);
            return new Examined.Fit(
                    kind.get(),
                    brought.label(),
                    file.kind(),
                    file.content().length,
                    file.pages(),
                    contents.keep(file.content()));
        } catch (UnacceptableFile unacceptable) {
            return new Examined.Unfit(new Refused(Kind.UNFIT, "file", unacceptable.sentence()));
        } catch (IOException e) {
            throw new UncheckedIOException("An uploaded paper cannot be read", e);
        }
    }

    /** Adds a paper that was examined before; the same paper once more changes nothing. */
    @PreAuthorize(ADDS)
    public AttachmentDecision add(Examined examined) {
        return switch (examined.outcome()) {
            case Examined.Unfit unfit -> unfit.why();
            case Examined.Fit fit -> retry.inTransaction(() -> decide(examined.number(), fit));
        };
    }

    private AttachmentDecision decide(SubmissionNumber number, Examined.Fit paper) {
        Optional<SubmissionDetails> found = submissions.find(number);
        if (found.isEmpty()) {
            return noSuchRequest();
        }
        SubmissionDetails request = found.get();
        SubmissionStatus status = records.lock(request.id());
        List<Attachment> present = records.of(request.id());
        Optional<Attachment> same = present.stream()
                .filter(other -> other.kind() == paper.kind() && other.content().equals(paper.content()))
                .findFirst();
        if (same.isPresent()) {
            return new Accepted(same.get());
        }
        if (!isOpen(status)) {
            return notOpen(status);
        }
        return AttachmentLimits.refusal(present, paper.size())
                .<AttachmentDecision>map(refused -> refused)
                .orElseGet(() -> new Accepted(enter(request, paper)));
    }

    private Attachment enter(SubmissionDetails request, Examined.Fit paper) {
        Attachment attachment = records.enter(request.id(), paper, party().actor(), clock.instant());
        events.publishEvent(told(request, "Lampiran ditambahkan")
                .changing("Jenis", null, paper.kind().label()));
        return attachment;
    }

    /** What is there and what is missing, for a request within reach. */
    @PreAuthorize("hasAnyAuthority('SUBMISSION_READ', 'SCOPE_submission')")
    @Transactional(readOnly = true)
    public Optional<Papers> of(SubmissionNumber number) {
        return submissions.find(number).map(request -> {
            List<Attachment> present = records.of(request.id());
            var kinds = present.stream().map(Attachment::kind).collect(Collectors.toSet());
            return new Papers(
                    number,
                    request.reasonCode(),
                    present.stream().sorted(BY_FORM).toList(),
                    required.missing(request.reasonCode(), kinds),
                    openings.of(request),
                    isOpen(request.status()));
        });
    }

    /** Hands out the content to who works on requests; every opening is recorded. */
    @PreAuthorize(WORKS)
    @Transactional
    public Optional<OpenedAttachment> open(AttachmentId id) {
        return records.requestOf(id)
                .flatMap(submissions::find)
                .flatMap(request -> records.find(id).map(attachment -> {
                    events.publishEvent(told(request, "Lampiran dibuka")
                            .changing("Jenis", null, attachment.kind().label())
                            .because("Memeriksa permohonan"));
                    openings.remember(id);
                    return new OpenedAttachment(attachment, contents.read(attachment.content()));
                }));
    }

    /** The papers that the reason needs and that the acting member of staff has not opened since the request came to this desk. */
    @PreAuthorize(WORKS)
    @Transactional(readOnly = true)
    public List<Attachment> unopened(SubmissionNumber number) {
        return submissions.find(number).map(openings::lacking).orElse(List.of());
    }

    /** A small JPEG of the paper, to tell it from the others. It cannot be read, so this is no opening. */
    @PreAuthorize(WORKS)
    public Optional<byte[]> thumbnail(AttachmentId id) {
        return records.requestOf(id)
                .flatMap(submissions::find)
                .flatMap(request -> records.find(id))
                .map(paper -> Thumbnail.of(paper.file(), contents.read(paper.content())));
    }

    /** Whether who asks may take the paper away again: only who added it, and only while the request is open. */
    @PreAuthorize(WORKS)
    public boolean mayRemove(Papers papers, Attachment attachment) {
        return papers.addable() && isOwn(attachment);
    }

    /**
     * Takes a paper away that was added by mistake.
     *
     * @return nothing when it is not there any more
     * @throws AccessDeniedException for a paper that somebody else brought
     */
    @PreAuthorize("hasAuthority('SUBMISSION_INTAKE')")
    public Optional<AttachmentDecision> remove(AttachmentId id) {
        return retry.inTransaction(() -> records.requestOf(id)
                .flatMap(submissions::find)
                .flatMap(request -> {
                    SubmissionStatus status = records.lock(request.id());
                    return records.find(id).map(attachment -> removed(request, status, attachment));
                }));
    }

    private AttachmentDecision removed(SubmissionDetails request, SubmissionStatus status, Attachment attachment) {
        if (!isOwn(attachment)) {
            throw new AccessDeniedException("Somebody else added this paper");
        }
        if (!isOpen(status)) {
            return notOpen(status);
        }
        records.delete(attachment.id());
        events.publishEvent(told(request, "Lampiran dihapus")
                .changing("Jenis", attachment.kind().label(), null));
        return new Accepted(attachment);
    }

    private boolean isOwn(Attachment attachment) {
        Actor actor = party().actor();
        return actor.id() != null && actor.id().equals(attachment.addedBy().id());
    }

    private boolean isOpen(SubmissionStatus status) {
        return AttachmentLimits.isOpen(status, party().actor().kind() == Actor.Kind.STAFF);
    }

    private static Refused noSuchRequest() {
        return new Refused(Kind.NO_SUCH_REQUEST, "number", "Permohonan dengan nomor ini tidak ada.");
    }

    private static Refused notOpen(SubmissionStatus status) {
        return new Refused(
                Kind.NOT_OPEN,
                "number",
                "Lampiran tidak dapat diubah karena permohonan berstatus \"%s\".".formatted(status.label()));
    }

    private static AuditEvent told(SubmissionDetails request, String action) {
        return AuditEvent.of(AUDITED, request.number().value(), action)
                .about(request.applicant().nik())
                .at(request.office());
    }

    private ActingParty party() {
        Authentication authentication = securityContext.getContext().getAuthentication();
        if (authentication != null && authentication.getPrincipal() instanceof ActingParty party) {
            return party;
        }
        throw new AccessDeniedException("Neither staff nor an API client is acting");
    }
}
