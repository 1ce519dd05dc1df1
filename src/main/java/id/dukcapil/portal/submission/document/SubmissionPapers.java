package id.dukcapil.portal.submission.document;

import id.dukcapil.portal.common.AuditEvent;
import id.dukcapil.portal.common.CaseFigures;
import id.dukcapil.portal.common.InvalidInput;
import id.dukcapil.portal.common.UtcDateTime;
import id.dukcapil.portal.documents.PdfRenderer;
import id.dukcapil.portal.documents.Template;
import id.dukcapil.portal.population.Population;
import id.dukcapil.portal.signing.SignatoryLines;
import id.dukcapil.portal.staff.CurrentStaff;
import id.dukcapil.portal.staff.Mandates;
import id.dukcapil.portal.staff.Office;
import id.dukcapil.portal.staff.Offices;
import id.dukcapil.portal.staff.Signatory;
import id.dukcapil.portal.submission.SubmissionAction;
import id.dukcapil.portal.submission.SubmissionDetails;
import id.dukcapil.portal.submission.SubmissionId;
import id.dukcapil.portal.submission.SubmissionNumber;
import id.dukcapil.portal.submission.SubmissionService;
import id.dukcapil.portal.submission.SubmissionSettings;
import id.dukcapil.portal.submission.SubmissionStatus;
import id.dukcapil.portal.submission.attachment.Attachments;
import id.dukcapil.portal.submission.attachment.Papers;
import id.dukcapil.portal.submission.document.PaperWording.Print;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Prints the papers about a request: receipt, letter of return, disposition sheet, and the Kartu Keluarga as it would be
 * signed. Each answers nothing for a request out of reach, and each printing is recorded.
 */
@Service
@PreAuthorize("denyAll()")
public class SubmissionPapers {

    static final String PREVIEW = "PRATINJAU – BUKAN DOKUMEN SAH";
    static final String NOT_SIGNED = "Pratinjau untuk verifikasi; belum ditandatangani dan bukan dokumen kependudukan.";

    private static final String WORKS = "hasAnyAuthority('SUBMISSION_INTAKE', 'SUBMISSION_CHECK', 'SUBMISSION_VERIFY')";
    private static final String JUDGES = "hasAnyAuthority('SUBMISSION_CHECK', 'SUBMISSION_VERIFY')";
    private static final Template RECEIPT = new Template("submission/receipt");
    private static final Template RETURN_LETTER = new Template("submission/return-letter");
    private static final Template DISPOSITION = new Template("submission/disposition-sheet");
    private static final RowMapper<Optional<Instant>> DUE =
            (row, number) -> Optional.ofNullable(UtcDateTime.readNullable(row, "whole_due_at"));

    private final SubmissionService submissions;
    private final SubmissionSettings settings;
    private final Attachments attachments;
    private final ReturnLetters letters;
    private final PaperWording wording;
    private final FamilyCardWording cardWording;
    private final FamilyCardPaper cardPaper;
    private final Population population;
    private final Mandates mandates;
    private final Offices offices;
    private final CurrentStaff currentStaff;
    private final CaseFigures figures;
    private final PdfRenderer pdf;
    private final JdbcClient jdbc;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    SubmissionPapers(
            SubmissionService submissions,
            SubmissionSettings settings,
            Attachments attachments,
            ReturnLetters letters,
            PaperWording wording,
            FamilyCardWording cardWording,
            FamilyCardPaper cardPaper,
            Population population,
            Mandates mandates,
            Offices offices,
            CurrentStaff currentStaff,
            CaseFigures figures,
            PdfRenderer pdf,
            JdbcClient jdbc,
            ApplicationEventPublisher events,
            Clock clock) {
        this.submissions = submissions;
        this.settings = settings;
        this.attachments = attachments;
        this.letters = letters;
        this.wording = wording;
        this.cardWording = cardWording;
        this.cardPaper = cardPaper;
        this.population = population;
        this.mandates = mandates;
        this.offices = offices;
        this.currentStaff = currentStaff;
        this.figures = figures;
        this.pdf = pdf;
        this.jdbc = jdbc;
        this.events = events;
        this.clock = clock;
    }

    /** What the applicant takes home: what was handed in, what is missing, when it will be ready. */
    @PreAuthorize(WORKS)
    @Transactional
    public Optional<byte[]> receipt(SubmissionNumber number) {
        return submissions.find(number).map(request -> {
            Papers papers = papers(number);
            tell(request, "Tanda terima dicetak");
            return pdf.render(
                    RECEIPT,
                    wording.receipt(request, office(request), papers.complete(), promised(request.id()), print()),
                    PaperWording.receiptRows(papers));
        });
    }

