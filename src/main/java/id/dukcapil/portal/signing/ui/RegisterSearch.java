package id.dukcapil.portal.signing.ui;

import id.dukcapil.portal.common.Permission;
import id.dukcapil.portal.common.ui.Formats;
import id.dukcapil.portal.signing.SignedFilter;
import id.dukcapil.portal.signing.SignedLists;
import id.dukcapil.portal.signing.SignedRow;
import id.dukcapil.portal.staff.CurrentStaff;
import id.dukcapil.portal.staff.Organisation;
import id.dukcapil.portal.staff.PermittedSearch;
import java.util.List;
import org.springframework.stereotype.Component;

/** Signed documents in the search box, by the beginning of their number or by name. */
@Component
class RegisterSearch extends PermittedSearch {

    /** Shorter beginnings are those of everything. */
    static final int SHORTEST = 3;

    private final SignedLists lists;
    private final Organisation organisation;

    RegisterSearch(SignedLists lists, CurrentStaff staff, Organisation organisation) {
        super("Dokumen bertanda tangan", 17, Permission.SIGNING_READ, staff);
        this.lists = lists;
        this.organisation = organisation;
    }

    @Override
    public List<Hit> find(String text, int limit) {
        return text.strip().length() < SHORTEST
                ? List.of()
                : lists.page(SignedFilter.ofText(text), null, 0, limit).stream()
                        .map(this::hit)
                        .toList();
    }

    private Hit hit(SignedRow row) {
        return new Hit(
                "%s · %s".formatted(row.reference(), row.title()),
                "%s · %s · %s"
                        .formatted(
                                row.concerns(),
                                Formats.shortDateTime(row.signedAt(), organisation.timeZone()),
                                row.status().label()),
                "%s?%s=%s".formatted(RegisterView.ROUTE, RegisterView.DOCUMENT, row.id()));
    }
}
