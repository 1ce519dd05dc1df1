package id.dukcapil.portal.staff;

import id.dukcapil.portal.common.AuditEvent;
import id.dukcapil.portal.common.InvalidInput;
import id.dukcapil.portal.common.Permission;
import id.dukcapil.portal.common.PlainText;
import id.dukcapil.portal.common.ui.Formats;
import id.dukcapil.portal.staff.Role.Holder;
import java.text.Normalizer;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The roles of the office: named sets of permissions that administrators put together. What a change would do to whom is shown
 * before it is saved, and open sessions notice it with their next request.
 */
@Service
@PreAuthorize("hasAuthority('STAFF_READ')")
public class Roles {

    private static final String KIND = "Peran";
    private static final int LONGEST_LABEL = 80;
    private static final int LONGEST_STEM = 28;

    private final RoleRecords records;
    private final RoleHolders holders;
    private final CurrentStaff staff;
    private final ApplicationEventPublisher events;

    Roles(RoleRecords records, RoleHolders holders, CurrentStaff staff, ApplicationEventPublisher events) {
        this.records = records;
        this.holders = holders;
        this.staff = staff;
        this.events = events;
    }

    /** In the order of the list of roles, the highest first. */
    @Transactional(readOnly = true)
    public List<Role> all() {
        return records.all();
    }

    @Transactional(readOnly = true)
    public Optional<Role> find(String code) {
        return records.find(code);
    }

    /** The people who hold the role now, deputies too, by name. */
    @Transactional(readOnly = true)
    public List<Holder> holdersOf(String code) {
        return holders.of(code);
    }

    /** What saving would do; nothing is stored. */
    @Transactional(readOnly = true)
    @PreAuthorize("hasAuthority('ROLE_EDIT')")
    public RoleDifference preview(String code, Role.Edit edit) {
        return difference(required(code), edit);
    }

    /**
     * @param version as it was when the difference was looked at
     * @return what was changed
     * @throws StaffConflict when somebody else changed the role since
     * @throws InvalidInput when more is given than the giver may give, nobody could administer any more, or a role that
     *     administers would do without a second factor
     */
    @Transactional
    @PreAuthorize("hasAuthority('ROLE_EDIT')")
    public RoleDifference change(String code, long version, Role.Edit edit) {
        requireUsable(edit.label());
        requireSecondFactor(edit);
        records.lock();
        Role before = records.unchanged(code, version);
        RoleDifference difference = difference(before, edit);
        if (difference.isEmpty()) {
            return difference;
        }
        requireMayGive(difference);
        saved(edit.label(), () -> records.change(code, edit, actor().fullName()));
        records.requireSomebodyAdministers();
        events.publishEvent(AuditEvent.of(KIND, code, "Diubah")
                .changing("Nama", difference.labelBefore(), difference.labelAfter())
                .changing("Izin ditambahkan", null, names(difference.added()))
                .changing("Izin dicabut", names(difference.removed()), null)
                .changing(
                        "Wajib langkah kedua",
                        yesOrNo(difference.secondFactorBefore()),
                        yesOrNo(difference.secondFactorAfter()))
                .changing("Izin tidak dikenal dihapus", names(difference.forgotten()), null)
                .changing("Pegawai terdampak", null, difference.people().size()));
        return difference;
    }

    /**
     * A new role that begins as a copy.
     *
     * @param model code of the role whose permissions it gets
     */
    @Transactional
    @PreAuthorize("hasAuthority('ROLE_EDIT')")
    public Role copy(String model, String label) {
        requireUsable(label);
        records.lock();
        Role original = required(model);
        requireGivable(original.permissions());
        String code = freeCode(label);
        saved(label.strip(), () -> records.enter(code, label.strip(), original, actor().fullName()));
        events.publishEvent(AuditEvent.of(KIND, code, "Dibuat")
                .changing("Nama", null, label.strip())
                .changing("Salinan dari", null, original.label())
                .changing("Wajib langkah kedua", null, yesOrNo(original.secondFactorRequired()))
                .changing(
                        "Izin",
                        null,
                        names(original.permissions().stream().sorted().toList())));
        return required(code);
    }

