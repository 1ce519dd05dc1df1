package id.dukcapil.portal.common.procedure;

import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;

/**
 * A status of a procedure; implemented by its enum.
 *
 * @param <S> that enum
 */
public interface CaseStatus<S extends Enum<S>> {

    /** In Indonesian, as shown to staff. */
    String label();

    /** Whether a verb may lead from this status to that one; written as a {@code switch} without {@code default}. */
    boolean canBecome(S next);

    /** Names of the statuses with that property, for a condition in SQL. */
    static <S extends Enum<S>> List<String> names(Class<S> statuses, Predicate<S> property) {
        return Arrays.stream(statuses.getEnumConstants())
                .filter(property)
                .map(Enum::name)
                .toList();
    }

    /** The same as text for a constant condition: {@code 'PRINTED', 'EXPIRED'}. */
    static <S extends Enum<S>> String sql(Class<S> statuses, Predicate<S> property) {
        return "'" + String.join("', '", names(statuses, property)) + "'";
    }
}
