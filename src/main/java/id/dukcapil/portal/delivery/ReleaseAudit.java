package id.dukcapil.portal.delivery;

import id.dukcapil.portal.common.AuditEvent;
import id.dukcapil.portal.common.Masking;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Tells the audit trail what happened to releases. */
@Component
class ReleaseAudit {

    private static final String RECORD = "Pengambilan dokumen";

    @EventListener
    AuditEvent tell(ReleaseMoved moved) {
        ReleaseDetails release = moved.release();
        ReleaseDetails.Event step = moved.step();
        AuditEvent told = AuditEvent.of(
                        RECORD, release.reference(), step.action().label())
                .about(release.person())
                .at(release.office())
                .changing("Status", label(step.from()), step.to().label());
        return switch (step.action()) {
            case ISSUE, REISSUE -> told.changing("Surat", null, letter(release)).because(step.reason());
            case OPEN -> told.changing("Anjungan", null, step.reason());
            case SEND, BOUNCE, PRINT, FAIL, LOCK, EXPIRE, REVOKE -> told.because(step.reason());
        };
    }

    private static String letter(ReleaseDetails release) {
        String email = release.email();
        return email == null || !release.awaitsLetter() ? "diserahkan di loket" : "ke " + Masking.email(email);
    }

    private static @Nullable String label(@Nullable ReleaseStatus status) {
        return status == null ? null : status.label();
    }
}
