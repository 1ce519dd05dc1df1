package id.dukcapil.portal.common;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Something was done to a record that somebody may have to account for later. Published as an application event inside
 * the business transaction; the audit trail adds who did it, in which role, for which office and from where, and keeps
 * it in that same transaction (UU 27/2022 art. 31). Values that are personal data are given masked.
 *
 * @param kind what sort of record, in the office's words: "Pemesanan", "Akun pegawai"
 * @param reference how the office names the record: a code, a number, a user name; never a NIK or KK number
 * @param action what was done, in the past: "Dibatalkan"
 * @param person whose data it concerns, when it concerns one resident; kept as a keyed hash only
 * @param office the office whose record it is, when it belongs to one
 * @param changes before and after, field by field
 * @param reason why, as the acting one said it
 */
public record AuditEvent(
        String kind,
        String reference,
        String action,
        @Nullable Nik person,
        @Nullable OfficeCode office,
        List<Change> changes,
        @Nullable String reason) {

    /** @param before null for what was not there; @param after null for what is gone */
    public record Change(
            String field, @Nullable String before, @Nullable String after) {}

    public AuditEvent {
        changes = List.copyOf(changes);
    }

    public static AuditEvent of(String kind, String reference, String action) {
        return new AuditEvent(kind, reference, action, null, null, List.of(), null);
    }

    /** The same in other words. */
    public AuditEvent as(String done) {
        return new AuditEvent(kind, reference, done, person, office, changes, reason);
    }

    public AuditEvent about(@Nullable Nik resident) {
        return new AuditEvent(kind, reference, action, resident, office, changes, reason);
    }

    public AuditEvent at(@Nullable OfficeCode place) {
        return new AuditEvent(kind, reference, action, person, place, changes, reason);
    }

    /** Adds a field; one that stayed the same is left out. */
    public AuditEvent changing(String field, @Nullable Object before, @Nullable Object after) {
        if (Objects.equals(before, after)) {
            return this;
        }
        var more = new ArrayList<>(changes);
        more.add(new Change(field, text(before), text(after)));
        return new AuditEvent(kind, reference, action, person, office, more, reason);
    }

    public AuditEvent because(@Nullable String why) {
        return new AuditEvent(kind, reference, action, person, office, changes, why);
    }

    private static @Nullable String text(@Nullable Object value) {
        return value == null ? null : value.toString();
    }
}
