package id.dukcapil.portal.sla.report;

import id.dukcapil.portal.common.OfficeCode;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A case that is under way.
 *
 * @param forOffice whether the office is waited for, not the applicant
 * @param age working time of its office since it was opened
 * @param due when its step or all its steps together have used up their time, whichever is first; null when nobody can say
 * @param late whether that has been
 * @param soon whether it will be within the next hour of work
 */
public record OpenCase(
        UUID id,
        String number,
        String standard,
        OfficeCode office,
        int step,
        boolean forOffice,
        Instant openedAt,
        Duration age,
        @Nullable Instant due,
        boolean late,
        boolean soon) {

    /** How long it is open; a day of work has seven and a half hours (Perpres 21/2023). */
    public enum Age {
        HOUR("kurang dari 1 jam", Duration.ofHours(1)),
        DAY("kurang dari 1 hari", Duration.ofMinutes(450)),
        DAYS("1–3 hari", Duration.ofMinutes(3 * 450)),
        LONGER("lebih dari 3 hari", Duration.ofDays(100_000));

        private final String label;
        private final Duration below;

        Age(String label, Duration below) {
            this.label = label;
            this.below = below;
        }

        public String label() {
            return label;
        }
    }

    public Age ageGroup() {
        for (Age group : Age.values()) {
            if (age.compareTo(group.below) < 0) {
                return group;
            }
        }
        return Age.LONGER;
    }
}
