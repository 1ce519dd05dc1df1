package id.dukcapil.portal.sla.archive;

import id.dukcapil.portal.common.OfficeCode;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings under {@code portal.sla.papers}.
 *
 * @param summaryAt time of the office from which the summary of its day is made; after the hour at which days close
 * @param recipients addresses that get the papers of the whole organisation
 * @param recipientsByOffice addresses that get those of one office, by its code
 */
@ConfigurationProperties("portal.sla.papers")
record PaperSettings(
        @DefaultValue("20:30") LocalTime summaryAt,
        @DefaultValue List<String> recipients,
        @DefaultValue Map<String, List<String>> recipientsByOffice) {

    List<String> recipientsOf(@Nullable OfficeCode office) {
        return office == null ? recipients : recipientsByOffice.getOrDefault(office.value(), List.of());
    }
}
