package id.dukcapil.portal.submission.ui;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import id.dukcapil.portal.common.Permission;
import id.dukcapil.portal.submission.SubmissionDetails;
import id.dukcapil.portal.submission.SubmissionStatus;
import java.util.Optional;
import java.util.function.Predicate;

/** Where a verified request is now, in a sentence, with the ways to the rooms that have its document. */
class CaseOutcome extends Div {

    private static final String DOCUMENTS = "dokumen-bertanda-tangan";
    private static final String RELEASES = "pengambilan-dokumen";
    private static final String REFERENCE = "cari";

    private CaseOutcome(String sentence, SubmissionDetails submission, Predicate<Permission> may) {
        addClassName("case-outcome");
        add(new Paragraph(sentence));
        var ways = new Div();
        ways.addClassName("case-ways");
        boolean signed = submission.status() != SubmissionStatus.AWAITING_SIGNATURE;
        if (signed && may.test(Permission.RELEASE_READ)) {
            ways.add(new Anchor(address(RELEASES, submission), "Pengambilan dokumen"));
        }
        if (may.test(Permission.SIGNING_READ)) {
            ways.add(new Anchor(address(DOCUMENTS, submission), "Dokumen bertanda tangan"));
        }
        add(ways);
    }

    /** Nothing as long as the request is not verified, and for one that ended before. */
    static Optional<CaseOutcome> of(SubmissionDetails submission, Predicate<Permission> may) {
        return sentence(submission).map(sentence -> new CaseOutcome(sentence, submission, may));
    }

    private static Optional<String> sentence(SubmissionDetails submission) {
        return switch (submission.status()) {
            case AWAITING_SIGNATURE ->
                Optional.of("Kartu Keluarga sudah dicetak dan menunggu tanda tangan Kepala Dinas.");
            case SIGNED ->
                Optional.of(
                        submission.applicant().email() == null
                                ? "Sudah ditandatangani. Pemohon tidak punya e-mail: serahkan QR dan PIN di loket."
                                : "Sudah ditandatangani. Surat berisi QR dan PIN sedang disampaikan.");
            case DELIVERED -> Optional.of("Pemohon sudah punya QR dan PIN, dan dapat mencetak di anjungan.");
            case PRINTED -> Optional.of("Kartu Keluarga sudah dicetak di anjungan.");
            case NOT_COLLECTED ->
                Optional.of(
                        "Tidak dicetak selama QR dan PIN berlaku. Bila pemohon datang, terbitkan ulang setelah memeriksa identitasnya.");
            case REVOKED -> Optional.of("Dokumennya dicabut atau digantikan, sehingga tidak dapat dicetak lagi.");
            case SUBMITTED,
                    CHECKED,
                    RETURNED_TO_OPERATOR,
                    RETURNED_TO_VERIFIER,
                    RETURNED_TO_APPLICANT,
                    REJECTED,
                    CANCELLED,
                    LAPSED -> Optional.empty();
        };
    }

    private static String address(String room, SubmissionDetails submission) {
        // A number of a request has no sign that an address would have to spell otherwise
        return "%s?%s=%s".formatted(room, REFERENCE, submission.number());
    }
}
