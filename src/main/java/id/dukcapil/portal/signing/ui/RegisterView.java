package id.dukcapil.portal.signing.ui;

import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import id.dukcapil.portal.common.Permission;
import id.dukcapil.portal.common.ui.Formats;
import id.dukcapil.portal.common.ui.ListFilters;
import id.dukcapil.portal.common.ui.RegisterPage;
import id.dukcapil.portal.common.ui.Tone;
import id.dukcapil.portal.signing.SignedFilter;
import id.dukcapil.portal.signing.SignedLists;
import id.dukcapil.portal.signing.SignedLists.Kind;
import id.dukcapil.portal.signing.SignedLists.KnownSigner;
import id.dukcapil.portal.signing.SignedRow;
import id.dukcapil.portal.signing.SigningDocumentId;
import id.dukcapil.portal.signing.SigningDocumentStatus;
import id.dukcapil.portal.signing.SigningRegister;
import id.dukcapil.portal.staff.CurrentStaff;
import id.dukcapil.portal.staff.Office;
import jakarta.annotation.security.RolesAllowed;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;

/** Dokumen bertanda tangan: what the office has signed, whether it is still valid, and how to declare one void. */
@Route(RegisterView.ROUTE)
@PageTitle("Dokumen bertanda tangan")
@Menu(title = "Dokumen bertanda tangan", order = 26)
@RolesAllowed(Permission.Name.SIGNING_READ)
@StyleSheet("context://styles/signing-register.css")
class RegisterView extends RegisterPage<SignedRow> {

    static final String ROUTE = "dokumen-bertanda-tangan";
    static final String DOCUMENT = "dokumen";

    private final transient ZoneId zone;
    private final TextField search = filters.text("Cari", "Nomor atau nama", ListFilters.SEARCH);
    private final Select<Kind> kind;
    private final Select<SigningDocumentStatus> status;
    private final Select<KnownSigner> signer;
    private final ComboBox<Office> office;
    private final ListFilters.Period period;

    RegisterView(SigningRegister register, SignedLists lists, RegisterPanel panel, CurrentStaff staff) {
        super("Dokumen bertanda tangan", ROUTE);
        List<Office> offices = staff.officesInScope();
        zone = offices.getFirst().timeZone();
        kind = filters.select("Jenis", "Semua jenis", "jenis", lists.kinds(), Kind::title, Kind::code);
        status = filters.select(
                "Status",
                "Semua status",
                "status",
                Arrays.stream(SigningDocumentStatus.values())
                        .filter(SigningDocumentStatus::isSigned)
                        .toList(),
                SigningDocumentStatus::label,
                SigningDocumentStatus::name);
        signer = filters.select(
                "Penanda tangan",
                "Semua penanda tangan",
                "penanda-tangan",
                lists.signers(),
                KnownSigner::name,
                one -> one.id().toString());
        office = filters.office(offices);
        period = filters.period();
        addColumns();
        list(this::filter, lists::count, SignedLists.COUNT_LIMIT, lists::page, SignedRow::cursor);
        // What is not signed yet has its place in the signing room
        open(
                panel,
                DOCUMENT,
                SignedRow::id,
                id -> SigningDocumentId.parse(id)
                        .flatMap(register::find)
                        .filter(found -> found.status().isSigned()),
                document -> panel.show(document, this::refresh),
                "Dokumen itu tidak ada, belum ditandatangani, atau bukan dokumen kantor Anda.");
        whenEmpty(
                "Tidak ada dokumen yang cocok",
                "Dokumen muncul di sini setelah ditandatangani. Ubah saringan di atas, atau cari dengan nomor permohonan"
                        + " atau nama.");
        addClassName("signing-register");
        lay();
    }

    private void addColumns() {
        grid.column("Ditandatangani", "9.5rem", row -> Formats.shortDateTime(row.signedAt(), zone));
        grid.column("Nomor", "12rem", SignedRow::reference);
        grid.column("Dokumen", 1, SignedRow::title);
        grid.column("Atas nama", 1, SignedRow::concerns);
        grid.column("Penanda tangan", 2, SignedRow::signer);
        grid.badge("Status", "9rem", row -> row.status().label(), row -> tone(row.status()));
        grid.cards(
                row -> row.title() + " · " + row.concerns(),
                row -> List.of(row.reference(), Formats.shortDateTime(row.signedAt(), zone) + ", " + row.signer()));
    }

    /** The colour beside each status of a document of the register. */
    static Tone tone(SigningDocumentStatus status) {
        return switch (status) {
            case SIGNED -> Tone.OK;
            case SUPERSEDED -> Tone.NEUTRAL;
            case REVOKED -> Tone.LATE;
            case AWAITING, IN_BATCH -> Tone.INFO;
            case REFUSED, WITHDRAWN -> Tone.WARN;
        };
    }

    private SignedFilter filter() {
        return new SignedFilter(
                ListFilters.chosen(kind, Kind::code),
                status.getValue(),
                ListFilters.chosen(office, Office::code),
                ListFilters.chosen(signer, KnownSigner::id),
                search.getValue(),
                period.start(zone),
                period.end(zone));
    }
}
