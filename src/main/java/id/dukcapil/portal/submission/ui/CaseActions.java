package id.dukcapil.portal.submission.ui;

import com.vaadin.flow.spring.annotation.SpringComponent;
import com.vaadin.flow.spring.annotation.UIScope;
import id.dukcapil.portal.common.ChangedMeanwhile;
import id.dukcapil.portal.common.Finding;
import id.dukcapil.portal.common.InvalidInput;
import id.dukcapil.portal.common.Permission;
import id.dukcapil.portal.common.procedure.Claim;
import id.dukcapil.portal.common.procedure.IllegalMove;
import id.dukcapil.portal.common.ui.Confirm;
import id.dukcapil.portal.common.ui.MaskedFacts;
import id.dukcapil.portal.common.ui.Notify;
import id.dukcapil.portal.common.ui.ReasonDialog;
import id.dukcapil.portal.staff.CurrentStaff;
import id.dukcapil.portal.submission.BatchResult;
import id.dukcapil.portal.submission.CannotBeTakenBack;
import id.dukcapil.portal.submission.CaseFiles;
import id.dukcapil.portal.submission.Checklist;
import id.dukcapil.portal.submission.Checklists;
import id.dukcapil.portal.submission.Desk;
import id.dukcapil.portal.submission.HeldBySomebodyElse;
import id.dukcapil.portal.submission.SamePersonTwice;
import id.dukcapil.portal.submission.SeenSubmission;
import id.dukcapil.portal.submission.SubmissionClaims;
import id.dukcapil.portal.submission.SubmissionDesk;
import id.dukcapil.portal.submission.SubmissionDetails;
import id.dukcapil.portal.submission.SubmissionNumber;
import id.dukcapil.portal.submission.SubmissionPassing;
import id.dukcapil.portal.submission.SubmissionSettings;
import id.dukcapil.portal.submission.SubmissionStatus;
import id.dukcapil.portal.submission.attachment.Attachment;
import id.dukcapil.portal.submission.attachment.Attachments;
import id.dukcapil.portal.submission.attachment.RequiredPapers;
import id.dukcapil.portal.submission.document.SubmissionPapers;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.AccessDeniedException;

/** What can be done with a request, as far as the person may and its status allows. Says what was done and why not. */
@SpringComponent
@UIScope
class CaseActions {

    private final SubmissionDesk desk;
    private final SubmissionClaims claims;
    private final SubmissionPassing passing;
    private final Checklists checklists;
    private final CaseFiles files;
    private final Attachments attachments;
    private final RequiredPapers required;
    private final SubmissionPapers papers;
    private final CurrentStaff staff;
    private final SubmissionSettings settings;

    CaseActions(
            SubmissionDesk desk,
            SubmissionClaims claims,
            SubmissionPassing passing,
            Checklists checklists,
            CaseFiles files,
            Attachments attachments,
            RequiredPapers required,
            SubmissionPapers papers,
            CurrentStaff staff,
            SubmissionSettings settings) {
        this.desk = desk;
        this.claims = claims;
        this.passing = passing;
        this.checklists = checklists;
        this.files = files;
        this.attachments = attachments;
        this.required = required;
        this.papers = papers;
        this.staff = staff;
        this.settings = settings;
    }

    /** Whether the person judges in the lane in which the request lies, and nobody else is at it. */
    boolean mayJudge(SubmissionDetails submission) {
        return worksIn(submission.status().desk()) && !isHeldByAnother(submission);
    }

    boolean worksIn(Desk lane) {
        return switch (lane) {
            case OPERATOR -> staff.may(Permission.SUBMISSION_CHECK);
            case VERIFIER -> staff.may(Permission.SUBMISSION_VERIFY);
            case APPLICANT, SIGNATORY, PORTAL -> false;
        };
    }

    boolean isHeldByMe(SubmissionDetails submission) {
        Claim.Holding holding = submission.holding();
        return holding != null && holding.holder().equals(staff.require().id());
    }

    boolean may(Permission permission) {
        return staff.may(permission);
    }

    boolean isHeldByAnother(SubmissionDetails submission) {
        return submission.holding() != null && !isHeldByMe(submission);
    }

    boolean mayTakeOver(SubmissionDetails submission) {
        return isHeldByAnother(submission) && staff.may(Permission.SUBMISSION_TAKE_OVER);
    }

    boolean mayServeApplicant() {
        return staff.may(Permission.SUBMISSION_INTAKE);
    }

