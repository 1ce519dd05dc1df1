package id.dukcapil.portal.audit;

import id.dukcapil.portal.common.AuditEvent;
import id.dukcapil.portal.common.OfficeCode;
import id.dukcapil.portal.documents.Column;
import id.dukcapil.portal.documents.Csv;
import id.dukcapil.portal.documents.Listing;
import id.dukcapil.portal.documents.Spreadsheet;
import id.dukcapil.portal.staff.Office;
import id.dukcapil.portal.staff.Offices;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;

/** Everything in the trail that matches a filter, as a file, read and written page by page. Taking it along is recorded. */
@Service
@PreAuthorize("hasAuthority('AUDIT_READ')")
public class TrailExport {

    private static final int PAGE = 1_000;

    private final AuditTrail trail;
    private final Offices offices;
    private final Spreadsheet spreadsheet;
    private final Csv csv;
    private final ApplicationEventPublisher events;

    TrailExport(AuditTrail trail, Offices offices, Spreadsheet spreadsheet, Csv csv, ApplicationEventPublisher events) {
        this.trail = trail;
        this.offices = offices;
        this.spreadsheet = spreadsheet;
        this.csv = csv;
        this.events = events;
    }

    /** @param described the filter in words */
    public void xlsx(TrailFilter filter, String described, OutputStream out) throws IOException {
        taken("Excel", filter, described);
        spreadsheet.write(listing(described), rows(filter), out);
    }

    public void csv(TrailFilter filter, String described, OutputStream out) throws IOException {
        taken("CSV", filter, described);
        csv.write(listing(described), rows(filter), out);
    }

    private void taken(String format, TrailFilter filter, String described) {
        events.publishEvent(AuditEvent.of("Jejak audit", "Ekspor " + format, "Jejak audit diekspor")
                .at(filter.office())
                .changing("Saringan", null, described));
    }

    private Stream<TrailEntry> rows(TrailFilter filter) {
        return Stream.iterate(
                        trail.page(filter, null, 0, PAGE),
                        page -> !page.isEmpty(),
                        page -> trail.page(filter, page.getLast().id(), 0, PAGE))
                .flatMap(List::stream);
    }

    private Listing<TrailEntry> listing(String described) {
        Map<OfficeCode, String> names = offices.all().stream().collect(Collectors.toMap(Office::code, Office::name));
        return new Listing<>(
                "Jejak audit",
                described,
                List.of(
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
                        Column.text("Permintaan", TrailEntry::requestId)));
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
