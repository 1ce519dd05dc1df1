package id.dukcapil.portal.activation.process;

import id.dukcapil.portal.common.procedure.ActedBy;
import id.dukcapil.portal.staff.Office;
import java.time.Instant;
import java.time.LocalDate;

/**
 * One act of a person, the channel or the portal.
 *
 * @param day on which it counts: the date in the zone of the office
 */
public record DatedAct(ActedBy by, LocalDate day) {

    static DatedAct of(ActedBy by, Office office) {
        return new DatedAct(by, LocalDate.ofInstant(by.at(), office.timeZone()));
    }

    public Instant at() {
        return by.at();
    }
}
