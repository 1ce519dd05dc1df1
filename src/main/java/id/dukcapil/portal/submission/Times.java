package id.dukcapil.portal.submission;

import id.dukcapil.portal.common.OfficeCode;
import id.dukcapil.portal.staff.Office;
import id.dukcapil.portal.staff.Offices;
import id.dukcapil.portal.staff.Organisation;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import org.springframework.stereotype.Component;

/** Until when something holds: a claim, and the time of the applicant. */
@Component("submissionTimes")
class Times {

    private final SubmissionSettings settings;
    private final Offices offices;
    private final Organisation organisation;

    Times(SubmissionSettings settings, Offices offices, Organisation organisation) {
        this.settings = settings;
        this.offices = offices;
        this.organisation = organisation;
    }

    Instant heldUntil(Instant now) {
        return now.plus(settings.heldFor()).truncatedTo(ChronoUnit.MICROS);
    }

    /** The end of the last day, so that the letter can name a date; calendar days, because nothing has to be open. */
    Instant completeBy(Instant returned, OfficeCode office) {
        ZoneId zone = offices.find(office).map(Office::timeZone).orElseGet(organisation::timeZone);
        return LocalDate.ofInstant(returned, zone)
                .plusDays(settings.completeWithinDays() + 1L)
                .atStartOfDay(zone)
                .toInstant()
                .minusSeconds(1);
    }
}
