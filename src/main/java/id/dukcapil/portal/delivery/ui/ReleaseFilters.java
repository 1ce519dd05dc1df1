package id.dukcapil.portal.delivery.ui;

import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import id.dukcapil.portal.common.ui.AddressedFilters;
import id.dukcapil.portal.common.ui.UrlState;
import id.dukcapil.portal.delivery.ReleaseLists.ReleaseFilter;
import id.dukcapil.portal.delivery.ReleaseStatus;
import id.dukcapil.portal.staff.Office;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** The filters of the releases; none of them is personal. */
class ReleaseFilters extends AddressedFilters {

    private static final long serialVersionUID = 1L;

    private final transient ZoneId zone;
    private final TextField reference = text("Cari", "Nomor permohonan", "cari");
    private final Select<ReleaseStatus> status = choice(
            "Status",
            "Semua status",
            "status",
            List.of(ReleaseStatus.values()),
            ReleaseStatus::label,
            ReleaseStatus::name);
    private final Select<Office> office;
    private final DatePicker from = day("Dari", "dari");
    private final DatePicker to = day("Sampai", "sampai");

    /**
     * @param offices those the person may see
     * @param chosen opens the address that stands for the new choice
     */
    ReleaseFilters(List<Office> offices, ZoneId zone, Consumer<UrlState> chosen) {
        super(chosen);
        this.zone = zone;
        office = choice(
                "Kantor",
                "Semua kantor",
                "kantor",
                offices,
                Office::name,
                one -> one.code().value());
        addFields(reference, status, office, from, to);
    }

    ReleaseFilter filter() {
        return new ReleaseFilter(
                status.getValue(),
                Optional.ofNullable(office.getValue()).map(Office::code).orElse(null),
                reference.getValue(),
                startOf(from, zone),
                endOf(to, zone));
    }
}
