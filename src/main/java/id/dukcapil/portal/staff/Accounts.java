package id.dukcapil.portal.staff;

import id.dukcapil.portal.common.AuditEvent;
import id.dukcapil.portal.common.Finding;
import id.dukcapil.portal.common.InvalidInput;
import id.dukcapil.portal.common.Nip;
import id.dukcapil.portal.common.OfficeCode;
import id.dukcapil.portal.common.Permission;
import id.dukcapil.portal.common.StaffId;
import id.dukcapil.portal.staff.AccountDetails.Action;
import id.dukcapil.portal.staff.AccountRecords.Stored;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The accounts of the staff, as administrators keep them. An account is never deleted, because records name it: it is
 * disabled. Every change is noticed by the sessions that are open ({@link CurrentAuthorityFilter}).
 */
@Service
@PreAuthorize("hasAuthority('STAFF_READ')")
public class Accounts {

    private static final String KIND = "Akun pegawai";
    private static final Pattern USERNAME = Pattern.compile("[a-z][a-z0-9._-]{2,39}");
    private static final int LONGEST_REASON = 300;

    /**
     * A password that was made for somebody; it must be changed at the first sign-in.
     *
     * @param text the secret; this is the only time it can be seen
     */
    public record IssuedPassword(StaffId account, String username, String fullName, String text) {

        @Override
        public String toString() {
            return "IssuedPassword[account=" + account + "]";
        }
    }

    private final AccountRecords records;
    private final RoleRecords roles;
    private final Authorities authorities;
    private final MandateRecords mandates;
    private final CurrentStaff staff;
    private final PasswordEncoder passwords;
    private final ApplicationEventPublisher events;

    Accounts(
            AccountRecords records,
            RoleRecords roles,
            Authorities authorities,
            MandateRecords mandates,
            CurrentStaff staff,
            PasswordEncoder passwords,
            ApplicationEventPublisher events) {
        this.records = records;
        this.roles = roles;
        this.authorities = authorities;
        this.mandates = mandates;
        this.staff = staff;
        this.passwords = passwords;
        this.events = events;
    }

    /** Nothing for an account of an office that is out of reach. */
    @Transactional(readOnly = true)
    public Optional<AccountDetails> find(StaffId id) {
        return records.find(id)
                .filter(stored -> staff.require().mayActFor(stored.office()))
                .map(this::details);
    }

    private AccountDetails details(Stored stored) {
        Set<String> held = records.rolesOf(stored.id());
        List<AccountDetails.HeldRole> named = roles.named(held);
        List<String> shown = authorities.rolesOf(stored.id().value());
        return new AccountDetails(
                stored.id(),
                stored.username(),
                stored.fullName(),
                stored.nip() == null ? null : Nip.parse(stored.nip()).value().orElse(null),
                stored.civilRank(),
                stored.office(),
                stored.officeName(),
                named,
                shown.size() > named.size() ? shown.getFirst() : null,
                authorities.permissionsOf(stored.id().value()),
                stored.standing(),
                stored.disabledBecause(),
                stored.createdAt(),
                stored.changedAt(),
                stored.changedBy(),
                stored.version(),
                allowed(stored, held));
    }

    private Set<Action> allowed(Stored stored, Set<String> held) {
        var allowed = EnumSet.noneOf(Action.class);
        var target = target(stored, held);
        if (!staff.may(Permission.STAFF_EDIT) || !rules().reaches(target)) {
            return allowed;
        }
        allowed.add(Action.EDIT);
        if (!rules().isOneself(target)) {
            allowed.add(stored.enabled() ? Action.DISABLE : Action.ENABLE);
            if (stored.enabled()) {
                allowed.add(Action.RESET_PASSWORD);
            }
            if (stored.secondFactor()) {
                allowed.add(Action.RESET_SECOND_FACTOR);
            }
        }
        return allowed;
    }

    /**
     * @throws InvalidInput when something is missing, wrong or taken, or more is given than the giver may give
     */
    @Transactional
    @PreAuthorize("hasAuthority('STAFF_EDIT')")
    public IssuedPassword create(String username, AccountEdit edit) {
        requireUsable(username, edit);
        OfficeCode office = Objects.requireNonNull(edit.office());
        String password = InitialPassword.next();
        String hash = encoded(password);
        roles.lock();
        var target = new AccountRules.Target(null, office, Set.of(), Set.of());
        roles.requireExist(edit.roles());
        rules().requireMayGive(target, office, edit.roles(), roles.permissionsOf(edit.roles()));
        try {
            StaffId id = records.enter(username.strip(), hash, edit, office, actorName());
            events.publishEvent(AuditEvent.of(KIND, username.strip(), "Dibuat")
                    .at(office)
                    .changing("Nama", null, edit.fullName())
                    .changing("NIP", null, lastDigits(edit.nipDigits()))
                    .changing("Kantor", null, office)
                    .changing("Peran", null, RoleRecords.labels(roles.named(edit.roles()))));
            return new IssuedPassword(id, username.strip(), edit.fullName(), password);
        } catch (DuplicateKeyException taken) {
            throw new InvalidInput("username", "Nama pengguna itu sudah dipakai; pilih yang lain.");
        }
    }

