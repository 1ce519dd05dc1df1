package id.dukcapil.portal.calendar;

import id.dukcapil.portal.common.OfficeCode;
import id.dukcapil.portal.common.SetUpStep;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Enters the configured hours of offices that depart from Perpres 21/2023. An office that already has rows keeps them:
 * what administrators changed since is theirs. Runs after the offices themselves are entered.
 */
@Component
@Order(ConfiguredHours.ORDER)
@EnableConfigurationProperties(ConfiguredHours.Configured.class)
class ConfiguredHours implements SetUpStep {

    static final int ORDER = 20;

    private static final LocalDate SINCE_EVER = LocalDate.of(2000, 1, 1);

    @ConfigurationProperties("portal.calendar")
    record Configured(@DefaultValue List<Entry> hours) {

        /**
         * @param office code of the office
         * @param rest beginning and end, or nothing
         */
        record Entry(
                String office,
                List<DayOfWeek> weekdays,
                LocalTime opens,
                LocalTime closes,
                @DefaultValue List<LocalTime> rest,
                @DefaultValue("NORMAL") Period period,
                @Nullable LocalDate validFrom,
                @Nullable LocalDate validTo) {

            List<OfficeHours> rows() {
                var code = new OfficeCode(office);
                LocalDate since = validFrom == null ? SINCE_EVER : validFrom;
                return weekdays.stream()
                        .map(weekday -> new OfficeHours(code, weekday, serviceHours(), period, since, validTo))
                        .toList();
            }

            private ServiceHours serviceHours() {
                return switch (rest.size()) {
                    case 0 -> new ServiceHours(opens, closes);
                    case 2 -> new ServiceHours(opens, closes, rest.getFirst(), rest.getLast());
                    default ->
                        throw new IllegalArgumentException(
                                "portal.calendar.hours: the rest of office %s needs a beginning and an end"
                                        .formatted(office));
                };
            }
        }
    }

    private final Configured configured;
    private final HoursRows rows;

    ConfiguredHours(Configured configured, HoursRows rows) {
        this.configured = configured;
        this.rows = rows;
    }

    @Override
    @Transactional
    public void enter() {
        var rowsByOffice = new LinkedHashMap<OfficeCode, List<OfficeHours>>();
        configured.hours().stream()
                .flatMap(entry -> entry.rows().stream())
                .forEach(row -> rowsByOffice
                        .computeIfAbsent(row.office(), office -> new ArrayList<>())
                        .add(row));
        for (Map.Entry<OfficeCode, List<OfficeHours>> office : rowsByOffice.entrySet()) {
            if (!rows.hasAny(office.getKey())) {
                office.getValue().forEach(rows::insert);
            }
        }
    }
}