    /** How masked data are opened, or null for who may not. */
    MaskedFacts.@Nullable Opening opening(SubmissionNumber number) {
        return staff.may(Permission.PERSON_REVEAL) ? purpose -> files.reveal(number, purpose) : null;
    }

    /** The papers of a request, in and out, for those who work with them; nothing for who only looks on. */
    Optional<CasePapers> papers(SubmissionDetails submission, ZoneId zone) {
        boolean judges = worksIn(Desk.OPERATOR) || worksIn(Desk.VERIFIER);
        if (!judges && !mayServeApplicant()) {
            return Optional.empty();
        }
        var viewer = new AttachmentViewer(attachments, zone);
        var buttons = new PaperButtons(papers, submission.number(), submission.status(), judges);
        var shown = new CasePapers(viewer, buttons, () -> attachments.of(submission.number()), mayJudge(submission));
        if (mayServeApplicant()) {
            shown.accept(added ->
                    new AttachmentUpload(attachments, required, submission.number(), submission.reasonCode(), added));
        }
        return Optional.of(shown);
    }

    /** Gives the next request to work on. */
    Optional<SubmissionDetails> next() {
        Optional<SubmissionDetails> next = claims.next();
        if (next.isEmpty()) {
            Notify.warning(
                    "Tidak ada permohonan yang menunggu Anda. Semua sudah selesai atau sedang dipegang petugas lain.");
        }
        return next;
    }

    void claim(SubmissionNumber number, Runnable changed) {
        attempt(() -> claims.claim(number), done -> {}, changed);
    }

    void release(SubmissionNumber number, Runnable changed) {
        attempt(
                () -> claims.release(number),
                done -> Notify.done("Permohonan %s dilepas; petugas lain dapat mengambilnya.".formatted(number)),
                changed);
    }

    void takeOver(SubmissionDetails submission, Runnable changed) {
        String holder = submission.holding() == null ? "" : submission.holding().name();
        Confirm.ask(
                "Ambil alih permohonan %s?".formatted(submission.number()),
                "%s diberi tahu dan tidak dapat memutuskannya lagi.".formatted(holder),
                "Ambil alih",
                () -> attempt(
                        () -> claims.takeOver(submission.number()),
                        done -> Notify.done("Permohonan %s diambil alih.".formatted(submission.number())),
                        changed));
    }

    /** Passes it to the next lane; first asks whoever has not opened a paper that the reason needs. */
    void pass(SubmissionDetails submission, Consumer<SubmissionNumber> decided, Runnable changed) {
        if (!mayJudge(submission)) {
            return;
        }
        List<Attachment> unopened = attachments.unopened(submission.number());
        // As long as the checklist is open it does not pass anyhow
        boolean passable =
                checklists.of(submission.number()).filter(Checklist::isComplete).isPresent();
        if (unopened.isEmpty() || !passable) {
            passNow(submission, decided, changed);
            return;
        }
        String named = unopened.stream().map(paper -> paper.kind().label()).collect(Collectors.joining("; "));
        Confirm.ask(
                "Teruskan %s tanpa membuka lampiran?".formatted(submission.number()),
                "Lampiran wajib yang belum Anda buka: %s.".formatted(named),
                "Teruskan tanpa membuka",
                () -> passNow(submission, decided, changed));
    }

    private void passNow(SubmissionDetails submission, Consumer<SubmissionNumber> decided, Runnable changed) {
        Consumer<SubmissionDetails> done = passed -> decided(
                passed.status() == SubmissionStatus.AWAITING_SIGNATURE
                        ? "Permohonan %s disetujui dan menunggu tanda tangan.".formatted(passed.number())
                        : "Permohonan %s diteruskan ke verifikator.".formatted(passed.number()),
                passed,
                decided,
                changed);
        attempt(
                () -> pass(submission, null),
                done,
                changed,
                warnings -> new PassDespiteDialog(submission, warnings, why -> pass(submission, why), done, changed)
                        .open());
    }

    private Optional<SubmissionDetails> pass(SubmissionDetails submission, @Nullable String despite) {
        return submission.status().desk() == Desk.VERIFIER
                ? desk.verify(submission.number(), submission.version(), despite)
                : desk.check(submission.number(), submission.version(), despite);
    }

    void returnToOperator(SubmissionDetails submission, Consumer<SubmissionNumber> decided, Runnable changed) {
        if (mayJudge(submission) && submission.status().canBecome(SubmissionStatus.RETURNED_TO_OPERATOR)) {
            new ReturnToOperatorDialog(
                            submission,
                            why -> desk.returnToOperator(submission.number(), submission.version(), why),
                            done -> decided(
                                    "Permohonan %s dikembalikan ke operator.".formatted(done.number()),
                                    done,
                                    decided,
                                    changed),
                            changed)
                    .open();
        }
    }

