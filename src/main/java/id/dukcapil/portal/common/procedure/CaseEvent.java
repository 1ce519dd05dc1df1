package id.dukcapil.portal.common.procedure;

import id.dukcapil.portal.common.AuditEvent;
import id.dukcapil.portal.common.CaseMoveTakenBack;
import id.dukcapil.portal.common.CaseMoved;
import id.dukcapil.portal.common.StaffNotice;
import org.jspecify.annotations.Nullable;

/**
 * Something that happened to a case, published inside its transaction. A shared listener passes on what it means to the
 * audit trail, the clock of the service standard and the bell.
 */
public interface CaseEvent {

    /** The entry of the audit trail; null for none. */
    default @Nullable AuditEvent audit() {
        return null;
    }

    /** A {@link CaseMoved} or {@link CaseMoveTakenBack} for the clock; null when no standard is measured. */
    default @Nullable Object clock() {
        return null;
    }

    /** What the bell tells staff; null for nothing. */
    default @Nullable StaffNotice notice() {
        return null;
    }
}
