package id.dukcapil.portal.activation.report;

import java.time.LocalTime;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings under {@code portal.activation.report}.
 *
 * @param closesAt time of the office at which a day closes by itself
 * @param recipients addresses that get each closed report
 * @param targetPercent share of the people of 17 and older that is aimed at
 */
@ConfigurationProperties("portal.activation.report")
record ReportSettings(
        @DefaultValue("20:00") LocalTime closesAt,
        @DefaultValue List<String> recipients,
        @DefaultValue("30") int targetPercent) {

    ReportSettings {
        recipients = List.copyOf(recipients);
        if (targetPercent < 1 || targetPercent > 100) {
            throw new IllegalArgumentException("portal.activation.report.target-percent: 1 to 100");
        }
    }
}
