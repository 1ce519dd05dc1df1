package id.dukcapil.portal.privacy;

import id.dukcapil.portal.common.Actor;
import id.dukcapil.portal.common.AuditEvent;
import id.dukcapil.portal.common.InvalidInput;
import id.dukcapil.portal.staff.CurrentStaff;
import id.dukcapil.portal.staff.StaffMember;
import java.time.Clock;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The register of incidents (UU 27/2022 art. 46) and the officer's verbs on it. */
@Service
@PreAuthorize("hasAuthority('PRIVACY_READ')")
public class IncidentRegister {

    private static final String KIND = "Insiden data pribadi";
    private static final String HANDLE = "hasAuthority('PRIVACY_HANDLE')";

    private final DataIncidents incidents;
    private final CaseNumbers numbers;
    private final CurrentStaff currentStaff;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    IncidentRegister(
            DataIncidents incidents,
            CaseNumbers numbers,
            CurrentStaff currentStaff,
            ApplicationEventPublisher events,
            Clock clock) {
        this.incidents = incidents;
        this.numbers = numbers;
        this.currentStaff = currentStaff;
        this.events = events;
        this.clock = clock;
    }

    @Transactional(readOnly = true)
    public Optional<IncidentDetails> find(String number) {
        return incidents.findByNumber(number).map(DataIncident::details);
    }

    /**
     * Writes an incident down.
     *
     * @param discoveredAt from which the 72 hours run; null for now
     * @throws InvalidInput when too little or something impossible is said; no number is used
     */
    @PreAuthorize(HANDLE)
    @Transactional
    public IncidentDetails report(IncidentFacts facts, @Nullable Instant discoveredAt) {
        facts.check();
        Instant now = clock.instant();
        if (discoveredAt != null && discoveredAt.isAfter(now)) {
            throw new InvalidInput("discoveredAt", "Waktu ditemukan tidak boleh di masa depan.");
        }
        var stored = incidents.saveAndFlush(new DataIncident(
                numbers.next(CaseNumbers.Series.INS, now),
                facts,
                Objects.requireNonNullElse(discoveredAt, now),
                actor(),
                now));
        events.publishEvent(AuditEvent.of(KIND, stored.number(), "Dicatat").changing("Judul", null, facts.title()));
        return stored.details();
    }

    @PreAuthorize(HANDLE)
    @Transactional
    public void describe(String number, IncidentFacts facts) {
        facts.check();
        DataIncident incident = locked(number);
        IncidentFacts before = incident.facts();
        incident.describe(facts, actor(), clock.instant());
        incidents.flush();
        events.publishEvent(AuditEvent.of(KIND, number, "Uraian dilengkapi")
                .changing("Judul", before.title(), facts.title())
                .changing("Kejadian", before.course(), facts.course())
                .changing("Data", before.dataKinds(), facts.dataKinds())
                .changing("Jumlah orang", before.people(), facts.people())
                .changing("Penyebab", before.cause(), facts.cause())
                .changing("Penanganan", before.measures(), facts.measures()));
    }

    /** @param at when the notice to the authority went out; @param how letter number or way */
    @PreAuthorize(HANDLE)
    @Transactional
    public void notifyAuthority(String number, Instant at, String how) {
        String way = RequestRegister.requireText("how", how);
        change(
                number,
                IncidentAction.NOTIFY_AUTHORITY,
                way,
                incident -> incident.notifyAuthority(at, way, actor(), clock.instant()));
    }

    /** @param at when the notice to the people went out; @param how by what way they were reached */
    @PreAuthorize(HANDLE)
    @Transactional
    public void notifySubjects(String number, Instant at, String how) {
        String way = RequestRegister.requireText("how", how);
        change(
                number,
                IncidentAction.NOTIFY_SUBJECTS,
                way,
                incident -> incident.notifySubjects(at, way, actor(), clock.instant()));
    }

    @PreAuthorize(HANDLE)
    @Transactional
    public void close(String number, String conclusion) {
        String text = RequestRegister.requireText("reason", conclusion);
        change(number, IncidentAction.CLOSE, text, incident -> incident.close(actor(), clock.instant(), text));
    }

    @PreAuthorize(HANDLE)
    @Transactional
    public void dismiss(String number, String reason) {
        String why = RequestRegister.requireText("reason", reason);
        change(number, IncidentAction.DISMISS, why, incident -> incident.dismiss(actor(), clock.instant(), why));
    }

    private void change(String number, IncidentAction action, String note, Consumer<DataIncident> verb) {
        DataIncident incident = locked(number);
        IncidentStatus before = incident.status();
        verb.accept(incident);
        incidents.flush();
        events.publishEvent(AuditEvent.of(KIND, number, action.label())
                .changing("Status", before.label(), incident.status().label())
                .because(note));
    }

    private DataIncident locked(String number) {
        return incidents
                .lockByNumber(number)
                .orElseThrow(() -> new InvalidInput("number", "Insiden %s tidak ada.".formatted(number)));
    }

    private Actor actor() {
        StaffMember member = currentStaff.require();
        return new Actor(Actor.Kind.STAFF, member.id().value(), member.fullName());
    }
}
