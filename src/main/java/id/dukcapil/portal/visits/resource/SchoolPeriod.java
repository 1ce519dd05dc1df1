package id.dukcapil.portal.visits.resource;

import id.dukcapil.portal.visits.school.SchoolKind;
import java.time.LocalDate;

/**
 * Days on which schools have no room for a visit.
 *
 * @param level the kinds of school it holds for: "SMA/SMK/SLB"
 */
public record SchoolPeriod(LocalDate from, LocalDate to, String name, String level) {

    /** A period that names no kind holds for all; a Madrasah Aliyah and a PKBM follow those of the SMA. */
    public boolean concerns(SchoolKind kind) {
        String wanted = switch (kind) {
            case MA, PKBM -> "SMA";
            case SMALB -> "SLB";
            case SMA, SMK, SLB -> kind.name();
        };
        return level.matches("[^A-Z]*") || level.contains(wanted);
    }

    public boolean touches(LocalDate first, LocalDate last) {
        return !from.isAfter(last) && !to.isBefore(first);
    }
}
