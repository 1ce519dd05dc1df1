package id.dukcapil.portal.staff;

import id.dukcapil.portal.common.InvalidInput;
import id.dukcapil.portal.common.OfficeCode;
import id.dukcapil.portal.common.Permission;
import id.dukcapil.portal.common.StaffId;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Who may change whose account and give what. An administrator need not hold what they give, except the permissions that
 * make an administrator: nobody can raise themselves or a friend above their own reach.
 */
final class AccountRules {

    /** Given, and taken from somebody, only by those who hold them. */
    static final Set<Permission> ADMINISTERING =
            EnumSet.of(Permission.STAFF_EDIT, Permission.ROLE_EDIT, Permission.OFFICE_SPAN);

    /** Without these nobody can set right what went wrong. */
    static final Set<Permission> INDISPENSABLE = EnumSet.of(Permission.STAFF_EDIT, Permission.ROLE_EDIT);

    static final String NOT_YOURS_TO_GIVE =
            "Wewenang mengatur pegawai, peran atau semua kantor hanya dapat diberikan oleh yang memilikinya.";
    static final String OWN_LOSS =
            "Anda tidak dapat mencabut wewenang Anda sendiri untuk mengatur pegawai dan peran; mintalah administrator lain.";

    /**
     * An account as the rules see it.
     *
     * @param permissions by its roles, without a mandate; empty for one that is about to be created
     */
    record Target(@Nullable StaffId id, OfficeCode office, Set<String> roles, Set<Permission> permissions) {}

    private final StaffMember actor;

    AccountRules(StaffMember actor) {
        this.actor = actor;
    }

    boolean isOneself(Target target) {
        return actor.id().equals(target.id());
    }

    /** Whether the account is within the actor's office and not above the actor. */
    boolean reaches(Target target) {
        return actor.mayActFor(target.office()) && holdsWhatAdministers(target.permissions());
    }

    void requireReach(Target target) {
        if (!actor.mayActFor(target.office())) {
            throw new InvalidInput("office", "Akun ini milik kantor di luar jangkauan Anda.");
        }
        if (!holdsWhatAdministers(target.permissions())) {
            throw new InvalidInput(
                    "roles",
                    "Akun ini memegang wewenang mengatur yang tidak Anda miliki; mintalah administrator mengubahnya.");
        }
    }

    void requireSomebodyElse(Target target, String sentence) {
        if (isOneself(target)) {
            throw new InvalidInput("username", sentence);
        }
    }

    /**
     * @param roles codes after the change
     * @param permissions what these roles permit
     */
    void requireMayGive(Target target, OfficeCode office, Set<String> roles, Set<Permission> permissions) {
        if (!actor.mayActFor(office)) {
            throw new InvalidInput("office", "Anda hanya dapat menempatkan pegawai di kantor Anda sendiri.");
        }
        if (!holdsWhatAdministers(permissions)) {
            throw new InvalidInput("roles", NOT_YOURS_TO_GIVE);
        }
        if (isOneself(target)) {
            requireNoGift(target, roles);
            requireStillAdministers(target.permissions(), permissions);
        }
    }

    private static void requireNoGift(Target target, Set<String> roles) {
        if (!target.roles().containsAll(roles)) {
            throw new InvalidInput(
                    "roles", "Anda tidak dapat memberi peran kepada diri sendiri; mintalah administrator lain.");
        }
    }

    static void requireStillAdministers(Set<Permission> before, Set<Permission> after) {
        boolean gone = INDISPENSABLE.stream()
                .anyMatch(permission -> before.contains(permission) && !after.contains(permission));
        if (gone) {
            throw new InvalidInput("roles", OWN_LOSS);
        }
    }

    private boolean holdsWhatAdministers(Set<Permission> permissions) {
        return permissions.stream().filter(ADMINISTERING::contains).allMatch(actor::may);
    }
}
