package id.dukcapil.portal.calendar;

import java.time.LocalDate;
import java.util.List;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** National holidays and collective leave by date (SKB tiga menteri), each with its basis and how certain it is. */
@Service
@PreAuthorize("permitAll()")
@Transactional(readOnly = true)
public class Holidays {

    private final CalendarFacts facts;

    Holidays(CalendarFacts facts) {
        this.facts = facts;
    }

    /** By date, both ends inclusive. */
    public List<Holiday> between(LocalDate from, LocalDate to) {
        return facts.holidays(from, to);
    }

    /** The years whose holidays are known, in order. */
    public List<Integer> years() {
        return facts.yearsWithHolidays();
    }
}
