package id.dukcapil.portal.delivery;

import id.dukcapil.portal.common.AuditEvent;
import id.dukcapil.portal.common.Masking;
import id.dukcapil.portal.common.procedure.CaseEvent;
import id.dukcapil.portal.common.procedure.StepTaken;
import java.time.Instant;

/** What happened to releases, published inside the transaction in which it happened. */
public sealed interface ReleaseEvent {

    /** A release was made or has taken a step: the last of its history. */
    record ReleaseMoved(ReleaseDetails release) implements ReleaseEvent, CaseEvent {

        public StepTaken<ReleaseStatus, ReleaseAction> step() {
            return release.history().getLast();
        }

        @Override
        public AuditEvent audit() {
            AuditEvent told = step().told("Pengambilan dokumen", release.reference())
                    .about(release.person())
                    .at(release.office());
            return switch (step().action()) {
                case ISSUE, REISSUE -> told.changing("Surat", null, letter()).because(step().reason());
                case OPEN -> told.changing("Anjungan", null, step().reason());
                case SEND, BOUNCE, PRINT, FAIL, LOCK, EXPIRE, REVOKE -> told.because(step().reason());
            };
        }

        private String letter() {
            String email = release.email();
            return email == null || !release.awaitsLetter() ? "diserahkan di loket" : "ke " + Masking.email(email);
        }
    }

    /**
     * A kiosk reports that the document is printed, which ends the procedure of its case.
     *
     * @param kind of the case, as given when the document was released
     * @param reference of the case
     * @param kiosk that printed it
     */
    record ReleasePrinted(ReleaseId release, String kind, String reference, String kiosk, Instant at)
            implements ReleaseEvent {}
}