    /**
     * @param version as it was when the account was looked at
     * @throws StaffConflict when somebody else changed it since
     */
    @Transactional
    @PreAuthorize("hasAuthority('STAFF_EDIT')")
    public void edit(StaffId id, long version, AccountEdit edit) {
        requireUsable(edit.findings());
        OfficeCode office = Objects.requireNonNull(edit.office());
        roles.lock();
        Stored before = records.lock(id, version);
        Set<String> held = records.rolesOf(id);
        var target = target(before, held);
        rules().requireReach(target);
        roles.requireExist(edit.roles());
        rules().requireMayGive(target, office, edit.roles(), roles.permissionsOf(edit.roles()));
        records.change(id, edit, office, actorName());
        roles.requireSomebodyAdministers();
        events.publishEvent(AuditEvent.of(KIND, before.username(), "Diubah")
                .at(office)
                .changing("Nama", before.fullName(), edit.fullName())
                .changing("NIP", lastDigits(before.nip()), lastDigits(edit.nipDigits()))
                .changing("Pangkat", before.civilRank(), edit.rankOrNull())
                .changing("Kantor", before.office(), office)
                .changing(
                        "Peran", RoleRecords.labels(roles.named(held)), RoleRecords.labels(roles.named(edit.roles()))));
    }

    /** The account keeps its history and its name, but nobody signs in with it, and sessions that are open end. */
    @Transactional
    @PreAuthorize("hasAuthority('STAFF_EDIT')")
    public void disable(StaffId id, long version, String reason) {
        String because = reason.strip();
        if (because.isEmpty() || because.length() > LONGEST_REASON) {
            throw new InvalidInput("reason", "Alasan harus diisi, paling banyak 300 huruf.");
        }
        roles.lock();
        Stored account = reached(id, version);
        rules().requireSomebodyElse(target(account), "Anda tidak dapat menonaktifkan akun Anda sendiri.");
        mandates.requireNone(id);
        records.setEnabled(id, false, because, actorName());
        roles.requireSomebodyAdministers();
        events.publishEvent(AuditEvent.of(KIND, account.username(), "Dinonaktifkan")
                .at(account.office())
                .because(because));
    }

    @Transactional
    @PreAuthorize("hasAuthority('STAFF_EDIT')")
    public void enable(StaffId id, long version) {
        Stored account = reached(id, version);
        records.setEnabled(id, true, null, actorName());
        events.publishEvent(
                AuditEvent.of(KIND, account.username(), "Diaktifkan").at(account.office()));
    }

    /** Makes a new initial password; sessions opened with the old one end. */
    @Transactional
    @PreAuthorize("hasAuthority('STAFF_EDIT')")
    public IssuedPassword resetPassword(StaffId id, long version) {
        String password = InitialPassword.next();
        String hash = encoded(password);
        Stored account = reached(id, version);
        rules().requireSomebodyElse(
                        target(account), "Kata sandi Anda sendiri diganti di halaman Akun saya, bukan di sini.");
        records.setInitialPassword(id, hash, actorName());
        events.publishEvent(AuditEvent.of(KIND, account.username(), "Kata sandi awal dibuat")
                .at(account.office()));
        return new IssuedPassword(id, account.username(), account.fullName(), password);
    }

    private Stored reached(StaffId id, long version) {
        Stored stored = records.lock(id, version);
        rules().requireReach(target(stored));
        return stored;
    }

    private AccountRules rules() {
        return new AccountRules(staff.require());
    }

    private AccountRules.Target target(Stored stored) {
        return target(stored, records.rolesOf(stored.id()));
    }

    private AccountRules.Target target(Stored stored, Set<String> held) {
        return new AccountRules.Target(stored.id(), stored.office(), held, roles.permissionsOf(held));
    }

    private String actorName() {
        return staff.require().fullName();
    }

    /** Enough to see that a NIP was changed; the rest of it tells a birth date. */
    private static @Nullable String lastDigits(@Nullable String nip) {
        return nip == null ? null : "…" + nip.substring(nip.length() - 4);
    }

    private String encoded(String password) {
        return Objects.requireNonNull(passwords.encode(password));
    }

    private static void requireUsable(String username, AccountEdit edit) {
        var findings = new ArrayList<>(edit.findings());
        if (!USERNAME.matcher(username.strip()).matches()) {
            findings.addFirst(
                    Finding.error(
                            "username",
                            "Nama pengguna 3 sampai 40 huruf kecil atau angka, boleh dengan titik, garis bawah atau tanda hubung, dan diawali huruf."));
        }
        requireUsable(findings);
    }

    private static void requireUsable(List<Finding> findings) {
        List<Finding> errors = findings.stream().filter(Finding::isError).toList();
        if (!errors.isEmpty()) {
            throw new InvalidInput(errors);
        }
    }
}
