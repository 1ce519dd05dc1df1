package id.dukcapil.portal.common.procedure;

import id.dukcapil.portal.common.AuditEvent;
import id.dukcapil.portal.common.CaseMoveTakenBack;
import id.dukcapil.portal.common.CaseMoved;
import id.dukcapil.portal.common.StaffNotice;
import id.dukcapil.portal.common.StaffNoticesWithdrawn;
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

    /** A {@link StaffNotice} or {@link StaffNoticesWithdrawn} for the bell; null for nothing. */
    default @Nullable Object notice() {
        return null;
    }
}
