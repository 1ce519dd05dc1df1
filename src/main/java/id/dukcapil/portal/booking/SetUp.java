package id.dukcapil.portal.booking;

import id.dukcapil.portal.common.Actor;
import id.dukcapil.portal.common.OfficeCode;
import id.dukcapil.portal.common.RecordRow;
import id.dukcapil.portal.common.SetUpStep;
import id.dukcapil.portal.staff.OfficeOpened;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Enters the configured weekday rules of offices that have none yet: at start, and when a new office is opened. */
@Component("bookingSetUp")
@Order(40)
@EnableConfigurationProperties({BookingSettings.class, BookingLimits.class, PaceSettings.class})
class SetUp implements SetUpStep {

    private static final LocalDate FROM_THE_BEGINNING = LocalDate.of(2024, 4, 30);

    private record Place(String code, String kind) {}

    private static final RowMapper<Place> PLACE = RecordRow.of(Place.class);

    private final BookingSettings settings;
    private final QuotaRows rows;
    private final JdbcClient jdbc;

    SetUp(BookingSettings settings, QuotaRows rows, JdbcClient jdbc) {
        this.settings = settings;
        this.rows = rows;
        this.jdbc = jdbc;
    }

    @Override
    @Transactional
    public void enter() {
        List<Place> withoutRules = jdbc.sql("""
                        SELECT code, kind FROM staff_office o WHERE NOT EXISTS
                          (SELECT 1 FROM booking_weekday_rule r WHERE r.office_code = o.code)""").query(PLACE).list();
        withoutRules.forEach(this::enterRules);
    }

    /** In the transaction that opens the office, so that it has its quota at once and not only after a restart. */
    @EventListener
    void enterRulesOf(OfficeOpened opened) {
        enterRules(new Place(opened.office().value(), opened.kind().name()));
    }

    private void enterRules(Place place) {
        settings.quotas().stream()
                .filter(initial -> initial.offices().contains(place.code())
                        || initial.offices().contains(place.kind()))
                .forEach(initial -> initial.weekdays().forEach(weekday -> enter(place, weekday, initial)));
    }

    private void enter(Place place, DayOfWeek weekday, BookingSettings.InitialQuota initial) {
        var rule = new WeekdayRule(
                weekday, new QuotaRule(initial.capacity(), initial.reserved()), FROM_THE_BEGINNING, null);
        rows.writeRule(new OfficeCode(place.code()), rule, Actor.PORTAL.name());
    }
}
