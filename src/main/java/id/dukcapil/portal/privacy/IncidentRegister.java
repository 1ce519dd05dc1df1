package id.dukcapil.portal.privacy;

import id.dukcapil.portal.common.AuditEvent;
import id.dukcapil.portal.common.InvalidInput;
import id.dukcapil.portal.common.procedure.ActedBy;
import id.dukcapil.portal.common.procedure.CaseCommands;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The register of incidents (UU 27/2022 art. 46) and the officer's verbs on it. */
@Service
@PreAuthorize("hasAuthority('PRIVACY_READ')")
public class IncidentRegister {

    static final String KIND = "Insiden data pribadi";
    private static final String HANDLE = "hasAuthority('PRIVACY_HANDLE')";

    private final DataIncidents incidents;
    private final CaseNumbers numbers;
    private final CaseCommands cases;

    IncidentRegister(DataIncidents incidents, CaseNumbers numbers, CaseCommands cases) {
        this.incidents = incidents;
        this.numbers = numbers;
        this.cases = cases;
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
        ActedBy by = cases.actor();
        if (discoveredAt != null && discoveredAt.isAfter(by.at())) {
            throw new InvalidInput("discoveredAt", "Waktu ditemukan tidak boleh di masa depan.");
        }
        var stored = incidents.saveAndFlush(new DataIncident(
                numbers.next(CaseNumbers.Series.INS, by.at()),
                facts,
                Objects.requireNonNullElse(discoveredAt, by.at()),
                by));
        cases.tell(AuditEvent.of(KIND, stored.number(), "Dicatat").changing("Judul", null, facts.title()));
        return stored.details();
    }

    @PreAuthorize(HANDLE)
    @Transactional
    public void describe(String number, IncidentFacts facts) {
        facts.check();
        DataIncident incident = locked(number);
        IncidentFacts before = incident.facts();
        incident.describe(facts, cases.actor());
        incidents.flush();
        cases.tell(AuditEvent.of(KIND, number, "Uraian dilengkapi")
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
        change(number, (incident, by) -> incident.notifyAuthority(at, way, by));
    }

    /** @param at when the notice to the people went out; @param how by what way they were reached */
    @PreAuthorize(HANDLE)
    @Transactional
    public void notifySubjects(String number, Instant at, String how) {
        String way = RequestRegister.requireText("how", how);
        change(number, (incident, by) -> incident.notifySubjects(at, way, by));
    }

    @PreAuthorize(HANDLE)
    @Transactional
    public void close(String number, String conclusion) {
        String text = RequestRegister.requireText("reason", conclusion);
        change(number, (incident, by) -> incident.close(by, text));
    }

    @PreAuthorize(HANDLE)
    @Transactional
    public void dismiss(String number, String reason) {
        String why = RequestRegister.requireText("reason", reason);
        change(number, (incident, by) -> incident.dismiss(by, why));
    }

    private void change(String number, BiConsumer<DataIncident, ActedBy> verb) {
        cases.change(() -> Optional.of(locked(number)), verb);
    }

    private DataIncident locked(String number) {
        return incidents
                .lockByNumber(number)
                .orElseThrow(() -> new InvalidInput("number", "Insiden %s tidak ada.".formatted(number)));
    }
}