    /**
     * The letter to the applicant about what is missing. It gets its number when it is first printed and keeps it.
     *
     * @throws InvalidInput when the request does not lie with the applicant, the decision can still be taken back, or
     *     nobody may sign
     */
    @PreAuthorize(WORKS)
    @Transactional
    public Optional<byte[]> returnLetter(SubmissionNumber number) {
        return submissions.find(number).map(request -> {
            int ordinal = presentReturn(request);
            Office office = office(request);
            Print print = print();
            ReturnLetter letter = letters.of(request.id(), ordinal, office, print.by(), print.at());
            Signatory signatory = signatory(letter.issuedAt());
            tell(request, "Surat pengembalian %s dicetak".formatted(letter.number()));
            return pdf.render(
                    RETURN_LETTER,
                    wording.returnLetter(request, office, letter, signatory, print),
                    PaperWording.returnRows(
                            Objects.requireNonNullElse(
                                    request.history().get(ordinal).reason(), ""),
                            papers(number).missing()));
        });
    }

    private int presentReturn(SubmissionDetails request) {
        if (request.status() != SubmissionStatus.RETURNED_TO_APPLICANT) {
            throw new InvalidInput("number", "Permohonan ini tidak sedang menunggu kelengkapan dari pemohon.");
        }
        if (clock.instant().isBefore(request.statusSince().plus(settings.takeBackFor()))) {
            throw new InvalidInput(
                    "number", "Keputusan masih dapat ditarik kembali. Cetak suratnya beberapa detik lagi.");
        }
        List<SubmissionDetails.Event> history = request.history();
        int ordinal = history.size() - 1;
        while (history.get(ordinal).action() != SubmissionAction.RETURN_TO_APPLICANT) {
            ordinal--;
        }
        return ordinal;
    }

    /** Every step so far with who, in which role, when and after how long, and the working time against the standard. */
    @PreAuthorize(WORKS)
    @Transactional
    public Optional<byte[]> dispositionSheet(SubmissionNumber number) {
        return submissions.find(number).map(request -> {
            Office office = office(request);
            tell(request, "Lembar disposisi dicetak");
            return pdf.render(
                    DISPOSITION,
                    wording.dispositionSheet(
                            request,
                            office,
                            papers(number),
                            promised(request.id()),
                            figures.of(request.id().value()).orElse(null),
                            print()),
                    PaperWording.dispositionRows(request, office));
        });
    }

    /**
     * The Kartu Keluarga as it would be signed now, marked as no valid document: it is dated today, has no QR code, and is
     * made anew from the register each time.
     *
     * @throws InvalidInput when the family is not in the register any more, or nobody may sign
     */
    @PreAuthorize(JUDGES)
    @Transactional
    public Optional<byte[]> familyCardPreview(SubmissionNumber number) {
        return submissions.find(number).map(request -> {
            Instant now = clock.instant();
            var family = population
                    .family(request.applicant().family())
                    .orElseThrow(() -> new InvalidInput(
                            "familyCardNumber", "Keluarga ini tidak ada lagi dalam data kependudukan kantor."));
            LocalDate today = LocalDate.ofInstant(now, office(request).timeZone());
            tell(request, "Pratinjau Kartu Keluarga dibuka");
            FamilyCardFacts facts = cardWording
                    .facts(family, SignatoryLines.of(signatory(now)), today, null, PREVIEW)
                    .withSignatureNote(NOT_SIGNED);
            return cardPaper.print(facts, now).pdf();
        });
    }

    private Signatory signatory(Instant at) {
        return mandates.signatoryOn(at)
                .orElseThrow(() -> new InvalidInput(
                        "signatory",
                        "Belum ada Kepala Dinas atau Plh/Plt yang berwenang menandatangani. Hubungi administrator."));
    }

    private Papers papers(SubmissionNumber number) {
        return attachments.of(number).orElseThrow();
    }

    private Office office(SubmissionDetails request) {
        return offices.find(request.office()).orElseThrow();
    }

    private @Nullable Instant promised(SubmissionId request) {
        return jdbc.sql("SELECT whole_due_at FROM submission_request WHERE id = ?")
                .param(request.value())
                .query(DUE)
                .single()
                .orElse(null);
    }

    private Print print() {
        return new Print(currentStaff.require().fullName(), clock.instant());
    }

    private void tell(SubmissionDetails request, String action) {
        events.publishEvent(AuditEvent.of("Permohonan KK", request.number().value(), action)
                .about(request.applicant().nik())
                .at(request.office()));
    }
}
