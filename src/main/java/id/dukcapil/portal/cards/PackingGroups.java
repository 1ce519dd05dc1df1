package id.dukcapil.portal.cards;

import id.dukcapil.portal.common.OfficeCode;
import java.util.List;

/** A procedure that knows which cards go to one institution together; the print room packs them without scanning each. */
public interface PackingGroups {

    /** @param institution who takes them, "SMAN 1 Soreang, XII-2"; @param orders that were asked for */
    record PackingGroup(String institution, List<String> orders) {}

    /** What an office prints, ready or not. */
    List<PackingGroup> of(OfficeCode office);
}
