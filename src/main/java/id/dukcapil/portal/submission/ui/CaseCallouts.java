package id.dukcapil.portal.submission.ui;

import id.dukcapil.portal.common.procedure.Claim;
import id.dukcapil.portal.common.ui.Callout;
import id.dukcapil.portal.common.ui.Tone;
import id.dukcapil.portal.submission.CaseFile;
import id.dukcapil.portal.submission.SubmissionAction;
import id.dukcapil.portal.submission.SubmissionDetails;
import java.util.Optional;
import java.util.stream.Stream;

/** What has to be known of a request before anything else is read. */
final class CaseCallouts {

    private CaseCallouts() {}

    /** @param heldByAnother whether a colleague is working on it */
    static Stream<Callout> of(CaseFile file, boolean heldByAnother) {
        SubmissionDetails submission = file.submission();
        return Stream.of(
                        Optional.ofNullable(submission.holding())
                                .filter(holding -> heldByAnother)
                                .map(CaseCallouts::held),
                        returned(submission.history().getLast()),
                        file.differs() ? Optional.of(different()) : Optional.<Callout>empty(),
                        file.others().stream()
                                .filter(other -> other.status().isOpen())
                                .findFirst()
                                .map(CaseCallouts::twice))
                .flatMap(Optional::stream);
    }

    private static Callout held(Claim.Holding holding) {
        return new Callout(
                "Dipegang",
                Tone.INFO,
                "%s sedang mengerjakan permohonan ini. Tunggu sampai dilepas, atau minta atasan mengambil alih."
                        .formatted(holding.name()));
    }

    /** Why a colleague has sent it back stands above everything else, not only in the history. */
    private static Optional<Callout> returned(SubmissionDetails.Event last) {
        boolean fromColleague = last.action() == SubmissionAction.RETURN_TO_OPERATOR
                || last.action() == SubmissionAction.RETURN_TO_VERIFIER;
        return fromColleague
                ? Optional.of(
                        new Callout("Dikembalikan", Tone.WARN, "%s: \"%s\"".formatted(last.actor(), last.reason())))
                : Optional.empty();
    }

    private static Callout different() {
        return new Callout(
                "Periksa",
                Tone.WARN,
                "Data yang diajukan berbeda dari data kependudukan hari ini. Perbedaannya ditandai di bawah.");
    }

    private static Callout twice(CaseFile.Other other) {
        return new Callout(
                "Ganda?",
                Tone.WARN,
                "Keluarga ini masih mempunyai permohonan lain yang berjalan: %s.".formatted(other.number()));
    }
}