    /** @throws InvalidInput when somebody still has the role, or a position brings it with it */
    @Transactional
    @PreAuthorize("hasAuthority('ROLE_EDIT')")
    public void delete(String code, long version) {
        records.lock();
        Role role = records.unchanged(code, version);
        if (role.holders() > 0) {
            throw new InvalidInput(
                    "role", "Peran ini masih dipegang %d pegawai; cabut lebih dahulu.".formatted(role.holders()));
        }
        if (!role.position().isEmpty()) {
            throw new InvalidInput(
                    "role", "Peran ini melekat pada jabatan %s dan tidak dapat dihapus.".formatted(role.position()));
        }
        records.delete(code);
        events.publishEvent(AuditEvent.of(KIND, code, "Dihapus")
                .changing("Nama", role.label(), null)
                .changing("Izin", names(role.permissions().stream().sorted().toList()), null));
    }

    private RoleDifference difference(Role before, Role.Edit edit) {
        List<Permission> added = RoleDifference.minus(edit.permissions(), before.permissions());
        List<Permission> removed = RoleDifference.minus(before.permissions(), edit.permissions());
        List<String> forgotten = before.unknown().stream()
                .filter(name -> !edit.unknown().contains(name))
                .toList();
        return new RoleDifference(
                before.label(),
                edit.label(),
                added,
                removed,
                before.secondFactorRequired(),
                edit.secondFactorRequired(),
                forgotten,
                holders.affected(before.code(), added, removed, actor().id()));
    }

    private void requireMayGive(RoleDifference difference) {
        requireGivable(difference.added());
        boolean ownLoss = difference.people().stream()
                .filter(RoleDifference.Affected::oneself)
                .flatMap(person -> person.lost().stream())
                .anyMatch(AccountRules.INDISPENSABLE::contains);
        if (ownLoss) {
            throw new InvalidInput("permissions", AccountRules.OWN_LOSS);
        }
    }

    private void requireGivable(Collection<Permission> given) {
        if (!given.stream().filter(AccountRules.ADMINISTERING::contains).allMatch(actor()::may)) {
            throw new InvalidInput("permissions", AccountRules.NOT_YOURS_TO_GIVE);
        }
    }

    private static void requireUsable(String label) {
        if (!PlainText.isName(label, 1, LONGEST_LABEL)) {
            throw new InvalidInput("label", "Nama peran wajib diisi, paling banyak 80 huruf.");
        }
    }

    private static void requireSecondFactor(Role.Edit edit) {
        if (Role.insistsOnSecondFactor(edit.permissions()) && !edit.secondFactorRequired()) {
            throw new InvalidInput(
                    "secondFactor",
                    "Peran yang mengatur pegawai atau peran wajib memakai langkah kedua: kata sandi yang bocor tidak boleh cukup untuk membuka semua wewenang.");
        }
    }

    private static void saved(String label, Runnable write) {
        try {
            write.run();
        } catch (DuplicateKeyException taken) {
            throw new InvalidInput("label", "Peran bernama %s sudah ada.".formatted(label));
        }
    }

    /** "Operator loket" becomes operator-loket, with a number when that is taken. */
    private String freeCode(String label) {
        String plain = Normalizer.normalize(label.strip(), Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .toLowerCase(Formats.INDONESIAN)
                .replaceAll("[^a-z0-9]+", "-")
                .replaceAll("^-|-$", "");
        String stem = plain.isEmpty() ? "peran" : plain.substring(0, Math.min(plain.length(), LONGEST_STEM));
        Set<String> taken = records.all().stream().map(Role::code).collect(Collectors.toSet());
        String code = stem;
        for (int number = 2; taken.contains(code); number++) {
            code = stem + "-" + number;
        }
        return code;
    }

    private Role required(String code) {
        return records.find(code).orElseThrow(() -> new StaffConflict("Peran itu tidak ada lagi."));
    }

    private StaffMember actor() {
        return staff.require();
    }

    private static String yesOrNo(boolean required) {
        return required ? "ya" : "tidak";
    }

    private static String names(Collection<?> permissions) {
        return permissions.stream().map(Object::toString).collect(Collectors.joining(", "));
    }
}
