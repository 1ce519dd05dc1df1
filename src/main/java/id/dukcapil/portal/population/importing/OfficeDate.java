package id.dukcapil.portal.population.importing;

import id.dukcapil.portal.staff.Organisation;
import java.time.Clock;
import java.time.LocalDate;
import org.springframework.stereotype.Component;

/** Which day it is at the office. */
@FunctionalInterface
interface OfficeDate {

    LocalDate now();

    /** By the clock of the portal, in the zone of the organisation. */
    @Component
    class ByClock implements OfficeDate {

        private final Clock clock;
        private final Organisation organisation;

        ByClock(Clock clock, Organisation organisation) {
            this.clock = clock;
            this.organisation = organisation;
        }

        @Override
        public LocalDate now() {
            return organisation.today(clock);
        }
    }
}
