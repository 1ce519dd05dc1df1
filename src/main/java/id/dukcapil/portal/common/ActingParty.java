package id.dukcapil.portal.common;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What every principal of a security context can say about itself, whoever it is: staff, an outside system, the portal. */
public interface ActingParty {

    Actor actor();

    /** The place of work, or null for those who have none. */
    default @Nullable OfficeCode workplace() {
        return null;
    }

    /** Whether it may deal with the cases of that office. */
    default boolean reaches(OfficeCode office) {
        return false;
    }

    /** Labels of the roles in which it acts, for showing and for the audit trail. */
    default List<String> actingRoles() {
        return List.of();
    }
}
