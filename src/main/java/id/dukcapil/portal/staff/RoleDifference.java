package id.dukcapil.portal.staff;

import id.dukcapil.portal.common.Permission;
import java.util.List;
import java.util.Set;

/**
 * What a change of a role would do, before it is saved.
 *
 * @param added permissions in the order of their declaration
 * @param secondFactorBefore whether the role demanded a second factor so far
 * @param forgotten unknown names that would be removed; nobody loses anything
 * @param people whose permissions would really change, by name
 */
public record RoleDifference(
        String labelBefore,
        String labelAfter,
        List<Permission> added,
        List<Permission> removed,
        boolean secondFactorBefore,
        boolean secondFactorAfter,
        List<String> forgotten,
        List<Affected> people) {

    /**
     * Somebody whom the change concerns; what another role permits anyway is neither gained nor lost.
     *
     * @param oneself the person who is about to save
     */
    public record Affected(
            String fullName, String officeName, boolean oneself, List<Permission> gained, List<Permission> lost) {}

    public boolean isEmpty() {
        return labelBefore.equals(labelAfter)
                && added.isEmpty()
                && removed.isEmpty()
                && !secondFactorChanges()
                && forgotten.isEmpty();
    }

    public boolean secondFactorChanges() {
        return secondFactorBefore != secondFactorAfter;
    }

    static List<Permission> minus(Set<Permission> some, Set<Permission> others) {
        return some.stream()
                .filter(permission -> !others.contains(permission))
                .sorted()
                .toList();
    }
}