    void returnToApplicant(SubmissionDetails submission, Consumer<SubmissionNumber> decided, Runnable changed) {
        if (mayJudge(submission)) {
            new ReturnToApplicantDialog(
                            submission,
                            shortcomings ->
                                    desk.returnToApplicant(submission.number(), submission.version(), shortcomings),
                            done -> decided(
                                    "Permohonan %s dikembalikan; pemohon diberi tahu.".formatted(done.number()),
                                    done,
                                    decided,
                                    changed),
                            changed)
                    .open();
        }
    }

    void reject(SubmissionDetails submission, Consumer<SubmissionNumber> decided, Runnable changed) {
        if (mayJudge(submission)) {
            new RejectDialog(
                            submission,
                            rejection -> desk.reject(submission.number(), submission.version(), rejection),
                            done -> decided(
                                    "Permohonan %s ditolak; pemohon diberi tahu.".formatted(done.number()),
                                    done,
                                    decided,
                                    changed),
                            changed)
                    .open();
        }
    }

    /** The applicant has brought to the counter what was missing. */
    void complete(SubmissionDetails submission, Runnable changed) {
        attempt(
                () -> desk.complete(submission.number(), submission.version()),
                done -> Notify.done("Kelengkapan permohonan %s diterima.".formatted(done.number())),
                changed);
    }

    void cancel(SubmissionDetails submission, Runnable changed) {
        ReasonDialog.askBeforeLoss(
                "Batalkan permohonan " + submission.number(),
                "Permohonan berakhir atas permintaan pemohon dan tidak dapat dibuka lagi.",
                "Batalkan permohonan",
                reason -> attempt(
                        () -> desk.cancel(submission.number(), submission.version(), reason),
                        done -> Notify.done("Permohonan %s dibatalkan.".formatted(done.number())),
                        changed));
    }

    /** @return the list as it is now, or nothing when it could not be ticked */
    Optional<Checklist> tick(SubmissionNumber number, String item, boolean ticked, Runnable changed) {
        try {
            return ticked ? checklists.tick(number, item) : checklists.untick(number, item);
        } catch (HeldBySomebodyElse held) {
            Notify.problem(String.valueOf(held.getMessage()));
            changed.run();
            return Optional.empty();
        }
    }

    List<BatchResult> claimAll(List<SubmissionNumber> numbers) {
        return claims.claimAll(numbers);
    }

    List<BatchResult> passAll(List<SeenSubmission> seen) {
        return passing.passAll(seen);
    }

    private void decided(
            String sentence, SubmissionDetails done, Consumer<SubmissionNumber> decided, Runnable changed) {
        Notify.done(
                sentence,
                settings.takeBackFor(),
                () -> attempt(
                        () -> desk.takeBack(done.number(), done.version()),
                        back -> Notify.done("Keputusan atas permohonan %s ditarik kembali.".formatted(back.number())),
                        changed));
        decided.accept(done.number());
    }

    private static void attempt(
            Supplier<Optional<SubmissionDetails>> verb, Consumer<SubmissionDetails> done, Runnable changed) {
        attempt(verb, done, changed, CaseActions::tell);
    }

    /** @param asked what to do about warnings, which want a reason */
    private static void attempt(
            Supplier<Optional<SubmissionDetails>> verb,
            Consumer<SubmissionDetails> done,
            Runnable changed,
            Consumer<List<Finding>> asked) {
        try {
            verb.get()
                    .ifPresentOrElse(
                            done, () -> Notify.warning("Permohonan itu tidak ada, atau bukan permohonan kantor Anda."));
        } catch (InvalidInput invalid) {
            if (invalid.findings().stream().anyMatch(Finding::isError)) {
                tell(invalid.findings());
            } else {
                asked.accept(invalid.findings());
            }
            // Nothing has changed: the paper that is being read stays open
            return;
        } catch (ChangedMeanwhile | HeldBySomebodyElse | SamePersonTwice | IllegalMove | CannotBeTakenBack refusal) {
            Notify.problem(String.valueOf(refusal.getMessage()));
        } catch (AccessDeniedException otherLane) {
            Notify.problem("Permohonan itu kini berada pada tahap yang bukan tugas Anda.");
        }
        changed.run();
    }

    private static void tell(List<Finding> findings) {
        findings.forEach(finding -> Notify.warning(finding.message()));
    }
}
