package id.dukcapil.portal.calendar;

import id.dukcapil.portal.common.Appointments;
import id.dukcapil.portal.common.OfficeCode;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** The appointments that a change of the calendar would touch, whichever module keeps them. */
@Component
class BookedPeople {

    private static final int YEARS_AHEAD = 2;

    private final ObjectProvider<Appointments> appointments;

    BookedPeople(ObjectProvider<Appointments> appointments) {
        this.appointments = appointments;
    }

    List<Appointments.Held> between(LocalDate from, LocalDate to) {
        return appointments.stream()
                .flatMap(kept -> kept.between(from, to).stream())
                .sorted(Comparator.comparing(Appointments.Held::date))
                .toList();
    }

    List<Appointments.Held> of(OfficeCode office, LocalDate from) {
        return between(from, from.plusYears(YEARS_AHEAD)).stream()
                .filter(day -> day.office().equals(office))
                .toList();
    }
}
