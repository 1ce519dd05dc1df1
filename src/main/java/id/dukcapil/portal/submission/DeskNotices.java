package id.dukcapil.portal.submission;

import id.dukcapil.portal.common.Permission;
import id.dukcapil.portal.common.StaffId;
import id.dukcapil.portal.common.StaffNotice;
import id.dukcapil.portal.common.StaffNotice.Audience;
import id.dukcapil.portal.common.StaffNotice.Many;
import id.dukcapil.portal.common.StaffNoticesWithdrawn;
import id.dukcapil.portal.common.procedure.Claim;
import id.dukcapil.portal.submission.SubmissionDetails.Event;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Texts of the bell about requests, to a lane or to the person concerned. */
final class DeskNotices {

    private static final String INBOX = "kotak-masuk?antrean=";
    private static final Many NEW = new Many("%d permohonan baru masuk.", INBOX + InboxQueue.NEW);
    private static final Many CHECKED = new Many("%d permohonan diteruskan operator.", INBOX + InboxQueue.NEW);
    private static final Many COMPLETED = new Many("%d permohonan dilengkapi pemohon.", INBOX + InboxQueue.NEW);
    private static final Many LATE =
            new Many("%d permohonan melewati atau segera melewati standar waktunya.", INBOX + InboxQueue.LATE);

    private DeskNotices() {}

    static StaffNotice received(SubmissionDetails submission) {
        return toLane(submission, Desk.OPERATOR, "Permohonan baru", "Permohonan %s menunggu diperiksa.", NEW);
    }

    static @Nullable StaffNotice moved(SubmissionDetails submission) {
        return switch (submission.history().getLast().action()) {
            case CHECK ->
                toLane(
                        submission,
                        Desk.VERIFIER,
                        "Menunggu verifikasi",
                        "Permohonan %s sudah diperiksa operator.",
                        CHECKED);
            case COMPLETE ->
                toLane(submission, Desk.OPERATOR, "Sudah dilengkapi", "Permohonan %s dilengkapi pemohon.", COMPLETED);
            case RETURN_TO_OPERATOR -> backTo(SubmissionAction.CHECK, "Dikembalikan verifikator", submission);
            case RETURN_TO_VERIFIER -> backTo(SubmissionAction.VERIFY, "Dikembalikan penanda tangan", submission);
            case MISS ->
                toLane(
                        submission,
                        Desk.OPERATOR,
                        "QR dan PIN tidak sampai",
                        "Surat QR dan PIN permohonan %s tidak sampai. Terbitkan ulang di Pengambilan dokumen.",
                        null);
            case SUBMIT,
                    VERIFY,
                    RETURN_TO_APPLICANT,
                    REJECT,
                    CANCEL,
                    LAPSE,
                    SIGN,
                    DELIVER,
                    REISSUE,
                    PRINT,
                    EXPIRE,
                    REVOKE,
                    CLAIM,
                    RELEASE,
                    TAKE_OVER,
                    TAKE_BACK -> null;
        };
    }

    /** What was told of a decision that has been taken back. */
    static StaffNoticesWithdrawn withdrawn(SubmissionDetails submission) {
        List<Event> history = submission.history();
        return new StaffNoticesWithdrawn(
                link(submission), history.get(history.size() - 2).at());
    }

    static StaffNotice claimLost(ClaimLost claim) {
        boolean taken = claim.reason() == ClaimLost.Reason.TAKEN_OVER;
        return new StaffNotice(
                taken ? "Diambil alih" : "Waktu pengerjaan habis",
                taken
                        ? "Permohonan %s diambil alih oleh %s."
                                .formatted(claim.submission().number(), claim.by())
                        : "Permohonan %s dilepas kembali ke antrean."
                                .formatted(claim.submission().number()),
                link(claim.submission()),
                new Audience.Person(claim.lost().holder()));
    }

    static StaffNotice nearlyLate(SubmissionDetails submission) {
        Claim.Holding holding = submission.holding();
        String text = "Permohonan %s segera melewati standar waktunya.";
        return holding == null
                ? toLane(submission, submission.status().desk(), "Hampir terlambat", text, LATE)
                : new StaffNotice(
                        "Hampir terlambat",
                        text.formatted(submission.number()),
                        link(submission),
                        new Audience.Person(holding.holder()),
                        LATE);
    }

    /** To whoever passed it on last, because that one knows it. */
    private static StaffNotice backTo(SubmissionAction passed, String kind, SubmissionDetails submission) {
        StaffId clerk = submission.history().stream()
                .filter(step -> step.action() == passed)
                .reduce((earlier, later) -> later)
                .map(Event::actorId)
                .map(StaffId::new)
                .orElseThrow();
        return new StaffNotice(
                kind,
                "Permohonan %s perlu Anda periksa lagi.".formatted(submission.number()),
                link(submission),
                new Audience.Person(clerk));
    }

    private static StaffNotice toLane(
            SubmissionDetails submission, Desk lane, String kind, String text, @Nullable Many many) {
        Event last = submission.history().getLast();
        boolean byStaff = last.desk().isStaffed();
        return new StaffNotice(
                kind,
                text.formatted(submission.number()),
                link(submission),
                new Audience.Lane(
                        lane == Desk.VERIFIER ? Permission.SUBMISSION_VERIFY : Permission.SUBMISSION_CHECK,
                        submission.office(),
                        byStaff && last.actorId() != null ? new StaffId(last.actorId()) : null),
                many);
    }

    private static String link(SubmissionDetails submission) {
        return "permohonan/" + submission.number();
    }
}
