package id.dukcapil.portal.submission;

import id.dukcapil.portal.population.Relationship;
import java.util.EnumSet;
import java.util.Set;

/** The remark of the procedure: only these members of the family may ask. */
final class Eligibility {

    private static final Set<Relationship> MAY_ASK =
            EnumSet.of(Relationship.HEAD, Relationship.HUSBAND, Relationship.WIFE, Relationship.CHILD);

    private Eligibility() {}

    static boolean mayAsk(Relationship relationship) {
        return MAY_ASK.contains(relationship);
    }
}
