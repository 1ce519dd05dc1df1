package id.dukcapil.portal.signing.ui;

import id.dukcapil.portal.common.Permission;
import id.dukcapil.portal.common.ui.Formats;
import id.dukcapil.portal.signing.WaitingAge;
import id.dukcapil.portal.signing.WaitingDocuments;
import id.dukcapil.portal.signing.WaitingFilter;
import id.dukcapil.portal.signing.WaitingRow;
import id.dukcapil.portal.staff.CurrentStaff;
import id.dukcapil.portal.staff.Organisation;
import id.dukcapil.portal.staff.PermittedSearch;
import java.util.List;
import org.springframework.stereotype.Component;

/** Documents that wait for a signature in the search box, by a part of their number or by name. */
@Component
class WaitingSearch extends PermittedSearch {

    private final WaitingDocuments documents;
    private final Organisation organisation;

    WaitingSearch(WaitingDocuments documents, CurrentStaff staff, Organisation organisation) {
        super("Menunggu tanda tangan", 16, Permission.SIGNING_READ, staff);
        this.documents = documents;
        this.organisation = organisation;
    }

    @Override
    public List<Hit> find(String text, int limit) {
        return text.strip().length() < RegisterSearch.SHORTEST
                ? List.of()
                : documents.page(new WaitingFilter(null, WaitingAge.ANY, null, text), null, 0, limit).stream()
                        .map(this::hit)
                        .toList();
    }

    private Hit hit(WaitingRow row) {
        return new Hit(
                "%s · %s".formatted(row.reference(), row.title()),
                "%s · diverifikasi %s"
                        .formatted(row.concerns(), Formats.shortDateTime(row.verifiedAt(), organisation.timeZone())),
                "%s?%s=%s".formatted(SigningRoomView.ROUTE, RoomFilters.DOCUMENT, row.id()));
    }
}
