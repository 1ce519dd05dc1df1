package id.dukcapil.portal.audit;

import id.dukcapil.portal.common.ExportId;
import id.dukcapil.portal.documents.export.ExportFormat;
import id.dukcapil.portal.documents.export.Exports;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;

/** Takes along everything in the trail that matches a filter, as a file. */
@Service
@PreAuthorize("hasAuthority('AUDIT_READ')")
public class TrailExport {

    private final TrailListing listing;
    private final Exports exports;

    TrailExport(TrailListing listing, Exports exports) {
        this.listing = listing;
        this.exports = exports;
    }

    /** @param described the filter in words */
    public ExportId ask(TrailFilter filter, String described, ExportFormat format) {
        return exports.ask(listing, filter, described, filter.office(), format);
    }
}
