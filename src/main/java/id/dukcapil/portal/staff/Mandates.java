package id.dukcapil.portal.staff;

import id.dukcapil.portal.common.AuditEvent;
import id.dukcapil.portal.common.Finding;
import id.dukcapil.portal.common.InvalidInput;
import id.dukcapil.portal.common.Nip;
import id.dukcapil.portal.common.StaffId;
import id.dukcapil.portal.common.ui.Formats;
import id.dukcapil.portal.staff.AccountRecords.Stored;
import id.dukcapil.portal.staff.Organisation.Head;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Who signs for the head of the office while the head is away or the position is vacant. A mandate gives the deputy's
 * account the role of the position for as long as it is valid, and nobody has to switch anything on or off.
 */
@Service
@PreAuthorize("hasAuthority('STAFF_READ')")
public class Mandates {

    private static final String KIND = "Mandat";
    private static final int LONGEST_REASON = 300;

    private final MandateRecords records;
    private final AccountRecords accounts;
    private final CurrentStaff staff;
    private final Organisation organisation;
    private final JdbcClient jdbc;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Mandates(
            MandateRecords records,
            AccountRecords accounts,
            CurrentStaff staff,
            Organisation organisation,
            JdbcClient jdbc,
            ApplicationEventPublisher events,
            Clock clock) {
        this.records = records;
        this.accounts = accounts;
        this.staff = staff;
        this.organisation = organisation;
        this.jdbc = jdbc;
        this.events = events;
        this.clock = clock;
    }

    /** Latest first, revoked ones too. */
    @Transactional(readOnly = true)
    public List<Mandate> all() {
        return records.all();
    }

    @Transactional(readOnly = true)
    public Optional<Mandate> find(UUID id) {
        return records.find(id);
    }

    /**
     * Who may sign as the head at that moment: the deputy with a valid mandate, else the head; nobody when the position
     * is vacant and no mandate was given. A mandate counts from when it was entered until it was revoked.
     */
    @Transactional(readOnly = true)
    @PreAuthorize("isAuthenticated()")
    public Optional<Signatory> signatoryOn(Instant moment) {
        Optional<Mandate> mandate = records.validAt(moment);
        if (mandate.isPresent()) {
            return mandate.map(this::deputy);
        }
        LocalDate day = LocalDate.ofInstant(moment, organisation.timeZone());
        return organisation.headOn(day).map(this::head);
    }

    private Signatory deputy(Mandate mandate) {
        Stored account = accounts.find(mandate.deputy()).orElseThrow();
        return new Signatory(
                mandate.kind().abbreviation() + " " + title(),
                account.fullName(),
                grouped(account.nip()),
                account.civilRank(),
                account.id(),
                mandate);
    }

    private Signatory head(Head head) {
        return new Signatory(title(), head.name(), grouped(head.nip()), head.rank(), accountOf(head), null);
    }

    /** "Kepala Dinas Kependudukan dan Pencatatan Sipil". */
    private String title() {
        return "Kepala " + organisation.name();
    }

    private static @Nullable String grouped(@Nullable String nip) {
        return nip == null ? null : Nip.parse(nip).value().map(Nip::grouped).orElse(nip);
    }

    /** The account with the head's NIP, as long as it can be used. */
    private @Nullable StaffId accountOf(Head head) {
        return Nip.parse(head.nip())
                .value()
                .flatMap(nip -> jdbc.sql(
                                "SELECT id FROM staff_account WHERE nip = ? AND enabled ORDER BY created_at LIMIT 1")
                        .param(nip.value())
                        .query(UUID.class)
                        .optional())
                .map(StaffId::new)
                .orElse(null);
    }

    /** Everything noticed about a mandate that is being entered; nothing is stored. */
    @Transactional(readOnly = true)
    @PreAuthorize("hasAuthority('STAFF_EDIT')")
    public List<Finding> check(NewMandate wanted) {
        var rules = new MandateRules(organisation.today(clock), organisation::headOn, records.notRevoked());
        var findings = new ArrayList<>(rules.findings(wanted));
        if (wanted.deputy() != null) {
            findings.addAll(ofDeputy(wanted.deputy()));
        }
        return findings;
    }

    private List<Finding> ofDeputy(StaffId deputy) {
        Optional<Stored> account = accounts.find(deputy);
        boolean isHead = organisation
                .headOn(organisation.today(clock))
                .map(this::accountOf)
                .filter(deputy::equals)
                .isPresent();
        Set<String> held = accounts.rolesOf(deputy);
        return MandateRules.ofDeputy(
                account.filter(Stored::enabled).isPresent(),
                deputy.equals(staff.require().id()),
                isHead || held.contains(records.role()));
    }

    /** @throws InvalidInput when a rule is broken, also by a mandate that somebody else entered a moment ago */
    @Transactional
    @PreAuthorize("hasAuthority('STAFF_EDIT')")
    public Mandate give(NewMandate wanted) {
        records.lockPosition();
        // Against somebody who disables the deputy at this moment
        Optional.ofNullable(wanted.deputy()).ifPresent(accounts::hold);
        List<Finding> errors = check(wanted).stream().filter(Finding::isError).toList();
        if (!errors.isEmpty()) {
            throw new InvalidInput(errors);
        }
        UUID id = records.enter(wanted, staff.require().fullName(), clock.instant());
        Mandate given = records.find(id).orElseThrow();
        events.publishEvent(AuditEvent.of(KIND, given.number(), "Diberikan")
                .changing("Jabatan", null, given.kind().abbreviation() + " " + given.position())
                .changing("Pegawai", null, given.deputyName())
                .changing("Masa", null, period(given))
                .changing("Tanggal surat", null, given.issuedOn())
                .because(given.reason()));
        return given;
    }

    /**
     * Ends a mandate now, or one that has not begun. The deputy's sessions notice it with their next request.
     *
     * @throws StaffConflict when somebody else has revoked it already
     */
    @Transactional
    @PreAuthorize("hasAuthority('STAFF_EDIT')")
    public Mandate revoke(UUID id, String reason) {
        String because = reason.strip();
        if (because.isEmpty() || because.length() > LONGEST_REASON) {
            throw new InvalidInput("reason", "Alasan harus diisi, paling banyak 300 huruf.");
        }
        Mandate mandate = records.find(id).orElseThrow(() -> new StaffConflict("Mandat itu tidak ada."));
        if (mandate.stateOn(organisation.today(clock)) == Mandate.State.EXPIRED) {
            throw new InvalidInput("reason", "Mandat ini sudah selesai dan tidak perlu dicabut.");
        }
        if (!records.revoke(id, staff.require().fullName(), because)) {
            throw new StaffConflict("Mandat %s sudah dicabut oleh orang lain.".formatted(mandate.number()));
        }
        events.publishEvent(AuditEvent.of(KIND, mandate.number(), "Dicabut")
                .changing("Pegawai", mandate.deputyName(), null)
                .changing("Masa", period(mandate), null)
                .because(because));
        return records.find(id).orElseThrow();
    }

    private static String period(Mandate mandate) {
        return Formats.date(mandate.from()) + " – " + Formats.date(mandate.until());
    }
}
