package id.dukcapil.portal.population.importing;

import id.dukcapil.portal.staff.Organisation;
import java.time.Clock;
import java.time.LocalDate;
import org.springframework.stereotype.Component;

/** Which day it is at the office. */
@Component
class OfficeDate {

    private final Clock clock;
    private final Organisation organisation;

    OfficeDate(Clock clock, Organisation organisation) {
        this.clock = clock;
        this.organisation = organisation;
    }

    LocalDate now() {
        return LocalDate.ofInstant(clock.instant(), organisation.timeZone());
    }
}
