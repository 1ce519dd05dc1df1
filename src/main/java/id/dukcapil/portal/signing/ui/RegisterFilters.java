package id.dukcapil.portal.signing.ui;

import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import id.dukcapil.portal.common.ui.AddressedFilters;
import id.dukcapil.portal.common.ui.UrlState;
import id.dukcapil.portal.signing.SignedFilter;
import id.dukcapil.portal.signing.SignedLists;
import id.dukcapil.portal.signing.SignedLists.Kind;
import id.dukcapil.portal.signing.SignedLists.KnownSigner;
import id.dukcapil.portal.signing.SigningDocumentStatus;
import id.dukcapil.portal.staff.Office;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** The filters of the register. */
class RegisterFilters extends AddressedFilters {

    private static final long serialVersionUID = 1L;

    private final transient ZoneId zone;
    private final TextField search = text("Cari", "Nomor atau nama", "cari");
    private final Select<Kind> kind;
    private final Select<SigningDocumentStatus> status = choice(
            "Status",
            "Semua status",
            "status",
            Arrays.stream(SigningDocumentStatus.values())
                    .filter(SigningDocumentStatus::isSigned)
                    .toList(),
            SigningDocumentStatus::label,
            SigningDocumentStatus::name);
    private final Select<KnownSigner> signer;
    private final Select<Office> office;
    private final DatePicker from = day("Dari", "dari");
    private final DatePicker to = day("Sampai", "sampai");

    /**
     * @param offices those the person may see
     * @param chosen opens the address that stands for the new choice
     */
    RegisterFilters(SignedLists lists, List<Office> offices, ZoneId zone, Consumer<UrlState> chosen) {
        super(chosen);
        this.zone = zone;
        kind = choice("Jenis", "Semua jenis", "jenis", lists.kinds(), Kind::title, Kind::code);
        signer = choice(
                "Penanda tangan",
                "Semua penanda tangan",
                "penanda-tangan",
                lists.signers(),
                KnownSigner::name,
                one -> one.id().toString());
        office = choice(
                "Kantor",
                "Semua kantor",
                "kantor",
                offices,
                Office::name,
                one -> one.code().value());
        addFields(search, kind, status, signer, office, from, to);
    }

    SignedFilter filter() {
        return new SignedFilter(
                Optional.ofNullable(kind.getValue()).map(Kind::code).orElse(null),
                status.getValue(),
                Optional.ofNullable(office.getValue()).map(Office::code).orElse(null),
                Optional.ofNullable(signer.getValue()).map(KnownSigner::id).orElse(null),
                search.getValue(),
                startOf(from, zone),
                endOf(to, zone));
    }
}
