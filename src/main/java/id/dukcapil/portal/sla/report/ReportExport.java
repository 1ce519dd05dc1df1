package id.dukcapil.portal.sla.report;

import id.dukcapil.portal.common.ExportId;
import id.dukcapil.portal.documents.export.ExportFormat;
import id.dukcapil.portal.documents.export.Exports;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;

/** The report as a file, made in the background. */
@Service
@PreAuthorize("hasAuthority('REPORT_READ')")
public class ReportExport {

    private final Exports exports;
    private final StayListing listing;

    ReportExport(Exports exports, StayListing listing) {
        this.exports = exports;
        this.listing = listing;
    }

    /** @param words the filter as it is printed on the sheet */
    public ExportId ask(ReportFilter filter, String words, ExportFormat format) {
        return exports.ask(listing, filter, words, filter.office(), format);
    }
}
