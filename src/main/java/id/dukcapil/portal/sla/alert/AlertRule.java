package id.dukcapil.portal.sla.alert;

import id.dukcapil.portal.common.AlertMeasure;
import id.dukcapil.portal.common.Permission;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.List;

/**
 * When whom is told about a measure.
 *
 * @param allowed the limit that does no harm yet
 * @param audience everybody with that permission within reach of the office gets it by the bell
 * @param quietFrom from then until {@code quietUntil} on the clocks of the office nobody is told; equal for no quiet
 * @param mailTo addresses with commas between them; empty for none
 * @param version 0 for a rule that nobody has changed
 */
public record AlertRule(
        AlertMeasure measure,
        boolean enabled,
        int allowed,
        Permission audience,
        LocalTime quietFrom,
        LocalTime quietUntil,
        String mailTo,
        long version) {

    static final LocalTime EVENING = LocalTime.of(18, 0);
    static final LocalTime MORNING = LocalTime.of(7, 0);

    static AlertRule proposed(AlertMeasure measure) {
        return new AlertRule(measure, true, measure.limit(), measure.audience(), EVENING, MORNING, "", 0);
    }

    /** The rule in words: "lebih dari 5 berkas". */
    public String condition() {
        return (measure.wantsMore() ? "kurang dari " : "lebih dari ") + allowed + " " + measure.unit();
    }

    boolean isQuiet(LocalTime time) {
        boolean begun = !time.isBefore(quietFrom);
        boolean goesOn = time.isBefore(quietUntil);
        return quietFrom.isAfter(quietUntil) ? begun || goesOn : begun && goesOn;
    }

    List<String> addresses() {
        return Arrays.stream(mailTo.split(","))
                .map(String::strip)
                .filter(address -> !address.isEmpty())
                .toList();
    }
}
