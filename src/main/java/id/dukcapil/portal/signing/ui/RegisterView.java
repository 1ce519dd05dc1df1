package id.dukcapil.portal.signing.ui;

import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import id.dukcapil.portal.common.Permission;
import id.dukcapil.portal.common.ui.AddressedPage;
import id.dukcapil.portal.common.ui.ListAndPanel;
import id.dukcapil.portal.common.ui.Notify;
import id.dukcapil.portal.signing.SignedDocuments;
import id.dukcapil.portal.signing.SignedFilter;
import id.dukcapil.portal.signing.SignedLists;
import id.dukcapil.portal.signing.SigningDocumentDetails;
import id.dukcapil.portal.signing.SigningDocumentId;
import id.dukcapil.portal.signing.SigningRegister;
import id.dukcapil.portal.staff.CurrentStaff;
import id.dukcapil.portal.staff.Office;
import jakarta.annotation.security.RolesAllowed;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/** Dokumen bertanda tangan: what the office has signed, whether it still stands, and how to declare one void. */
@Route(RegisterView.ROUTE)
@PageTitle("Dokumen bertanda tangan")
@Menu(title = "Dokumen bertanda tangan", order = 26)
@RolesAllowed(Permission.Name.SIGNING_READ)
@StyleSheet("context://styles/signing-register.css")
class RegisterView extends AddressedPage {

    static final String ROUTE = "dokumen-bertanda-tangan";
    static final String DOCUMENT = "dokumen";

    private static final long serialVersionUID = 1L;

    private final transient SigningRegister register;
    private final transient SignedDocuments documents;
    private final transient SignedLists lists;
    private final transient RegisterActions actions;
    private final transient List<Office> offices;
    private final RegisterFilters filters;
    private final RegisterGrid grid;
    private final RegisterPanel panel;
    private final ListAndPanel content;

    RegisterView(
            SigningRegister register,
            SignedDocuments documents,
            SignedLists lists,
            RegisterActions actions,
            CurrentStaff staff) {
        super("Dokumen bertanda tangan", ROUTE);
        this.register = register;
        this.documents = documents;
        this.lists = lists;
        this.actions = actions;
        offices = staff.officesInScope();
        ZoneId zone = offices.getFirst().timeZone();
        filters = new RegisterFilters(lists, offices, zone, this::go);
        grid = new RegisterGrid(lists, zone);
        panel = new RegisterPanel(zone);
        content = new ListAndPanel(grid, panel, row -> choose(row.id()))
                .whenEmpty(
                        "Tidak ada dokumen yang cocok",
                        "Dokumen muncul di sini setelah ditandatangani. Ubah saringan di atas, atau cari dengan nomor"
                                + " permohonan atau nama.");
        addClassName("signing-register");
        add(filters, content);
        fillHeight(content);
    }

    private void choose(SigningDocumentId id) {
        go(url().with(DOCUMENT, id));
    }

    @Override
    protected void refresh() {
        filters.show(url());
        SignedFilter filter = filters.filter();
        int count = lists.count(filter);
        filters.setCount(Math.min(count, SignedLists.COUNT_LIMIT), count > SignedLists.COUNT_LIMIT);
        grid.show(filter, count);
        content.showList(count);
        showChosen();
    }

    /** What is not signed yet has its place in the signing room. */
    private void showChosen() {
        Optional<SigningDocumentDetails> chosen = url().text(DOCUMENT)
                .flatMap(SigningDocumentId::parse)
                .flatMap(register::find)
                .filter(document -> document.status().isSigned());
        if (chosen.isEmpty() && url().has(DOCUMENT)) {
            Notify.warning("Dokumen itu tidak ada, belum ditandatangani, atau bukan dokumen kantor Anda.");
        }
        content.showChosen(
                chosen,
                document -> panel.show(
                        document,
                        documents.relations(document),
                        officeName(document),
                        actions.of(document, this::refresh),
                        () -> go(url().with(DOCUMENT, null))));
    }

    private String officeName(SigningDocumentDetails document) {
        return offices.stream()
                .filter(office -> office.code().equals(document.office()))
                .map(Office::name)
                .findFirst()
                .orElse(document.office().value());
    }
}
