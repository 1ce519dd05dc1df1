package id.dukcapil.portal.cards;

import id.dukcapil.portal.common.ExportId;
import id.dukcapil.portal.common.ui.Formats;
import id.dukcapil.portal.documents.export.ExportFormat;
import id.dukcapil.portal.documents.export.Exports;
import id.dukcapil.portal.staff.Office;
import id.dukcapil.portal.staff.Offices;
import java.time.LocalDate;
import java.util.ArrayList;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;

/** Takes along every line of a ledger that matches a filter. */
@Service
@PreAuthorize("hasAuthority('CARDS_READ')")
public class CardExport {

    private final CardListing listing;
    private final Exports exports;
    private final Offices offices;

    CardExport(CardListing listing, Exports exports, Offices offices) {
        this.listing = listing;
        this.exports = exports;
        this.offices = offices;
    }

    public ExportId ask(CardFilter filter) {
        return exports.ask(listing, filter, describe(filter), filter.office(), ExportFormat.XLSX);
    }

    private String describe(CardFilter filter) {
        var parts = new ArrayList<String>();
        parts.add(offices.find(filter.office())
                .map(Office::name)
                .orElse(filter.office().value()));
        parts.add(day("dari awal", filter.from()) + " sampai " + day("akhir", filter.to()));
        CardEntryKind kind = filter.kind();
        if (kind != null) {
            parts.add(kind.label());
        }
        if (!filter.reference().isEmpty()) {
            parts.add("nomor surat " + filter.reference());
        }
        return String.join("; ", parts);
    }

    private static String day(String otherwise, @Nullable LocalDate date) {
        return date == null ? otherwise : Formats.date(date);
    }
}
