package id.dukcapil.portal.common;

import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What a rule of alerts can watch. A module declares one bean of this type for each; whoever keeps the rules asks all of them
 * without knowing the modules.
 *
 * @param code name in the database
 * @param label "Berkas terlambat"
 * @param unit of what is measured, "berkas"
 * @param wantsMore whether trouble is below the limit; otherwise it is above
 * @param limit where a rule begins that nobody has changed
 * @param audience who is told by a rule that nobody has changed: everybody with that permission within reach of the office
 * @param needs the permission with which the readings are taken
 * @param readings of now; an office that is missing has no trouble
 */
public record AlertMeasure(
        String code,
        String label,
        String unit,
        boolean wantsMore,
        int limit,
        Permission audience,
        Permission needs,
        Supplier<List<Reading>> readings) {

    /**
     * @param office null for what concerns the whole organisation
     * @param text one sentence with the value in it
     * @param link where to look, relative to the portal
     */
    public record Reading(@Nullable OfficeCode office, int value, String text, String link) {}

    public boolean isTrouble(int value, int allowed) {
        return wantsMore ? value < allowed : value > allowed;
    }
}
