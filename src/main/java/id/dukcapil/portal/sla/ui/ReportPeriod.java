package id.dukcapil.portal.sla.ui;

import id.dukcapil.portal.common.OfficeCode;
import id.dukcapil.portal.common.ui.Formats;
import id.dukcapil.portal.common.ui.UrlState;
import id.dukcapil.portal.sla.report.ReportFilter;
import java.time.LocalDate;
import java.util.Locale;

/** The filter of the report as it stands in the address: without days it is this month until today. */
final class ReportPeriod {

    private ReportPeriod() {}

    static ReportFilter of(UrlState url, LocalDate today) {
        LocalDate from = url.date(CaseLinks.FROM).orElse(today.withDayOfMonth(1));
        return new ReportFilter(
                from,
                url.date(CaseLinks.TO).orElse(from.isAfter(today) ? from : today),
                url.text(CaseLinks.STANDARD)
                        .filter(slug -> slug.equals(slug.toLowerCase(Locale.ROOT)))
                        .orElse(null),
                url.text(CaseLinks.OFFICE).flatMap(OfficeCode::read).orElse(null));
    }

    /** "1 November 2026 – 24 November 2026" */
    static String words(LocalDate from, LocalDate to) {
        return from.equals(to) ? Formats.date(from) : Formats.date(from) + " – " + Formats.date(to);
    }
}
