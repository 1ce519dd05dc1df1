package id.dukcapil.portal.audit;

import id.dukcapil.portal.common.AuditEvent;
import id.dukcapil.portal.common.OfficeCode;
import id.dukcapil.portal.common.Permission;
import id.dukcapil.portal.documents.Column;
import id.dukcapil.portal.documents.export.ExportKind;
import id.dukcapil.portal.staff.Office;
import id.dukcapil.portal.staff.Offices;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The trail as a file, newest first. */
@Component
class TrailListing implements ExportKind<TrailFilter, TrailEntry> {

    private final AuditTrail trail;
    private final Offices offices;

    TrailListing(AuditTrail trail, Offices offices) {
        this.trail = trail;
        this.offices = offices;
    }

    @Override
    public String key() {
        return "audit-trail";
    }

    @Override
    public String record() {
        return "Jejak audit";
    }

    @Override
    public String title() {
        return "Jejak audit";
    }

    @Override
    public String fileName() {
        return "jejak-audit";
    }

    @Override
    public Permission permission() {
        return Permission.AUDIT_READ;
    }

    @Override
    public Class<TrailFilter> filterType() {
        return TrailFilter.class;
    }

    @Override
    public OptionalInt count(TrailFilter filter) {
        int count = trail.count(filter);
        return count > AuditTrail.COUNT_LIMIT ? OptionalInt.empty() : OptionalInt.of(count);
    }

    @Override
    public List<TrailEntry> page(TrailFilter filter, @Nullable TrailEntry after, int limit) {
        return trail.page(filter, after == null ? null : after.id(), 0, limit);
    }

    @Override
    public List<Column<TrailEntry>> columns() {
        Map<OfficeCode, String> names = offices.all().stream().collect(Collectors.toMap(Office::code, Office::name));
        return List.of(
                Column.integer("Nomor", entry -> entry.isSealed() ? entry.number() : null),
                Column.dateTime("Waktu", TrailEntry::at),
                Column.text("Pelaku", TrailEntry::actorName),
                Column.text("Jenis pelaku", entry -> entry.party().label()),
                Column.text("Peran", TrailEntry::roles),
                Column.text("Kantor pelaku", entry -> name(names, entry.workplace())),
                Column.text("Alamat jaringan", TrailEntry::address),
                Column.text("Jenis berkas", TrailEntry::kind),
                Column.text("Berkas", TrailEntry::reference),
                Column.text("Tindakan", TrailEntry::action),
                Column.text("Kantor berkas", entry -> name(names, entry.office())),
                Column.text("Perubahan", entry -> changes(entry.changes())),
                Column.text("Alasan", TrailEntry::reason),
                Column.text("Tanda orang", TrailEntry::person),
                Column.text("Permintaan", TrailEntry::requestId));
    }

    private static @Nullable String name(Map<OfficeCode, String> names, @Nullable OfficeCode office) {
        return office == null ? null : names.getOrDefault(office, office.value());
    }

    private static String changes(List<AuditEvent.Change> changes) {
        return changes.stream()
                .map(change -> "%s: %s → %s"
                        .formatted(
                                change.field(),
                                Objects.requireNonNullElse(change.before(), "–"),
                                Objects.requireNonNullElse(change.after(), "–")))
                .collect(Collectors.joining("; "));
    }
}
